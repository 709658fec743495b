package org.tertulia.load.client;

/** The server does not take a message, now or later. */
public final class SendRefused extends RuntimeException {
    private final transient ServerFrame.Refused refusal;

    SendRefused(ServerFrame.Refused refusal) {
        super(refusal.problem().toString());
        this.refusal = refusal;
    }

    public ServerFrame.Refused refusal() {
        return refusal;
    }
}
