-- Plans with everything that belongs to them. Names of agencies and persons stand beside their ids
-- as they were when the row was written. Quantities are exact decimal text; civil dates are
-- VARCHAR(10); `since` is the instant at which the present state began.

CREATE TABLE plans (
    id              VARCHAR(32)  NOT NULL PRIMARY KEY,
    version         BIGINT       NOT NULL,
    kind            VARCHAR(64)  NOT NULL,
    kind_version    BIGINT       NOT NULL,
    region          VARCHAR(16)  NOT NULL,
    parent_region   VARCHAR(16)  NOT NULL,
    year            BIGINT       NOT NULL,
    title           MEDIUMTEXT   NOT NULL,
    registered      BIGINT       NOT NULL,
    live_key        VARCHAR(120) NULL,
    created_by      VARCHAR(32)  NOT NULL,
    created_by_name VARCHAR(400) NOT NULL,
    created_at      BIGINT       NOT NULL
);

-- region/kind/year while the plan stands in the way of a second one.
CREATE UNIQUE INDEX plans_live ON plans (live_key);

CREATE INDEX plans_by_region ON plans (region, year, kind);

CREATE INDEX plans_by_parent ON plans (parent_region, year, kind);

-- `shown`: it was submitted or registered, and so others than the secretariat may see it.
CREATE TABLE revisions (
    plan              VARCHAR(32)  NOT NULL,
    number            BIGINT       NOT NULL,
    state             VARCHAR(32)  NOT NULL,
    shown             BIGINT       NOT NULL,
    submission        BIGINT       NOT NULL,
    submitted_by      VARCHAR(32)  NOT NULL,
    submitted_by_name VARCHAR(400) NOT NULL,
    decree_number     MEDIUMTEXT   NOT NULL,
    decree_date       VARCHAR(10)  NULL,
    decree_scan       VARCHAR(32)  NOT NULL,
    since             BIGINT       NOT NULL,
    PRIMARY KEY (plan, number),
    FOREIGN KEY (plan) REFERENCES plans (id)
);

CREATE INDEX revisions_by_state ON revisions (state, plan);

CREATE TABLE actions (
    id                VARCHAR(32)  NOT NULL,
    revision          BIGINT       NOT NULL,
    plan              VARCHAR(32)  NOT NULL,
    version           BIGINT       NOT NULL,
    number            BIGINT       NOT NULL,
    phase             VARCHAR(64)  NOT NULL,
    theme             MEDIUMTEXT   NOT NULL,
    title             MEDIUMTEXT   NOT NULL,
    location          MEDIUMTEXT   NOT NULL,
    lead_agency       VARCHAR(32)  NOT NULL,
    lead_agency_name  VARCHAR(400) NOT NULL,
    success_criterion MEDIUMTEXT   NOT NULL,
    budget_source     MEDIUMTEXT   NOT NULL,
    note              MEDIUMTEXT   NOT NULL,
    mandatory         BIGINT       NOT NULL,
    measure           VARCHAR(16)  NOT NULL,
    PRIMARY KEY (id, revision),
    FOREIGN KEY (plan, revision) REFERENCES revisions (plan, number)
);

CREATE INDEX actions_by_plan ON actions (plan, revision, number);

CREATE INDEX actions_by_agency ON actions (lead_agency, plan);

CREATE TABLE action_supports (
    action   VARCHAR(32)  NOT NULL,
    revision BIGINT       NOT NULL,
    place    BIGINT       NOT NULL,
    agency   VARCHAR(32)  NOT NULL,
    name     VARCHAR(400) NOT NULL,
    PRIMARY KEY (action, revision, place),
    FOREIGN KEY (action, revision) REFERENCES actions (id, revision)
);

CREATE TABLE action_cells (
    target   VARCHAR(32) NOT NULL,
    revision BIGINT      NOT NULL,
    action   VARCHAR(32) NOT NULL,
    period   VARCHAR(16) NOT NULL,
    text     MEDIUMTEXT  NOT NULL,
    quantity VARCHAR(40) NULL,
    unit     MEDIUMTEXT  NOT NULL,
    PRIMARY KEY (target, revision),
    FOREIGN KEY (action, revision) REFERENCES actions (id, revision)
);

