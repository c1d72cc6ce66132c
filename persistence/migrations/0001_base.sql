-- Streams, their history, and the answers kept by idempotency key. One file serves SQLite and
-- MariaDB: BIGINT, VARCHAR(n), MEDIUMTEXT, MEDIUMBLOB; instants are microseconds UTC; a statement
-- ends with a semicolon at the end of its line.

CREATE TABLE streams (
    id        VARCHAR(64)  NOT NULL PRIMARY KEY,
    touch     BIGINT       NOT NULL,
    seq       BIGINT       NOT NULL,
    head_hash VARCHAR(64)  NOT NULL
);

-- Every column but by_name, reason and salt is also inside the canonical bytes; those two texts are
-- there as digests with the salt, so that they can be erased and everything else still verifies.
CREATE TABLE events (
    stream       VARCHAR(64)  NOT NULL,
    seq          BIGINT       NOT NULL,
    cause        BIGINT       NOT NULL,
    name         VARCHAR(64)  NOT NULL,
    command      VARCHAR(64)  NOT NULL,
    at           BIGINT       NOT NULL,
    by_user      VARCHAR(64)  NOT NULL,
    by_post      VARCHAR(255) NOT NULL,
    by_name      VARCHAR(255),
    acting       BIGINT       NOT NULL,
    on_behalf_of VARCHAR(255) NOT NULL,
    resource     VARCHAR(64)  NOT NULL,
    subject      VARCHAR(64)  NOT NULL,
    from_state   VARCHAR(64)  NOT NULL,
    to_state     VARCHAR(64)  NOT NULL,
    reason       MEDIUMTEXT,
    salt         VARCHAR(32)  NOT NULL,
    data         MEDIUMTEXT   NOT NULL,
    canonical    MEDIUMBLOB   NOT NULL,
    hash         VARCHAR(64)  NOT NULL,
    PRIMARY KEY (stream, seq)
);

CREATE INDEX events_by_subject ON events (subject, seq);

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
