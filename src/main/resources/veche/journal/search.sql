-- search.db, which words were said where. It follows from veche.db: whoever deletes it loses
-- nothing, since it is made anew.

-- A row is a message, its rowid is the message's position. The words come in as they are searched
-- for (lower case, no accents, spaces between them), so that nothing is left to do for a tokenizer.
CREATE VIRTUAL TABLE spoken USING fts5 (
    conversation, -- n and the id of the conversation
    author,       -- n and the id of whoever said it
    text,
    content = '',
    contentless_delete = 1,
    detail = column,
    tokenize = 'ascii'
);

-- One row: how far veche.db has been read, by position of messages and by id of forgotten ones.
CREATE TABLE progress (
    position  INTEGER NOT NULL,
    forgotten INTEGER NOT NULL
) STRICT;

INSERT INTO progress (position, forgotten) VALUES (0, 0);
