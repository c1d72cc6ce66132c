-- From an agency's actions to their targets, for its inbox: what waits elsewhere is not read. The
-- column never changes, so that a decision writes nothing more.

CREATE INDEX targets_by_action ON targets (action);
