-- AlterTable
ALTER TABLE "accounts" ADD COLUMN     "notice_delivery" TEXT NOT NULL DEFAULT 'each',
ADD COLUMN     "phone" TEXT,
ADD COLUMN     "phone_confirmed_at" TIMESTAMPTZ(3),
ALTER COLUMN "email" DROP NOT NULL;

-- AlterTable
ALTER TABLE "reviews" ADD COLUMN     "area_id" TEXT,
ADD COLUMN     "label" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "risk" INTEGER NOT NULL DEFAULT 0,
ADD COLUMN     "scheme_id" UUID;

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

-- CreateIndex
CREATE INDEX "notices_account_id_created_at_idx" ON "notices"("account_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "notices_account_id_once_key_key" ON "notices"("account_id", "once_key");

-- CreateIndex
CREATE UNIQUE INDEX "accounts_phone_key" ON "accounts"("phone");

-- AddForeignKey
ALTER TABLE "notices" ADD CONSTRAINT "notices_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "accounts"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What Prisma cannot say of intake.

-- An account is reached by e-mail, by phone, or both; only what was confirmed signs in.
ALTER TABLE accounts
  ADD CONSTRAINT accounts_phone_is_normal CHECK (phone ~ '^\+[1-9][0-9]{6,14}$'),
  ADD CONSTRAINT accounts_are_reachable CHECK (email IS NOT NULL OR phone IS NOT NULL),
  ADD CONSTRAINT accounts_notice_delivery_is_known CHECK (notice_delivery IN ('each', 'daily'));
ALTER TABLE accounts DROP CONSTRAINT accounts_role_is_known;
ALTER TABLE accounts ADD CONSTRAINT accounts_role_is_known CHECK (role IN ('owner', 'digital-team', 'officer', 'leader', 'administrator'));

CREATE INDEX notices_untold ON notices (account_id, created_at) WHERE told_at IS NULL;

ALTER TABLE reviews DROP CONSTRAINT reviews_subject_kind_is_known;
ALTER TABLE reviews
  ADD CONSTRAINT reviews_subject_kind_is_known CHECK (subject_kind IN ('certificate', 'listing', 'change', 'revocation', 'checklist-answer')),
  ADD CONSTRAINT reviews_scheme_fkey FOREIGN KEY (scheme_id) REFERENCES schemes (id),
  ADD CONSTRAINT reviews_area_fkey FOREIGN KEY (area_id) REFERENCES areas (id);
