package org.tertulia.notification.words;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldedTextTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kafka | kafka se ha caído | true",
                "kafka | ¡KAFKA! | true",
                "kafka | mi_kafka | false",
                "kafka | kafkaesco | false",
                "kafka | unkafka kafka | true",
                "camion | El CAMIÓN llega | true",
                "camión | el camion llega | true",
                "cafe\u0301 | CAFÉ | true",
                "STRASSE | die Straße | true",
                "straße | STRASSEN | false",
                "ΟΔΟΣ | στην οδός | true",
                "οδος | ΟΔΌΣ | true",
                "İstanbul | ISTANBUL | true",
                "Ёлка | елка | true",
                "ﬁn | fin | true",
                "ｋａｆｋａ | kafka | true",
                "so\u00ADfa | sofa | true",
                "guardia | la guardia | true",
                "de   guardia | estoy de guardia. | true",
                "de guardia | de guardias | false",
                "de guardia | 'de\nguardia' | true",
                "C++ | me gusta C++, no C | true",
                "C++ | me gusta C | false",
                "C | C++ | true",
                "node.js | ¿Node.JS? | true",
                "node.js | node js | false",
                "#incidente | hay #Incidente 3 | true",
                "équipe | l'équipe | true",
                "42 | son 42. | true",
                "42 | son 421 | false",
                "会議 | 明日の会議です | true",
                "会議 | 会と議 | false",
                "会 | 会議 | true",
                "か | が | false",
                "ガス | ｶﾞｽ | true",
                "회의 | 회의는 내일 | true",
                "가 | 각 | false",
                "กาแฟ | อยากดื่มกาแฟมาก | true",
                "kafka | Kafkaを使う | true",
                "第3回 | 第3回会議 | true",
                "3回 | 第13回 | false",
                "हिन्दी | हिन्दी में | true",
                "हिन्द | हिन्दी | false",
            })
    void aWordShouldBeFoundAsAWhole(String word, String text, boolean found) {
        var sought = FoldedText.of(word);
        var folded = FoldedText.of(text);
        assertThat(folded.has(sought)).isEqualTo(found);
        if (found) {
            assertThat(folded.keys()).contains(sought.rarestKey());
        }
    }

    @Test
    void theKeyShouldBeTheLongest() {
        assertThat(FoldedText.of("de guardia").rarestKey()).isEqualTo("guardia");
        assertThat(FoldedText.of("的会議").rarestKey()).isEqualTo("的会");
        assertThat(FoldedText.of("kafka会議").rarestKey()).isEqualTo("kafka");
        assertThat(FoldedText.of("会").rarestKey()).isEqualTo("会");
        assertThat(FoldedText.of("?! 🚨").rarestKey()).isEmpty();
        assertThat(FoldedText.of("").rarestKey()).isEmpty();
    }

    @Test
    void theKeysOfATextShouldBeBounded() {
        var endless = new StringBuilder();
        for (var n = 0; n < FoldedText.MAX_KEYS * 2; n++) {
            endless.append(n).append(' ');
        }
        assertThat(FoldedText.of(endless.toString()).keys()).hasSize(FoldedText.MAX_KEYS);
        assertThat(FoldedText.of("a a A á b").keys()).containsExactly("a", "b");
    }

    @Test
    void nothingShouldBeInNothing() {
        assertThat(FoldedText.of("").has(FoldedText.of("a"))).isFalse();
        assertThat(FoldedText.of("a").has(FoldedText.of(""))).isFalse();
    }
}
