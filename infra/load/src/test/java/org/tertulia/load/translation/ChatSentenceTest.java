package org.tertulia.load.translation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ChatSentenceTest {
    @Test
    void thereShouldBeTwentyOfEachLanguageAndNoneTwice() {
        var all = ChatSentence.all();

        assertThat(all).filteredOn(it -> it.source().equals("es")).hasSize(20);
        assertThat(all).filteredOn(it -> it.source().equals("en")).hasSize(20);
        assertThat(all).extracting(ChatSentence::text).doesNotHaveDuplicates().doesNotContain("");
        assertThat(all).extracting(ChatSentence::reference).doesNotContain("");
    }
}
