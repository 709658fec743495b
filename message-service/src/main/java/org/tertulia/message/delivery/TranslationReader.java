package org.tertulia.message.delivery;

import org.tertulia.message.translationrequests.WantedTranslations;

/**
 * What one connection wants to read in another language: it is among the readers of those chats that it follows and wants
 * something of, and of no others. Only the connection's event loop touches it.
 */
final class TranslationReader implements ChatReader {

    private final DeliverySession session;
    private final DeliveryShard shard;
    private WantedTranslations wanted = WantedTranslations.NONE;

    TranslationReader(DeliverySession session, DeliveryShard shard) {
        this.session = session;
        this.shard = shard;
    }

    /** From now on it wants these translations, and no others. */
    void want(WantedTranslations now) {
        if (!session.hasEnded()) {
            wanted = now;
            session.chats().all().forEach(this::follow);
        }
    }

    /** The connection follows the chat. */
    void follow(ChatCursor cursor) {
        if (wanted.in(cursor.chatId()) == null) {
            shard.chats().unread(cursor);
        } else {
            shard.chats().read(cursor, this);
        }
    }

    /** Told only when nothing else waits, in a chat that is up to date. */
    @Override
    public void onTranslation(ShardSignal.Translation translation) {
        if (translation.language().equals(wanted.in(translation.chatId()))) {
            session.sendIfIdle(translation.chatId(), translation.frame());
        }
    }

    @Override
    public void answer(ShardSignal.Polled polled) {
        var language = wanted.in(polled.chatId());
        if (language != null) {
            polled.poll().add(language, session.userId());
        }
    }
}
