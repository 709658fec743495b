-- Link previews: what pages say of themselves, for all messages that lead to them.
--
-- A cache: it may be emptied at any time. An address is kept as its hash only, so that one with a secret in it is in the
-- message alone. Without a title and a description there is nothing to show, which is worth remembering too. A new table:
-- takes no lock anybody waits for.

CREATE TABLE link_previews (
    url_hash    text COLLATE "C" NOT NULL,
    site_name   text,
    title       text,
    description text,
    fetched_at  timestamptz      NOT NULL,
    expires_at  timestamptz      NOT NULL,
    CONSTRAINT link_previews_pk PRIMARY KEY (url_hash)
);

CREATE INDEX link_previews_expires_at_ix ON link_previews (expires_at);
