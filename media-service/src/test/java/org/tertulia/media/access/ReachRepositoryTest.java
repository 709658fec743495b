package org.tertulia.media.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.tertulia.starter.id.MediaId;
import org.tertulia.starter.id.UserId;
import org.tertulia.test.PostgresExtension;

/** How people stand to files, by what the replica was told. */
class ReachRepositoryTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private static final Duration LIMIT = Duration.ofSeconds(10);
    private static final Instant NOON = Instant.parse("2026-11-01T12:00:00Z");

    private final UUID owner = UUID.randomUUID();
    private final UUID ana = UUID.randomUUID();
    private final UUID chat = UUID.randomUUID();
    private ReachRepository reach;
    private ReplicaRepository replica;
    private PictureRepository pictures;
    private UUID file;

    @BeforeEach
    void begin() {
        reach = new ReachRepository(postgres.databaseClient());
        replica = new ReplicaRepository(postgres.databaseClient());
        pictures = new PictureRepository(postgres.databaseClient());
        file = file();
    }

    @Test
    void aFileThatNoMessageHasShouldBeItsOwnersAlone() {
        member(chat, ana, 1);

        assertThat(reach(owner)).isEqualTo(Reach.OWNER);
        assertThat(reach(ana)).isEqualTo(Reach.STRANGER);
    }

    @Test
    void membersShouldReadWhatAMessageHas() {
        member(chat, ana, 1);
        attach(chat, 5, file);

        assertThat(reach(ana)).isEqualTo(Reach.READER);
        assertThat(reach(UUID.randomUUID())).isEqualTo(Reach.STRANGER);
    }

    @Test
    void whoJoinsLaterShouldReadWhatWasPostedBefore() {
        attach(chat, 5, file);
        member(chat, ana, 9);

        assertThat(reach(ana)).isEqualTo(Reach.READER);
    }

    @Test
    void whoWasRemovedShouldBeToldSo() {
        member(chat, ana, 1);
        attach(chat, 5, file);
        leave(chat, ana, 6);

        assertThat(reach(ana)).isEqualTo(Reach.REMOVED);
        assertThat(reach(owner)).isEqualTo(Reach.OWNER);
    }

    @Test
    void whoLeftBeforeItWasPostedShouldKnowNothingOfIt() {
        member(chat, ana, 1);
        leave(chat, ana, 4);
        attach(chat, 5, file);

        assertThat(reach(ana)).isEqualTo(Reach.STRANGER);
    }

    @Test
    void whoComesBackShouldReadAgain() {
        member(chat, ana, 1);
        attach(chat, 5, file);
        leave(chat, ana, 6);
        member(chat, ana, 7);

        assertThat(reach(ana)).isEqualTo(Reach.READER);
    }

    @Test
    void aFileOfADeletedMessageShouldBeItsOwnersAlone() {
        member(chat, ana, 1);
        attach(chat, 5, file);
        replica.detach(chat, 5, NOON).block(LIMIT);

        assertThat(reach(ana)).isEqualTo(Reach.STRANGER);
        assertThat(reach(owner)).isEqualTo(Reach.OWNER);
    }

    @Test
    void aMessageThatComesAgainShouldNotUndoThatItWasDeleted() {
        member(chat, ana, 1);
        attach(chat, 5, file);
        replica.detach(chat, 5, NOON).block(LIMIT);
        attach(chat, 5, file);

        assertThat(reach(ana)).isEqualTo(Reach.STRANGER);
    }

    @Test
    void aFileOfTwoChatsShouldBeReadByWhoIsStillInOne() {
        var other = UUID.randomUUID();
        member(chat, ana, 1);
        member(other, ana, 1);
        attach(chat, 5, file);
        attach(other, 3, file);
        leave(chat, ana, 6);

        assertThat(reach(ana)).isEqualTo(Reach.READER);
    }

    @Test
    void aFileOfAChatThatIsGoneShouldBeItsOwnersAlone() {
        member(chat, ana, 1);
        attach(chat, 5, file);
        replica.close(chat, 6).then(replica.detachAll(chat, NOON)).block(LIMIT);

        assertThat(reach(ana)).isEqualTo(Reach.STRANGER);
    }

    @Test
    void anOlderEntryShouldNotUndoANewerOne() {
        member(chat, ana, 1);
        attach(chat, 5, file);
        leave(chat, ana, 6);
        member(chat, ana, 1);

        assertThat(reach(ana)).isEqualTo(Reach.REMOVED);
    }

    @Test
    void everyFileShouldBeToldByItself() {
        var other = file();
        member(chat, ana, 1);
        attach(chat, 5, file);

        var found =
                reach.reach(
                                new UserId(ana),
                                List.of(
                                        new MediaId(file),
                                        new MediaId(other),
                                        new MediaId(UUID.randomUUID())))
                        .block(LIMIT);

        assertThat(found)
                .containsOnlyKeys(new MediaId(file), new MediaId(other))
                .containsEntry(new MediaId(file), Reach.READER)
                .containsEntry(new MediaId(other), Reach.STRANGER);
    }

    @Test
    void aPictureForEverybodyShouldBeSeenByAnybody() {
        choose(owner, "", 1, owner, true);

        assertThat(reach(ana)).isEqualTo(Reach.READER);
        assertThat(reach(owner)).isEqualTo(Reach.OWNER);
    }

    @Test
    void aPictureOfAChatShouldBeSeenByItsMembers() {
        member(chat, ana, 1);
        choose(chat, "", 2, owner, false);

        assertThat(reach(ana)).isEqualTo(Reach.READER);
        assertThat(reach(UUID.randomUUID())).isEqualTo(Reach.STRANGER);
        leave(chat, ana, 3);
        assertThat(reach(ana)).isEqualTo(Reach.REMOVED);
    }

    @Test
    void aFileOfSomebodyElseShouldNotBeOpenedByChoosingIt() {
        member(chat, ana, 1);
        choose(chat, "", 2, ana, false);
        choose(chat, "wink", 3, ana, false);
        choose(ana, "", 1, ana, true);

        assertThat(reach(ana)).isEqualTo(Reach.STRANGER);
    }

    @Test
    void whatIsNoPictureShouldNotBeOpenedByChoosingIt() {
        postgres.databaseClient()
                .sql("update media set kind = 'file' where media_id = $1")
                .bind(0, file)
                .then()
                .block(LIMIT);
        choose(owner, "", 1, owner, true);

        assertThat(reach(ana)).isEqualTo(Reach.STRANGER);
    }

    @Test
    void whoChangesTheTitleShouldNotBeWhoChoseThePicture() {
        member(chat, ana, 1);
        choose(chat, "", 2, owner, false);
        choose(chat, "", 3, ana, false);

        assertThat(reach(ana)).isEqualTo(Reach.READER);
    }

    @Test
    void aPictureThatIsOneNoMoreShouldBeItsOwnersAlone() {
        choose(owner, "", 2, owner, true);
        pictures.remove(new PictureRepository.Place(owner, "", 1)).block(LIMIT);
        assertThat(reach(ana)).isEqualTo(Reach.READER);

        pictures.remove(new PictureRepository.Place(owner, "", 3)).block(LIMIT);
        assertThat(reach(ana)).isEqualTo(Reach.STRANGER);
        choose(owner, "", 2, owner, true);
        assertThat(reach(ana)).isEqualTo(Reach.STRANGER);
    }

    @Test
    void picturesOfAChatThatIsGoneShouldBeTheirOwnersAlone() {
        member(chat, ana, 1);
        choose(chat, "wink", 2, owner, false);
        pictures.removeAll(chat, 3).block(LIMIT);

        assertThat(reach(ana)).isEqualTo(Reach.STRANGER);
    }

    private void choose(UUID subject, String name, long version, UUID by, boolean everyone) {
        var place = new PictureRepository.Place(subject, name, version);
        pictures.choose(place, file, by, everyone).block(LIMIT);
    }

    private Reach reach(UUID person) {
        var id = new MediaId(file);
        return reach.reach(new UserId(person), List.of(id)).block(LIMIT).get(id);
    }

    private void member(UUID where, UUID who, long seq) {
        replica.setPresent(where, List.of(who, who), true, seq).block(LIMIT);
    }

    private void leave(UUID where, UUID who, long seq) {
        replica.setPresent(where, List.of(who), false, seq).block(LIMIT);
    }

    private void attach(UUID where, long seq, UUID what) {
        replica.attach(where, seq, List.of(what, what)).block(LIMIT);
    }

    private UUID file() {
        var id = UUID.randomUUID();
        postgres.databaseClient()
                .sql(
                        """
                        insert into media (media_id, owner_id, kind, state, name, content_type, bytes,
                                           object_key, revision, keep_original, created_at)
                        values ($1, $2, 'image', 'ready', 'x', 'image/png', 1, 'x', 1, false, now())
                        """)
                .bind(0, id)
                .bind(1, owner)
                .then()
                .block(LIMIT);
        return id;
    }
}
