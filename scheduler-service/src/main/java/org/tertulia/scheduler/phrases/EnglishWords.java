package org.tertulia.scheduler.phrases;

import static org.tertulia.scheduler.phrases.Parser.anyOf;
import static org.tertulia.scheduler.phrases.Parser.digits;
import static org.tertulia.scheduler.phrases.Parser.word;
import static org.tertulia.scheduler.phrases.Parser.words;
import static org.tertulia.scheduler.phrases.SpanishWords.numbered;

import java.time.DayOfWeek;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The words of English for numbers, days, months and units. */
final class EnglishWords {

    private static final int MOST = 9_999;
    private static final int TEN = 10;
    private static final int LAST_DAY = 31;

    private static final Map<String, Integer> ONES =
            numbered(
                    "one two three four five six seven eight nine ten eleven twelve thirteen"
                            + " fourteen fifteen sixteen seventeen eighteen nineteen",
                    Map.of());
    private static final Map<String, Integer> TENS =
            Map.of("twenty", 20, "thirty", 30, "forty", 40, "fifty", 50);

    static final Parser<Integer> NUMBER_WORD =
            anyOf(
                    word(ONES),
                    word(TENS),
                    word(TENS)
                            .before(words("-").maybe())
                            .and(word(ONES).when(one -> one < TEN), Integer::sum));

    static final Parser<Integer> NUMBER = anyOf(digits(0, MOST), NUMBER_WORD);

    private static final Map<String, DayOfWeek> WEEKDAYS =
            Arrays.stream(DayOfWeek.values())
                    .collect(
                            Collectors.toMap(
                                    day -> day.name().toLowerCase(Locale.ROOT),
                                    Function.identity()));
    private static final Map<String, DayOfWeek> SHORT =
            Map.ofEntries(
                    Map.entry("mon", DayOfWeek.MONDAY),
                    Map.entry("tue", DayOfWeek.TUESDAY),
                    Map.entry("tues", DayOfWeek.TUESDAY),
                    Map.entry("wed", DayOfWeek.WEDNESDAY),
                    Map.entry("thu", DayOfWeek.THURSDAY),
                    Map.entry("thur", DayOfWeek.THURSDAY),
                    Map.entry("thurs", DayOfWeek.THURSDAY),
                    Map.entry("fri", DayOfWeek.FRIDAY),
                    Map.entry("sat", DayOfWeek.SATURDAY),
                    Map.entry("sun", DayOfWeek.SUNDAY));

    static final Parser<DayOfWeek> WEEKDAY = word(WEEKDAYS);

    /** Where a day of the week is expected: "sat" and "sun" are other words elsewhere. */
    static final Parser<DayOfWeek> WEEKDAY_OR_SHORT = anyOf(WEEKDAY, word(SHORT));

    static final Parser<DayOfWeek> WEEKDAYS_PLURAL =
            word(
                    WEEKDAYS.entrySet().stream()
                            .collect(
                                    Collectors.toMap(
                                            day -> day.getKey() + "s", Map.Entry::getValue)));

    private static final Map<String, Integer> MONTHS =
            numbered(
                    "january february march april may june july august september october november"
                            + " december",
                    Map.of());
    private static final Map<String, Integer> SHORT_MONTHS =
            numbered("jan feb mar apr may jun jul aug sep oct nov dec", Map.of());

    static final Parser<Integer> MONTH =
            anyOf(word(MONTHS), word(SHORT_MONTHS), words("sept").map(_ -> 9));

    private static final Map<String, Unit> UNITS = units();

    static final Parser<Unit> UNIT = word(UNITS);

    private static final Map<String, Integer> ORDINALS =
            Map.of(
                    "first", 1, "second", 2, "third", 3, "fourth", 4, "fifth", 5, "sixth", 6,
                    "seventh", 7, "eighth", 8, "ninth", 9, "tenth", 10);

    /** Which Monday of a month; the last is -1. */
    static final Parser<Integer> WHICH_WEEKDAY =
            anyOf(word(ORDINALS), ordinalDigits(), words("last").map(_ -> -1))
                    .when(which -> which <= 5);

    /** "3rd", "third". */
    static final Parser<Integer> ORDINAL_DAY = anyOf(word(ORDINALS), ordinalDigits());

    private static final Set<String> OTHER_WORDS =
            Set.of(
                    """
                    am pm o'clock oclock coming
                    today tonight tomorrow yesterday morning afternoon evening night noon midday
                    midnight quarter half next last past ago each every later weekday weekdays weekend
                    weekends daily weekly monthly yearly hourly
                    """
                            .strip()
                            .split("\\s+"));

    static final Set<String> NUMBER_WORDS = numberWords();
    static final Set<String> VOCABULARY = vocabulary();

    private EnglishWords() {}

    private static Parser<Integer> ordinalDigits() {
        return digits(1, LAST_DAY).before(words("st", "nd", "rd", "th").glued());
    }

    private static Map<String, Unit> units() {
        var all = new HashMap<String, Unit>();
        for (var unit : Unit.values()) {
            var name = unit.name().toLowerCase(Locale.ROOT);
            all.put(name, unit);
            all.put(name + "s", unit);
        }
        all.putAll(
                Map.of(
                        "sec",
                        Unit.SECOND,
                        "secs",
                        Unit.SECOND,
                        "min",
                        Unit.MINUTE,
                        "mins",
                        Unit.MINUTE,
                        "hr",
                        Unit.HOUR,
                        "hrs",
                        Unit.HOUR,
                        "h",
                        Unit.HOUR));
        return Map.copyOf(all);
    }

    private static Set<String> numberWords() {
        var all = new HashSet<>(ONES.keySet());
        all.addAll(TENS.keySet());
        all.remove("one");
        return Set.copyOf(all);
    }

    private static Set<String> vocabulary() {
        var all = new HashSet<>(OTHER_WORDS);
        all.addAll(WEEKDAYS.keySet());
        WEEKDAYS.keySet().forEach(day -> all.add(day + "s"));
        all.addAll(SHORT.keySet());
        all.addAll(MONTHS.keySet());
        all.addAll(UNITS.keySet());
        return Set.copyOf(all);
    }
}
