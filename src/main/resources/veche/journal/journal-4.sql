-- Form 4: what was said to those of some rank is found by its age, to be forgotten like all that was
-- said.

CREATE INDEX event_aside ON event (time) WHERE kind = 'said_to_rank';