CREATE UNIQUE INDEX action_cells_by_action ON action_cells (action, revision, period);

-- The agencies a shown revision names, as of its last submission: who sees it.
CREATE TABLE revision_agencies (
    plan     VARCHAR(32) NOT NULL,
    revision BIGINT      NOT NULL,
    agency   VARCHAR(32) NOT NULL,
    leads    BIGINT      NOT NULL,
    PRIMARY KEY (plan, revision, agency)
);

CREATE INDEX revision_agencies_by_agency ON revision_agencies (agency, plan);

CREATE TABLE reviews (
    id          VARCHAR(32)  NOT NULL PRIMARY KEY,
    version     BIGINT       NOT NULL,
    plan        VARCHAR(32)  NOT NULL,
    revision    BIGINT       NOT NULL,
    agency      VARCHAR(32)  NOT NULL,
    agency_name VARCHAR(400) NOT NULL,
    state       VARCHAR(32)  NOT NULL,
    reason      MEDIUMTEXT   NOT NULL,
    due         VARCHAR(10)  NULL,
    rows_digest VARCHAR(64)  NOT NULL,
    since       BIGINT       NOT NULL,
    FOREIGN KEY (plan, revision) REFERENCES revisions (plan, number)
);

CREATE INDEX reviews_by_plan ON reviews (plan, revision);

CREATE INDEX reviews_by_agency ON reviews (agency, state);

CREATE INDEX reviews_by_due ON reviews (state, due);

CREATE TABLE review_items (
    review     VARCHAR(32) NOT NULL,
    place      BIGINT      NOT NULL,
    action     VARCHAR(32) NOT NULL,
    remark     MEDIUMTEXT  NOT NULL,
    suggestion MEDIUMTEXT  NOT NULL,
    PRIMARY KEY (review, place),
    FOREIGN KEY (review) REFERENCES reviews (id)
);

CREATE TABLE approvals (
    id         VARCHAR(32)  NOT NULL PRIMARY KEY,
    version    BIGINT       NOT NULL,
    plan       VARCHAR(32)  NOT NULL,
    revision   BIGINT       NOT NULL,
    submission BIGINT       NOT NULL,
    stage      BIGINT       NOT NULL,
    name       VARCHAR(200) NOT NULL,
    role       VARCHAR(64)  NOT NULL,
    quorum     BIGINT       NOT NULL,
    state      VARCHAR(32)  NOT NULL,
    reason     MEDIUMTEXT   NOT NULL,
    due        VARCHAR(10)  NULL,
    since      BIGINT       NOT NULL,
    FOREIGN KEY (plan, revision) REFERENCES revisions (plan, number)
);

CREATE INDEX approvals_by_plan ON approvals (plan, revision, submission);

CREATE INDEX approvals_by_role ON approvals (role, state);

CREATE TABLE votes (
    approval   VARCHAR(32)  NOT NULL,
    voter      VARCHAR(32)  NOT NULL,
    voter_name VARCHAR(400) NOT NULL,
    place      BIGINT       NOT NULL,
    at         BIGINT       NOT NULL,
    PRIMARY KEY (approval, voter),
    FOREIGN KEY (approval) REFERENCES approvals (id)
);

-- `placed_in`: the revision whose cell says what is wanted of it: the newest one in force that
-- holds it, and the draft that made it before that. Records are JSON.
CREATE TABLE targets (
    id                VARCHAR(32) NOT NULL PRIMARY KEY,
    version           BIGINT      NOT NULL,
    plan              VARCHAR(32) NOT NULL,
    action            VARCHAR(32) NOT NULL,
    period            VARCHAR(16) NOT NULL,
    state             VARCHAR(32) NOT NULL,
    round             BIGINT      NOT NULL,
    newest_round      BIGINT      NOT NULL,
    record            MEDIUMTEXT  NOT NULL,
    extended_to       VARCHAR(10) NULL,
    last_final        VARCHAR(32) NOT NULL,
    last_final_round  BIGINT      NOT NULL,
    last_final_record MEDIUMTEXT  NULL,
    made              BIGINT      NOT NULL,
    placed_in         BIGINT      NOT NULL,
    since             BIGINT      NOT NULL,
    FOREIGN KEY (plan) REFERENCES plans (id)
);

