-- Form 3: channels can be renamed, and the operator chooses which names are the same.
--
-- What a channel is called stands in one place, the table `conversation`, with its present name.
-- Whatever else speaks of a channel has the conversation's number. The column `channel` of other
-- tables is for people who look into this file: what the channel was called then.
--
-- A channel that is no more, and whose name another channel was given, has a key such as ~12, and
-- nobody finds any more what was said there.
--
-- How names are compared, as veche.toml has it, is the one row of `naming`. Before, it was always
-- precis; it changes only as long as nothing has happened.
--
-- New kind: channel_renamed. Its channels are the former name and the next one.

CREATE TABLE naming (
    casemapping TEXT NOT NULL CHECK (casemapping IN ('precis', 'ascii', 'rfc1459'))
) STRICT;

INSERT INTO naming VALUES ('precis');

ALTER TABLE event ADD COLUMN conversation INTEGER REFERENCES conversation;
ALTER TABLE fact ADD COLUMN conversation INTEGER REFERENCES conversation;

-- The facts of channels had the folded name in their keys; now they have the number.
CREATE TEMP TABLE placed AS
    SELECT
        fact_key,
        channel,
        prefix,
        replace(replace(substr(rest, 1, instr(rest || '/', '/') - 1), '%2F', '/'), '%25', '%')
            AS folded,
        substr(rest, instr(rest || '/', '/')) AS below
    FROM (
        SELECT
            key AS fact_key,
            channel,
            substr(key, 1, length) AS prefix,
            substr(key, length + 1) AS rest
        FROM (
            SELECT
                key,
                channel,
                CASE
                    WHEN key LIKE 'channel/%' THEN length('channel/')
                    WHEN kind = 'read' THEN instr(key, '/read/') + length('/read/') - 1
                    ELSE instr(key, '/member/') + length('/member/') - 1
                END AS length
            FROM fact WHERE channel IS NOT NULL));

INSERT OR IGNORE INTO conversation (key, channel) SELECT folded, channel FROM placed;

UPDATE fact SET key = prefix || id || below, conversation = id
    FROM placed JOIN conversation ON conversation.key = folded
    WHERE fact.key = fact_key;

DROP TABLE placed;

CREATE INDEX fact_conversation ON fact (conversation) WHERE conversation IS NOT NULL;

-- As whoever made the channel wrote it.
UPDATE conversation SET channel = fact.channel
    FROM fact WHERE fact.conversation = conversation.id AND fact.kind = 'made';

-- What is found by its position alone. (Other events are found by `happening`.) SQLite knows no case
-- but that of ASCII; other names are mostly written as they were when the channel was made.
UPDATE event SET conversation = coalesce(
        (SELECT id FROM conversation WHERE key = lower(event.channel)),
        (SELECT id FROM conversation WHERE conversation.channel = event.channel))
    WHERE kind IN ('said_to_rank', 'redacted') AND channel IS NOT NULL;
