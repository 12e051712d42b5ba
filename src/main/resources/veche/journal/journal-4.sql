-- Form 4: what was said to those of some rank is found by its age, to be forgotten like all that was
-- said, and so is that it was withdrawn.

CREATE INDEX event_aside ON event (time) WHERE kind IN ('said_to_rank', 'withdrawn');
