package org.tertulia.media.content;

import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpHeaders;
import org.tertulia.media.FilesApi;
import org.tertulia.media.TestChat;
import org.tertulia.media.files.Variant;
import org.tertulia.test.TestTokens;

/** Who gets the bytes of a file, and who does not. */
class ContentAccessIT extends FilesApi {

    @Test
    void nobodyGetsThemWithoutTokenAndSignature() {
        var file = sent(fileOf(ana)).id();
        var answer = open(content(file, "original"));
        answer.expectHeader().exists(HttpHeaders.WWW_AUTHENTICATE);
        expectProblem(answer, 401, "unauthenticated");
        expectProblem(open(content(UUID.randomUUID(), "original")), 401, "unauthenticated");
        var half = content(file, "original") + "?person=" + bruno + "&expires=9999999999";
        expectProblem(open(half), 401, "unauthenticated");
        client.head().uri(content(file, "original")).exchange().expectStatus().isUnauthorized();
    }

    @Test
    void aBadTokenIsNotHelpedByASignature() {
        var file = sent(fileOf(ana)).id();
        client.get()
                .uri(address(bruno, file))
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + TestTokens.expired(bruno))
                .exchange()
                .expectStatus()
                .isUnauthorized();
    }

    @Test
    void aStrangerIsToldThatThereIsNone() {
        var file = sent(fileOf(ana)).id();
        expectProblem(get(stranger, content(file, "original")), 404, "not-found");
        expectProblem(get(bruno, content(UUID.randomUUID(), "original")), 404, "not-found");
    }

    @Test
    void whoIsRemovedGetsNothingAnyMoreWithinASecond() {
        var sent = sent(fileOf(ana).withPreview(Variant.SMALL, new byte[] {1, 2, 3}));
        var view = describe(bruno, sent.id());
        var original = view.path("address").asString();
        var small = view.path("previews").path(0).path("address").asString();
        open(original).expectStatus().isOk();

        sent.chat().leave(bruno);

        await(REMOVED_WITHIN, () -> expectProblem(open(original), 403, "media-withdrawn"));
        expectProblem(open(small), 403, "media-withdrawn");
        expectProblem(get(bruno, content(sent.id(), "original")), 403, "media-withdrawn");
        open(address(ana, sent.id())).expectStatus().isOk();
    }

    @Test
    void whoComesBackGetsItAgain() {
        var sent = sent(fileOf(ana));
        var address = address(bruno, sent.id());
        sent.chat().leave(bruno);
        await(LIMIT, () -> open(address).expectStatus().isForbidden());
        sent.chat().join(bruno);
        await(LIMIT, () -> open(address).expectStatus().isOk());
    }

    @Test
    void whoIsStillInAnotherChatThatHasItKeepsIt() {
        var sent = sent(fileOf(ana));
        var other = TestChat.of(ana, bruno);
        other.post(ana, sent.id());
        sent.chat().leave(bruno);
        awaitStatus(403, bruno, MEDIA + "/chats/" + sent.chat().id());
        awaitStatus(200, bruno, content(sent.id(), "original"));
    }

    @Test
    void whoLeftBeforeItWasSentIsAStranger() {
        var file = fileOf(ana).store();
        var chat = TestChat.of(ana, bruno, stranger);
        chat.leave(stranger);
        chat.post(ana, file);
        awaitStatus(200, bruno, content(file, "original"));
        expectProblem(get(stranger, content(file, "original")), 404, "not-found");
    }

    @Test
    void withItsMessageItIsGoneForAllButItsOwner() {
        var sent = sent(fileOf(ana));
        var address = address(bruno, sent.id());
        sent.chat().delete(sent.seq());
        await(LIMIT, () -> expectProblem(open(address), 404, "not-found"));
        get(ana, content(sent.id(), "original")).expectStatus().isOk();
    }

    @Test
    void anAddressIsNoUseForAnybodyElse() {
        var file = sent(fileOf(ana)).id();
        var address = address(bruno, file);
        expectInvalid(address.replace(bruno.toString(), ana.toString()));
        expectInvalid(address.replace(bruno.toString(), stranger.toString()));
        expectInvalid(address.replaceAll("person=[^&]*", "person=x"));
        expectInvalid(address.replaceAll("person=[^&]*&", ""));
    }

    @Test
    void anAddressIsNoUseForAnythingElse() {
        var sent = sent(fileOf(ana).withPreview(Variant.SMALL, new byte[] {1}));
        var other = sent(fileOf(ana)).id();
        var address =
                describe(bruno, sent.id()).path("previews").path(0).path("address").asString();
        expectInvalid(address.replace("/small?", "/original?"));
        expectInvalid(address.replace(sent.id().toString(), other.toString()));
    }

    @Test
    void anAddressIsNoUseForLonger() {
        var address = address(bruno, sent(fileOf(ana)).id());
        expectInvalid(address.replaceAll("expires=\\d+", "expires=9999999999"));
        expectInvalid(address.replaceAll("expires=\\d+", "expires=never"));
        expectInvalid(address.replaceAll("signature=.*", "signature="));
        expectInvalid(address.replaceAll("signature=.*", "signature=AAAA"));
        expectInvalid(address.substring(0, address.length() - 2));
    }

    private void expectInvalid(String address) {
        expectProblem(open(address), 403, "address-invalid");
    }
}
