package org.tertulia.message.delivery;

/** A connection that wants what is said in a chat in another language, as those see it who bring that. */
interface ChatReader {

    /** There is a translation in the chat, or there is none. */
    void onTranslation(ShardSignal.Translation translation);

    /** In which language does it want to read the chat? */
    void answer(ShardSignal.Polled polled);
}
