-- What every upload takes of the disk, also while a deleted file still lies there: quotas count it.

CREATE TABLE uploads (
    id      VARCHAR(32) NOT NULL PRIMARY KEY,
    user_id VARCHAR(64) NOT NULL,
    plan    VARCHAR(32) NOT NULL,
    bytes   BIGINT      NOT NULL,
    at      BIGINT      NOT NULL,
    gone_at BIGINT      NOT NULL
);

CREATE INDEX uploads_by_user ON uploads (user_id, at);

CREATE INDEX uploads_by_plan ON uploads (plan, gone_at);

CREATE INDEX uploads_gone ON uploads (gone_at);

INSERT INTO uploads(id, user_id, plan, bytes, at, gone_at)
SELECT e.id, e.uploaded_by, t.plan, e.size, e.uploaded_at, 0
FROM evidence e JOIN targets t ON t.id = e.target
WHERE e.id NOT IN (SELECT u.id FROM uploads u);

INSERT INTO uploads(id, user_id, plan, bytes, at, gone_at)
SELECT d.id, d.uploaded_by, d.plan, d.size, d.uploaded_at, 0 FROM documents d
WHERE d.id NOT IN (SELECT u.id FROM uploads u);
