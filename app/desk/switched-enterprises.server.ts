import { checklistProgress } from "~/enterprises/checklist-queries.server";
import { listOwnEnterprises } from "~/enterprises/enterprise-queries.server";
import { type Day, dayOf } from "~/platform/day";
import type { SwitchedEnterprise } from "./components/enterprise-switch";

/** On an enterprise's own pages: its name, and the other enterprises of the account; nothing for who has but one. */
export async function switchedEnterprises(
  { accountId }: { accountId: string },
  { path, enterpriseId, now }: { path: string; enterpriseId: string | undefined; now: Date },
): Promise<{ current: string | null; others: SwitchedEnterprise[] }> {
  if (!path.startsWith("/quan-ly/")) return { current: null, others: [] };
  const own = await listOwnEnterprises(accountId);
  const others = own.filter(({ id }) => id !== enterpriseId).map(({ id, name }) => ({ id, name }));
  return {
    current: own.find(({ id }) => id === enterpriseId)?.name ?? null,
    others: others.length > 0 ? await withProgress(others, dayOf(now)) : [],
  };
}

async function withProgress(listed: readonly SwitchedEnterprise[], today: Day): Promise<SwitchedEnterprise[]> {
  const progress = await checklistProgress(
    listed.map(({ id }) => id),
    today,
  );
  return listed.map((one) => ({ ...one, progress: progress.get(one.id) }));
}
