import type { Permission, Role } from "~/accounts/access";
import type { Day } from "~/platform/day";
import type { Transaction } from "~/platform/db/transaction.server";
import type { Language, MessageKey } from "~/platform/i18n";
import type { Result } from "~/platform/result";
import type { Cell } from "~/platform/sheets/sheet";
import type { PlannedStatus } from "./import-workflow";

export type ImportValue = string | number | boolean;

/** Why a cell, or a row as a whole, cannot be taken in. The code is a whole catalogue key, "products:gtin.length". */
export interface Trouble {
  code: string;
  params?: Readonly<Record<string, string | number>>;
  /** Parameters that are themselves words of the catalogue, by their keys. */
  words?: Readonly<Record<string, MessageKey>>;
  /** What to write instead, where that can be told. */
  suggestion?: string;
}

export interface RowProblem extends Trouble {
  /** The field concerned; null when it is the row as a whole. */
  field: string | null;
  /** What the cell held, as text. */
  value?: string;
}

/** What a cell says; null where it says nothing after all. */
export type Reading = { ok: true; value: ImportValue | null } | ({ ok: false } & Trouble);

/** One thing that a column can say. Empty cells never reach `read`: they leave the thing as it is. */
export interface ImportField {
  name: string;
  label: MessageKey;
  /** What to write here, for the template. */
  note: MessageKey;
  /** Other titles that people give the column, in any case and with or without diacritics. */
  aliases: readonly string[];
  /** Whether every row must say it, or only rows that create something (the kind's plan refuses those that do not). */
  required?: "always" | "new";
  /** One per example row of the template; the empty string leaves the cell empty. */
  examples: readonly string[];
  read(cell: Cell): Reading;
}

/** A column that is passed over on purpose, because the portal itself decides what it says. */
export interface IgnoredColumn {
  aliases: readonly string[];
  reason: MessageKey;
}

/** A thing asked once for the whole file when it is uploaded. */
export interface FactField {
  name: string;
  label: MessageKey;
  hint?: MessageKey;
  /** A scan is kept as a stored file, and its id is the fact's value. */
  type: "text" | "day" | "checkbox" | "choice" | "scan";
  required?: boolean;
  choices?(language: Language): Promise<readonly { value: string; label: string }[]>;
}

/** For whom and with what rights rows are taken in. */
export interface ImportContext {
  importId: string;
  uploader: { accountId: string; role: Role };
  /** The enterprise of which the uploader is known to be a member; null for a kind that is not an enterprise's. */
  enterpriseId: string | null;
  /** Answers to the kind's fact fields: text as typed, days as ISO, "on" for a ticked box. */
  facts: Readonly<Record<string, string>>;
  now: Date;
  today: Day;
}

/** A row whose cells could all be read; fields whose cell was empty are missing. */
export interface ReadRow {
  number: number;
  /** The id of what this row creates, if it does; the same in the dry run and in the run. */
  newId: string;
  values: Readonly<Record<string, ImportValue>>;
}

export interface PlannedRow {
  number: number;
  outcome: PlannedStatus;
  /** What the row creates (its new id) or is about; null when refused. */
  subjectId: string | null;
  /** The fields that an update changes. */
  changes: readonly string[];
  problems: readonly RowProblem[];
  /** What no other row of the file may claim or touch, such as "gtin:8936…"; the later row is refused as a repetition. */
  claims: readonly string[];
  /** What no other row of the file may claim, though others may touch it too. */
  touches: readonly string[];
}

export interface Plan {
  rows: readonly PlannedRow[];
  /**
   * Writes the chosen rows (planned as create or update) set-based, with one journal entry each. Refused when something
   * is no longer as the plan read it: everything is then rolled back and planned again.
   */
  apply(tx: Transaction, chosen: ReadonlySet<number>): Promise<Result<null, "changed">>;
}

/**
 * Reads rows by SQL: for a dry run from the pool, for a run on the transaction's own connection. So that both give the
 * same, ask for instants as `::text`.
 */
export type ReadRows = <Row extends object>(sql: string, values: readonly unknown[]) => Promise<Row[]>;

/** One kind of table that can be imported; a capability brings it, and desk wires it. */
export interface ImportKind {
  /** Its word in the database. */
  name: string;
  /** Its word in addresses. */
  slug: string;
  title: MessageKey;
  lead: MessageKey;
  permission: Permission;
  /** Whether a file is about one enterprise, of which the uploader must be a member. */
  forEnterprise: boolean;
  fields: readonly ImportField[];
  ignored: readonly IgnoredColumn[];
  facts: readonly FactField[];
  /** What an update can change besides the fields, in words. */
  changeLabels?: Readonly<Record<string, MessageKey>>;
  /** The field by which people know a row. */
  titleField: string;
  /** Says of each row what would become of it, by one or two queries for the whole batch. */
  plan(rows: readonly ReadRow[], context: ImportContext, read: ReadRows): Promise<Plan>;
  /** Where one looks at what a row created or changed. */
  subjectPath(subjectId: string, enterpriseId: string | null): string;
}
