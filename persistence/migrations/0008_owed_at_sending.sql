-- A message is looked at again when it leaves: what is not owed any more stays in the ledger with
-- the reason. `post`: whose post made somebody a recipient, the name of the agency or of the
-- region; `matter`: what a reminder waits for.

ALTER TABLE notices ADD COLUMN post VARCHAR(400) NOT NULL DEFAULT '';

ALTER TABLE notices ADD COLUMN dropped VARCHAR(20) NOT NULL DEFAULT '';

ALTER TABLE notices ADD COLUMN matter VARCHAR(20) NOT NULL DEFAULT '';
