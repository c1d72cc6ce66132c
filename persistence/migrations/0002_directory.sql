-- Who there is and when work is done: regions, agencies, people, posts, sign-ins, kinds, days off;
-- and what people are told: notices gathered into messages. Civil dates are ISO text. An empty text
-- or 0 stands for "none", so that no column needs NULL.

CREATE TABLE installation (
    id VARCHAR(64) NOT NULL PRIMARY KEY
);

CREATE TABLE regions (
    code   VARCHAR(20)  NOT NULL PRIMARY KEY,
    name   VARCHAR(200) NOT NULL,
    zone   VARCHAR(64)  NOT NULL,
    parent VARCHAR(20)  NOT NULL
);

CREATE INDEX regions_by_parent ON regions (parent, code);

CREATE TABLE agencies (
    id         VARCHAR(64)  NOT NULL PRIMARY KEY,
    version    BIGINT       NOT NULL,
    region     VARCHAR(20)  NOT NULL,
    name       VARCHAR(200) NOT NULL,
    short_name VARCHAR(100) NOT NULL,
    kind       VARCHAR(40)  NOT NULL,
    valid_from VARCHAR(10)  NOT NULL,
    valid_to   VARCHAR(10)  NOT NULL,
    successor  VARCHAR(64)  NOT NULL
);

CREATE INDEX agencies_by_name ON agencies (region, name, id);

CREATE TABLE users (
    id               VARCHAR(64)  NOT NULL PRIMARY KEY,
    version          BIGINT       NOT NULL,
    username         VARCHAR(100) NOT NULL UNIQUE,
    name             VARCHAR(200) NOT NULL,
    locale           VARCHAR(10)  NOT NULL,
    region           VARCHAR(20)  NOT NULL,
    password_hash    VARCHAR(255) NOT NULL,
    activation_hash  VARCHAR(64)  NOT NULL,
    activation_until BIGINT       NOT NULL,
    disabled         BIGINT       NOT NULL,
    totp_secret      VARCHAR(255) NOT NULL,
    totp_last_step   BIGINT       NOT NULL
);

CREATE INDEX users_by_region ON users (region, username);

CREATE INDEX users_by_activation ON users (activation_hash);

CREATE TABLE user_addresses (
    user_id VARCHAR(64)  NOT NULL,
    place   BIGINT       NOT NULL,
    address VARCHAR(254) NOT NULL,
    PRIMARY KEY (user_id, place)
);

CREATE TABLE appointments (
    id       VARCHAR(64) NOT NULL PRIMARY KEY,
    version  BIGINT      NOT NULL,
    user_id  VARCHAR(64) NOT NULL,
    role     VARCHAR(40) NOT NULL,
    agency   VARCHAR(64) NOT NULL,
    region   VARCHAR(20) NOT NULL,
    from_day VARCHAR(10) NOT NULL,
    to_day   VARCHAR(10) NOT NULL,
    acting   BIGINT      NOT NULL
);

CREATE INDEX appointments_by_region ON appointments (region, from_day);

CREATE INDEX appointments_by_user ON appointments (user_id, from_day);

CREATE INDEX appointments_by_agency ON appointments (agency, from_day);

CREATE TABLE sessions (
    token_hash    VARCHAR(64)  NOT NULL PRIMARY KEY,
    id            VARCHAR(64)  NOT NULL UNIQUE,
    user_id       VARCHAR(64)  NOT NULL,
    csrf          VARCHAR(100) NOT NULL,
    created_at    BIGINT       NOT NULL,
    seen_at       BIGINT       NOT NULL,
    stepped_up_at BIGINT       NOT NULL,
    ended_at      BIGINT       NOT NULL
);

CREATE INDEX sessions_by_user ON sessions (user_id, created_at);

CREATE INDEX sessions_by_age ON sessions (created_at);

CREATE TABLE tokens (
    token_hash  VARCHAR(64)  NOT NULL PRIMARY KEY,
    id          VARCHAR(64)  NOT NULL UNIQUE,
    user_id     VARCHAR(64)  NOT NULL,
    name        VARCHAR(100) NOT NULL,
    created_at  BIGINT       NOT NULL,
    valid_until BIGINT       NOT NULL,
    ended_at    BIGINT       NOT NULL
);

