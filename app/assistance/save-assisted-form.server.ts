import { json, redirect } from "@remix-run/node";
import { notFound, type Visit } from "~/accounts/door.server";
import type { Actor } from "~/accounts/session.server";
import type { AreaFormReply } from "~/areas/area-choice";
import { chooseArea } from "~/areas/choose-area.server";
import { dayOf } from "~/platform/day";
import { parseForm, refusedForm, typedValues } from "~/platform/http/form.server";
import { readForm } from "~/platform/http/read-form.server";
import { assistedSchema } from "./assisted-form";
import { saveAssisted } from "./save-assisted.server";

/** Reads and keeps the form of the owner and the enterprise, a new one or one that is edited. */
export async function saveAssistedForm(visit: Visit<Actor>, version: number, id?: string) {
  const { request, actor, acting, language, now, t } = visit;
  const { form, dispose } = await readForm(request);
  await dispose();
  if (id !== undefined) form.set("id", id);
  const submitted = parseForm(form, assistedSchema(dayOf(now)), language);
  const { areaId, candidates, errors } = await chooseArea(form, t);
  if (!submitted.value || !areaId) return json<AreaFormReply>({ form: submitted.state(errors), candidates }, 400);
  const { taxCode, ownerName, ownerPhone, version: typedVersion } = submitted.value;
  const saved = await saveAssisted(
    {
      id: submitted.value.id,
      version: version === 0 ? 0 : typedVersion,
      taxCode: taxCode.value,
      areaId,
      ownerName,
      ownerPhone,
      typed: typedValues(form),
    },
    actor,
    acting,
  );
  if (saved.ok) {
    await visit.dropDraft();
    const next = version === 0 ? "/san-pham" : "?da=luu";
    return redirect(`/ho-tro/${submitted.value.id}${next}`, 303);
  }
  if (saved.code === "notFound") throw notFound();
  return refusedForm(submitted, { language, namespace: "assistance", code: saved.code });
}
