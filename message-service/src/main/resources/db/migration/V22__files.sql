-- Files that people uploaded, as the media service tells of them: what is needed to check and to describe what somebody
-- attaches to a message. A file that is deleted there has no row here.
--
-- A new table: takes no lock anybody waits for.

CREATE TABLE files (
    media_id     uuid    NOT NULL,
    owner_id     uuid    NOT NULL,
    kind         text    NOT NULL,
    name         text    NOT NULL,
    content_type text    NOT NULL,
    bytes        bigint  NOT NULL,
    width        integer,
    height       integer,
    duration_ms  bigint,
    placeholder  text,
    state        text    NOT NULL,
    CONSTRAINT files_pk PRIMARY KEY (media_id)
) WITH (fillfactor = 80); -- each is written again when it has been looked into

-- What the attachments that a sender asks for, [{mediaId, alt}], are by now, in their order; not null. problem is null, or
--   unknown-attachment   one is somebody else's, or refused
--   missing-attachment   one is not here, or not yet
-- and unknown_media the first one that it is about. Left out of a description is what is null.
CREATE FUNCTION describe_files(
    p_asked jsonb, p_sender_id uuid, OUT attachments jsonb, OUT problem text, OUT unknown_media uuid)
    LANGUAGE plpgsql STABLE
AS
$$
DECLARE
    v_foreign uuid;
    v_missing uuid;
BEGIN
    SELECT jsonb_agg(
               jsonb_strip_nulls(jsonb_build_object(
                   'mediaId', a.media_id, 'kind', f.kind, 'name', f.name, 'contentType', f.content_type, 'bytes', f.bytes,
                   'width', f.width, 'height', f.height, 'durationMs', f.duration_ms, 'placeholder', f.placeholder,
                   'alt', a.alt))
               ORDER BY a.ord),
           (array_agg(a.media_id ORDER BY a.ord) FILTER (WHERE f.owner_id <> p_sender_id OR f.state = 'refused'))[1],
           (array_agg(a.media_id ORDER BY a.ord) FILTER (WHERE f.media_id IS NULL))[1]
    INTO attachments, v_foreign, v_missing
    FROM ROWS FROM (jsonb_to_recordset(p_asked) AS ("mediaId" uuid, alt text)) WITH ORDINALITY AS a (media_id, alt, ord)
    LEFT JOIN LATERAL (SELECT x.* FROM files x WHERE x.media_id = a.media_id LIMIT 1) f ON true;
    problem := CASE WHEN v_foreign IS NOT NULL THEN 'unknown-attachment' WHEN v_missing IS NOT NULL THEN 'missing-attachment' END;
    unknown_media := coalesce(v_foreign, v_missing);
END
$$;
