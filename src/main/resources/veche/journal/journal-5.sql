-- Form 5: which message is in which conversation stands in a table that may lag behind.
--
-- An index of `message` would be written with each message: while people talk in a thousand channels,
-- each commit changed a page for each of them. What has gathered for a conversation goes into this
-- table at once instead, at the latest after a minute. The row of `tally` says up to which position
-- nothing is missing; after a crash the server looks for what is.

CREATE TABLE message_index (
    conversation INTEGER NOT NULL,
    position     INTEGER NOT NULL,
    PRIMARY KEY (conversation, position)
) STRICT, WITHOUT ROWID;

INSERT INTO message_index SELECT conversation, position FROM message ORDER BY conversation, position;

ALTER TABLE tally ADD COLUMN indexed INTEGER NOT NULL DEFAULT 0;

UPDATE tally SET indexed = last;

DROP INDEX message_conversation;

DROP TRIGGER message_forgotten;

CREATE TRIGGER message_forgotten AFTER DELETE ON message BEGIN
    INSERT INTO forgotten (position) VALUES (old.position);
    DELETE FROM message_index WHERE conversation = old.conversation AND position = old.position;
    UPDATE tally SET messages = messages - 1;
END;
