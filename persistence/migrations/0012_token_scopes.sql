-- What a token opens and where. Those from before open all that their holders may: 'full'; else
-- names of scopes with a space between. `region`: nothing outside it; empty: no bound.

ALTER TABLE tokens ADD COLUMN scopes VARCHAR(100) NOT NULL DEFAULT 'full';

ALTER TABLE tokens ADD COLUMN region VARCHAR(20) NOT NULL DEFAULT '';

ALTER TABLE tokens ADD COLUMN used_at BIGINT NOT NULL DEFAULT 0;
