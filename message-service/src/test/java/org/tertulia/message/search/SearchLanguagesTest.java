package org.tertulia.message.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tertulia.message.ChatRows;
import org.tertulia.test.PostgresExtension;

/** Words are found in whatever language and form. */
class SearchLanguagesTest {

    @RegisterExtension
    static final PostgresExtension postgres =
            PostgresExtension.migrated("db/starter", "db/migration");

    private final UUID ana = UUID.randomUUID();
    private SearchSteps steps;
    private ChatRows chats;

    @BeforeEach
    void begin() {
        steps = new SearchSteps(postgres.databaseClient());
        chats = new ChatRows(postgres.databaseClient());
    }

    @ParameterizedTest
    @CsvSource(
            textBlock =
                    """
                    las canciones que cantábamos | CANCIÓN        | canciones
                    las canciones que cantábamos | cantaban       | cantábamos
                    la reunión de mañana         | reuniones      | reunión
                    la reunión de mañana         | REUNION MANANA | reunión mañana
                    he deployed two servers      | deploying      | deployed
                    he deployed two servers      | server         | servers
                    running in the cities        | city runs      | running cities
                    as reuniões de amanhã        | reunião        | reuniões
                    as reuniões de amanhã        | amanha         | amanhã
                    a reunião com os irmãos      | reuniões irmão | reunião irmãos
                    estamos correndo             | corremos       | correndo
                    les développements prévus    | développement  | développements
                    les développements prévus    | prevu          | prévus
                    il a mangé des cerises       | manger         | mangé
                    die Häuser am See            | haus           | Häuser
                    die Häuser am See            | HÄUSERN        | Häuser
                    eine große Straße            | strasse gross  | große Straße
                    les cançons catalanes        | cançó          | cançons
                    les cançons catalanes        | catalana       | catalanes
                    le ragazze parlavano         | parlare        | parlavano
                    le ragazze parlavano         | ragazza        | ragazze
                    dell'acqua fresca            | acqua          | acqua
                    I don't know                 | don't          | don t
                    смотри на ёлку               | елку           | ёлку
                    Ｆｕｌｌ ｗｉｄｔｈ          | full           | Ｆｕｌｌ
                    """,
            delimiter = '|')
    void aFormShouldBeFoundByAnother(String text, String query, String highlighted) {
        said(text);

        assertThat(steps.find(ana, query)).containsExactly(text);
        assertThat(String.join(" ", steps.found(ana, query, text)))
                .satisfies(
                        found ->
                                assertThat(found.split(" "))
                                        .containsExactlyInAnyOrder(highlighted.split(" ")));
    }

    @ParameterizedTest
    @CsvSource({
        "東京都庁へ行きます, 東京",
        "東京都庁へ行きます, 都庁",
        "東京都庁へ行きます, 京都庁",
        "東京都庁へ行きます, 庁",
        "東京都庁へ行きます, 東",
        "東京都庁へ行きます, 行きます",
        "我們明天開會, 開會",
        "我們明天開會, 會",
        "도서관에서 만나요, 도서관",
        "ไปกินข้าวกัน, กินข้าว",
        "version3を出す, version3",
        "version3を出す, を出",
        "ｶﾀｶﾅです, カタカナ",
    })
    void aScriptWithoutSpacesShouldBeFoundByAnyPart(String text, String query) {
        said(text);

        assertThat(steps.find(ana, query)).containsExactly(text);
    }

    @Test
    void charactersShouldStandTogetherToBeFound() {
        said("京都と東京");

        assertThat(steps.find(ana, "東京都")).isEmpty();
        assertThat(steps.find(ana, "東都")).isEmpty();
        assertThat(steps.find(ana, "東京 京都")).hasSize(1);
    }

    @Test
    void aBeginningShouldBeFoundFromTwoLettersOn() {
        said("la presentación");

        assertThat(steps.find(ana, "pr")).hasSize(1);
        assertThat(steps.find(ana, "presenta la")).hasSize(1);
        assertThat(steps.find(ana, "p")).isEmpty();
        assertThat(steps.find(ana, "l")).isEmpty();
        assertThat(steps.found(ana, "pr", "la presentación")).containsExactly("presentación");
    }

    @Test
    void aPhraseShouldBeFoundAsItIsWritten() {
        said("Las casas blancas, y la casa negra");

        assertThat(steps.find(ana, "\"casas blancas\"")).hasSize(1);
        assertThat(steps.find(ana, "\"CASAS, blancas y\"")).hasSize(1);
        assertThat(steps.find(ana, "\"casa blanca\"")).isEmpty();
        assertThat(steps.find(ana, "\"blancas casas\"")).isEmpty();
        assertThat(steps.find(ana, "\"blanc\"")).isEmpty();
        assertThat(steps.find(ana, "\"casas blancas\" negras")).hasSize(1);
    }

    private void said(String text) {
        chats.say(chats.group(ana), ana, text);
        steps.index();
    }
}
