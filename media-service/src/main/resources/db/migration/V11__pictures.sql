-- Which files are pictures: of people, of chats, and of the emoji that chats have. Locks: creates only.

-- subject_id is the person or the chat; name is empty for the picture of either, and else the emoji's. Everybody who is signed in
-- may see it, or the members of the chat. A row is kept when there is no picture any more, with the version as of which there is
-- none, so that what comes again changes nothing.
create table pictures (
    subject_id uuid    not null,
    name       text    not null,
    media_id   uuid,
    chosen_by  uuid    not null,
    everyone   boolean not null,
    version    bigint  not null,
    constraint pictures_pk primary key (subject_id, name)
);

create index pictures_media_ix on pictures (media_id) where media_id is not null;

-- The files that are somewhere to be seen. What is not in here is collected.
create view used_media as
    select media_id from attachments where deleted_at is null
    union all
    select media_id from pictures where media_id is not null;
