-- The events of one thing are looked for among those of its plan, which are read by (stream, seq)
-- anyway; an index by thing cost every decision as many pages as all its other rows together.

DROP INDEX events_by_subject ON events;
