import { deduceLegalForm } from "~/enterprises/deduce-legal-form";
import { legalForms } from "~/enterprises/enterprise-size";
import { readTaxCode } from "~/enterprises/tax-code";
import type { ReadRow, RowProblem } from "~/imports/import-kind";
import { fold } from "~/platform/vietnamese-text";
import {
  type Drafts,
  type FilledEnterprise,
  type KnownEnterprise,
  type NewEnterprise,
  type Recognition,
  Refused,
  refused,
} from "./recognition-world";

export interface RecognisedEnterprise {
  id: string;
  created: NewEnterprise | null;
  /** What the row completes; null for nothing. */
  filled: FilledEnterprise | null;
  notes: RowProblem[];
}

/**
 * The enterprise of a row, by its tax code. What the portal knows of one stays as it is, and the row says where the
 * decision differs; only what is empty is filled from the decision.
 */
export function enterpriseOf(
  { values, newId }: { values: ReadRow["values"]; newId: string },
  world: Recognition,
  drafts: Drafts,
): RecognisedEnterprise | Refused {
  const taxCode = String(values.taxCode);
  const known = world.enterprises.get(taxCode);
  if (known) {
    if (known.isOwn) return refused(null, "platform:refusal.ownEnterprise");
    if (known.isClosed) return refused("taxCode", "certification:recognition.closed", taxCode);
    return completed(known, values, world, drafts);
  }
  const drafted = drafts.enterprises.get(taxCode);
  if (drafted) return { id: drafted.id, created: drafted, filled: null, notes: [] };
  const name = values.enterpriseName === undefined ? "" : String(values.enterpriseName);
  const created = newEnterprise(newId, taxCode, name, values, world);
  return created instanceof Refused ? created : { id: created.id, created, filled: null, notes: [] };
}

const fillable = ["address", "phone"] as const;

function completed(
  known: KnownEnterprise,
  values: ReadRow["values"],
  { areas }: Recognition,
  drafts: Drafts,
): RecognisedEnterprise {
  const { id, version } = known;
  const before = drafts.filled.get(id) ?? { id, version };
  const given = fillable.filter((field) => values[field] !== undefined);
  const open = given.filter((field) => known[field] === "" && before[field] === undefined);
  const filled = { id, version, ...Object.fromEntries(open.map((field) => [field, String(values[field])])) };
  const notes: RowProblem[] = [];
  const kept = (field: string, value: unknown, more: Partial<RowProblem>) =>
    notes.push({ field, code: "certification:recognition.kept", value: String(value), ...more });
  const { enterpriseName, legalForm, area } = values;
  if (enterpriseName !== undefined && fold(String(enterpriseName)) !== fold(known.name))
    kept("enterpriseName", enterpriseName, { params: { known: known.name } });
  if (legalForm !== undefined && legalForm !== known.legalForm)
    kept("legalForm", legalForm, { words: { known: `enterprises:legalForm.${known.legalForm}` } });
  if (area !== undefined && isElsewhere(areas.get(String(area)) ?? null, known.areaId))
    kept("area", area, { params: { known: known.areaName } });
  for (const field of given) {
    const stands = known[field] || (before[field] ?? String(values[field]));
    if (fold(stands) !== fold(String(values[field]))) kept(field, values[field], { params: { known: stands } });
  }
  return { id, created: null, filled: open.length > 0 ? filled : null, notes };
}

/** An area of before a merger and one of today cannot be told apart by their codes. */
const isElsewhere = (areaId: string | null, known: string): boolean =>
  areaId !== null && areaId !== known && areaId.split(":")[0] === known.split(":")[0];

function newEnterprise(
  id: string,
  taxCode: string,
  name: string,
  values: ReadRow["values"],
  { areas }: Recognition,
): NewEnterprise | Refused {
  const read = readTaxCode(taxCode);
  const kind = read.ok ? read.value.kind : "enterprise";
  const areaId = values.area === undefined ? null : (areas.get(String(values.area)) ?? null);
  const legalForm = legalForms.find((form) => form === values.legalForm) ?? deduceLegalForm(name, kind);
  const problems: RowProblem[] = [];
  if (name === "") problems.push({ field: "enterpriseName", code: "certification:recognition.newEnterprise" });
  if (areaId === null) {
    const isNamed = values.area !== undefined;
    problems.push({
      field: "area",
      code: isNamed ? "certification:recognition.areaUnknown" : "certification:recognition.newEnterprise",
      ...(isNamed && { value: String(values.area) }),
    });
  }
  if (legalForm === null && name !== "")
    problems.push({ field: "legalForm", code: "certification:recognition.legalFormUnknown" });
  if (areaId === null || legalForm === null || problems.length > 0) return new Refused(problems);
  return {
    id,
    taxCode,
    taxCodeKind: kind,
    name,
    legalForm,
    sector: values.group === "tourism" ? "trade-services" : "agriculture-industry",
    areaId,
    address: String(values.address ?? ""),
    phone: String(values.phone ?? ""),
  };
}