CREATE INDEX targets_by_plan ON targets (plan, period);

CREATE INDEX targets_by_state ON targets (state, plan);

CREATE TABLE rounds (
    target    VARCHAR(32) NOT NULL,
    round     BIGINT      NOT NULL,
    state     VARCHAR(32) NOT NULL,
    record    MEDIUMTEXT  NOT NULL,
    closed_at BIGINT      NOT NULL,
    PRIMARY KEY (target, round),
    FOREIGN KEY (target) REFERENCES targets (id)
);

CREATE TABLE evidence (
    id               VARCHAR(32)  NOT NULL PRIMARY KEY,
    version          BIGINT       NOT NULL,
    target           VARCHAR(32)  NOT NULL,
    kind             VARCHAR(64)  NOT NULL,
    classification   VARCHAR(16)  NOT NULL,
    name             MEDIUMTEXT   NOT NULL,
    media_type       VARCHAR(200) NOT NULL,
    size             BIGINT       NOT NULL,
    sha256           VARCHAR(64)  NOT NULL,
    uploaded_by      VARCHAR(32)  NOT NULL,
    uploaded_by_name VARCHAR(400) NOT NULL,
    uploaded_at      BIGINT       NOT NULL,
    FOREIGN KEY (target) REFERENCES targets (id)
);

CREATE INDEX evidence_by_target ON evidence (target);

-- A file belongs to the round it came in and to every later one until it is taken out.
CREATE TABLE round_evidence (
    target   VARCHAR(32) NOT NULL,
    round    BIGINT      NOT NULL,
    evidence VARCHAR(32) NOT NULL,
    PRIMARY KEY (target, round, evidence),
    FOREIGN KEY (evidence) REFERENCES evidence (id)
);

CREATE TABLE documents (
    id               VARCHAR(32)  NOT NULL PRIMARY KEY,
    plan             VARCHAR(32)  NOT NULL,
    name             MEDIUMTEXT   NOT NULL,
    media_type       VARCHAR(200) NOT NULL,
    size             BIGINT       NOT NULL,
    sha256           VARCHAR(64)  NOT NULL,
    uploaded_by      VARCHAR(32)  NOT NULL,
    uploaded_by_name VARCHAR(400) NOT NULL,
    uploaded_at      BIGINT       NOT NULL,
    FOREIGN KEY (plan) REFERENCES plans (id)
);

CREATE TABLE comments (
    id         VARCHAR(32)  NOT NULL PRIMARY KEY,
    plan       VARCHAR(32)  NOT NULL,
    resource   VARCHAR(16)  NOT NULL,
    subject    VARCHAR(32)  NOT NULL,
    author     VARCHAR(32)  NOT NULL,
    author_name VARCHAR(400) NOT NULL,
    at         BIGINT       NOT NULL,
    text       MEDIUMTEXT   NOT NULL,
    FOREIGN KEY (plan) REFERENCES plans (id)
);

CREATE INDEX comments_by_subject ON comments (subject, at, id);

CREATE TABLE reports (
    id              VARCHAR(32) NOT NULL PRIMARY KEY,
    version         BIGINT      NOT NULL,
    plan            VARCHAR(32) NOT NULL,
    period          VARCHAR(16) NOT NULL,
    state           VARCHAR(32) NOT NULL,
    reason          MEDIUMTEXT  NOT NULL,
    included_digest VARCHAR(64) NOT NULL,
    since           BIGINT      NOT NULL,
    FOREIGN KEY (plan) REFERENCES plans (id)
);

CREATE UNIQUE INDEX reports_by_plan ON reports (plan, period);

CREATE INDEX reports_by_state ON reports (state, plan);

CREATE TABLE report_gaps (
    report VARCHAR(32) NOT NULL,
    place  BIGINT      NOT NULL,
    gap    VARCHAR(32) NOT NULL,
    what   VARCHAR(16) NOT NULL,
    reason MEDIUMTEXT  NOT NULL,
    PRIMARY KEY (report, place),
    FOREIGN KEY (report) REFERENCES reports (id)
);
