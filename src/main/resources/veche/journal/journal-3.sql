-- Form 3: how names are compared, as veche.toml has it: precis, ascii or rfc1459. One row. Before,
-- it was always precis; it changes only as long as nothing has happened.
CREATE TABLE naming (
    casemapping TEXT NOT NULL CHECK (casemapping IN ('precis', 'ascii', 'rfc1459'))
) STRICT;

INSERT INTO naming VALUES ('precis');
