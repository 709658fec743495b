package org.tertulia.notification.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.tertulia.notification.decisions.Occasion.Joined;
import org.tertulia.notification.decisions.Occasion.Reacted;
import org.tertulia.notification.decisions.Occasion.Reminded;
import org.tertulia.notification.decisions.Occasion.Said;
import org.tertulia.notification.words.FoldedText;
import org.tertulia.starter.id.UserId;

class DecisionTest {

    private static final UserId ME = new UserId(new UUID(0, 1));
    private static final UserId BRUNO = new UserId(new UUID(0, 2));
    private static final UserId EVA = new UserId(new UUID(0, 3));
    private static final long SEQ = 7;
    private static final Standing MEMBER = standing(false, true, null, 0);

    private static Said said(String how) {
        return new Said(
                BRUNO,
                SEQ,
                how.contains("me") ? Set.of(ME, EVA) : Set.of(EVA),
                how.contains("everyone"),
                how.contains("answer") ? Set.of(ME) : Set.of(EVA),
                FoldedText.of(how.contains("word") ? "¡El Café!" : "El cafetal"));
    }

    private static Standing standing(
            boolean privateChat, boolean present, @Nullable Level chosen, long readSeq) {
        var rules = List.of(rule(1, "té"), rule(2, "cafe"), rule(3, "café"));
        return new Standing(ME, privateChat, present, chosen, readSeq, rules);
    }

    private static Rule rule(int id, String word) {
        return new Rule(new AlertId(new UUID(9, id)), FoldedText.of(word));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "group, -, plain, -",
                "group, -, me, mention",
                "group, -, everyone, mention",
                "group, -, answer, reply",
                "group, -, me answer, mention",
                "group, mentions, plain, -",
                "group, mentions, me, mention",
                "group, mentions, answer, reply",
                "group, -, word, alert",
                "group, -, word me, mention",
                "group, -, word everyone, mention",
                "group, -, word answer, reply",
                "group, mentions, word, alert",
                "group, all, word, alert",
                "group, none, word, -",
                "private, -, word, message",
                "private, mentions, word, alert",
                "private, none, word, -",
                "group, all, plain, message",
                "group, all, me, mention",
                "group, all, everyone, mention",
                "group, all, answer, reply",
                "group, none, plain, -",
                "group, none, me, -",
                "group, none, everyone, -",
                "group, none, answer, -",
                "private, -, plain, message",
                "private, -, me, message",
                "private, -, answer, message",
                "private, all, plain, message",
                "private, mentions, plain, -",
                "private, mentions, me, mention",
                "private, mentions, answer, reply",
                "private, none, plain, -",
                "private, none, me, -",
            })
    void whatIsSaidShouldBeToldByLevelAndMeaning(
            String chat, @Nullable String level, String how, @Nullable String kind) {
        var standing = standing(chat.equals("private"), true, level(level), 0);
        assertThat(Decision.of(said(how), standing)).isEqualTo(kind(kind));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "group, -, reaction",
                "group, all, reaction",
                "group, mentions, reaction",
                "group, none, -",
                "private, -, reaction",
                "private, mentions, reaction",
                "private, none, -",
            })
    void reactionsToWhatOneSaidShouldBeToldUnlessOneWantsNothing(
            String chat, @Nullable String level, @Nullable String kind) {
        var standing = standing(chat.equals("private"), true, level(level), 0);
        assertThat(Decision.of(new Reacted(BRUNO, SEQ, ME), standing)).isEqualTo(kind(kind));
        assertThat(Decision.of(new Reacted(BRUNO, SEQ, EVA), standing)).isEmpty();
    }

    @Test
    void ofSeveralAlertsTheOldestShouldBeTold() {
        var said = FoldedText.of("Un té y un café");
        assertThat(MEMBER.alertOn(said)).contains(new AlertId(new UUID(9, 1)));
        assertThat(MEMBER.alertOn(FoldedText.of("café"))).contains(new AlertId(new UUID(9, 2)));
        assertThat(MEMBER.alertOn(FoldedText.of("agua"))).isEmpty();
        var person = new Rule(new AlertId(new UUID(9, 4)), null);
        var waiting = new Standing(ME, false, true, null, 0, List.of(person));
        assertThat(waiting.alertOn(FoldedText.of(""))).contains(person.alert());
    }

    @Test
    void whoWasAddedShouldBeTold() {
        assertThat(Decision.of(new Joined(BRUNO, SEQ, Set.of(ME)), MEMBER))
                .contains(NotificationKind.INVITATION);
        assertThat(Decision.of(new Joined(BRUNO, SEQ, Set.of(EVA)), MEMBER)).isEmpty();
    }

    @Test
    void aPrivateChatShouldBeToldByItsFirstMessage() {
        var standing = standing(true, true, null, 0);
        assertThat(Decision.of(new Joined(BRUNO, SEQ, Set.of(ME, BRUNO)), standing)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "group, -, reminder",
                "group, all, reminder",
                "group, mentions, reminder",
                "group, none, -",
                "private, -, reminder",
                "private, none, -",
            })
    void aReminderForAChatShouldBeToldUnlessOneWantsNothing(
            String chat, @Nullable String level, @Nullable String kind) {
        var standing = new Standing(ME, chat.equals("private"), true, level(level), SEQ, List.of());
        assertThat(Decision.of(new Reminded(BRUNO), standing)).isEqualTo(kind(kind));
        assertThat(Decision.of(new Reminded(ME), standing)).isEqualTo(kind(kind));
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void whatOneDidOneselfShouldNotBeTold(Level level) {
        var standing = standing(false, true, level, 0);
        assertThat(
                        Decision.of(
                                new Said(
                                        ME,
                                        SEQ,
                                        Set.of(ME),
                                        true,
                                        Set.of(ME),
                                        FoldedText.of("café")),
                                standing))
                .isEmpty();
        assertThat(Decision.of(new Reacted(ME, SEQ, ME), standing)).isEmpty();
        assertThat(Decision.of(new Joined(ME, SEQ, Set.of(ME)), standing)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(Level.class)
    void whoIsNotInTheChatShouldBeToldNothing(Level level) {
        var standing = standing(false, false, level, 0);
        assertThat(Decision.of(said("me everyone answer word"), standing)).isEmpty();
        assertThat(Decision.of(new Reacted(BRUNO, SEQ, ME), standing)).isEmpty();
        assertThat(Decision.of(new Joined(BRUNO, SEQ, Set.of(ME)), standing)).isEmpty();
        assertThat(Decision.of(new Reminded(BRUNO), standing)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"5, true", "6, true", "7, false", "8, false"})
    void whatWasReadShouldNotBeTold(long readSeq, boolean told) {
        var standing = standing(false, true, null, readSeq);
        assertThat(Decision.of(said("me"), standing).isPresent()).isEqualTo(told);
        assertThat(Decision.of(new Reacted(BRUNO, SEQ, ME), standing).isPresent()).isEqualTo(told);
        assertThat(Decision.of(new Joined(BRUNO, SEQ, Set.of(ME)), standing).isPresent())
                .isEqualTo(told);
    }

    private static @Nullable Level level(@Nullable String text) {
        return text == null ? null : Level.valueOf(text.toUpperCase(Locale.ROOT));
    }

    private static Optional<NotificationKind> kind(@Nullable String text) {
        return Optional.ofNullable(text).map(NotificationKind::of);
    }
}
