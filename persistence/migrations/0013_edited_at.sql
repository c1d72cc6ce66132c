-- When something of it was last saved without an event: whoever follows from outside asks for what
-- has changed. `since` says when an event last changed it.

ALTER TABLE plans ADD COLUMN edited_at BIGINT NOT NULL DEFAULT 0;

ALTER TABLE targets ADD COLUMN edited_at BIGINT NOT NULL DEFAULT 0;
