package org.tertulia.notification;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The mail server takes nothing, for now or for good. */
class MailTroubleIT extends MailApi {

    @Autowired MeterRegistry meters;

    private double outcomes(String outcome) {
        return meters.get("notification.mail.outcome").tag("outcome", outcome).counter().count();
    }

    /** Somebody who has a digest that waits, to an address that answers with this code. */
    private void waiting(int code) {
        database.sql(
                        """
                        insert into email_settings (user_id, address, confirmed, digest, at, zone, language, next_at)
                        values ($1, $2, true, 'hourly', '08:00', 'UTC', 'en', now())
                        """)
                .bind(0, bruno)
                .bind(1, "%s@refuse-%d.test".formatted(bruno, code))
                .then()
                .block(LIMIT);
        var chat = TestChat.between(ana, bruno);
        chat.say(ana, "Hola");
        awaitHandled(chat);
        age(bruno);
        due(bruno);
        mail.make();
    }

    private long told(UUID person) {
        var found =
                database.sql(
                                """
                                select count(*) from mailed_notifications m join notifications n using (notification_id)
                                where n.user_id = $1
                                """)
                        .bind(0, person)
                        .mapValue(Long.class)
                        .one()
                        .block(LIMIT);
        return found == null ? 0 : found;
    }

    @Test
    void whatIsRefusedForNowShouldBeTriedAgainLaterAndThenGivenUp() {
        waiting(451);
        var retried = outcomes("retried");
        mail.send();
        assertThat(queue(bruno)).containsExactly("digest waiting");
        assertThat(outcomes("retried")).isEqualTo(retried + 1);
        mail.send();
        assertThat(outcomes("retried")).isEqualTo(retried + 1);

        untilItsTurn(bruno);
        mail.send();
        assertThat(delay()).isBetween(31L, 60L);
        untilItsTurn(bruno);
        var dead = outcomes("dead");
        mail.send();
        assertThat(queue(bruno)).containsExactly("digest dead");
        assertThat(outcomes("dead")).isEqualTo(dead + 1);
        assertThat(mail.health()).isEqualTo("DOWN");
        assertThat(told(bruno)).isZero();

        subscribe(ana, Map.of());
        assertThat(mail.health()).isEqualTo("UP");
    }

    /** Seconds until the next attempt. */
    private Long delay() {
        return database.sql(
                        "select extract(epoch from due_at - now())::bigint from mails where user_id = $1")
                .bind(0, bruno)
                .mapValue(Long.class)
                .one()
                .block(LIMIT);
    }

    @Test
    void whatIsRefusedForGoodShouldBeADeadLetterAtOnce() {
        waiting(550);
        var dead = outcomes("dead");
        mail.send();
        assertThat(queue(bruno)).containsExactly("digest dead");
        assertThat(outcomes("dead")).isEqualTo(dead + 1);
    }

    @Test
    void whileADigestWaitsThereShouldBeNoOther() {
        waiting(451);
        mail.send();
        var chat = TestChat.between(ana, bruno);
        chat.say(ana, "¿Estás?");
        awaitHandled(chat);
        age(bruno);
        due(bruno);
        mail.make();
        assertThat(queue(bruno)).containsExactly("digest waiting");
        assertThat(told(bruno)).isOne();
    }

    @Test
    void whatIsOverShouldBeForgottenAfterAWhile() {
        subscribe(ana, Map.of());
        mail.upkeep();
        assertThat(queue(ana)).containsExactly("confirmation sent");
        database.sql("update mails set changed_at = now() - interval '31 days' where user_id = $1")
                .bind(0, ana)
                .then()
                .block(LIMIT);
        mail.upkeep();
        assertThat(queue(ana)).isEmpty();
    }
}
