import { redirect } from "@remix-run/node";
import type { z } from "zod";
import type { Acting } from "~/platform/db/transaction.server";
import type { RecordPlace } from "~/platform/db/versioned-record.server";
import { badForm, parseForm, refusedForm } from "~/platform/http/form.server";
import { uuidParam } from "~/platform/http/params.server";
import type { Result } from "~/platform/result";
import { readFields } from "./account-form.server";
import { notFound, type Visit } from "./door.server";
import type { Actor } from "./session.server";

/** What stands in the address for a record that is not there yet. */
const newRecord = "moi";

/** The record that a page edits: null where it adds one, 404 where there is none. */
export async function editedRecord<R>(
  param: string | undefined,
  find: (id: string) => Promise<R | undefined>,
): Promise<R | null> {
  if (param === newRecord) return null;
  const record = await find(uuidParam(param));
  if (!record) throw notFound();
  return record;
}

interface RecordForm<F extends { id: string }> {
  schema: (isNew: boolean) => z.ZodType<F>;
  write: (place: RecordPlace, form: F, actor: Actor, acting: Acting) => Promise<Result<unknown, string>>;
  namespace: string;
  /** Where the saved form leads. */
  saved: string;
}

/** Answers the form of a page that adds or edits one record. */
export async function answerRecordForm<F extends { id: string }>(
  { request, actor, acting, language }: Visit<Actor>,
  param: string | undefined,
  { schema, write, namespace, saved }: RecordForm<F>,
) {
  const isNew = param === newRecord;
  const submitted = parseForm(await readFields(request), schema(isNew), language);
  if (!submitted.value) return badForm(submitted);
  const place = { isNew, id: isNew ? submitted.value.id : uuidParam(param) };
  const written = await write(place, submitted.value, actor, acting);
  if (written.ok) return redirect(saved, 303);
  if (written.code === "notFound") throw notFound();
  return refusedForm(submitted, { language, namespace, code: written.code });
}
