-- What an action holds in the columns that its kind of plan has of its own: a JSON object by the
-- code of the column. A text stands as it is, a number as {"number": "75.5"}, so that no digit is
-- lost.

ALTER TABLE actions ADD COLUMN extra MEDIUMTEXT NOT NULL DEFAULT '{}';
