-- What a report answers to the questions of its kind, as it is being written and as it was last
-- submitted, each a JSON object by the question's code; and when that was last saved without an
-- event. Of a file: the item of the kind's checklist that it shows, or nothing.

ALTER TABLE reports ADD COLUMN answers MEDIUMTEXT NOT NULL DEFAULT '{}';

ALTER TABLE reports ADD COLUMN submitted_answers MEDIUMTEXT NOT NULL DEFAULT '{}';

ALTER TABLE reports ADD COLUMN edited_at BIGINT NOT NULL DEFAULT 0;

ALTER TABLE evidence ADD COLUMN item VARCHAR(64) NOT NULL DEFAULT '';
