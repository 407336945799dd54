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

-- CreateIndex
CREATE INDEX "certificate_periods_certificate_id_recorded_at_idx" ON "certificate_periods"("certificate_id", "recorded_at");

-- AddForeignKey
ALTER TABLE "certificate_periods" ADD CONSTRAINT "certificate_periods_certificate_id_fkey" FOREIGN KEY ("certificate_id") REFERENCES "certificates"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

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
