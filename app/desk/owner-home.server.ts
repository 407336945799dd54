import type { Actor } from "~/accounts/session.server";
import { areaLabel } from "~/areas/area-label";
import { checklistProgress, listChecklist } from "~/enterprises/checklist-queries.server";
import { listOwnEnterprises } from "~/enterprises/enterprise-queries.server";
import { dayOf } from "~/platform/day";
import type { Language, Translate } from "~/platform/i18n";
import { loadCalendar } from "~/reviews/calendar-queries.server";
import { workingDaysBetween } from "~/reviews/working-days";
import type { OwnEnterpriseCard } from "./components/own-enterprises";
import type { ShownGroup } from "./components/owner-work";
import { judgeProduct } from "./judge-product";
import { listOwnProducts } from "./own-product-queries.server";
import { ownerWork, type WorkProduct } from "./owner-work";
import { listOwnerWork } from "./owner-work-queries.server";
import { outlookTurns } from "./product-outlook";

const linesToGroup = 5;

/** The enterprises of an account with their progress, and all that there is to do for them; a fixed number of queries. */
export async function ownerHome(
  { accountId }: Pick<Actor, "accountId">,
  { now, language, t }: { now: Date; language: Language; t: Translate },
): Promise<{ enterprises: OwnEnterpriseCard[]; work: ShownGroup[] }> {
  const enterprises = await listOwnEnterprises(accountId);
  if (enterprises.length === 0) return { enterprises: [], work: [] };
  const today = dayOf(now);
  const ids = enterprises.map(({ id }) => id);
  const [products, facts, entries, progress, calendar] = await Promise.all([
    listOwnProducts(accountId, null),
    listOwnerWork(accountId, today, language),
    listChecklist(ids, today),
    checklistProgress(ids, today),
    loadCalendar(),
  ]);
  const judged = products.map((product) => ({ product, ...judgeProduct(product, today, now) }));
  const groups = ownerWork(
    {
      facts,
      products: judged.map(
        ({ product, outlook, isListed, coverages, listings }): WorkProduct => ({
          id: product.id,
          enterpriseId: product.enterpriseId,
          name: product.name,
          outlook,
          isListed,
          certificateId: coverages.find(({ status }) => status === "draft")?.certificateId ?? null,
          lapses: listings.flatMap(({ standing }) =>
            standing.status === "live" && standing.lapsesOn !== null ? [standing.lapsesOn] : [],
          ),
        }),
      ),
      items: entries
        .filter(({ required, isMet, status }) => required && !isMet && status !== "submitted" && status !== "returned")
        .map(({ enterpriseId, itemId, code, nameVi, nameEn }) => ({
          enterpriseId,
          itemId,
          code,
          name: language === "vi" ? nameVi : nameEn,
        })),
    },
    today,
    linesToGroup,
  );
  const names = new Map(enterprises.map(({ id, name }) => [id, name]));
  return {
    enterprises: enterprises.map(({ id, name, area, size }) => {
      const own = judged.filter(({ product }) => product.enterpriseId === id);
      const ofEnterprise = progress.get(id);
      return {
        id,
        name,
        area: areaLabel(area, t),
        size,
        ...(ofEnterprise && { progress: ofEnterprise }),
        registered: own.filter(({ product }) => product.status === "registered").length,
        yourTurn: own.length === 0 ? 1 : own.filter(({ outlook }) => outlookTurns[outlook] === "owner").length,
        officeTurn: own.filter(({ outlook }) => outlookTurns[outlook] === "office").length,
        counted: own.filter(({ outlook }) => outlook === "counted").length,
      };
    }),
    work: groups.map((group) => ({
      ...group,
      lines: group.lines.map((line) => ({
        ...line,
        // One enterprise needs no name beside every line.
        enterprise: enterprises.length > 1 ? (names.get(line.enterpriseId) ?? null) : null,
        workingDays: line.day === null ? null : workingDaysBetween(line.day, today, calendar),
      })),
    })),
  };
}
