package org.tertulia.notification.letters;

import org.jspecify.annotations.Nullable;

/** English. */
record EnglishWording() implements Wording {

    @Override
    public String digestSubject(int total) {
        return total == 1
                ? "You have one unread notification"
                : "You have %d unread notifications".formatted(total);
    }

    @Override
    public String digestOpening(int total) {
        return total == 1
                ? "This is still unread at Tertulia:"
                : "These %d notifications are still unread at Tertulia:".formatted(total);
    }

    @Override
    public String headline(DigestItem item) {
        var who = item.by() == null ? "Somebody" : item.by();
        var where = in(item.chatName());
        return switch (item.kind()) {
            case MENTION -> who + " mentioned you" + where;
            case REPLY -> who + " replied to you" + where;
            case MESSAGE -> message(item, who, where);
            case REACTION -> reaction(item, who, where);
            case INVITATION ->
                    who + " added you to " + (item.chatName() == null ? "a chat" : quoted(item));
            case REMINDER -> reminder(item);
            case REMINDER_REFUSED ->
                    "A reminder of yours is over: you may not remind them any more";
            case SCHEDULED_MESSAGE -> scheduled(item);
            case ALERT -> item.by() == null ? "It has gone quiet" + where : who + " wrote" + where;
        };
    }

    private static String message(DigestItem item, String who, String where) {
        return item.count() > 1
                ? "%d new messages%s, the last of them by %s"
                        .formatted(item.count(), where, lower(item.by()))
                : who + " wrote" + where;
    }

    private static String reaction(DigestItem item, String who, String where) {
        return item.count() > 1
                ? "%d reactions to a message of yours%s".formatted(item.count(), where)
                : who + " reacted to a message of yours" + where;
    }

    private static String reminder(DigestItem item) {
        var of = item.by() == null ? "Reminder" : "Reminder by " + item.by();
        return item.count() > 1 ? "%s, %d times".formatted(of, item.count()) : of;
    }

    private static String scheduled(DigestItem item) {
        return item.chatName() == null
                ? "A scheduled message was not sent"
                : "A scheduled message for %s was not sent".formatted(quoted(item));
    }

    private static String in(@Nullable String chat) {
        return chat == null ? "" : " in “%s”".formatted(chat);
    }

    private static String quoted(DigestItem item) {
        return "“%s”".formatted(item.chatName());
    }

    private static String lower(@Nullable String name) {
        return name == null ? "somebody" : name;
    }

    @Override
    public String open() {
        return "Open in Tertulia";
    }

    @Override
    public String more(int count) {
        return count == 1 ? "And one more." : "And %d more.".formatted(count);
    }

    @Override
    public String inbox() {
        return "See all notifications";
    }

    @Override
    public String why() {
        return "You get this digest because you asked for it at Tertulia.";
    }

    @Override
    public String settings() {
        return "Change when it comes";
    }

    @Override
    public String unsubscribe() {
        return "Get no more digests";
    }

    @Override
    public String confirmSubject() {
        return "Confirm your e-mail address";
    }

    @Override
    public String confirmOpening() {
        return "Somebody wants to get at this address what they have unread at Tertulia. If it is you, say so:";
    }

    @Override
    public String confirm() {
        return "Confirm the address";
    }

    @Override
    public String confirmWithin(long hours) {
        return "The link is good for %d hours.".formatted(hours);
    }

    @Override
    public String confirmIgnore() {
        return "If it is not you, do nothing: nothing more will be sent here.";
    }
}
