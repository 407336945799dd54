-- AlterTable
ALTER TABLE "files" ADD COLUMN     "caption" TEXT NOT NULL DEFAULT '';

-- AlterTable
ALTER TABLE "certificates" ADD COLUMN     "recognition_id" UUID;

-- CreateTable
CREATE TABLE "certificate_periods" (
    "id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "certificate_id" UUID NOT NULL,
    "valid_from" DATE NOT NULL,
    "valid_to" DATE,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "superseded_at" TIMESTAMPTZ(3),

    CONSTRAINT "certificate_periods_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "recognitions" (
    "id" UUID NOT NULL,
    "number" TEXT NOT NULL,
    "decided_on" DATE NOT NULL,
    "issuer" TEXT NOT NULL,
    "paper_id" UUID,
    "created_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "recognitions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_decisions" (
    "id" UUID NOT NULL,
    "recognition_id" UUID NOT NULL,
    "scheme_id" UUID NOT NULL,
    "levels" TEXT[],
    "officer_id" UUID NOT NULL,
    "query" TEXT NOT NULL,
    "status" TEXT NOT NULL DEFAULT 'open',
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "started_at" TIMESTAMPTZ(3),
    "progressed_at" TIMESTAMPTZ(3),
    "finished_at" TIMESTAMPTZ(3),

    CONSTRAINT "bulk_decisions_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_decision_items" (
    "bulk_decision_id" UUID NOT NULL,
    "certificate_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "enterprise_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "status" TEXT NOT NULL,
    "reason" TEXT,

    CONSTRAINT "bulk_decision_items_pkey" PRIMARY KEY ("bulk_decision_id","certificate_id")
);

-- CreateIndex
CREATE INDEX "certificate_periods_certificate_id_recorded_at_idx" ON "certificate_periods"("certificate_id", "recorded_at");

-- CreateIndex
CREATE INDEX "recognitions_paper_id_idx" ON "recognitions"("paper_id");

-- CreateIndex
CREATE INDEX "recognitions_created_by_id_idx" ON "recognitions"("created_by_id");

-- CreateIndex
CREATE INDEX "bulk_decisions_created_at_idx" ON "bulk_decisions"("created_at");

-- CreateIndex
CREATE INDEX "bulk_decisions_recognition_id_idx" ON "bulk_decisions"("recognition_id");

-- CreateIndex
CREATE INDEX "bulk_decisions_scheme_id_idx" ON "bulk_decisions"("scheme_id");

-- CreateIndex
CREATE INDEX "bulk_decisions_officer_id_idx" ON "bulk_decisions"("officer_id");

-- CreateIndex
CREATE INDEX "bulk_decision_items_bulk_decision_id_status_position_idx" ON "bulk_decision_items"("bulk_decision_id", "status", "position");

-- CreateIndex
CREATE INDEX "bulk_decision_items_certificate_id_idx" ON "bulk_decision_items"("certificate_id");

-- CreateIndex
CREATE INDEX "certificates_recognition_id_idx" ON "certificates"("recognition_id");

-- AddForeignKey
ALTER TABLE "certificates" ADD CONSTRAINT "certificates_recognition_id_fkey" FOREIGN KEY ("recognition_id") REFERENCES "recognitions"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "certificate_periods" ADD CONSTRAINT "certificate_periods_certificate_id_fkey" FOREIGN KEY ("certificate_id") REFERENCES "certificates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "recognitions" ADD CONSTRAINT "recognitions_paper_id_fkey" FOREIGN KEY ("paper_id") REFERENCES "files"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_decisions" ADD CONSTRAINT "bulk_decisions_recognition_id_fkey" FOREIGN KEY ("recognition_id") REFERENCES "recognitions"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_decisions" ADD CONSTRAINT "bulk_decisions_scheme_id_fkey" FOREIGN KEY ("scheme_id") REFERENCES "schemes"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_decision_items" ADD CONSTRAINT "bulk_decision_items_bulk_decision_id_fkey" FOREIGN KEY ("bulk_decision_id") REFERENCES "bulk_decisions"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "bulk_decision_items" ADD CONSTRAINT "bulk_decision_items_certificate_id_fkey" FOREIGN KEY ("certificate_id") REFERENCES "certificates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What Prisma cannot say of the completed intake.

-- The days of certificates, with when they were known. Corrections made before this migration are in the journal.
WITH corrections AS (
  SELECT c.id AS certificate_id, j.seq, j.at, j.data -> 'before' AS before
  FROM journal j JOIN certificates c ON c.id::text = j.subject_id AND j.at > c.verified_at
  WHERE j.event = 'certificate.changed' AND j.subject_kind = 'certificate'
    AND (j.data -> 'before' ? 'validFrom' OR j.data -> 'before' ? 'validTo')
), known AS (
  SELECT id AS certificate_id, 0 AS seq, verified_at AS at FROM certificates WHERE verified_at IS NOT NULL
  UNION ALL
  SELECT certificate_id, seq, at FROM corrections
)
INSERT INTO certificate_periods (certificate_id, valid_from, valid_to, recorded_at, superseded_at)
SELECT c.id, CASE WHEN f.was IS NULL THEN c.valid_from ELSE (f.was ->> 'validFrom')::date END,
  CASE WHEN t.was IS NULL THEN c.valid_to ELSE (t.was ->> 'validTo')::date END,
  k.at, lead(k.at) OVER (PARTITION BY c.id ORDER BY k.seq)
FROM known k JOIN certificates c ON c.id = k.certificate_id
LEFT JOIN LATERAL (SELECT n.before AS was FROM corrections n
  WHERE n.certificate_id = k.certificate_id AND n.seq > k.seq AND n.before ? 'validFrom' ORDER BY n.seq LIMIT 1) f ON true
LEFT JOIN LATERAL (SELECT n.before AS was FROM corrections n
  WHERE n.certificate_id = k.certificate_id AND n.seq > k.seq AND n.before ? 'validTo' ORDER BY n.seq LIMIT 1) t ON true;

CREATE UNIQUE INDEX certificate_periods_one_current ON certificate_periods (certificate_id) WHERE superseded_at IS NULL;

-- Whoever writes the days of a verified certificate, a period says so. A correction that knows its time better than the
-- database writes its period first; then nothing is left to do here.
CREATE FUNCTION keep_certificate_period() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  known_at timestamptz(3);
BEGIN
  IF EXISTS (SELECT FROM certificate_periods p WHERE p.certificate_id = NEW.id AND p.superseded_at IS NULL
    AND p.valid_from = NEW.valid_from AND p.valid_to IS NOT DISTINCT FROM NEW.valid_to) THEN
    RETURN NULL;
  END IF;
  UPDATE certificate_periods SET superseded_at = GREATEST(now(), recorded_at)
    WHERE certificate_id = NEW.id AND superseded_at IS NULL RETURNING superseded_at INTO known_at;
  INSERT INTO certificate_periods (certificate_id, valid_from, valid_to, recorded_at)
    VALUES (NEW.id, NEW.valid_from, NEW.valid_to, COALESCE(known_at, NEW.verified_at));
  RETURN NULL;
END $$;
CREATE TRIGGER certificates_keep_periods AFTER INSERT OR UPDATE OF verified_at, valid_from, valid_to ON certificates
  FOR EACH ROW WHEN (NEW.verified_at IS NOT NULL) EXECUTE FUNCTION keep_certificate_period();

CREATE TRIGGER certificate_periods_are_kept BEFORE DELETE ON certificate_periods FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER certificate_periods_are_not_truncated BEFORE TRUNCATE ON certificate_periods
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER certificate_periods_only_end BEFORE UPDATE ON certificate_periods FOR EACH ROW
  WHEN (OLD.superseded_at IS NOT NULL OR (OLD.id, OLD.certificate_id, OLD.valid_from, OLD.valid_to, OLD.recorded_at)
    IS DISTINCT FROM (NEW.id, NEW.certificate_id, NEW.valid_from, NEW.valid_to, NEW.recorded_at))
  EXECUTE FUNCTION refuse_change();

-- One record for a signed decision, whichever way it is entered again.
ALTER TABLE recognitions
  ADD CONSTRAINT recognitions_words_length CHECK (length(number) BETWEEN 1 AND 300 AND length(issuer) BETWEEN 1 AND 300),
  ADD CONSTRAINT recognitions_created_by_fkey FOREIGN KEY (created_by_id) REFERENCES accounts (id);
CREATE UNIQUE INDEX recognitions_once ON recognitions (number_letters(number), decided_on, fold_text(issuer));

-- Decisions that came by imports, and the certificates that they verified.
INSERT INTO recognitions (id, number, decided_on, issuer, paper_id, created_by_id, created_at)
  SELECT gen_random_uuid(), i.facts->>'number', (i.facts->>'day')::date, i.facts->>'issuer', f.id, i.uploader_id, i.created_at
  FROM imports i LEFT JOIN files f ON f.id::text = i.facts->>'paper'
  WHERE i.kind = 'recognition' AND i.started_at IS NOT NULL AND i.facts ?& ARRAY['number', 'day', 'issuer']
  ORDER BY i.created_at
  ON CONFLICT DO NOTHING;
UPDATE certificates c SET recognition_id = r.id
  FROM journal j JOIN imports i ON i.id::text = j.data->>'importId' AND i.kind = 'recognition'
    JOIN recognitions r ON number_letters(r.number) = number_letters(i.facts->>'number')
      AND r.decided_on = (i.facts->>'day')::date AND fold_text(r.issuer) = fold_text(i.facts->>'issuer')
  WHERE j.event = 'certificate.verified' AND j.subject_kind = 'certificate' AND j.subject_id = c.id::text;

ALTER TABLE bulk_decisions
  ADD CONSTRAINT bulk_decisions_status_is_known CHECK (status IN ('open', 'running', 'paused', 'finished', 'cancelled', 'failed')),
  ADD CONSTRAINT bulk_decisions_start_is_timed CHECK (status NOT IN ('running', 'paused', 'finished', 'failed') OR (started_at IS NOT NULL AND progressed_at IS NOT NULL)),
  ADD CONSTRAINT bulk_decisions_end_is_timed CHECK ((status IN ('finished', 'cancelled', 'failed')) = (finished_at IS NOT NULL)),
  ADD CONSTRAINT bulk_decisions_query_length CHECK (length(query) <= 1000),
  ADD CONSTRAINT bulk_decisions_officer_fkey FOREIGN KEY (officer_id) REFERENCES accounts (id);
CREATE INDEX bulk_decisions_at_work ON bulk_decisions (progressed_at) WHERE status = 'running';
ALTER TABLE bulk_decision_items
  ADD CONSTRAINT bulk_decision_items_status_is_known CHECK (status IN ('chosen', 'left-out', 'excluded', 'verified', 'skipped')),
  ADD CONSTRAINT bulk_decision_items_reason_is_given CHECK ((status IN ('excluded', 'skipped')) = (reason IS NOT NULL)),
  ADD CONSTRAINT bulk_decision_items_enterprise_fkey FOREIGN KEY (enterprise_id) REFERENCES enterprises (id);

ALTER TABLE files ADD CONSTRAINT files_caption_length CHECK (length(caption) <= 150);
