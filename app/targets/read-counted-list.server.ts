import { notFound, type Visit } from "~/accounts/door.server";
import { dayOf } from "~/platform/day";
import { listCountedEnterprises, listCountedProducts } from "./counted-queries.server";
import { usualLevel } from "./counting-rules";
import { figureDay } from "./figure-day";
import { readCountedQuery } from "./read-counted-query.server";
import { readScope } from "./scope";
import { findActiveTarget } from "./target-queries.server";

const indicators = ["listing-share", "sme-share"] as const;

/** The list behind a figure: of a target by its code, or of an indicator as it stands today; 404 for any other code. */
export async function readCountedList({ url, params, t, language, now: knownAt }: Visit<null>) {
  const code = params.target ?? "";
  const today = dayOf(knownAt);
  const target = await findActiveTarget(code);
  const indicator = target?.indicator ?? indicators.find((known) => known === code);
  if (!indicator) throw notFound();
  const isProducts = indicator === "listing-share";
  const scope = readScope(url.searchParams.get("pham-vi"));
  const ownDay = target ? figureDay(target.deadline, today) : today;
  const question = readCountedQuery(url.searchParams, { today, day: ownDay });
  const level = question.level ?? target?.thresholdLevel ?? usualLevel;
  const { day, set } = question;
  const place = {
    formerProvince: question.formerProvince ?? scope.formerProvince,
    formerDistrict: question.formerDistrict,
  };
  const named = target && (language === "vi" ? target.nameVi : target.nameEn);
  type Window = { limit: number; offset: number };
  return {
    code,
    title: named ?? t(isProducts ? "targets:list.listingShare" : "targets:list.smeShare"),
    isProducts,
    scope,
    ownDay,
    question,
    level,
    products: (window: Window) =>
      listCountedProducts(day, knownAt, { ...question, ...place, set: set === "unsized" ? "counted" : set }, window),
    enterprises: (window: Window) => listCountedEnterprises(day, knownAt, { ...place, set, level }, window),
  };
}
