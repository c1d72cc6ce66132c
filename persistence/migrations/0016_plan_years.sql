-- How many years a plan is for, as its kind says, so that whoever asks for a year finds every plan
-- that has it. And each year of a live plan once: the key stands in the way of a second plan of the
-- region and kind that has one of them. Years that plans share from before stay with the elder.

ALTER TABLE plans ADD COLUMN years BIGINT NOT NULL DEFAULT 1;

UPDATE plans SET years = (SELECT COALESCE(JSON_EXTRACT(k.body, '$.years'), 1) FROM kinds k
WHERE k.name = plans.kind AND k.version = plans.kind_version)
WHERE EXISTS (SELECT 1 FROM kinds k WHERE k.name = plans.kind AND k.version = plans.kind_version);

CREATE TABLE plan_years (
    region VARCHAR(16) NOT NULL,
    kind   VARCHAR(64) NOT NULL,
    year   BIGINT      NOT NULL,
    plan   VARCHAR(32) NOT NULL,
    PRIMARY KEY (region, kind, year)
);

CREATE INDEX plan_years_by_plan ON plan_years (plan);

INSERT INTO plan_years(region, kind, year, plan)
SELECT p.region, p.kind, p.year, p.id FROM plans p WHERE p.live_key IS NOT NULL;

INSERT INTO plan_years(region, kind, year, plan)
SELECT p.region, p.kind, p.year + 1, p.id FROM plans p WHERE p.live_key IS NOT NULL
AND p.years > 1 AND NOT EXISTS (SELECT 1 FROM plan_years y WHERE y.region = p.region
AND y.kind = p.kind AND y.year = p.year + 1);

INSERT INTO plan_years(region, kind, year, plan)
SELECT p.region, p.kind, p.year + 2, p.id FROM plans p WHERE p.live_key IS NOT NULL
AND p.years > 2 AND NOT EXISTS (SELECT 1 FROM plan_years y WHERE y.region = p.region
AND y.kind = p.kind AND y.year = p.year + 2);
