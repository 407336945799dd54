-- DropForeignKey
ALTER TABLE "held_forms" DROP CONSTRAINT "held_forms_account_id_fkey";

-- AlterTable
ALTER TABLE "accounts" ADD COLUMN     "notice_delivery" TEXT NOT NULL DEFAULT 'each',
ADD COLUMN     "phone" TEXT,
ADD COLUMN     "phone_confirmed_at" TIMESTAMPTZ(3),
ALTER COLUMN "email" DROP NOT NULL;

-- AlterTable
ALTER TABLE "one_time_tokens" ADD COLUMN     "area_ids" TEXT[],
ADD COLUMN     "enterprise_id" UUID,
ADD COLUMN     "phone" TEXT;

-- AlterTable
ALTER TABLE "mails" ADD COLUMN     "sending_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "files" ADD COLUMN     "picture_hash" BIGINT;

-- AlterTable
ALTER TABLE "certificates" ADD COLUMN     "code" TEXT,
ADD COLUMN     "supersedes_id" UUID;

-- AlterTable
ALTER TABLE "reviews" ADD COLUMN     "area_id" TEXT,
ADD COLUMN     "barred_id" UUID,
ADD COLUMN     "due_on" DATE NOT NULL DEFAULT CURRENT_TIMESTAMP,
ADD COLUMN     "label" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "lease_until" TIMESTAMPTZ(3),
ADD COLUMN     "risk" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "scheme_id" UUID;

-- DropTable
DROP TABLE "held_forms";

-- CreateTable
CREATE TABLE "account_areas" (
    "account_id" UUID NOT NULL,
    "area_id" TEXT NOT NULL,

    CONSTRAINT "account_areas_pkey" PRIMARY KEY ("account_id","area_id")
);

