package org.tertulia.load.bench;

import java.util.List;
import org.tertulia.load.client.Person;
import org.tertulia.load.client.TranslationView;
import org.tertulia.load.translation.ChatSentence;

/** The suite: people ask by turns, through the gateway, and do not say what language a sentence is in. */
final class SuiteInterpreter implements Interpreter {
    private final List<Person> people;

    SuiteInterpreter(List<Person> people) {
        this.people = people;
    }

    @Override
    public String translate(int number, ChatSentence sentence) {
        var answer =
                people.get(number % people.size())
                        .translations()
                        .tryTranslate(sentence.text(), sentence.target());
        if (!answer.isSuccess()) {
            throw new BenchFailure("Refused: %d %s".formatted(answer.status(), answer.body()));
        }
        return answer.as(TranslationView[].class)[0].translatedText();
    }
}
