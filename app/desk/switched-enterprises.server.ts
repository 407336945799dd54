import { checklistProgress } from "~/enterprises/checklist-queries.server";
import { listOwnEnterprises } from "~/enterprises/enterprise-queries.server";
import { dayOf } from "~/platform/day";
import type { SwitchedEnterprise } from "./components/enterprise-switch";

/** On an enterprise's own pages: the other enterprises of the account; none for who has but one. */
export async function switchedEnterprises(
  { accountId }: { accountId: string },
  { path, enterpriseId, now }: { path: string; enterpriseId: string | undefined; now: Date },
): Promise<SwitchedEnterprise[]> {
  if (!path.startsWith("/quan-ly/")) return [];
  const others = (await listOwnEnterprises(accountId)).filter(({ id }) => id !== enterpriseId);
  if (others.length === 0) return [];
  const progress = await checklistProgress(
    others.map(({ id }) => id),
    dayOf(now),
  );
  return others.map(({ id, name }) => ({ id, name, progress: progress.get(id) }));
}