CREATE INDEX tokens_by_user ON tokens (user_id, created_at);

CREATE TABLE kinds (
    name    VARCHAR(40) NOT NULL,
    version BIGINT      NOT NULL,
    hash    VARCHAR(64) NOT NULL,
    body    MEDIUMTEXT  NOT NULL,
    PRIMARY KEY (name, version)
);

-- Region '' holds the nation's holidays and joint leave.
CREATE TABLE holidays (
    region VARCHAR(20)  NOT NULL,
    day    VARCHAR(10)  NOT NULL,
    kind   VARCHAR(20)  NOT NULL,
    name   VARCHAR(200) NOT NULL,
    PRIMARY KEY (region, day, kind)
);

CREATE TABLE holiday_years (
    region  VARCHAR(20) NOT NULL,
    year    BIGINT      NOT NULL,
    version BIGINT      NOT NULL,
    PRIMARY KEY (region, year)
);

CREATE TABLE period_overrides (
    region   VARCHAR(20) NOT NULL,
    kind     VARCHAR(40) NOT NULL,
    year     BIGINT      NOT NULL,
    code     VARCHAR(20) NOT NULL,
    from_day VARCHAR(10) NOT NULL,
    to_day   VARCHAR(10) NOT NULL,
    cut_off  VARCHAR(10) NOT NULL,
    due      VARCHAR(10) NOT NULL,
    lock_day VARCHAR(10) NOT NULL,
    PRIMARY KEY (region, kind, year, code)
);

CREATE TABLE period_years (
    region  VARCHAR(20) NOT NULL,
    kind    VARCHAR(40) NOT NULL,
    year    BIGINT      NOT NULL,
    version BIGINT      NOT NULL,
    PRIMARY KEY (region, kind, year)
);

CREATE TABLE messages (
    id           VARCHAR(64)  NOT NULL PRIMARY KEY,
    message_key  VARCHAR(255) NOT NULL UNIQUE,
    recipient    VARCHAR(64)  NOT NULL,
    due_instant  BIGINT       NOT NULL,
    zone         VARCHAR(64)  NOT NULL,
    notices      BIGINT       NOT NULL,
    state        VARCHAR(20)  NOT NULL,
    attempts     BIGINT       NOT NULL,
    next_attempt BIGINT       NOT NULL,
    lease_owner  VARCHAR(100) NOT NULL,
    lease_until  BIGINT       NOT NULL,
    lease_no     BIGINT       NOT NULL,
    subject      VARCHAR(500) NOT NULL,
    body         MEDIUMTEXT   NOT NULL,
    header_id    VARCHAR(255) NOT NULL,
    last_error   VARCHAR(500) NOT NULL,
    created_at   BIGINT       NOT NULL,
    sent_at      BIGINT       NOT NULL
);

CREATE INDEX messages_due ON messages (state, next_attempt);

CREATE INDEX messages_by_recipient ON messages (recipient, due_instant);

CREATE TABLE notices (
    unique_key  VARCHAR(255) NOT NULL PRIMARY KEY,
    message_id  VARCHAR(64)  NOT NULL,
    place       BIGINT       NOT NULL,
    rule_name   VARCHAR(64)  NOT NULL,
    resource    VARCHAR(20)  NOT NULL,
    subject     VARCHAR(64)  NOT NULL,
    round       BIGINT       NOT NULL,
    recipient   VARCHAR(64)  NOT NULL,
    why         VARCHAR(40)  NOT NULL,
    due         VARCHAR(10)  NOT NULL,
    moved_from  VARCHAR(10)  NOT NULL,
    due_instant BIGINT       NOT NULL,
    event_seq   BIGINT       NOT NULL,
    plan        VARCHAR(64)  NOT NULL,
    region      VARCHAR(20)  NOT NULL,
    title       VARCHAR(500) NOT NULL,
    agency      VARCHAR(200) NOT NULL
);

CREATE INDEX notices_by_message ON notices (message_id, place);

CREATE INDEX notices_by_plan ON notices (plan, due_instant);

CREATE TABLE leases (
    name        VARCHAR(100) NOT NULL PRIMARY KEY,
    owner       VARCHAR(100) NOT NULL,
    lease_until BIGINT       NOT NULL,
    lease_no    BIGINT       NOT NULL,
    renewals    BIGINT       NOT NULL
);
