-- A file is looked up by its content when it may have lost its last row.

CREATE INDEX evidence_by_content ON evidence (sha256);

CREATE INDEX documents_by_content ON documents (sha256);
