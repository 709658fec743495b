package org.tertulia.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.test.web.reactive.server.WebTestClient.ResponseSpec;

/** Whose address it is, when digests come, and how they are ended. */
class EmailIT extends MailApi {

    @Test
    void whoSaidNothingShouldGetNothing() {
        var found = settings(ana);
        assertThat(found.path("available").asBoolean()).isTrue();
        assertThat(found.path("address").isNull()).isTrue();
        assertThat(found.path("confirmed").asBoolean()).isFalse();
        assertThat(found.path("digest").asString()).isEqualTo("off");
        assertThat(found.path("at").asString()).isEqualTo("08:00");
    }

    @Test
    void anAddressShouldBeConfirmedByTheLinkThatWasSentThere() {
        var stored = json(put(ana, Map.of("digest", "daily", "at", "07:30")).expectStatus().isOk());
        assertThat(stored.path("confirmed").asBoolean()).isFalse();
        assertThat(nextOf(ana)).isNull();
        mail.round();
        var asked = mailed(address(ana));
        assertThat(asked).hasSize(1);
        assertThat(asked.getFirst().content().header("Subject"))
                .isEqualTo("Confirma tu dirección de correo");
        assertThat(asked.getFirst().content().header("List-Unsubscribe")).isEmpty();
        assertThat(asked.getFirst().content().links().getFirst())
                .startsWith(BASE + "/settings/email/confirm?token=");

        confirm(token(asked.getFirst())).expectStatus().isNoContent();
        var found = settings(ana);
        assertThat(found.path("confirmed").asBoolean()).isTrue();
        assertThat(found.path("digest").asString()).isEqualTo("daily");
        assertThat(found.path("at").asString()).isEqualTo("07:30");
        assertThat(found.path("zone").asString()).isEqualTo("Europe/Madrid");
        assertThat(nextOf(ana)).contains(":30:00");
        expectProblem(confirm(token(asked.getFirst())), 404, "email-confirmation-invalid");
    }

    private String nextOf(UUID person) {
        return database.sql(
                        "select to_char(next_at, 'HH24:MI:SS') as at from email_settings where user_id = $1")
                .bind(0, person)
                .map(row -> Optional.ofNullable(row.get("at", String.class)))
                .one()
                .block(LIMIT)
                .orElse(null);
    }

    @Test
    void anotherAddressShouldBeConfirmedAnew() {
        subscribe(ana, Map.of());
        var other = "otra-" + address(ana);
        put(ana, Map.of("address", other)).expectStatus().isOk();
        assertThat(settings(ana).path("confirmed").asBoolean()).isFalse();
        assertThat(nextOf(ana)).isNull();
        mail.round();
        var first = token(mailed(other).getFirst());

        put(ana, Map.of()).expectStatus().isOk();
        expectProblem(confirm(first), 404, "email-confirmation-invalid");
        put(ana, Map.of("address", other)).expectStatus().isOk();
        mail.round();
        confirm(token(mailed(other).getLast())).expectStatus().isNoContent();
        assertThat(settings(ana).path("address").asString()).isEqualTo(other);
        assertThat(settings(ana).path("confirmed").asBoolean()).isTrue();
    }

    @Test
    void aConfirmedAddressShouldStaySoWhenOtherThingsChange() {
        subscribe(ana, Map.of());
        var stored =
                json(put(ana, Map.of("digest", "daily", "language", "en")).expectStatus().isOk());
        assertThat(stored.path("confirmed").asBoolean()).isTrue();
        mail.round();
        assertThat(mailed(address(ana))).hasSize(1);

        var none = new HashMap<String, Object>(Map.of("digest", "off"));
        none.put("address", null);
        assertThat(json(put(ana, none).expectStatus().isOk()).path("address").isNull()).isTrue();
        put(ana, Map.of()).expectStatus().isOk();
        assertThat(settings(ana).path("confirmed").asBoolean()).isFalse();
    }

