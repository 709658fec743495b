package org.tertulia.message.receipts;

/**
 * Whether somebody is to see receipts.
 *
 * @param allowed whether the chat has them
 * @param sent whether the person sends them
 */
record Standing(boolean allowed, boolean sent) {

    /** Fails with {@link ChatWithoutReceipts} or {@link ReceiptsTurnedOff} when they are not. */
    void require() {
        if (!allowed) {
            throw new ChatWithoutReceipts();
        }
        if (!sent) {
            throw new ReceiptsTurnedOff();
        }
    }
}
