package org.tertulia.scheduler.phrases;

import static org.tertulia.scheduler.phrases.Parser.anyOf;
import static org.tertulia.scheduler.phrases.Parser.digits;
import static org.tertulia.scheduler.phrases.Parser.word;
import static org.tertulia.scheduler.phrases.Parser.words;

import java.time.DayOfWeek;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** The words of Spanish for numbers, days, months and units, without accents. */
final class SpanishWords {

    private static final int MOST = 9_999;
    private static final int TEN = 10;

    private static final String UP_TO_29 =
            "uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince"
                    + " dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres"
                    + " veinticuatro veinticinco veintiseis veintisiete veintiocho veintinueve";
    private static final Map<String, Integer> TENS =
            Map.of("treinta", 30, "cuarenta", 40, "cincuenta", 50);
    private static final Map<String, Integer> ONES =
            numbered(UP_TO_29, Map.of("un", 1, "una", 1, "veintiun", 21, "veintiuna", 21));

    /** A number that is not digits. */
    static final Parser<Integer> NUMBER_WORD =
            anyOf(
                    word(ONES),
                    word(TENS),
                    word(TENS)
                            .before(words("y"))
                            .and(word(ONES).when(one -> one < TEN), Integer::sum));

    static final Parser<Integer> NUMBER = anyOf(digits(0, MOST), NUMBER_WORD);

    private static final Map<String, DayOfWeek> WEEKDAYS =
            Map.of(
                    "lunes", DayOfWeek.MONDAY,
                    "martes", DayOfWeek.TUESDAY,
                    "miercoles", DayOfWeek.WEDNESDAY,
                    "jueves", DayOfWeek.THURSDAY,
                    "viernes", DayOfWeek.FRIDAY,
                    "sabado", DayOfWeek.SATURDAY,
                    "domingo", DayOfWeek.SUNDAY);
    private static final Map<String, DayOfWeek> PLURALS =
            Map.of("sabados", DayOfWeek.SATURDAY, "domingos", DayOfWeek.SUNDAY);

    static final Parser<DayOfWeek> WEEKDAY = word(WEEKDAYS);

    /** In Spanish most of them are their own plural. */
    static final Parser<DayOfWeek> WEEKDAYS_OR_ONE = anyOf(word(WEEKDAYS), word(PLURALS));

    private static final Map<String, Integer> MONTHS =
            numbered(
                    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre"
                            + " diciembre",
                    Map.of("setiembre", 9));

    static final Parser<Integer> MONTH = word(MONTHS);

    private static final Map<String, Unit> UNITS =
            Map.ofEntries(
                    Map.entry("segundo", Unit.SECOND),
                    Map.entry("segundos", Unit.SECOND),
                    Map.entry("minuto", Unit.MINUTE),
                    Map.entry("minutos", Unit.MINUTE),
                    Map.entry("min", Unit.MINUTE),
                    Map.entry("mins", Unit.MINUTE),
                    Map.entry("hora", Unit.HOUR),
                    Map.entry("horas", Unit.HOUR),
                    Map.entry("h", Unit.HOUR),
                    Map.entry("hs", Unit.HOUR),
                    Map.entry("dia", Unit.DAY),
                    Map.entry("dias", Unit.DAY),
                    Map.entry("semana", Unit.WEEK),
                    Map.entry("semanas", Unit.WEEK),
                    Map.entry("mes", Unit.MONTH),
                    Map.entry("meses", Unit.MONTH),
                    Map.entry("ano", Unit.YEAR),
                    Map.entry("anos", Unit.YEAR));

    static final Parser<Unit> UNIT = word(UNITS);

    static final Parser<Integer> ORDINAL =
            word(
                    Map.of(
                            "primer", 1, "primero", 1, "segundo", 2, "tercer", 3, "tercero", 3,
                            "cuarto", 4, "ultimo", -1));

    private static final Set<String> OTHER_WORDS =
            Set.of(
                    """
                    mananas tardes noches
                    hoy manana pasado ayer anteayer tarde noche madrugada mediodia medianoche media
                    cuarto proximo proxima siguiente siguientes ultimo primer cada todos todas pronto
                    luego primera lun mie jue vie sab dom ene abr ago dic viene
                    """
                            .strip()
                            .split("\\s+"));

    static final Set<String> NUMBER_WORDS = numberWords();
    static final Set<String> VOCABULARY = vocabulary();

    private SpanishWords() {}

    /** What is counted with articles is no number beside a time: "una cosa". */
    private static Set<String> numberWords() {
        var all = new HashSet<>(ONES.keySet());
        all.addAll(TENS.keySet());
        all.removeAll(Set.of("un", "una", "uno"));
        return Set.copyOf(all);
    }

    private static Set<String> vocabulary() {
        var all = new HashSet<>(OTHER_WORDS);
        all.addAll(WEEKDAYS.keySet());
        all.addAll(PLURALS.keySet());
        all.addAll(MONTHS.keySet());
        all.addAll(UNITS.keySet());
        return Set.copyOf(all);
    }

    /** Words that stand for 1, 2, 3 …, and some others. */
    static Map<String, Integer> numbered(String words, Map<String, Integer> others) {
        var all = new HashMap<>(others);
        for (var word : words.split(" ")) {
            all.put(word, all.size() - others.size() + 1);
        }
        return Map.copyOf(all);
    }
}