    @Test
    void nobodyShouldBeSentLinkAfterLink() {
        for (var i = 0; i < 5; i++) {
            put(ana, Map.of("address", i + address(ana))).expectStatus().isOk();
            mail.round();
        }
        var refused = put(ana, Map.of("address", 5 + address(ana)));
        refused.expectHeader().valueEquals(HttpHeaders.RETRY_AFTER, "3600");
        expectProblem(refused, 429, "too-many-confirmations");
        assertThat(settings(ana).path("address").asString()).isEqualTo(4 + address(ana));
    }

    @Test
    void anAddressShouldNotBeSentLinksForManyPeople() {
        var address = address(ana);
        for (var i = 0; i < 5; i++) {
            put(UUID.randomUUID(), Map.of("address", address)).expectStatus().isOk();
        }
        expectProblem(
                put(bruno, Map.of("address", address.toUpperCase(Locale.ROOT))),
                429,
                "too-many-confirmations");
    }

    @ParameterizedTest
    @CsvSource({
        "address, nobody",
        "address, Ana <ana@example.org>",
        "address, 'a@example.org,b@example.org'",
        "address, añá@example.org",
        "address, ''",
        "at, 24:00",
        "at, 8:00",
        "zone, Europe/Soria",
        "zone, +01:00",
    })
    void whatCanNotBeShouldBeRefused(String field, String value) {
        var problem = json(put(ana, Map.of(field, value)).expectStatus().isBadRequest());
        assertThat(problem.path("type").asString())
                .isEqualTo("urn:tertulia:problem:validation-failed");
        assertThat(problem.path("errors").path(0).path("field").asString()).isEqualTo(field);
    }

    @Test
    void aLineBreakInAnAddressShouldBeRefused() {
        expectProblem(
                put(ana, Map.of("address", "a@example.org\r\nBcc: b@example.org")),
                400,
                "validation-failed");
    }

    private ResponseSpec ask(String token) {
        return client.get()
                .uri(PATH + "/email/unsubscribe?token=" + token)
                .accept(MediaType.TEXT_HTML)
                .exchange();
    }

    /** As a mailbox does (RFC 8058, 3.2). */
    private ResponseSpec oneClick(String token) {
        return client.post()
                .uri(PATH + "/email/unsubscribe?token=" + token)
                .contentType(MediaType.APPLICATION_FORM_URLENCODED)
                .bodyValue("List-Unsubscribe=One-Click")
                .exchange();
    }

    private String unsubscribeToken(UUID person) {
        var chat = TestChat.between(UUID.randomUUID(), person);
        chat.say(UUID.randomUUID(), "Hola");
        awaitHandled(chat);
        age(person);
        digest(person);
        return token(digests(person).getLast());
    }

    @Test
    void oneClickShouldEndDigests() {
        subscribe(ana, Map.of());
        subscribe(bruno, Map.of());
        var token = unsubscribeToken(ana);
        oneClick(token).expectStatus().isOk();
        assertThat(settings(ana).path("digest").asString()).isEqualTo("off");
        assertThat(settings(ana).path("confirmed").asBoolean()).isTrue();
        assertThat(settings(bruno).path("digest").asString()).isEqualTo("hourly");
        oneClick(token).expectStatus().isOk();

        var chat = TestChat.between(bruno, ana);
        chat.say(bruno, "¿Sigues ahí?");
        awaitHandled(chat);
        age(ana);
        mail.round();
        assertThat(digests(ana)).hasSize(1);
    }

    @Test
    void aDigestThatWaitsShouldNotGoAfterThat() {
        subscribe(ana, Map.of());
        var token = unsubscribeToken(ana);
        var chat = TestChat.between(bruno, ana);
        chat.say(bruno, "¿Y ahora?");
        awaitHandled(chat);
        age(ana);
        due(ana);
        mail.make();
        oneClick(token).expectStatus().isOk();
        mail.send();
        assertThat(digests(ana)).hasSize(1);
        assertThat(queue(ana)).startsWith("digest dropped");
    }