-- CreateTable
CREATE TABLE "assisted_registrations" (
    "id" UUID NOT NULL,
    "created_by_id" UUID NOT NULL,
    "enterprise_id" UUID,
    "area_id" TEXT NOT NULL,
    "owner_name" TEXT NOT NULL,
    "owner_phone" TEXT NOT NULL,
    "enterprise" JSONB,
    "products" JSONB NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_at" TIMESTAMPTZ(3),
    "confirmed_how" TEXT,
    "owner_id" UUID,
    "sheet_id" UUID,

    CONSTRAINT "assisted_registrations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_codes" (
    "id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "phone" TEXT NOT NULL,
    "account_id" UUID,
    "subject_id" UUID,
    "code_hash" BYTEA NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_codes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "form_drafts" (
    "account_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "fields" JSONB NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "form_drafts_pkey" PRIMARY KEY ("account_id","path")
);

-- CreateTable
CREATE TABLE "text_messages" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "channel" TEXT,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "valid_until" TIMESTAMPTZ(3),
    "sending_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "text_messages_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notices" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "event" TEXT NOT NULL,
    "enterprise_id" UUID,
    "once_key" TEXT,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "path" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "read_at" TIMESTAMPTZ(3),
    "told_at" TIMESTAMPTZ(3),

    CONSTRAINT "notices_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "former_members" (
    "account_id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "left_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "former_members_pkey" PRIMARY KEY ("account_id","enterprise_id")
);

-- CreateTable
CREATE TABLE "mandates" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "opened_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "mandates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checklist_items" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "required" BOOLEAN NOT NULL,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "guidance_vi" TEXT NOT NULL DEFAULT '',
    "guidance_en" TEXT NOT NULL DEFAULT '',
    "active" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "checklist_items_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "checklist_answers" (
    "id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "item_id" UUID NOT NULL,
    "status" TEXT NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "file_id" UUID,
    "answered_by_id" UUID,
    "answered_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision_note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "checklist_answers_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "revocations" (
    "id" UUID NOT NULL,
    "certificate_id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'proposed',
    "effective_on" DATE NOT NULL,
    "reason" TEXT NOT NULL,
    "explanation" TEXT NOT NULL,
    "document_id" UUID,
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "revocations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certificate_reminders" (
    "certificate_id" UUID NOT NULL,
    "valid_to" DATE NOT NULL,
    "days_before" INTEGER NOT NULL,
    "reminded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "certificate_reminders_pkey" PRIMARY KEY ("certificate_id","valid_to","days_before")
);

-- CreateTable
CREATE TABLE "proposed_changes" (
    "id" UUID NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "base_version" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "before" JSONB NOT NULL,
    "after" JSONB NOT NULL,
    "note" TEXT NOT NULL DEFAULT '',
    "status" TEXT NOT NULL DEFAULT 'open',
    "proposed_by_id" UUID NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "proposed_changes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rechecks" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "drawn_at" TIMESTAMPTZ(3) NOT NULL,
    "judged_by_id" UUID,
    "judged_at" TIMESTAMPTZ(3),
    "decision" TEXT,
    "agrees" BOOLEAN,
    "comment" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "rechecks_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bench_settings" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "recheck_basis_points" INTEGER NOT NULL DEFAULT 500,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "bench_settings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reasons" (
    "id" UUID NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "field" TEXT,
    "words_vi" TEXT NOT NULL,
    "words_en" TEXT NOT NULL,
    "advice_vi" TEXT NOT NULL,
    "advice_en" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "reasons_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "internal_notes" (
    "id" UUID NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "text" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "internal_notes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "public_holidays" (
    "day" DATE NOT NULL,
    "kind" TEXT NOT NULL,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "certain" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "public_holidays_pkey" PRIMARY KEY ("day")
);

-- CreateTable
CREATE TABLE "service_times" (
    "subject_kind" TEXT NOT NULL,
    "working_days" INTEGER NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "service_times_pkey" PRIMARY KEY ("subject_kind")
);

-- CreateTable
CREATE TABLE "queue_views" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "is_default" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "queue_views_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "imports" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "uploader_id" UUID NOT NULL,
    "enterprise_id" UUID,
    "file_id" UUID NOT NULL,
    "retry_of_id" UUID,
    "status" TEXT NOT NULL DEFAULT 'uploaded',
    "source" JSONB NOT NULL,
    "sheet" INTEGER NOT NULL DEFAULT 0,
    "header_row" INTEGER NOT NULL DEFAULT 0,
    "data_from" INTEGER NOT NULL DEFAULT 1,
    "columns" JSONB NOT NULL DEFAULT '[]',
    "facts" JSONB NOT NULL DEFAULT '{}',
    "policy" TEXT,
    "failure" TEXT,
    "will_create" INTEGER NOT NULL DEFAULT 0,
    "will_update" INTEGER NOT NULL DEFAULT 0,
    "will_skip" INTEGER NOT NULL DEFAULT 0,
    "will_refuse" INTEGER NOT NULL DEFAULT 0,
    "created" INTEGER NOT NULL DEFAULT 0,
    "updated" INTEGER NOT NULL DEFAULT 0,
    "skipped" INTEGER NOT NULL DEFAULT 0,
    "refused" INTEGER NOT NULL DEFAULT 0,
    "done_through" INTEGER NOT NULL DEFAULT 0,
    "lease_id" UUID,
    "lease_until" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "started_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "imports_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_rows" (
    "import_id" UUID NOT NULL,
    "number" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "subject_id" UUID,
    "values" JSONB NOT NULL DEFAULT '{}',
    "changes" TEXT[],
    "problems" JSONB,

    CONSTRAINT "import_rows_pkey" PRIMARY KEY ("import_id","number")
);

-- CreateIndex
CREATE INDEX "account_areas_area_id_idx" ON "account_areas"("area_id");

-- CreateIndex
CREATE INDEX "assisted_registrations_created_by_id_saved_at_idx" ON "assisted_registrations"("created_by_id", "saved_at");

-- CreateIndex
CREATE INDEX "assisted_registrations_enterprise_id_idx" ON "assisted_registrations"("enterprise_id");

-- CreateIndex
CREATE INDEX "one_time_codes_phone_purpose_idx" ON "one_time_codes"("phone", "purpose");

-- CreateIndex
CREATE INDEX "one_time_codes_account_id_idx" ON "one_time_codes"("account_id");

-- CreateIndex
CREATE INDEX "one_time_codes_expires_at_idx" ON "one_time_codes"("expires_at");

-- CreateIndex
CREATE INDEX "form_drafts_account_id_saved_at_idx" ON "form_drafts"("account_id", "saved_at");

-- CreateIndex
CREATE INDEX "form_drafts_saved_at_idx" ON "form_drafts"("saved_at");

-- CreateIndex
CREATE INDEX "text_messages_created_at_idx" ON "text_messages"("created_at");

-- CreateIndex
CREATE INDEX "text_messages_status_created_at_idx" ON "text_messages"("status", "created_at");

-- CreateIndex
CREATE INDEX "text_messages_recipient_created_at_idx" ON "text_messages"("recipient", "created_at");

-- CreateIndex
CREATE INDEX "notices_account_id_created_at_idx" ON "notices"("account_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "notices_account_id_once_key_key" ON "notices"("account_id", "once_key");

-- CreateIndex
CREATE INDEX "former_members_enterprise_id_idx" ON "former_members"("enterprise_id");

-- CreateIndex
CREATE INDEX "mandates_account_id_enterprise_id_idx" ON "mandates"("account_id", "enterprise_id");

-- CreateIndex
CREATE INDEX "mandates_enterprise_id_opened_at_idx" ON "mandates"("enterprise_id", "opened_at");

-- CreateIndex
CREATE UNIQUE INDEX "checklist_items_code_key" ON "checklist_items"("code");

-- CreateIndex
CREATE INDEX "checklist_answers_item_id_idx" ON "checklist_answers"("item_id");

-- CreateIndex
CREATE INDEX "checklist_answers_file_id_idx" ON "checklist_answers"("file_id");

-- CreateIndex
CREATE UNIQUE INDEX "checklist_answers_enterprise_id_item_id_key" ON "checklist_answers"("enterprise_id", "item_id");

-- CreateIndex
CREATE INDEX "revocations_certificate_id_proposed_at_idx" ON "revocations"("certificate_id", "proposed_at");

-- CreateIndex
CREATE INDEX "revocations_document_id_idx" ON "revocations"("document_id");

-- CreateIndex
CREATE INDEX "revocations_proposed_by_id_idx" ON "revocations"("proposed_by_id");

-- CreateIndex
CREATE INDEX "revocations_decided_by_id_idx" ON "revocations"("decided_by_id");

-- CreateIndex
CREATE INDEX "proposed_changes_subject_kind_subject_id_proposed_at_idx" ON "proposed_changes"("subject_kind", "subject_id", "proposed_at");

-- CreateIndex
CREATE INDEX "proposed_changes_enterprise_id_proposed_at_idx" ON "proposed_changes"("enterprise_id", "proposed_at");

-- CreateIndex
CREATE INDEX "proposed_changes_proposed_by_id_idx" ON "proposed_changes"("proposed_by_id");

-- CreateIndex
CREATE INDEX "proposed_changes_decided_by_id_idx" ON "proposed_changes"("decided_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "rechecks_review_id_key" ON "rechecks"("review_id");

-- CreateIndex
CREATE INDEX "rechecks_judged_by_id_idx" ON "rechecks"("judged_by_id");

-- CreateIndex
CREATE INDEX "rechecks_judged_at_drawn_at_idx" ON "rechecks"("judged_at", "drawn_at");

-- CreateIndex
CREATE UNIQUE INDEX "reasons_subject_kind_code_key" ON "reasons"("subject_kind", "code");

-- CreateIndex
CREATE INDEX "internal_notes_subject_kind_subject_id_created_at_idx" ON "internal_notes"("subject_kind", "subject_id", "created_at");

-- CreateIndex
CREATE INDEX "internal_notes_author_id_idx" ON "internal_notes"("author_id");

-- CreateIndex
CREATE UNIQUE INDEX "queue_views_account_id_name_key" ON "queue_views"("account_id", "name");

-- CreateIndex
CREATE INDEX "imports_uploader_id_created_at_idx" ON "imports"("uploader_id", "created_at");

-- CreateIndex
CREATE INDEX "imports_enterprise_id_created_at_idx" ON "imports"("enterprise_id", "created_at");

-- CreateIndex
CREATE INDEX "imports_created_at_idx" ON "imports"("created_at");

-- CreateIndex
CREATE INDEX "imports_file_id_idx" ON "imports"("file_id");

-- CreateIndex
CREATE INDEX "imports_retry_of_id_idx" ON "imports"("retry_of_id");

-- CreateIndex
CREATE INDEX "import_rows_import_id_status_number_idx" ON "import_rows"("import_id", "status", "number");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_phone_key" ON "accounts"("phone");

-- CreateIndex
CREATE INDEX "one_time_tokens_enterprise_id_idx" ON "one_time_tokens"("enterprise_id");

-- CreateIndex
CREATE INDEX "mails_status_created_at_idx" ON "mails"("status", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "certificates_code_key" ON "certificates"("code");

-- CreateIndex
CREATE INDEX "reviews_barred_id_idx" ON "reviews"("barred_id");

-- AddForeignKey
ALTER TABLE "form_drafts" ADD CONSTRAINT "form_drafts_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notices" ADD CONSTRAINT "notices_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mandates" ADD CONSTRAINT "mandates_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mandates" ADD CONSTRAINT "mandates_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checklist_answers" ADD CONSTRAINT "checklist_answers_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checklist_answers" ADD CONSTRAINT "checklist_answers_item_id_fkey" FOREIGN KEY ("item_id") REFERENCES "checklist_items"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "checklist_answers" ADD CONSTRAINT "checklist_answers_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "files"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_supersedes_id_fkey" FOREIGN KEY ("supersedes_id") REFERENCES "certificates"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revocations" ADD CONSTRAINT "revocations_certificate_id_fkey" FOREIGN KEY ("certificate_id") REFERENCES "certificates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "revocations" ADD CONSTRAINT "revocations_document_id_fkey" FOREIGN KEY ("document_id") REFERENCES "files"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate_reminders" ADD CONSTRAINT "certificate_reminders_certificate_id_fkey" FOREIGN KEY ("certificate_id") REFERENCES "certificates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "rechecks" ADD CONSTRAINT "rechecks_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "reviews"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imports" ADD CONSTRAINT "imports_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "files"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "imports" ADD CONSTRAINT "imports_retry_of_id_fkey" FOREIGN KEY ("retry_of_id") REFERENCES "imports"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_rows" ADD CONSTRAINT "import_rows_import_id_fkey" FOREIGN KEY ("import_id") REFERENCES "imports"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say of intake.

-- An account is reached by e-mail, by phone, or both; only what was confirmed signs in.
ALTER TABLE accounts
  ADD CONSTRAINT accounts_phone_is_normal CHECK (phone ~ '^\+[1-9][0-9]{6,14}$'),
  ADD CONSTRAINT accounts_are_reachable CHECK (email IS NOT NULL OR phone IS NOT NULL),
  ADD CONSTRAINT accounts_notice_delivery_is_known CHECK (notice_delivery IN ('each', 'daily'));
ALTER TABLE accounts DROP CONSTRAINT accounts_role_is_known;
ALTER TABLE accounts ADD CONSTRAINT accounts_role_is_known CHECK (role IN ('owner', 'digital-team', 'officer', 'leader', 'administrator'));

CREATE INDEX notices_untold ON notices (account_id, created_at) WHERE told_at IS NULL;
CREATE INDEX notices_unread ON notices (account_id, created_at) WHERE read_at IS NULL;
CREATE INDEX notices_by_age ON notices (created_at);
ALTER TABLE notices ADD CONSTRAINT notices_enterprise_fkey FOREIGN KEY (enterprise_id) REFERENCES enterprises (id);

ALTER TABLE mails DROP CONSTRAINT mails_status_is_known;
ALTER TABLE mails
  ADD CONSTRAINT mails_status_is_known CHECK (status IN ('waiting', 'sending', 'sent', 'stored', 'failed', 'uncertain')),
  ADD CONSTRAINT mails_sending_is_timed CHECK (status NOT IN ('sending', 'uncertain') OR sending_at IS NOT NULL);
CREATE INDEX mails_unsettled ON mails (created_at) WHERE status IN ('waiting', 'sending');

ALTER TABLE reviews DROP CONSTRAINT reviews_subject_kind_is_known;
ALTER TABLE reviews
  ADD CONSTRAINT reviews_subject_kind_is_known CHECK (subject_kind IN ('certificate', 'listing', 'change', 'revocation', 'checklist-answer')),
  ADD CONSTRAINT reviews_scheme_fkey FOREIGN KEY (scheme_id) REFERENCES schemes (id),
  ADD CONSTRAINT reviews_area_fkey FOREIGN KEY (area_id) REFERENCES areas (id);

-- Anyone checks a certificate by a code like those of products (without 0, o, 1, i and l). The database gives it, so that no
-- way of adding certificates can forget it; one byte of a random uuid per letter is random enough and secret enough.
CREATE FUNCTION new_public_code() RETURNS text LANGUAGE sql VOLATILE
  RETURN (SELECT string_agg(substr('23456789abcdefghjkmnpqrstuvwxyz', 1 + get_byte(uuid_send(gen_random_uuid()), 0) % 31, 1), '')
    FROM generate_series(1, 8));
UPDATE certificates SET code = new_public_code();
ALTER TABLE certificates
  ALTER COLUMN code SET DEFAULT new_public_code(),
  ADD CONSTRAINT certificates_verified_are_checkable CHECK (verified_at IS NULL OR code IS NOT NULL),
  ADD CONSTRAINT certificates_renew_another CHECK (supersedes_id <> id);
-- A renewal may keep its number; a certificate has one renewal that is open or verified.
DROP INDEX certificates_number_once;
CREATE UNIQUE INDEX certificates_number_once ON certificates (enterprise_id, scheme_id, number_key, supersedes_id) NULLS NOT DISTINCT
  WHERE status NOT IN ('refused', 'withdrawn');
CREATE UNIQUE INDEX certificates_one_renewal ON certificates (supersedes_id) WHERE status NOT IN ('refused', 'withdrawn', 'revoked');
-- A certificate with a revocation to come is valid until then.
DROP INDEX certificates_valid_to;
CREATE INDEX certificates_valid_to ON certificates (valid_to) WHERE verified_at IS NOT NULL;

-- A number is looked up by its letters and digits alone: what stands between them differs from copy to copy.
CREATE FUNCTION number_letters(number text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN regexp_replace(fold_text(number), '[^a-z0-9]', '', 'g');
CREATE INDEX certificates_number_letters ON certificates (scheme_id, number_letters(number));

-- Scans that look alike are found by comparing all of these: a few bytes each.
CREATE INDEX files_picture_hash ON files (picture_hash, id) WHERE purpose = 'scan' AND picture_hash IS NOT NULL;
ALTER TABLE files DROP CONSTRAINT files_purpose_is_known;
ALTER TABLE files ADD CONSTRAINT files_purpose_is_known CHECK (purpose IN ('photo', 'scan', 'screenshot', 'document', 'import', 'sheet'));

ALTER TABLE revocations
  ADD CONSTRAINT revocations_status_is_known CHECK (status IN ('proposed', 'confirmed', 'rejected', 'withdrawn')),
  ADD CONSTRAINT revocations_reason_is_known CHECK (reason IN ('conditions-lost', 'false-information', 'issuer-decision', 'holder-request', 'enterprise-closed', 'verified-in-error', 'other')),
  ADD CONSTRAINT revocations_explanation_length CHECK (length(explanation) BETWEEN 1 AND 2000),
  ADD CONSTRAINT revocations_decision_is_whole CHECK ((status = 'proposed') = (decided_at IS NULL) AND (decided_at IS NULL) = (decided_by_id IS NULL)),
  ADD CONSTRAINT revocations_second_officer CHECK (status NOT IN ('confirmed', 'rejected') OR decided_by_id <> proposed_by_id),
  ADD CONSTRAINT revocations_withdrawn_by_proposer CHECK (status <> 'withdrawn' OR decided_by_id = proposed_by_id),
  ADD CONSTRAINT revocations_proposed_by_fkey FOREIGN KEY (proposed_by_id) REFERENCES accounts (id),
  ADD CONSTRAINT revocations_decided_by_fkey FOREIGN KEY (decided_by_id) REFERENCES accounts (id);
CREATE UNIQUE INDEX revocations_one_open ON revocations (certificate_id) WHERE status = 'proposed';

ALTER TABLE certificate_reminders ADD CONSTRAINT certificate_reminders_days_are_known CHECK (days_before IN (90, 30, 7));
-- Acting for an enterprise. Who may act for it now (members, and staff with an open mandate), and who is a party to its
-- affairs and so never decides on them (also whoever once was).
ALTER TABLE mandates
  ADD CONSTRAINT mandates_end_after_they_open CHECK (ends_at > opened_at AND ended_at >= opened_at),
  ADD CONSTRAINT mandates_have_a_reason CHECK (reason <> '');
CREATE UNIQUE INDEX mandates_one_open ON mandates (account_id, enterprise_id) WHERE ended_at IS NULL;
ALTER TABLE former_members
  ADD CONSTRAINT former_members_account_fkey FOREIGN KEY (account_id) REFERENCES accounts (id),
  ADD CONSTRAINT former_members_enterprise_fkey FOREIGN KEY (enterprise_id) REFERENCES enterprises (id);
CREATE VIEW representatives AS
  SELECT account_id, enterprise_id, NULL::uuid AS mandate_id FROM memberships
  UNION ALL
  SELECT d.account_id, d.enterprise_id, d.id FROM mandates d
    WHERE d.ended_at IS NULL AND d.ends_at > now()
      AND NOT EXISTS (SELECT FROM memberships m WHERE m.account_id = d.account_id AND m.enterprise_id = d.enterprise_id);

ALTER TABLE proposed_changes
  ADD CONSTRAINT proposed_changes_subject_kind_is_known CHECK (subject_kind IN ('product', 'certificate')),
  ADD CONSTRAINT proposed_changes_status_is_known CHECK (status IN ('open', 'applied', 'returned', 'refused', 'withdrawn')),
  ADD CONSTRAINT proposed_changes_decision_is_whole CHECK ((decided_by_id IS NULL) = (decided_at IS NULL) AND (status IN ('applied', 'returned', 'refused')) = (decided_at IS NOT NULL)),
  ADD CONSTRAINT proposed_changes_change_something CHECK (before <> after AND jsonb_typeof(before) = 'object' AND jsonb_typeof(after) = 'object'),
  ADD CONSTRAINT proposed_changes_label_length CHECK (length(label) <= 300 AND length(note) <= 2000),
  ADD CONSTRAINT proposed_changes_enterprise_fkey FOREIGN KEY (enterprise_id) REFERENCES enterprises (id),
  ADD CONSTRAINT proposed_changes_proposed_by_fkey FOREIGN KEY (proposed_by_id) REFERENCES accounts (id),
  ADD CONSTRAINT proposed_changes_decided_by_fkey FOREIGN KEY (decided_by_id) REFERENCES accounts (id);
-- What was returned is still its owner's to mend or to give up, and stands in the way of another.
CREATE UNIQUE INDEX proposed_changes_one_live ON proposed_changes (subject_kind, subject_id) WHERE status IN ('open', 'returned');

ALTER TABLE text_messages
  ADD CONSTRAINT text_messages_status_is_known CHECK (status IN ('waiting', 'sending', 'sent', 'stored', 'failed', 'uncertain')),
  ADD CONSTRAINT text_messages_channel_is_known CHECK (channel IN ('sms', 'zalo')),
  ADD CONSTRAINT text_messages_sent_is_timed CHECK ((status = 'sent') = (sent_at IS NOT NULL)),
  ADD CONSTRAINT text_messages_sending_is_timed CHECK (status NOT IN ('sending', 'uncertain') OR sending_at IS NOT NULL),
  ADD CONSTRAINT text_messages_recipient_is_normal CHECK (recipient ~ '^\+[1-9][0-9]{6,14}$');
CREATE INDEX text_messages_unsettled ON text_messages (created_at) WHERE status IN ('waiting', 'sending');
-- A draft is bounded also where the code forgets to be.
ALTER TABLE form_drafts
  ADD CONSTRAINT form_drafts_path_is_short CHECK (length(path) BETWEEN 1 AND 1000),
  ADD CONSTRAINT form_drafts_fields_are_bounded CHECK (jsonb_typeof(fields) = 'object' AND length(fields::text) <= 400000);
ALTER TABLE imports
  ADD CONSTRAINT imports_status_is_known CHECK (status IN ('uploaded', 'mapped', 'planned', 'running', 'paused', 'finished', 'cancelled', 'failed')),
  ADD CONSTRAINT imports_policy_is_known CHECK (policy IN ('skip', 'stop', 'all')),
  ADD CONSTRAINT imports_start_has_a_policy CHECK (status NOT IN ('running', 'paused', 'finished') OR (policy IS NOT NULL AND started_at IS NOT NULL)),
  ADD CONSTRAINT imports_end_is_timed CHECK ((status IN ('finished', 'cancelled', 'failed')) = (finished_at IS NOT NULL)),
  ADD CONSTRAINT imports_lease_is_whole CHECK ((lease_id IS NULL) = (lease_until IS NULL)),
  ADD CONSTRAINT imports_uploader_fkey FOREIGN KEY (uploader_id) REFERENCES accounts (id),
  ADD CONSTRAINT imports_enterprise_fkey FOREIGN KEY (enterprise_id) REFERENCES enterprises (id);
CREATE INDEX imports_at_work ON imports (lease_until) WHERE status IN ('mapped', 'running');
ALTER TABLE import_rows
  ADD CONSTRAINT import_rows_status_is_known CHECK (status IN ('create', 'update', 'skip', 'refuse', 'created', 'updated', 'skipped', 'refused'));

-- Rows of an import find the products of their enterprise by name, in any spelling.
CREATE INDEX products_name_in_enterprise ON products (enterprise_id, fold_text(name));
-- Service times in working days of Vietnam: Monday to Friday, without public holidays, with days worked in exchange.
ALTER TABLE public_holidays
  ADD CONSTRAINT public_holidays_kind_is_known CHECK (kind IN ('holiday', 'working-day')),
  ADD CONSTRAINT public_holidays_names CHECK (length(name_vi) BETWEEN 1 AND 200 AND length(name_en) BETWEEN 1 AND 200);
ALTER TABLE service_times
  ADD CONSTRAINT service_times_subject_kind_is_known CHECK (subject_kind IN ('certificate', 'listing', 'change', 'revocation', 'checklist-answer')),
  ADD CONSTRAINT service_times_range CHECK (working_days BETWEEN 1 AND 60);
INSERT INTO service_times (subject_kind, working_days) VALUES
  ('certificate', 5), ('listing', 3), ('change', 3), ('revocation', 2), ('checklist-answer', 5);

CREATE FUNCTION vietnam_day(instant timestamptz) RETURNS date
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT RETURN (instant AT TIME ZONE 'Asia/Ho_Chi_Minh')::date;

-- The n-th working day after a day; n is at most 60, and no year has a hundred days off besides weekends.
CREATE FUNCTION working_day_after(start date, days integer) RETURNS date LANGUAGE sql STABLE STRICT AS $$
  SELECT start + n FROM generate_series(1, days * 2 + 100) n
    LEFT JOIN public_holidays h ON h.day = start + n
   WHERE COALESCE(h.kind = 'working-day', extract(isodow FROM start + n) < 6)
   ORDER BY n OFFSET days - 1 LIMIT 1
$$;

-- How many working days lie after the first day, up to and with the last; 5 January 1970 was a Monday.
CREATE FUNCTION working_days_between(first date, last date) RETURNS integer LANGUAGE sql STABLE STRICT AS $$
  SELECT CASE WHEN last <= first THEN 0 ELSE (
    (last - date '1970-01-04') / 7 * 5 + least((last - date '1970-01-04') % 7, 5)
    - (first - date '1970-01-04') / 7 * 5 - least((first - date '1970-01-04') % 7, 5)
    + (SELECT count(*) FILTER (WHERE kind = 'working-day' AND extract(isodow FROM day) > 5)
            - count(*) FILTER (WHERE kind = 'holiday' AND extract(isodow FROM day) < 6)
         FROM public_holidays WHERE day > first AND day <= last))::integer END
$$;

CREATE FUNCTION review_due_on(kind text, opened timestamptz) RETURNS date LANGUAGE sql STABLE STRICT
  RETURN working_day_after(vietnam_day(opened), (SELECT working_days FROM service_times WHERE subject_kind = kind));

CREATE FUNCTION set_review_due_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.due_on := review_due_on(NEW.subject_kind, NEW.opened_at);
  RETURN NEW;
END $$;
CREATE TRIGGER reviews_due_on BEFORE INSERT ON reviews FOR EACH ROW EXECUTE FUNCTION set_review_due_on();

-- What is open follows the calendar and the service times; what was decided keeps the day that was promised.
CREATE FUNCTION set_open_reviews_due_on() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE reviews r SET due_on = promised.due_on
    FROM (SELECT subject_kind, vietnam_day(opened_at) AS opened_on, review_due_on(subject_kind, min(opened_at)) AS due_on
            FROM reviews WHERE status IN ('waiting', 'claimed') GROUP BY 1, 2) promised
   WHERE r.status IN ('waiting', 'claimed') AND r.subject_kind = promised.subject_kind
     AND vietnam_day(r.opened_at) = promised.opened_on AND r.due_on <> promised.due_on;
  RETURN NULL;
END $$;
CREATE TRIGGER public_holidays_move_due_days AFTER INSERT OR UPDATE OR DELETE ON public_holidays
  FOR EACH STATEMENT EXECUTE FUNCTION set_open_reviews_due_on();
CREATE TRIGGER service_times_move_due_days AFTER UPDATE ON service_times
  FOR EACH STATEMENT EXECUTE FUNCTION set_open_reviews_due_on();

-- Reviews from before: what the queue shows of them, their day, and a claim of the older kind, free again.
UPDATE reviews SET due_on = review_due_on(subject_kind, opened_at), lease_until = claimed_at,
  area_id = (SELECT e.area_id FROM enterprises e WHERE e.id = enterprise_id),
  scheme_id = (SELECT c.scheme_id FROM certificates c WHERE subject_kind = 'certificate' AND c.id = subject_id),
  label = COALESCE((SELECT c.number FROM certificates c WHERE subject_kind = 'certificate' AND c.id = subject_id),
    (SELECT left(p.name, 300) FROM listings l JOIN products p ON p.id = l.product_id WHERE subject_kind = 'listing' AND l.id = subject_id), '');

ALTER TABLE reviews
  ADD CONSTRAINT reviews_lease_is_whole CHECK (status <> 'claimed' OR lease_until IS NOT NULL),
  ADD CONSTRAINT reviews_label_length CHECK (length(label) <= 300),
  ADD CONSTRAINT reviews_barred_fkey FOREIGN KEY (barred_id) REFERENCES accounts (id);
CREATE INDEX reviews_open_by_due ON reviews (due_on, opened_at, id) WHERE status IN ('waiting', 'claimed');
CREATE INDEX reviews_open_by_age ON reviews (opened_at, id) WHERE status IN ('waiting', 'claimed');
CREATE INDEX reviews_open_by_risk ON reviews (risk DESC, due_on, opened_at, id) WHERE status IN ('waiting', 'claimed');
CREATE INDEX reviews_open_by_kind ON reviews (subject_kind, due_on, opened_at, id) WHERE status IN ('waiting', 'claimed');
CREATE INDEX reviews_open_by_scheme ON reviews (scheme_id, due_on, opened_at, id) WHERE status IN ('waiting', 'claimed');
CREATE INDEX reviews_open_by_area ON reviews (area_id, due_on, opened_at, id) WHERE status IN ('waiting', 'claimed');
CREATE INDEX reviews_open_by_holder ON reviews (claimed_by_id, due_on, opened_at, id) WHERE status = 'claimed';
CREATE INDEX reviews_open_search ON reviews USING gin (fold_text(label) gin_trgm_ops) WHERE status IN ('waiting', 'claimed');

ALTER TABLE queue_views
  ADD CONSTRAINT queue_views_account_fkey FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE,
  ADD CONSTRAINT queue_views_name_length CHECK (length(name) BETWEEN 1 AND 60),
  ADD CONSTRAINT queue_views_query_length CHECK (length(query) <= 1000);
CREATE UNIQUE INDEX queue_views_one_default ON queue_views (account_id) WHERE is_default;

ALTER TABLE one_time_tokens DROP CONSTRAINT one_time_tokens_purpose_is_known;
ALTER TABLE one_time_tokens
  ADD CONSTRAINT one_time_tokens_purpose_is_known CHECK (purpose IN ('confirm-email', 'reset-password', 'invitation', 'set-up', 'change-email', 'activation')),
  ADD CONSTRAINT one_time_tokens_enterprise_fkey FOREIGN KEY (enterprise_id) REFERENCES enterprises (id);
ALTER TABLE one_time_codes
  ADD CONSTRAINT one_time_codes_purpose_is_known CHECK (purpose IN ('confirm-phone', 'reset-password', 'change-phone', 'confirm-assisted')),
  ADD CONSTRAINT one_time_codes_account_fkey FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE;

ALTER TABLE checklist_items ADD CONSTRAINT checklist_items_kind_is_known CHECK (kind IN ('computed', 'attested', 'verified'));
ALTER TABLE checklist_answers
  ADD CONSTRAINT checklist_answers_status_is_known CHECK (status IN ('attested', 'withdrawn', 'submitted', 'accepted', 'returned', 'waived')),
  ADD CONSTRAINT checklist_answers_notes_length CHECK (length(note) <= 2000 AND length(decision_note) <= 2000),
  ADD CONSTRAINT checklist_answers_decision_is_whole CHECK ((status IN ('accepted', 'returned', 'waived')) = (decided_at IS NOT NULL) AND (decided_by_id IS NULL) = (decided_at IS NULL)),
  ADD CONSTRAINT checklist_answers_answered_by_fkey FOREIGN KEY (answered_by_id) REFERENCES accounts (id),
  ADD CONSTRAINT checklist_answers_decided_by_fkey FOREIGN KEY (decided_by_id) REFERENCES accounts (id);
ALTER TABLE reasons
  ADD CONSTRAINT reasons_subject_kind_is_known CHECK (subject_kind IN ('certificate', 'listing', 'change', 'revocation', 'checklist-answer')),
  ADD CONSTRAINT reasons_code_format CHECK (code ~ '^[a-z][A-Za-z0-9-]{0,59}$'),
  ADD CONSTRAINT reasons_words CHECK (length(words_vi) BETWEEN 1 AND 200 AND length(words_en) BETWEEN 1 AND 200 AND length(advice_vi) <= 500 AND length(advice_en) <= 500);
CREATE INDEX review_reasons_by_code ON review_reasons (reason, field);
CREATE INDEX reviews_decided ON reviews (decided_at, subject_kind) WHERE status = 'decided';

ALTER TABLE internal_notes
  ADD CONSTRAINT internal_notes_subject_kind_is_known CHECK (subject_kind IN ('certificate', 'listing', 'change', 'revocation', 'checklist-answer')),
  ADD CONSTRAINT internal_notes_text_length CHECK (length(text) BETWEEN 1 AND 2000),
  ADD CONSTRAINT internal_notes_author_fkey FOREIGN KEY (author_id) REFERENCES accounts (id);
CREATE TRIGGER internal_notes_are_append_only BEFORE UPDATE OR DELETE ON internal_notes FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER internal_notes_are_not_truncated BEFORE TRUNCATE ON internal_notes FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- The words of reasons stand on the public page of common mistakes.
DO $do$ BEGIN
  EXECUTE replace(pg_get_functiondef('journal_append'::regproc), '''sme-population'', ', '''sme-population'', ''reason'', ');
END $do$;
ALTER TABLE account_areas
  ADD CONSTRAINT account_areas_account_fkey FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE,
  ADD CONSTRAINT account_areas_area_fkey FOREIGN KEY (area_id) REFERENCES areas (id);
ALTER TABLE assisted_registrations
  ADD CONSTRAINT assisted_registrations_status_is_known CHECK (status IN ('open', 'confirmed', 'abandoned')),
  ADD CONSTRAINT assisted_registrations_how_is_known CHECK (confirmed_how IN ('code', 'sheet')),
  ADD CONSTRAINT assisted_registrations_confirmation_is_whole CHECK ((status = 'confirmed') = (confirmed_at IS NOT NULL AND confirmed_how IS NOT NULL AND owner_id IS NOT NULL)),
  ADD CONSTRAINT assisted_registrations_sheet_is_there CHECK (confirmed_how <> 'sheet' OR sheet_id IS NOT NULL),
  ADD CONSTRAINT assisted_registrations_area_fkey FOREIGN KEY (area_id) REFERENCES areas (id),
  ADD CONSTRAINT assisted_registrations_created_by_fkey FOREIGN KEY (created_by_id) REFERENCES accounts (id),
  ADD CONSTRAINT assisted_registrations_owner_fkey FOREIGN KEY (owner_id) REFERENCES accounts (id),
  ADD CONSTRAINT assisted_registrations_enterprise_fkey FOREIGN KEY (enterprise_id) REFERENCES enterprises (id),
  ADD CONSTRAINT assisted_registrations_sheet_fkey FOREIGN KEY (sheet_id) REFERENCES files (id);
CREATE VIEW parties AS
  SELECT account_id, enterprise_id FROM memberships
  UNION SELECT account_id, enterprise_id FROM former_members
  UNION SELECT account_id, enterprise_id FROM mandates
  UNION SELECT created_by_id, enterprise_id FROM assisted_registrations WHERE status = 'confirmed';

ALTER TABLE rechecks
  ADD CONSTRAINT rechecks_are_whole CHECK ((judged_by_id IS NULL) = (judged_at IS NULL) AND (judged_at IS NULL) = (decision IS NULL) AND (judged_at IS NULL) = (agrees IS NULL)),
  ADD CONSTRAINT rechecks_judged_by_fkey FOREIGN KEY (judged_by_id) REFERENCES accounts (id);
ALTER TABLE bench_settings
  ADD CONSTRAINT bench_settings_is_one CHECK (id = 1),
  ADD CONSTRAINT bench_settings_share CHECK (recheck_basis_points BETWEEN 0 AND 10000);
INSERT INTO bench_settings (id, recheck_basis_points) VALUES (1, 500);
