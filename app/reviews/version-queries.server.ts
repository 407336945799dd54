import { rows } from "~/platform/db/client.server";
import type { ChangeSubject } from "./proposed-change";
import type { JournalledEntry } from "./version";

// More than any owner makes in years; a subject changed more often shows its newest entries.
const mostEntries = 1000;

/** What the journal tells of a subject, the oldest first. Who may read it is asked of the subject before. */
export async function listSubjectEntries(kind: ChangeSubject, subjectId: string): Promise<JournalledEntry[]> {
  return rows<JournalledEntry>(
    `SELECT n.seq, n.at, n.event, n.data, n.actor_id AS "actorId", a.name AS "actorName", p.name AS "proposerName"
      FROM (SELECT * FROM journal j WHERE j.subject_kind = $1 AND j.subject_id = $2 ORDER BY j.seq DESC LIMIT ${mostEntries}) n
      LEFT JOIN accounts a ON a.id = n.actor_id
      LEFT JOIN accounts p ON p.id = (n.data->>'proposedById')::uuid
      ORDER BY n.seq`,
    [kind, subjectId],
  );
}