    @Test
    void thePageShouldAskAndItsButtonEndDigests() {
        subscribe(ana, Map.of());
        var token = unsubscribeToken(ana);
        var page = ask(token).expectStatus().isOk();
        page.expectHeader().contentType("text/html;charset=UTF-8");
        page.expectHeader().valueEquals(HttpHeaders.CACHE_CONTROL, "no-store");
        assertThat(page.expectBody(String.class).returnResult().getResponseBody())
                .contains("<html lang=\"es\">")
                .contains("<form method=\"post\" action=\"?token=%s\">".formatted(token))
                .contains("name=\"List-Unsubscribe\" value=\"One-Click\"");
        assertThat(settings(ana).path("digest").asString()).isEqualTo("hourly");

        var done = oneClick(token).expectStatus().isOk();
        assertThat(done.expectBody(String.class).returnResult().getResponseBody())
                .contains("<h1>Hecho</h1>");
        assertThat(settings(ana).path("digest").asString()).isEqualTo("off");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"x", "0123456789012345678901234567890123456789012", "%00", "%3Cscript%3E"})
    void aTokenThatIsNoneShouldBeRefused(String token) {
        expectProblem(oneClick(token), 404, "unsubscribe-link-invalid");
        var page = ask(token).expectStatus().isNotFound();
        assertThat(page.expectBody(String.class).returnResult().getResponseBody())
                .contains("Este enlace ya no vale")
                .doesNotContain("<script");
        expectProblem(confirm(token), 404, "email-confirmation-invalid");
    }

    @Test
    void aTokenShouldBeGoodForItsPurposeOnly() {
        put(ana, Map.of()).expectStatus().isOk();
        mail.round();
        var confirming = token(mailed(address(ana)).getFirst());
        expectProblem(oneClick(confirming), 404, "unsubscribe-link-invalid");
        confirm(confirming).expectStatus().isNoContent();
        var unsubscribing = unsubscribeToken(ana);
        put(ana, Map.of("address", "otra-" + address(ana))).expectStatus().isOk();
        expectProblem(confirm(unsubscribing), 404, "email-confirmation-invalid");
    }

    @Test
    void whoReadsAFormerAddressShouldNotEndWhatGoesToTheNewOne() {
        subscribe(ana, Map.of());
        var token = unsubscribeToken(ana);
        var other = "otra-" + address(ana);
        subscribe(ana, Map.of("address", other));
        oneClick(token).expectStatus().isOk();
        assertThat(settings(ana).path("digest").asString()).isEqualTo("hourly");
        assertThat(settings(ana).path("address").asString()).isEqualTo(other);
    }

    @Test
    void linksThatAreOverShouldBeGoodForNothing() {
        subscribe(ana, Map.of());
        var token = unsubscribeToken(ana);
        database.sql("update email_links set expires_at = now() where user_id = $1")
                .bind(0, ana)
                .then()
                .block(LIMIT);
        expectProblem(oneClick(token), 404, "unsubscribe-link-invalid");
        mail.upkeep();
        assertThat(
                        database.sql("select count(*) from email_links where user_id = $1")
                                .bind(0, ana)
                                .mapValue(Long.class)
                                .one()
                                .block(LIMIT))
                .isZero();
    }

    @Test
    void tokensShouldBeKeptAsHashesOnly() {
        put(ana, Map.of()).expectStatus().isOk();
        mail.round();
        var token = token(mailed(address(ana)).getFirst());
        var kept =
                database.sql(
                                """
                                select count(*) filter (where l::text like '%' || $2 || '%') as plain,
                                    count(*) filter (where l.token_hash = sha256($2::bytea)) as hashed
                                from email_links l where l.user_id = $1
                                """)
                        .bind(0, ana)
                        .bind(1, token)
                        .map(
                                row ->
                                        row.get("plain", Long.class)
                                                + " "
                                                + row.get("hashed", Long.class))
                        .one()
                        .block(LIMIT);
        assertThat(kept).isEqualTo("0 1");
    }

    @Test
    void aTokenShouldBeAskedFor() {
        expectProblem(
                client.get().uri(PATH + "/email/unsubscribe").exchange(), 400, "malformed-request");
        expectProblem(
                client.method(HttpMethod.POST).uri(PATH + "/email/unsubscribe").exchange(),
                400,
                "malformed-request");
    }
}
