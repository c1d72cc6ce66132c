-- An office's file on its way into a draft, and what became of it: what was answered, the draft as
-- it was before (to undo it in one step) and a digest of the draft that it was looked at against,
-- or that it led to. `document` is the file among the plan's documents, once it was applied.
--
-- And what a region's offices mean by a heading (a field, or nothing) and by a spelling.

CREATE TABLE imports (
    id              VARCHAR(32)  NOT NULL PRIMARY KEY,
    version         BIGINT       NOT NULL,
    plan            VARCHAR(32)  NOT NULL,
    revision        BIGINT       NOT NULL,
    kind            VARCHAR(8)   NOT NULL,
    state           VARCHAR(16)  NOT NULL,
    name            MEDIUMTEXT   NOT NULL,
    size            BIGINT       NOT NULL,
    sha256          VARCHAR(64)  NOT NULL,
    document        VARCHAR(32)  NOT NULL,
    answers         MEDIUMTEXT   NOT NULL,
    former          MEDIUMTEXT   NOT NULL,
    draft           VARCHAR(64)  NOT NULL,
    outcome         MEDIUMTEXT   NOT NULL,
    made_by         VARCHAR(32)  NOT NULL,
    made_by_name    VARCHAR(400) NOT NULL,
    made_at         BIGINT       NOT NULL,
    applied_by      VARCHAR(32)  NOT NULL,
    applied_by_name VARCHAR(400) NOT NULL,
    applied_at      BIGINT       NOT NULL,
    undone_by       VARCHAR(32)  NOT NULL,
    undone_by_name  VARCHAR(400) NOT NULL,
    undone_at       BIGINT       NOT NULL,
    FOREIGN KEY (plan) REFERENCES plans (id)
);

CREATE INDEX imports_by_plan ON imports (plan, made_at);

CREATE INDEX imports_by_content ON imports (sha256);

CREATE INDEX imports_by_document ON imports (document);

CREATE TABLE import_memories (
    region  VARCHAR(16)  NOT NULL,
    what    VARCHAR(16)  NOT NULL,
    words   VARCHAR(500) NOT NULL,
    meaning VARCHAR(100) NOT NULL,
    PRIMARY KEY (region, what, words)
);
