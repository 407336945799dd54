-- CreateSchema
CREATE SCHEMA IF NOT EXISTS "public";

-- CreateTable
CREATE TABLE "accounts" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "password_hash" TEXT,
    "language" TEXT NOT NULL DEFAULT 'vi',
    "email_confirmed_at" TIMESTAMPTZ(3),
    "disabled_at" TIMESTAMPTZ(3),
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "accounts_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sessions" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "account_id" UUID NOT NULL,
    "device" TEXT NOT NULL DEFAULT '',
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "sessions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "one_time_tokens" (
    "id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "account_id" UUID,
    "email" TEXT,
    "role" TEXT,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "one_time_tokens_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "held_forms" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "path" TEXT NOT NULL,
    "fields" JSONB NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "held_forms_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_keys" (
    "id" UUID NOT NULL,
    "prefix" TEXT NOT NULL,
    "secret_hash" BYTEA NOT NULL,
    "partner" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ(3),
    "revoked_at" TIMESTAMPTZ(3),
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "api_keys_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mails" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "recipient" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "html" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "last_error" TEXT,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "sent_at" TIMESTAMPTZ(3),

    CONSTRAINT "mails_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "areas" (
    "id" TEXT NOT NULL,
    "scheme" TEXT NOT NULL,
    "code" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "former_district" TEXT NOT NULL,
    "former_province" TEXT NOT NULL,
    "valid_from" DATE,
    "valid_to" DATE,

    CONSTRAINT "areas_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "area_successions" (
    "from_id" TEXT NOT NULL,
    "to_id" TEXT NOT NULL,
    "partial" BOOLEAN NOT NULL,

    CONSTRAINT "area_successions_pkey" PRIMARY KEY ("from_id","to_id")
);

-- CreateTable
CREATE TABLE "enterprises" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "tax_code" TEXT NOT NULL,
    "tax_code_kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "legal_form" TEXT NOT NULL,
    "sector" TEXT NOT NULL,
    "area_id" TEXT NOT NULL,
    "address" TEXT NOT NULL DEFAULT '',
    "phone" TEXT NOT NULL DEFAULT '',
    "website" TEXT NOT NULL DEFAULT '',
    "registered_on" DATE NOT NULL,
    "registered_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "closed_on" DATE,
    "closure_recorded_at" TIMESTAMPTZ(3),
    "is_demo" BOOLEAN NOT NULL DEFAULT false,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "enterprises_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "memberships" (
    "account_id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "memberships_pkey" PRIMARY KEY ("account_id","enterprise_id")
);

