import { addDays, type Day, dayOf, startOfDay } from "~/platform/day";
import { instantOn } from "../builders";
import type { AccountRow, EnterpriseRow, JournalRow, ProductRow, Rows } from "../rows";
import type { Theme } from "./catalogue";
import type { DemoPictures } from "./pictures/store-pictures";

export type Tables = { [Table in keyof Rows]: Rows[Table][] };

/** Everything the demo will write, gathered in memory first. The demo's clock stands at the first instant of today. */
export interface Ledger {
  today: Day;
  tables: Tables;
  pictures: DemoPictures;
  /** The content of tables that people uploaded, to be stored beside the pictures. */
  uploads: Buffer[];
}

export interface DemoProduct {
  row: ProductRow;
  enterprise: DemoEnterprise;
  /** Place in the demo's list of products, from 0. */
  index: number;
  certified: boolean;
}

export interface DemoEnterprise {
  row: EnterpriseRow;
  theme: Theme;
  themeIndex: number;
  owner: AccountRow;
  /** Officers who are not members of the enterprise, and so may decide about it. */
  officers: readonly AccountRow[];
  products: DemoProduct[];
}

export function newLedger(today: Day, pictures: DemoPictures): Ledger {
  return {
    today,
    pictures,
    uploads: [],
    tables: {
      accounts: [],
      api_keys: [],
      enterprises: [],
      memberships: [],
      account_areas: [],
      mandates: [],
      one_time_tokens: [],
      assisted_registrations: [],
      size_declarations: [],
      products: [],
      files: [],
      recognitions: [],
      product_photos: [],
      certificates: [],
      certificate_products: [],
      revocations: [],
      certificate_reminders: [],
      proposed_changes: [],
      reviews: [],
      review_reasons: [],
      bulk_decisions: [],
      bulk_decision_items: [],
      rechecks: [],
      internal_notes: [],
      queue_views: [],
      listings: [],
      evidence: [],
      assessments: [],
      sme_populations: [],
      checklist_answers: [],
      imports: [],
      import_rows: [],
      notices: [],
      form_drafts: [],
      journal: [],
    },
  };
}

/** The number that the next row of a table is built with. */
export function next(ledger: Ledger, table: keyof Rows): number {
  return ledger.tables[table].length + 1;
}

interface Told {
  before?: object;
  after?: object;
  /** What else the entry says beside before and after. */
  more?: object;
}

/** Notes in the journal what was done; `after` is what it led to, and the kind of subject is the event's first word unless said. */
export function note(
  ledger: Ledger,
  at: Date,
  actorId: string | null,
  event: string,
  subjectId: string,
  rest: Partial<Pick<JournalRow, "subjectKind" | "enterpriseId">> & Told = {},
): void {
  const { subjectKind = event.split(".")[0] ?? event, enterpriseId = null, before, after, more } = rest;
  const data = { ...more, ...(before && { before }), ...(after && { after }) };
  ledger.tables.journal.push({ at, actorId, event, subjectKind, subjectId, enterpriseId, data });
}

/** The instant so many hours before the demo's now. */
export function hoursAgo(ledger: Ledger, hours: number): Date {
  return new Date(startOfDay(ledger.today).getTime() - hours * 3_600_000);
}

/** An instant of the working hours so many days after the instant's day. */
export function workdayAfter(instant: Date, days: number, hour = 9): Date {
  return instantOn(addDays(dayOf(instant), days), hour);
}

export function isPast(ledger: Ledger, day: Day): boolean {
  return day < ledger.today;
}
