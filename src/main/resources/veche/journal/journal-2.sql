-- Form 2: guests, people who are called something else than their account, what channels are like,
-- and what clients send beside words.
--
-- New columns of all three tables:
--
-- login      the account that somebody was logged in to: nothing if it is called as they were, ''
--            if there was none
-- address    user@host; nothing if it was hidden behind the account
-- to_*       the other person: to whom it was said, who was removed, who was given a rank
-- tags       what a client sent for other programs, as it stands in a line of IRC
-- channels   those that somebody left by leaving, or was seen in under another name, with spaces
--            between them; nothing if they stay
--
-- A guest has an id like an account, and it stands in the column `account`.

-- New kinds: reacted, withdrawn (deleted: its words are gone). The detail may also be notice.
ALTER TABLE message ADD COLUMN login TEXT;
ALTER TABLE message ADD COLUMN address TEXT;
ALTER TABLE message ADD COLUMN to_login TEXT;
ALTER TABLE message ADD COLUMN tags TEXT;

-- New kinds: kicked, mode, renamed, redacted, said_to_rank, preferred, made, closed, founded,
-- released. The text is what was said to it; of a mode, a mask, a key or another channel. The
-- detail of a mode is such as +flag moderated; the number may be a limit, or the position of the
-- message that was deleted.
ALTER TABLE event ADD COLUMN login TEXT;
ALTER TABLE event ADD COLUMN address TEXT;
ALTER TABLE event ADD COLUMN to_account INTEGER;
ALTER TABLE event ADD COLUMN to_name TEXT;
ALTER TABLE event ADD COLUMN to_login TEXT;
ALTER TABLE event ADD COLUMN channels TEXT;
ALTER TABLE event ADD COLUMN tags TEXT;

ALTER TABLE fact ADD COLUMN login TEXT;
ALTER TABLE fact ADD COLUMN address TEXT;
ALTER TABLE fact ADD COLUMN to_account INTEGER;
ALTER TABLE fact ADD COLUMN to_name TEXT;
ALTER TABLE fact ADD COLUMN to_login TEXT;
ALTER TABLE fact ADD COLUMN channels TEXT;

-- That a channel has no topic is no fact any more.
DELETE FROM fact WHERE kind = 'topic' AND text IS NULL;

-- Which events belong to the history of which conversation.
CREATE TABLE happening (
    conversation INTEGER NOT NULL REFERENCES conversation,
    position     INTEGER NOT NULL,
    PRIMARY KEY (conversation, position)
) STRICT, WITHOUT ROWID;

-- The last messages that have ids of their senders', so that a message that is sent again after a
-- lost connection is stored once.
CREATE TABLE sent (
    position INTEGER PRIMARY KEY
) STRICT;
