-- When the work under a lease was last done to its end: a scheduler that stands still is seen.
ALTER TABLE leases ADD COLUMN done_at BIGINT NOT NULL DEFAULT 0;
