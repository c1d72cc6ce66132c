-- Streams, and the answers kept by idempotency key. One file serves SQLite and MariaDB: BIGINT,
-- VARCHAR(n), MEDIUMTEXT, MEDIUMBLOB; instants are microseconds UTC; a statement ends with a
-- semicolon at the end of its line.

CREATE TABLE streams (
    id        VARCHAR(64)  NOT NULL PRIMARY KEY,
    touch     BIGINT       NOT NULL,
    seq       BIGINT       NOT NULL,
    head_hash VARCHAR(64)  NOT NULL
);

CREATE TABLE idempotency (
    user_id        VARCHAR(64)  NOT NULL,
    request_key    VARCHAR(200) NOT NULL,
    request_digest VARCHAR(128) NOT NULL,
    status         BIGINT       NOT NULL,
    headers        MEDIUMTEXT   NOT NULL,
    body           MEDIUMBLOB   NOT NULL,
    stored_at      BIGINT       NOT NULL,
    PRIMARY KEY (user_id, request_key)
);

CREATE INDEX idempotency_by_age ON idempotency (stored_at);
