-- veche.db, the journal of a Veche server: what happened, in order.
--
-- A position is an entry's place in the one order of the server. Times are milliseconds since
-- 1970-01-01 00:00 UTC. A name is what an account was called when it happened.

PRAGMA application_id = 1449485160; -- "Vech"

-- What has a history of its own: a channel, or the private messages of two accounts.
CREATE TABLE conversation (
    id      INTEGER PRIMARY KEY,
    key     TEXT NOT NULL UNIQUE, -- the channel's name in lower case, or the two accounts: 7+12
    channel TEXT,                 -- the channel's name as it was first written
    first   INTEGER,              -- the two accounts, the smaller one first
    second  INTEGER,
    CHECK ((channel IS NULL) = (first IS NOT NULL AND second IS NOT NULL))
) STRICT;

CREATE INDEX conversation_first ON conversation (first) WHERE first IS NOT NULL;
CREATE INDEX conversation_second ON conversation (second) WHERE second IS NOT NULL;

-- What was said, and what a channel was said to be about.
CREATE TABLE message (
    position     INTEGER PRIMARY KEY,
    time         INTEGER NOT NULL,
    kind         TEXT NOT NULL,    -- said, told, topic
    conversation INTEGER NOT NULL REFERENCES conversation,
    ordinal      INTEGER NOT NULL, -- rises by one from message to message of a conversation
    account      INTEGER NOT NULL,
    name         TEXT NOT NULL,
    to_name      TEXT,             -- if told
    text         TEXT,             -- nothing if a topic was removed
    detail       TEXT              -- action, if it was not plain speech
) STRICT;

CREATE INDEX message_conversation ON message (conversation); -- and position, as any index has

-- What else happened, except for secrets.
CREATE TABLE event (
    position INTEGER PRIMARY KEY,
    time     INTEGER NOT NULL,
    kind     TEXT NOT NULL, -- joined, parted, arrived, left, registered, language, removed, ...
    account  INTEGER,
    name     TEXT,
    channel  TEXT,
    text     TEXT,          -- what was announced
    detail   TEXT,          -- why somebody left; which language was chosen
    number   INTEGER        -- up to which position somebody who left has seen; how many were removed
) STRICT;

-- What is true now: of each fact a copy of the last entry that settled it.
-- Here, and only here, are the secrets by which passwords are checked.
CREATE TABLE fact (
    key      TEXT PRIMARY KEY,
    position INTEGER NOT NULL,
    time     INTEGER NOT NULL,
    kind     TEXT NOT NULL,
    account  INTEGER,
    name     TEXT,
    channel  TEXT,
    text     TEXT,
    detail   TEXT,
    number   INTEGER
) STRICT, WITHOUT ROWID;

-- Messages that are no longer kept, until the search index has forgotten them as well.
CREATE TABLE forgotten (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    position INTEGER NOT NULL
) STRICT;

-- One row: the last position that was given away, and how many messages there are.
CREATE TABLE tally (
    last     INTEGER NOT NULL,
    messages INTEGER NOT NULL
) STRICT;

INSERT INTO tally (last, messages) VALUES (0, 0);

CREATE TRIGGER message_forgotten AFTER DELETE ON message BEGIN
    INSERT INTO forgotten (position) VALUES (old.position);
    UPDATE tally SET messages = messages - 1;
END;

-- For people who look into this file.
CREATE VIEW history AS
    SELECT
        position,
        datetime(time / 1000, 'unixepoch') AS utc,
        coalesce(channel, '(private)') AS conversation,
        name,
        to_name,
        kind,
        detail,
        text
    FROM message JOIN conversation ON conversation.id = message.conversation;
