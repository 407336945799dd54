-- The register of certificates is searched by number, in any spelling.
CREATE INDEX certificates_number_search ON certificates USING gin (fold_text(number) gin_trgm_ops);