-- CreateTable
CREATE TABLE "size_declarations" (
    "id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "employees" INTEGER NOT NULL,
    "revenue" BIGINT,
    "capital" BIGINT,
    "size" TEXT NOT NULL,
    "rule" JSONB NOT NULL,
    "effective_on" DATE NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "size_declarations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "products" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "group" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "description" TEXT NOT NULL DEFAULT '',
    "price" BIGINT,
    "unit" TEXT NOT NULL DEFAULT '',
    "gtin" TEXT,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "registered_on" DATE,
    "registered_at" TIMESTAMPTZ(3),
    "withdrawn_on" DATE,
    "withdrawal_recorded_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "products_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "product_photos" (
    "product_id" UUID NOT NULL,
    "file_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "product_photos_pkey" PRIMARY KEY ("product_id","file_id")
);

-- CreateTable
CREATE TABLE "files" (
    "id" UUID NOT NULL,
    "sha256" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "media_type" TEXT NOT NULL,
    "size_bytes" INTEGER NOT NULL,
    "width" INTEGER,
    "height" INTEGER,
    "original_name" TEXT NOT NULL,
    "enterprise_id" UUID,
    "uploaded_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "files_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "schemes" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "issuer_vi" TEXT NOT NULL,
    "issuer_en" TEXT NOT NULL,
    "validity_months" INTEGER,
    "levels" TEXT[],
    "number_example" TEXT NOT NULL DEFAULT '',
    "counts_toward_target" BOOLEAN NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "schemes_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certificates" (
    "id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "scheme_id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "number_key" TEXT NOT NULL,
    "level" TEXT,
    "issued_on" DATE NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "scan_id" UUID,
    "status" TEXT NOT NULL DEFAULT 'draft',
    "submitted_at" TIMESTAMPTZ(3),
    "verified_at" TIMESTAMPTZ(3),
    "revoked_on" DATE,
    "revocation_recorded_at" TIMESTAMPTZ(3),
    "revocation_reason" TEXT,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "certificates_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "certificate_products" (
    "id" UUID NOT NULL,
    "certificate_id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "covers_from" DATE NOT NULL,
    "covers_to" DATE,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "end_recorded_at" TIMESTAMPTZ(3),

    CONSTRAINT "certificate_products_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "reviews" (
    "id" UUID NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'waiting',
    "opened_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "claimed_by_id" UUID,
    "claimed_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decision" TEXT,
    "note" TEXT NOT NULL DEFAULT '',
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "reviews_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "review_reasons" (
    "id" UUID NOT NULL,
    "review_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "reason" TEXT NOT NULL,
    "comment" TEXT NOT NULL DEFAULT '',

    CONSTRAINT "review_reasons_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "marketplaces" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "hosts" TEXT[],
    "short_link_hosts" TEXT[],
    "confirmation_window_days" INTEGER NOT NULL DEFAULT 90,
    "recognised_from" DATE NOT NULL,
    "recognised_to" DATE,
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "marketplaces_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "listings" (
    "id" UUID NOT NULL,
    "product_id" UUID NOT NULL,
    "marketplace_id" UUID NOT NULL,
    "key" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "added_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "added_by_id" UUID,
    "removed_at" TIMESTAMPTZ(3),
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "listings_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "listing_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "verdict" TEXT NOT NULL,
    "raw_status" TEXT NOT NULL DEFAULT '',
    "note" TEXT NOT NULL DEFAULT '',
    "file_id" UUID,
    "observed_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "assessments" (
    "id" UUID NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "scheme_version" TEXT NOT NULL,
    "level" INTEGER NOT NULL,
    "assessed_on" DATE NOT NULL,
    "source" TEXT NOT NULL,
    "verified_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "verified_by_id" UUID,

    CONSTRAINT "assessments_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "targets" (
    "id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "indicator" TEXT NOT NULL,
    "basis_points" INTEGER NOT NULL,
    "deadline" DATE NOT NULL,
    "baseline_on" DATE NOT NULL,
    "baseline_basis_points" INTEGER NOT NULL,
    "threshold_level" INTEGER,
    "name_vi" TEXT NOT NULL,
    "name_en" TEXT NOT NULL,
    "legal_basis_vi" TEXT NOT NULL,
    "legal_basis_en" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "position" INTEGER NOT NULL DEFAULT 0,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "targets_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sme_populations" (
    "id" UUID NOT NULL,
    "year" INTEGER NOT NULL,
    "count" INTEGER NOT NULL,
    "source" TEXT NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "recorded_by_id" UUID,

    CONSTRAINT "sme_populations_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "journal" (
    "seq" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "event" TEXT NOT NULL,
    "subject_kind" TEXT NOT NULL,
    "subject_id" TEXT NOT NULL,
    "enterprise_id" UUID,
    "data" JSONB NOT NULL,
    "request_id" TEXT,
    "previous_hash" BYTEA NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "journal_pkey" PRIMARY KEY ("seq")
);

-- CreateTable
CREATE TABLE "journal_head" (
    "id" INTEGER NOT NULL DEFAULT 1,
    "seq" BIGINT NOT NULL DEFAULT 0,
    "hash" BYTEA NOT NULL,
    "public_version" BIGINT NOT NULL DEFAULT 0,

    CONSTRAINT "journal_head_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "rate_limits" (
    "key" TEXT NOT NULL,
    "points" INTEGER NOT NULL DEFAULT 0,
    "expire" BIGINT,

    CONSTRAINT "rate_limits_pkey" PRIMARY KEY ("key")
);

-- CreateIndex
CREATE UNIQUE INDEX "accounts_email_key" ON "accounts"("email");

-- CreateIndex
CREATE INDEX "accounts_role_created_at_idx" ON "accounts"("role", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "sessions_token_hash_key" ON "sessions"("token_hash");

-- CreateIndex
CREATE INDEX "sessions_account_id_ended_at_idx" ON "sessions"("account_id", "ended_at");

-- CreateIndex
CREATE INDEX "sessions_expires_at_idx" ON "sessions"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "one_time_tokens_token_hash_key" ON "one_time_tokens"("token_hash");

-- CreateIndex
CREATE INDEX "one_time_tokens_purpose_created_at_idx" ON "one_time_tokens"("purpose", "created_at");

-- CreateIndex
CREATE INDEX "one_time_tokens_account_id_idx" ON "one_time_tokens"("account_id");

-- CreateIndex
CREATE INDEX "one_time_tokens_created_by_id_idx" ON "one_time_tokens"("created_by_id");

-- CreateIndex
CREATE INDEX "held_forms_account_id_path_idx" ON "held_forms"("account_id", "path");

-- CreateIndex
CREATE INDEX "held_forms_created_at_idx" ON "held_forms"("created_at");

-- CreateIndex
CREATE UNIQUE INDEX "api_keys_prefix_key" ON "api_keys"("prefix");

-- CreateIndex
CREATE INDEX "api_keys_created_by_id_idx" ON "api_keys"("created_by_id");

-- CreateIndex
CREATE INDEX "mails_created_at_idx" ON "mails"("created_at");

-- CreateIndex
CREATE INDEX "mails_recipient_created_at_idx" ON "mails"("recipient", "created_at");

-- CreateIndex
CREATE INDEX "areas_former_province_former_district_idx" ON "areas"("former_province", "former_district");

-- CreateIndex
CREATE UNIQUE INDEX "areas_scheme_code_key" ON "areas"("scheme", "code");

-- CreateIndex
CREATE INDEX "area_successions_to_id_idx" ON "area_successions"("to_id");

-- CreateIndex
CREATE UNIQUE INDEX "enterprises_code_key" ON "enterprises"("code");

-- CreateIndex
CREATE UNIQUE INDEX "enterprises_tax_code_key" ON "enterprises"("tax_code");

-- CreateIndex
CREATE INDEX "enterprises_area_id_idx" ON "enterprises"("area_id");

-- CreateIndex
CREATE INDEX "enterprises_sector_idx" ON "enterprises"("sector");

-- CreateIndex
CREATE INDEX "memberships_enterprise_id_idx" ON "memberships"("enterprise_id");

-- CreateIndex
CREATE INDEX "size_declarations_enterprise_id_effective_on_recorded_at_idx" ON "size_declarations"("enterprise_id", "effective_on", "recorded_at");

-- CreateIndex
CREATE INDEX "size_declarations_recorded_by_id_idx" ON "size_declarations"("recorded_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "products_code_key" ON "products"("code");

-- CreateIndex
CREATE INDEX "products_enterprise_id_status_idx" ON "products"("enterprise_id", "status");

-- CreateIndex
CREATE INDEX "products_group_status_idx" ON "products"("group", "status");

-- CreateIndex
CREATE UNIQUE INDEX "products_enterprise_id_gtin_key" ON "products"("enterprise_id", "gtin");

-- CreateIndex
CREATE INDEX "product_photos_file_id_idx" ON "product_photos"("file_id");

-- CreateIndex
CREATE INDEX "files_sha256_idx" ON "files"("sha256");

-- CreateIndex
CREATE INDEX "files_enterprise_id_idx" ON "files"("enterprise_id");

-- CreateIndex
CREATE INDEX "files_uploaded_by_id_created_at_idx" ON "files"("uploaded_by_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "schemes_code_key" ON "schemes"("code");

-- CreateIndex
CREATE INDEX "certificates_enterprise_id_status_idx" ON "certificates"("enterprise_id", "status");

-- CreateIndex
CREATE INDEX "certificates_scheme_id_status_idx" ON "certificates"("scheme_id", "status");

-- CreateIndex
CREATE INDEX "certificates_scan_id_idx" ON "certificates"("scan_id");

-- CreateIndex
CREATE INDEX "certificates_status_submitted_at_idx" ON "certificates"("status", "submitted_at");

-- CreateIndex
CREATE INDEX "certificate_products_certificate_id_idx" ON "certificate_products"("certificate_id");

-- CreateIndex
CREATE INDEX "certificate_products_product_id_idx" ON "certificate_products"("product_id");

-- CreateIndex
CREATE INDEX "reviews_subject_kind_subject_id_opened_at_idx" ON "reviews"("subject_kind", "subject_id", "opened_at");

-- CreateIndex
CREATE INDEX "reviews_status_opened_at_idx" ON "reviews"("status", "opened_at");

-- CreateIndex
CREATE INDEX "reviews_enterprise_id_idx" ON "reviews"("enterprise_id");

-- CreateIndex
CREATE INDEX "reviews_claimed_by_id_idx" ON "reviews"("claimed_by_id");

-- CreateIndex
CREATE INDEX "reviews_decided_by_id_idx" ON "reviews"("decided_by_id");

-- CreateIndex
CREATE INDEX "review_reasons_review_id_idx" ON "review_reasons"("review_id");

-- CreateIndex
CREATE UNIQUE INDEX "marketplaces_code_key" ON "marketplaces"("code");

-- CreateIndex
CREATE INDEX "listings_product_id_idx" ON "listings"("product_id");

-- CreateIndex
CREATE INDEX "listings_added_by_id_idx" ON "listings"("added_by_id");

-- CreateIndex
CREATE INDEX "evidence_listing_id_observed_at_idx" ON "evidence"("listing_id", "observed_at");

-- CreateIndex
CREATE INDEX "evidence_file_id_idx" ON "evidence"("file_id");

-- CreateIndex
CREATE INDEX "evidence_recorded_by_id_idx" ON "evidence"("recorded_by_id");

-- CreateIndex
CREATE INDEX "assessments_enterprise_id_assessed_on_idx" ON "assessments"("enterprise_id", "assessed_on");

-- CreateIndex
CREATE INDEX "assessments_verified_by_id_idx" ON "assessments"("verified_by_id");

-- CreateIndex
CREATE UNIQUE INDEX "targets_code_key" ON "targets"("code");

-- CreateIndex
CREATE UNIQUE INDEX "sme_populations_year_key" ON "sme_populations"("year");

-- CreateIndex
CREATE INDEX "sme_populations_recorded_by_id_idx" ON "sme_populations"("recorded_by_id");

-- CreateIndex
CREATE INDEX "journal_subject_kind_subject_id_seq_idx" ON "journal"("subject_kind", "subject_id", "seq");

-- CreateIndex
CREATE INDEX "journal_actor_id_seq_idx" ON "journal"("actor_id", "seq");

-- CreateIndex
CREATE INDEX "journal_event_seq_idx" ON "journal"("event", "seq");

-- CreateIndex
CREATE INDEX "journal_enterprise_id_seq_idx" ON "journal"("enterprise_id", "seq");

-- AddForeignKey
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "held_forms" ADD CONSTRAINT "held_forms_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area_successions" ADD CONSTRAINT "area_successions_from_id_fkey" FOREIGN KEY ("from_id") REFERENCES "areas"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "area_successions" ADD CONSTRAINT "area_successions_to_id_fkey" FOREIGN KEY ("to_id") REFERENCES "areas"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "enterprises" ADD CONSTRAINT "enterprises_area_id_fkey" FOREIGN KEY ("area_id") REFERENCES "areas"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "memberships" ADD CONSTRAINT "memberships_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "size_declarations" ADD CONSTRAINT "size_declarations_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "products" ADD CONSTRAINT "products_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_photos" ADD CONSTRAINT "product_photos_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "products"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "product_photos" ADD CONSTRAINT "product_photos_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "files"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "files" ADD CONSTRAINT "files_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_scheme_id_fkey" FOREIGN KEY ("scheme_id") REFERENCES "schemes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_scan_id_fkey" FOREIGN KEY ("scan_id") REFERENCES "files"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate_products" ADD CONSTRAINT "certificate_products_certificate_id_fkey" FOREIGN KEY ("certificate_id") REFERENCES "certificates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate_products" ADD CONSTRAINT "certificate_products_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "products"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "review_reasons" ADD CONSTRAINT "review_reasons_review_id_fkey" FOREIGN KEY ("review_id") REFERENCES "reviews"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listings" ADD CONSTRAINT "listings_product_id_fkey" FOREIGN KEY ("product_id") REFERENCES "products"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "listings" ADD CONSTRAINT "listings_marketplace_id_fkey" FOREIGN KEY ("marketplace_id") REFERENCES "marketplaces"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_listing_id_fkey" FOREIGN KEY ("listing_id") REFERENCES "listings"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_file_id_fkey" FOREIGN KEY ("file_id") REFERENCES "files"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assessments" ADD CONSTRAINT "assessments_enterprise_id_fkey" FOREIGN KEY ("enterprise_id") REFERENCES "enterprises"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say: rules of the words, of days and of money; searching; the append-only, chained journal.

ALTER TABLE accounts
  ADD CONSTRAINT accounts_email_is_normal CHECK (email = lower(btrim(email)) AND length(email) BETWEEN 3 AND 254),
  ADD CONSTRAINT accounts_role_is_known CHECK (role IN ('owner', 'officer', 'leader', 'administrator')),
  ADD CONSTRAINT accounts_language_is_known CHECK (language IN ('vi', 'en'));

ALTER TABLE sessions ADD CONSTRAINT sessions_end_after_start CHECK (expires_at > created_at);

ALTER TABLE one_time_tokens
  ADD CONSTRAINT one_time_tokens_purpose_is_known CHECK (purpose IN ('confirm-email', 'reset-password', 'invitation', 'set-up')),
  ADD CONSTRAINT one_time_tokens_end_after_start CHECK (expires_at > created_at),
  ADD CONSTRAINT one_time_tokens_account_fkey FOREIGN KEY (account_id) REFERENCES accounts (id) ON DELETE CASCADE,
  ADD CONSTRAINT one_time_tokens_created_by_fkey FOREIGN KEY (created_by_id) REFERENCES accounts (id);

ALTER TABLE api_keys ADD CONSTRAINT api_keys_created_by_fkey FOREIGN KEY (created_by_id) REFERENCES accounts (id);

ALTER TABLE mails
  ADD CONSTRAINT mails_status_is_known CHECK (status IN ('waiting', 'sent', 'stored', 'failed')),
  ADD CONSTRAINT mails_sent_is_timed CHECK ((status = 'sent') = (sent_at IS NOT NULL));

ALTER TABLE areas
  ADD CONSTRAINT areas_scheme_is_known CHECK (scheme IN ('2025', 'GSO-pre-2025')),
  ADD CONSTRAINT areas_days_in_order CHECK (valid_to IS NULL OR valid_from IS NULL OR valid_to >= valid_from);

ALTER TABLE enterprises
  ADD CONSTRAINT enterprises_tax_code_format CHECK (tax_code ~ '^(\d{10}(-\d{3})?|\d{12})$'),
  ADD CONSTRAINT enterprises_tax_code_kind_is_known CHECK (tax_code_kind IN ('enterprise', 'branch', 'personal')),
  ADD CONSTRAINT enterprises_legal_form_is_known CHECK (legal_form IN ('private-enterprise', 'llc-one', 'llc-many', 'joint-stock', 'partnership', 'cooperative', 'cooperative-union', 'cooperative-group', 'household')),
  ADD CONSTRAINT enterprises_sector_is_known CHECK (sector IN ('agriculture-industry', 'trade-services')),
  ADD CONSTRAINT enterprises_name_length CHECK (length(name) BETWEEN 1 AND 300),
  ADD CONSTRAINT enterprises_closure_is_whole CHECK ((closed_on IS NULL) = (closure_recorded_at IS NULL)),
  ADD CONSTRAINT enterprises_days_in_order CHECK (closed_on IS NULL OR closed_on >= registered_on);

ALTER TABLE size_declarations
  ADD CONSTRAINT size_declarations_year CHECK (year BETWEEN 2000 AND 2100),
  ADD CONSTRAINT size_declarations_amounts CHECK (employees >= 0 AND revenue >= 0 AND capital >= 0),
  ADD CONSTRAINT size_declarations_size_is_known CHECK (size IN ('micro', 'small', 'medium', 'large')),
  ADD CONSTRAINT size_declarations_recorded_by_fkey FOREIGN KEY (recorded_by_id) REFERENCES accounts (id);

ALTER TABLE products
  ADD CONSTRAINT products_group_is_known CHECK ("group" IN ('food', 'beverage', 'herbal', 'handicraft', 'ornamental', 'tourism', 'other')),
  ADD CONSTRAINT products_status_is_known CHECK (status IN ('draft', 'registered', 'withdrawn')),
  ADD CONSTRAINT products_name_length CHECK (length(name) BETWEEN 1 AND 300),
  ADD CONSTRAINT products_description_length CHECK (length(description) <= 5000),
  ADD CONSTRAINT products_price CHECK (price BETWEEN 0 AND 10000000000),
  ADD CONSTRAINT products_gtin_format CHECK (gtin ~ '^(\d{8}|\d{12}|\d{13}|\d{14})$'),
  ADD CONSTRAINT products_registration_is_whole CHECK ((registered_on IS NULL) = (registered_at IS NULL) AND (status = 'draft') = (registered_on IS NULL)),
  ADD CONSTRAINT products_withdrawal_is_whole CHECK ((withdrawn_on IS NULL) = (withdrawal_recorded_at IS NULL) AND (status = 'withdrawn') = (withdrawn_on IS NOT NULL)),
  ADD CONSTRAINT products_days_in_order CHECK (withdrawn_on IS NULL OR withdrawn_on >= registered_on);

ALTER TABLE product_photos ADD CONSTRAINT product_photos_position CHECK (position BETWEEN 0 AND 99);

ALTER TABLE files
  ADD CONSTRAINT files_sha256_format CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  ADD CONSTRAINT files_purpose_is_known CHECK (purpose IN ('photo', 'scan', 'screenshot')),
  ADD CONSTRAINT files_size CHECK (size_bytes > 0),
  ADD CONSTRAINT files_uploaded_by_fkey FOREIGN KEY (uploaded_by_id) REFERENCES accounts (id);

ALTER TABLE schemes ADD CONSTRAINT schemes_validity CHECK (validity_months BETWEEN 1 AND 600);

ALTER TABLE certificates
  ADD CONSTRAINT certificates_status_is_known CHECK (status IN ('draft', 'submitted', 'returned', 'verified', 'refused', 'revoked', 'withdrawn')),
  ADD CONSTRAINT certificates_days_in_order CHECK (valid_to IS NULL OR valid_to >= valid_from),
  ADD CONSTRAINT certificates_number_length CHECK (length(number) BETWEEN 1 AND 100),
  ADD CONSTRAINT certificates_verification_is_timed CHECK ((status IN ('verified', 'revoked')) = (verified_at IS NOT NULL)),
  ADD CONSTRAINT certificates_revocation_is_whole CHECK ((status = 'revoked') = (revoked_on IS NOT NULL) AND (revoked_on IS NULL) = (revocation_recorded_at IS NULL));

-- A number refused or withdrawn may be entered again; otherwise one scheme gives one number to an enterprise once.
CREATE UNIQUE INDEX certificates_number_once ON certificates (enterprise_id, scheme_id, number_key)
  WHERE status NOT IN ('refused', 'withdrawn');
CREATE INDEX certificates_valid_to ON certificates (valid_to) WHERE status = 'verified';

ALTER TABLE certificate_products
  ADD CONSTRAINT certificate_products_days_in_order CHECK (covers_to IS NULL OR covers_to >= covers_from),
  ADD CONSTRAINT certificate_products_end_is_whole CHECK ((covers_to IS NULL) = (end_recorded_at IS NULL));
CREATE UNIQUE INDEX certificate_products_once ON certificate_products (certificate_id, product_id) WHERE covers_to IS NULL;

ALTER TABLE reviews
  ADD CONSTRAINT reviews_subject_kind_is_known CHECK (subject_kind IN ('certificate', 'listing')),
  ADD CONSTRAINT reviews_status_is_known CHECK (status IN ('waiting', 'claimed', 'decided', 'cancelled')),
  ADD CONSTRAINT reviews_claim_is_whole CHECK ((claimed_by_id IS NULL) = (claimed_at IS NULL) AND (status <> 'claimed' OR claimed_by_id IS NOT NULL)),
  ADD CONSTRAINT reviews_decision_is_whole CHECK ((status = 'decided') = (decided_at IS NOT NULL) AND (status = 'decided') = (decision IS NOT NULL)),
  ADD CONSTRAINT reviews_enterprise_fkey FOREIGN KEY (enterprise_id) REFERENCES enterprises (id),
  ADD CONSTRAINT reviews_claimed_by_fkey FOREIGN KEY (claimed_by_id) REFERENCES accounts (id),
  ADD CONSTRAINT reviews_decided_by_fkey FOREIGN KEY (decided_by_id) REFERENCES accounts (id);
CREATE UNIQUE INDEX reviews_one_open ON reviews (subject_kind, subject_id) WHERE status IN ('waiting', 'claimed');

ALTER TABLE marketplaces
  ADD CONSTRAINT marketplaces_window CHECK (confirmation_window_days BETWEEN 1 AND 730),
  ADD CONSTRAINT marketplaces_days_in_order CHECK (recognised_to IS NULL OR recognised_to >= recognised_from);

ALTER TABLE listings
  ADD CONSTRAINT listings_key_length CHECK (length(key) BETWEEN 1 AND 500),
  ADD CONSTRAINT listings_url_is_https CHECK (url LIKE 'https://%' AND length(url) <= 2000),
  ADD CONSTRAINT listings_added_by_fkey FOREIGN KEY (added_by_id) REFERENCES accounts (id);
CREATE UNIQUE INDEX listings_key_once ON listings (marketplace_id, key) WHERE removed_at IS NULL;

ALTER TABLE evidence
  ADD CONSTRAINT evidence_kind_is_known CHECK (kind IN ('officer-check', 'link-check', 'seller-api', 'partner-push', 'owner-claim')),
  ADD CONSTRAINT evidence_verdict_is_known CHECK (verdict IN ('live', 'not-live')),
  ADD CONSTRAINT evidence_recorded_by_fkey FOREIGN KEY (recorded_by_id) REFERENCES accounts (id);

ALTER TABLE assessments
  ADD CONSTRAINT assessments_level CHECK (level BETWEEN 0 AND 5),
  ADD CONSTRAINT assessments_verified_by_fkey FOREIGN KEY (verified_by_id) REFERENCES accounts (id);

ALTER TABLE targets
  ADD CONSTRAINT targets_indicator_is_known CHECK (indicator IN ('listing-share', 'sme-share')),
  ADD CONSTRAINT targets_share CHECK (basis_points BETWEEN 1 AND 10000 AND baseline_basis_points BETWEEN 0 AND 10000),
  ADD CONSTRAINT targets_days_in_order CHECK (deadline > baseline_on);

ALTER TABLE sme_populations
  ADD CONSTRAINT sme_populations_count CHECK (count > 0 AND year BETWEEN 2000 AND 2100),
  ADD CONSTRAINT sme_populations_recorded_by_fkey FOREIGN KEY (recorded_by_id) REFERENCES accounts (id);

-- Searching ignores case and diacritics; the same folding as app/platform/vietnamese-text.ts, by tables and without
-- the unaccent dictionary, whose function is not immutable.
CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE FUNCTION fold_text(words text) RETURNS text
  LANGUAGE sql IMMUTABLE PARALLEL SAFE STRICT
  RETURN btrim(regexp_replace(lower(translate(regexp_replace(normalize(words, NFD), '[\u0300-\u036f]', '', 'g'), 'đĐ', 'dd')), '\s+', ' ', 'g'));

ALTER TABLE enterprises ADD COLUMN search_text text GENERATED ALWAYS AS (fold_text(name || ' ' || CASE WHEN tax_code_kind = 'personal' THEN '' ELSE tax_code END)) STORED;
ALTER TABLE products ADD COLUMN search_text text GENERATED ALWAYS AS (fold_text(name || ' ' || COALESCE(gtin, ''))) STORED;
ALTER TABLE areas ADD COLUMN search_text text GENERATED ALWAYS AS (fold_text(name)) STORED;
CREATE INDEX enterprises_search ON enterprises USING gin (search_text gin_trgm_ops);
CREATE INDEX products_search ON products USING gin (search_text gin_trgm_ops);
CREATE INDEX areas_search ON areas USING gin (search_text gin_trgm_ops);

-- Only the hash of the entry before is trusted from outside the row; everything else of an entry is in its own hash.
CREATE FUNCTION journal_hash(previous bytea, seq bigint, at timestamptz, actor_id uuid, event text, subject_kind text, subject_id text, enterprise_id uuid, data jsonb, request_id text)
  RETURNS bytea LANGUAGE sql STABLE
  RETURN sha256(previous || convert_to(jsonb_build_array(seq, to_char(at AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'), actor_id, event, subject_kind, subject_id, enterprise_id, data, request_id)::text, 'UTF8'));

INSERT INTO journal_head (id, seq, hash, public_version) VALUES (1, 0, sha256('len-san'), 0);
ALTER TABLE journal_head ADD CONSTRAINT journal_head_is_one CHECK (id = 1);

-- Each statement that inserts takes the next places in the chain. The row lock on the head, taken before the first row,
-- puts writers in line until they commit, so that the order of the chain is the order of commits. Between the rows of one
-- statement the end of the chain is carried in settings of the transaction: writing the head once per row would leave a
-- dead version of it per row, and a bulk import would slow down with the square of its size.
CREATE FUNCTION journal_begin() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  head journal_head;
BEGIN
  SELECT * INTO STRICT head FROM journal_head WHERE id = 1 FOR UPDATE;
  PERFORM set_config('len_san.journal_seq', head.seq::text, true),
    set_config('len_san.journal_hash', encode(head.hash, 'hex'), true),
    set_config('len_san.public_version', head.public_version::text, true);
  RETURN NULL;
END $$;

CREATE FUNCTION journal_append() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.seq := current_setting('len_san.journal_seq')::bigint + 1;
  NEW.at := date_trunc('milliseconds', NEW.at);
  NEW.previous_hash := decode(current_setting('len_san.journal_hash'), 'hex');
  NEW.hash := journal_hash(NEW.previous_hash, NEW.seq, NEW.at, NEW.actor_id, NEW.event, NEW.subject_kind, NEW.subject_id, NEW.enterprise_id, NEW.data, NEW.request_id);
  PERFORM set_config('len_san.journal_seq', NEW.seq::text, true), set_config('len_san.journal_hash', encode(NEW.hash, 'hex'), true);
  IF NEW.subject_kind IN ('enterprise', 'product', 'certificate', 'listing', 'assessment', 'scheme', 'marketplace', 'target', 'sme-population', 'area') THEN
    PERFORM set_config('len_san.public_version', (current_setting('len_san.public_version')::bigint + 1)::text, true);
  END IF;
  RETURN NEW;
END $$;

CREATE FUNCTION journal_finish() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE journal_head SET
    seq = current_setting('len_san.journal_seq')::bigint,
    hash = decode(current_setting('len_san.journal_hash'), 'hex'),
    public_version = current_setting('len_san.public_version')::bigint
  WHERE id = 1;
  RETURN NULL;
END $$;

CREATE TRIGGER journal_begin BEFORE INSERT ON journal FOR EACH STATEMENT EXECUTE FUNCTION journal_begin();
CREATE TRIGGER journal_append BEFORE INSERT ON journal FOR EACH ROW EXECUTE FUNCTION journal_append();
CREATE TRIGGER journal_finish AFTER INSERT ON journal FOR EACH STATEMENT EXECUTE FUNCTION journal_finish();

CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'insufficient_privilege';
END $$;
CREATE TRIGGER journal_is_append_only BEFORE UPDATE OR DELETE ON journal FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journal_is_not_truncated BEFORE TRUNCATE ON journal FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journal_head_is_kept BEFORE DELETE ON journal_head FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER journal_head_is_not_truncated BEFORE TRUNCATE ON journal_head FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER evidence_is_append_only BEFORE UPDATE OR DELETE ON evidence FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER evidence_is_not_truncated BEFORE TRUNCATE ON evidence FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Entries whose hash or place in the chain does not fit; none when the journal is whole.
CREATE FUNCTION journal_breaks() RETURNS TABLE (seq bigint) LANGUAGE sql STABLE
BEGIN ATOMIC
  SELECT j.seq
  FROM (
    SELECT journal.*, lag(journal.hash, 1, sha256('len-san')) OVER w AS expected_previous, lag(journal.seq, 1, 0::bigint) OVER w AS seq_before
    FROM journal WINDOW w AS (ORDER BY journal.seq)
  ) j
  WHERE j.previous_hash <> j.expected_previous
    OR j.seq <> j.seq_before + 1
    OR j.hash <> journal_hash(j.previous_hash, j.seq, j.at, j.actor_id, j.event, j.subject_kind, j.subject_id, j.enterprise_id, j.data, j.request_id)
  UNION ALL
  SELECT head.seq FROM journal_head head
  WHERE head.seq <> (SELECT COALESCE(max(journal.seq), 0) FROM journal)
    OR head.hash <> COALESCE((SELECT journal.hash FROM journal ORDER BY journal.seq DESC LIMIT 1), sha256('len-san'));
END;
