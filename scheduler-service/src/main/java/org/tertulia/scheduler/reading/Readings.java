package org.tertulia.scheduler.reading;

import java.time.Clock;
import java.time.Instant;
import org.springframework.stereotype.Service;
import org.tertulia.scheduler.phrases.Language;
import org.tertulia.scheduler.phrases.Reading;
import org.tertulia.scheduler.phrases.Refusal;
import org.tertulia.scheduler.phrases.TimePhrases;
import org.tertulia.scheduler.zones.TimeZones;

/** Reads sentences. Changes nothing. */
@Service
class Readings {

    /** Times of a recurrence that are shown, so that whoever reads them sees what repeats. */
    private static final int SHOWN = 3;

    private final Clock clock;

    Readings(Clock clock) {
        this.clock = clock;
    }

    /** How the sentence is read. Fails with {@link Unreadable}, or validation-failed for a zone that is none. */
    ReadingView read(ReadingRequest request) {
        var language = request.language() == null ? Language.ENGLISH : request.language().grammar();
        var zone = TimeZones.of("zone", request.zone());
        var now = clock.instant();
        var reading = TimePhrases.readReminder(request.sentence(), language, now, zone);
        if (reading instanceof Reading.Refused(Refusal reason, _)
                && reason == Refusal.NOTHING_TO_REMIND_OF) {
            // What of, a message may say.
            reading = TimePhrases.readTime(request.sentence(), language, now, zone);
        }
        return view(reading, now);
    }

    private static ReadingView view(Reading reading, Instant now) {
        return switch (reading) {
            case Reading.Once once -> ReadingView.of(once);
            case Reading.Repeating repeating ->
                    ReadingView.of(repeating, repeating.recurrence().next(now, SHOWN));
            case Reading.Refused refused -> throw new Unreadable(refused);
        };
    }
}
