package org.tertulia.load.client;

/** The server answered, but not with what the caller needs to go on. */
public final class UnexpectedAnswer extends RuntimeException {
    private final transient Answer answer;

    UnexpectedAnswer(Answer answer) {
        super("%d %s".formatted(answer.status(), answer.body()));
        this.answer = answer;
    }

    /** What came instead. */
    public Answer answer() {
        return answer;
    }
}
