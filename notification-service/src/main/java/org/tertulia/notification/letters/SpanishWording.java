package org.tertulia.notification.letters;

import org.jspecify.annotations.Nullable;

/** Spanish. */
record SpanishWording() implements Wording {

    @Override
    public String digestSubject(int total) {
        return total == 1
                ? "Tienes un aviso sin leer"
                : "Tienes %d avisos sin leer".formatted(total);
    }

    @Override
    public String digestOpening(int total) {
        return total == 1
                ? "Esto sigue sin leer en Tertulia:"
                : "Estos %d avisos siguen sin leer en Tertulia:".formatted(total);
    }

    @Override
    public String headline(DigestItem item) {
        var who = item.by() == null ? "Alguien" : item.by();
        var where = in(item.chatName());
        return switch (item.kind()) {
            case MENTION -> who + " te ha mencionado" + where;
            case REPLY -> who + " te ha respondido" + where;
            case MESSAGE -> message(item, who, where);
            case REACTION -> reaction(item, who, where);
            case INVITATION ->
                    who
                            + " te ha añadido a "
                            + (item.chatName() == null ? "un chat" : quoted(item));
            case REMINDER -> reminder(item);
            case REMINDER_REFUSED -> "Un recordatorio tuyo ha terminado: ya no puedes recordárselo";
            case SCHEDULED_MESSAGE -> scheduled(item);
            case ALERT -> item.by() == null ? "Nadie escribe" + where : who + " ha escrito" + where;
        };
    }

    private static String message(DigestItem item, String who, String where) {
        return item.count() > 1
                ? "%d mensajes nuevos%s, el último de %s"
                        .formatted(item.count(), where, lower(item.by()))
                : who + " ha escrito" + where;
    }

    private static String reaction(DigestItem item, String who, String where) {
        return item.count() > 1
                ? "%d reacciones a un mensaje tuyo%s".formatted(item.count(), where)
                : who + " ha reaccionado a un mensaje tuyo" + where;
    }

    private static String reminder(DigestItem item) {
        var of = item.by() == null ? "Recordatorio" : "Recordatorio de " + item.by();
        return item.count() > 1 ? "%s, %d veces".formatted(of, item.count()) : of;
    }

    private static String scheduled(DigestItem item) {
        return item.chatName() == null
                ? "Un mensaje programado no se ha enviado"
                : "Un mensaje programado para %s no se ha enviado".formatted(quoted(item));
    }

    private static String in(@Nullable String chat) {
        return chat == null ? "" : " en «%s»".formatted(chat);
    }

    private static String quoted(DigestItem item) {
        return "«%s»".formatted(item.chatName());
    }

    private static String lower(@Nullable String name) {
        return name == null ? "alguien" : name;
    }

    @Override
    public String open() {
        return "Abrir en Tertulia";
    }

    @Override
    public String more(int count) {
        return count == 1 ? "Y uno más." : "Y %d más.".formatted(count);
    }

    @Override
    public String inbox() {
        return "Ver todos los avisos";
    }

    @Override
    public String why() {
        return "Recibes este resumen porque lo pediste en Tertulia.";
    }

    @Override
    public String settings() {
        return "Cambiar cuándo llega";
    }

    @Override
    public String unsubscribe() {
        return "No recibir más resúmenes";
    }

    @Override
    public String confirmSubject() {
        return "Confirma tu dirección de correo";
    }

    @Override
    public String confirmOpening() {
        return "Alguien quiere recibir en esta dirección lo que tenga sin leer en Tertulia. Si eres tú, confírmalo:";
    }

    @Override
    public String confirm() {
        return "Confirmar la dirección";
    }

    @Override
    public String confirmWithin(long hours) {
        return "El enlace vale durante %d horas.".formatted(hours);
    }

    @Override
    public String confirmIgnore() {
        return "Si no eres tú, no hagas nada: no se enviará nada más aquí.";
    }
}
