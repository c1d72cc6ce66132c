-- What the security log still has to be told: a line is stored in the transaction of what it tells
-- of, and goes once it stands in the file.

CREATE TABLE security_records (
    id   VARCHAR(64) NOT NULL PRIMARY KEY,
    at   BIGINT      NOT NULL,
    line MEDIUMTEXT  NOT NULL
);

CREATE INDEX security_records_by_age ON security_records (at, id);
