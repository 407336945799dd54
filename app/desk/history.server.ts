import { certificateFacts } from "~/certification/certificate-change";
import { versionField } from "~/platform/http/fields";
import { productFields } from "~/products/product-change";
import { type ChangeSubject, diffOf } from "~/reviews/proposed-change";
import { type Version, versionsOf } from "~/reviews/version";
import { listSubjectEntries } from "~/reviews/version-queries.server";
import { changeKinds } from "./change-kinds.server";
import { type NamedRecognition, recognitionOf } from "./journal-details";
import { type ChangeReader, type ShownField, shownFields } from "./shown-change.server";

export type ShownVersion = Pick<Version, "number" | "seq" | "at" | "by" | "decidedBy" | "decidedAt"> & {
  /** What it changed, in words. */
  changed: string[];
  /** The signed decision by which it was verified. */
  recognition: NamedRecognition | null;
};

export interface History {
  /** The newest first. */
  versions: ShownVersion[];
  /** Two of them field by field; null while there are not two. */
  compared: { older: ShownVersion; newer: ShownVersion; fields: ShownField[] } | null;
}

const fieldsOf: Readonly<Record<ChangeSubject, readonly string[]>> = {
  product: productFields,
  certificate: certificateFacts,
};

/** The versions of a subject with two of them compared: those that the address names, else the newest two. */
export async function historyOf(
  { kind, id }: { kind: ChangeSubject; id: string },
  url: URL,
  reader: ChangeReader,
): Promise<History> {
  const entries = await listSubjectEntries(kind, id);
  const versions = versionsOf(entries, fieldsOf[kind]);
  const recognitions = entries.flatMap(({ seq, event, data }) => {
    const recognition = event === "certificate.verified" ? recognitionOf(data) : null;
    return recognition ? [{ seq, recognition: reader.isStaff ? recognition : { ...recognition, paperId: null } }] : [];
  });
  const shown = (version: Version): ShownVersion => {
    const { number, seq, at, by, decidedBy, decidedAt } = version;
    const until = versions[number]?.seq ?? Number.POSITIVE_INFINITY;
    const verified = recognitions.find((one) => one.seq >= seq && one.seq < until);
    const fields = fieldsOf[kind].filter((field) => version.changed.some((change) => change.field === field));
    const changed =
      number === 1
        ? [reader.t("desk:history.first")]
        : fields.map((field) => changeKinds[kind].fieldWords(reader.t, field));
    return { number, seq, at, by, decidedBy, decidedAt, changed, recognition: verified?.recognition ?? null };
  };
  const named = (parameter: string, otherwise: Version | undefined): Version | undefined => {
    const asked = versionField.safeParse(url.searchParams.get(parameter) ?? undefined).data;
    return versions.find(({ number }) => number === asked) ?? otherwise;
  };
  const chosen = [named("cu", versions.at(-2)), named("moi", versions.at(-1))];
  const [older, newer] = chosen.toSorted((one, other) => (one?.number ?? 0) - (other?.number ?? 0));
  return {
    versions: versions.map(shown).reverse(),
    compared:
      older && newer && older !== newer
        ? {
            older: shown(older),
            newer: shown(newer),
            fields: await shownFields(kind, diffOf(older.facts, newer.facts), reader),
          }
        : null,
  };
}
