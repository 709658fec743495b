package org.tertulia.chat.ledger;

import org.tertulia.test.PostgresExtension;
import org.tertulia.test.RecordingOutbox;

/** A ledger for repository tests of other features. */
public final class LedgerOf {

    private LedgerOf() {}

    /** One that writes to this database and announces nothing. */
    public static ChatLedger database(PostgresExtension postgres) {
        var database = postgres.databaseClient();
        return new ChatLedger(
                new ChatRepository(database),
                new MemberRepository(database),
                new EmojiRepository(database),
                new RecordingOutbox());
    }
}
