-- One calendar address a person. The row stays when it is revoked, so that its version goes on.

CREATE TABLE calendar_tokens (
    user_id    VARCHAR(64) NOT NULL PRIMARY KEY,
    version    BIGINT      NOT NULL,
    token_hash VARCHAR(64) NULL,
    made_at    BIGINT      NOT NULL
);

CREATE UNIQUE INDEX calendar_tokens_by_hash ON calendar_tokens (token_hash);
