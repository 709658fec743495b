package org.tertulia.chat.rules;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.tertulia.starter.id.ChatId;

class ChatRulesTest {

    private static final ChatId CHAT = new ChatId(new UUID(0, 1));

    /** y allowed, - hidden (404), n forbidden (403), x not for this kind (409). */
    private static final String TABLE =
            """
            kind     action         stranger  member  admin  owner
            public   see            y         y       y      y
            public   edit           n         n       y      y
            public   set_receipts   n         n       y      y
            public   see_emoji      n         y       y      y
            public   set_emoji      n         n       n      y
            public   delete         n         n       n      y
            public   join           y         y       y      y
            public   leave          n         y       y      y
            public   add_member     n         n       y      y
            public   set_role       n         n       n      y
            public   remove_member  n         n       y      y
            public   remove_staff   n         n       n      y
            group    see            -         y       y      y
            group    edit           -         n       y      y
            group    set_receipts   -         n       y      y
            group    see_emoji      -         y       y      y
            group    set_emoji      -         n       n      y
            group    delete         -         n       n      y
            group    join           -         y       y      y
            group    leave          -         y       y      y
            group    add_member     -         n       y      y
            group    set_role       -         n       n      y
            group    remove_member  -         n       y      y
            group    remove_staff   -         n       n      y
            private  see            -         y       y      y
            private  edit           -         x       x      x
            private  set_receipts   -         y       y      y
            private  see_emoji      -         y       y      y
            private  set_emoji      -         y       y      y
            private  delete         -         y       y      y
            private  join           -         x       x      x
            private  leave          -         x       x      x
            private  add_member     -         x       x      x
            private  set_role       -         x       x      x
            private  remove_member  -         x       x      x
            private  remove_staff   -         x       x      x
            """;

    private static final Map<String, Verdict> VERDICTS =
            Map.of(
                    "y", Verdict.ALLOWED,
                    "-", Verdict.HIDDEN,
                    "n", Verdict.FORBIDDEN,
                    "x", Verdict.NOT_FOR_KIND);

    static Stream<Arguments> table() {
        return TABLE.lines().skip(1).map(line -> line.split(" +")).flatMap(ChatRulesTest::row);
    }

    private static Stream<Arguments> row(String[] cells) {
        var kind = ChatKind.of(cells[0]);
        var action = ChatAction.valueOf(cells[1].toUpperCase(Locale.ROOT));
        return Stream.of(
                Arguments.of(kind, null, action, VERDICTS.get(cells[2])),
                Arguments.of(kind, ChatRole.MEMBER, action, VERDICTS.get(cells[3])),
                Arguments.of(kind, ChatRole.ADMIN, action, VERDICTS.get(cells[4])),
                Arguments.of(kind, ChatRole.OWNER, action, VERDICTS.get(cells[5])));
    }

    @ParameterizedTest(name = "{0} chat, {1}: {2} is {3}")
    @MethodSource("table")
    void judgesAsTheTableSays(
            ChatKind kind, @Nullable ChatRole role, ChatAction action, Verdict verdict) {
        assertThat(ChatRules.judge(kind, role, action)).isEqualTo(verdict);
    }

    @Test
    void theTableIsComplete() {
        assertThat(table().count())
                .isEqualTo(
                        (long) ChatKind.values().length
                                * ChatAction.values().length
                                * (ChatRole.values().length + 1));
    }

    @ParameterizedTest(name = "{0} chat, {1}: {2} is {3}")
    @MethodSource("table")
    void requireFailsWithTheProblemOfTheVerdict(
            ChatKind kind, @Nullable ChatRole role, ChatAction action, Verdict verdict) {
        var failure =
                switch (verdict) {
                    case ALLOWED -> null;
                    case HIDDEN -> ChatNotFound.class;
                    case FORBIDDEN -> NotAllowedInChat.class;
                    case NOT_FOR_KIND -> ChatNotEditable.class;
                };
        if (failure == null) {
            assertThatCode(() -> ChatRules.require(CHAT, kind, role, action))
                    .doesNotThrowAnyException();
        } else {
            assertThatThrownBy(() -> ChatRules.require(CHAT, kind, role, action))
                    .isInstanceOf(failure);
        }
    }

    @Test
    void kindsAndRolesAreReadFromTheTextTheyAreWrittenAs() {
        assertThat(Arrays.stream(ChatKind.values()).map(k -> ChatKind.of(k.text())))
                .containsExactly(ChatKind.values());
        assertThat(Arrays.stream(ChatRole.values()).map(r -> ChatRole.of(r.text())))
                .containsExactly(ChatRole.values());
    }
}
