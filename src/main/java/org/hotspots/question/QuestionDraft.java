package org.hotspots.question;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.hotspots.area.AskedArea;
import org.hotspots.offence.AsbType;
import org.hotspots.offence.Codebook;
import org.hotspots.offence.Codebooks;
import org.hotspots.offence.CountingBasis;
import org.hotspots.offence.HateStrand;
import org.hotspots.offence.HourBand;
import org.hotspots.offence.OffenceFilter;
import org.hotspots.offence.PoliceFound;
import org.hotspots.offence.Setting;
import org.hotspots.offence.Theme;
import org.hotspots.offence.WeekTimes;
import org.hotspots.question.Fault.Kind;
import org.hotspots.question.ParameterSpec.Numbers;
import org.hotspots.question.Question.CellSettings;
import org.hotspots.question.Question.ClusterSettings;
import org.hotspots.question.Question.DensitySettings;
import org.hotspots.question.Question.Nearness;
import org.hotspots.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;

/** A question while it is being read: the values given so far, and the faults found so far. */
final class QuestionDraft {
    private static final Pattern NUMBER = Pattern.compile("-?[0-9]{1,15}(\\.[0-9]{1,15})?");
    private static final Pattern DAY = Pattern.compile("(19|20|21)[0-9]{2}-[0-9]{2}-[0-9]{2}");
    private static final int DENSE = 5;
    private static final int CLUSTERED = 10;

    private final String in;
    private final Snapshot snapshot;
    private final Codebooks codebooks;
    private final MethodDefaults methodDefaults;
    private final Map<String, String> given = new HashMap<>();
    private final List<Fault> faults = new ArrayList<>();

    QuestionDraft(String in, Snapshot snapshot, Codebooks codebooks, MethodChoices choices) {
        this.in = in;
        this.snapshot = snapshot;
        this.codebooks = codebooks;
        this.methodDefaults = new MethodDefaults(snapshot, choices);
    }

    void give(String name, String value) {
        given.put(name, value);
    }

    void fault(Kind kind, String name, String reason) {
        faults.add(new Fault(kind, in, Fault.cut(name), reason));
    }

    List<Fault> faults() {
        return faults;
    }

    /** The question; throws RefusedQuestionException where there is any fault. */
    Question question() {
        OffenceFilter filter = filter();
        AskedArea area = area();
        if (filter != null && faults.isEmpty() && !saysHow()) {
            giveMethod(methodDefaults.get(filter.theme(), area).setting());
        }
        Method method = word(QuestionParameters.METHOD, List.of(Method.values()), Method::word, Method.KDE_QUARTIC);
        DensitySettings density = density(area, method);
        CellSettings cells = cells();
        ClusterSettings clusters = clusters(method);
        Codebook codebook = codebook();
        double seed = number(QuestionParameters.SEED);
        if (!faults.isEmpty() || filter == null || density == null || cells == null || clusters == null) {
            throw new RefusedQuestionException(faults);
        }
        return new Question(filter, codebook, area, method, density, cells, clusters, (int) seed);
    }

    /** Whether the asker named a method, or set what only some method knows: then no default may come between. */
    private boolean saysHow() {
        return given.containsKey(QuestionParameters.METHOD.name())
                || Arrays.stream(Method.values())
                        .flatMap(method -> method.parameters().stream())
                        .anyMatch(given::containsKey);
    }

    /** From here on the question is as if the default had been asked for, so that it says in full what it came to. */
    private void giveMethod(MethodChoice.Setting setting) {
        give(QuestionParameters.METHOD.name(), setting.method().word());
        if (setting.metres() != null) {
            give(setting.parameter(), PlainNumber.text(setting.metres()));
        }
    }

    private @Nullable OffenceFilter filter() {
        Theme theme = word(QuestionParameters.THEME, QuestionParameters.THEMES, Theme::word, Theme.ALL);
        HateStrand strand = find(QuestionParameters.STRAND, List.of(HateStrand.values()), HateStrand::word);
        AsbType asbType = find(QuestionParameters.ASB_TYPE, List.of(AsbType.values()), AsbType::word);
        if (strand != null && theme != Theme.HATE) {
            invalid(QuestionParameters.STRAND, "only with theme=hate");
        }
        if (asbType != null && theme != Theme.ASB) {
            invalid(QuestionParameters.ASB_TYPE, "only with theme=asb");
        }
        Period period = period();
        WeekTimes times = times();
        Setting setting = setting();
        CountingBasis basis = word(
                QuestionParameters.COUNTING_BASIS,
                List.of(CountingBasis.values()),
                CountingBasis::word,
                CountingBasis.INCIDENTS);
        PoliceFound policeFound = word(
                QuestionParameters.POLICE_FOUND, List.of(PoliceFound.values()), PoliceFound::word, PoliceFound.EXCLUDE);
        return faults.isEmpty()
                ? new OffenceFilter(
                        theme, strand, asbType, period.from(), period.to(), setting, basis, policeFound, times)
                : null;
    }

    private record Period(LocalDate from, LocalDate to) {}

    private Period period() {
        int before = faults.size();
        LocalDate to = day(QuestionParameters.TO).orElseGet(this::endOfData);
        LocalDate from = day(QuestionParameters.FROM).orElseGet(() -> to.minusMonths(12));
        if (faults.size() == before && !from.isBefore(to)) {
            String end = given.containsKey("to") ? "to" : "the end of the data";
            invalid(QuestionParameters.FROM, "before " + end + " (" + to + ")");
        }
        return new Period(from, to);
    }

    private @Nullable WeekTimes times() {
        String daysText = given.get(QuestionParameters.DAYS.name());
        String hoursText = given.get(QuestionParameters.HOURS.name());
        Optional<List<DayOfWeek>> days = daysText == null ? Optional.of(List.of()) : WeekTimes.findDays(daysText);
        HourBand hours = hoursText == null ? null : HourBand.find(hoursText).orElse(null);
        if (days.isEmpty()) {
            invalid(QuestionParameters.DAYS, "days of the week, each at most once, written as friday,saturday");
        }
        if (hoursText != null && hours == null) {
            invalid(QuestionParameters.HOURS, HourBand.RULE);
        }
        List<DayOfWeek> some = days.orElse(List.of());
        return some.isEmpty() && hours == null ? null : new WeekTimes(some, hours);
    }

    private @Nullable Setting setting() {
        String value = given.get(QuestionParameters.SETTING.name());
        boolean any = value == null || value.equals(QuestionParameters.ANY);
        return any ? null : find(QuestionParameters.SETTING, QuestionParameters.SETTINGS, Setting::word);
    }

    private @Nullable DensitySettings density(@Nullable AskedArea area, Method method) {
        double bandwidth = number(QuestionParameters.BANDWIDTH_M, QuestionParameters.defaultBandwidthMetres(area));
        double timesMean = number(QuestionParameters.TIMES_MEAN);
        double locationError = number(QuestionParameters.LOCATION_ERROR_M);
        EdgeMethod edge =
                word(QuestionParameters.EDGE, List.of(EdgeMethod.values()), EdgeMethod::word, EdgeMethod.DIGGLE);
        if (edge == EdgeMethod.UNIFORM && method == Method.KDE_ADAPTIVE) {
            invalid(QuestionParameters.EDGE, "diggle or none with method=kde_adaptive");
        }
        return faults.isEmpty() ? new DensitySettings(bandwidth, edge, locationError, timesMean) : null;
    }

    private @Nullable CellSettings cells() {
        GridShape grid = word(QuestionParameters.GRID, List.of(GridShape.values()), GridShape::word, GridShape.SQUARE);
        int before = faults.size();
        double cell = number(QuestionParameters.CELL_M);
        double neighbour = number(QuestionParameters.NEIGHBOUR_M, 2 * cell);
        if (faults.size() == before && neighbour < cell) {
            invalid(
                    QuestionParameters.NEIGHBOUR_M,
                    "from cell_m (" + PlainNumber.text(cell) + ") to "
                            + PlainNumber.text(QuestionParameters.NEIGHBOUR_RANGE.maximum()));
        }
        double qMax = number(QuestionParameters.Q_MAX);
        return faults.isEmpty() ? new CellSettings(grid, cell, neighbour, qMax) : null;
    }

    private @Nullable ClusterSettings clusters(Method method) {
        double eps = number(QuestionParameters.EPS_M);
        double minPoints = number(
                QuestionParameters.MIN_POINTS, method == Method.DBSCAN || !method.isOfPoints() ? DENSE : CLUSTERED);
        double grain = number(QuestionParameters.GRAIN_M);
        double threshold = number(QuestionParameters.THRESHOLD_M, Double.NaN);
        double t = number(QuestionParameters.NNH_T);
        double radius = number(QuestionParameters.RADIUS_M);
        return faults.isEmpty()
                ? new ClusterSettings(
                        eps,
                        (int) minPoints,
                        grain,
                        new Nearness(Double.isNaN(threshold) ? null : threshold, t),
                        radius)
                : null;
    }

    /** The codebook of a question that weighs by harm. */
    private @Nullable Codebook codebook() {
        ParameterSpec spec = QuestionParameters.CODEBOOK;
        Weight weight = word(QuestionParameters.WEIGHT, List.of(Weight.values()), Weight::word, Weight.COUNT);
        String value = given.get(spec.name());
        if (weight == Weight.COUNT) {
            if (value != null) {
                invalid(spec, "only with weight=harm");
            }
            return null;
        }
        Optional<Codebook> codebook = value == null ? codebooks.findDefault() : codebooks.find(value);
        if (codebook.isEmpty()) {
            invalid(
                    value == null ? QuestionParameters.WEIGHT : spec,
                    "one of the codebooks that are loaded: " + codebooks.names());
        }
        return codebook.orElse(null);
    }

    /** The day after the last day of the data; without data, the day the version was published, London's or near it. */
    private LocalDate endOfData() {
        LocalDate last = snapshot.version().dataTo();
        return last == null
                ? snapshot.version().publishedAt().atZone(ZoneOffset.UTC).toLocalDate()
                : last.plusDays(1);
    }

    private @Nullable AskedArea area() {
        String value = given.get(QuestionParameters.AREA.name());
        if (value == null) {
            return null;
        }
        try {
            return AreaReader.read(value, snapshot.areas());
        } catch (IllegalArgumentException e) {
            invalid(QuestionParameters.AREA, AreaReader.reason(e));
            return null;
        }
    }

    private Optional<LocalDate> day(ParameterSpec spec) {
        String value = given.get(spec.name());
        if (value == null) {
            return Optional.empty();
        }
        if (!DAY.matcher(value).matches()) {
            invalid(spec, "a day from 1900-01-01 to 2199-12-31, written as 2026-10-31");
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.parse(value));
        } catch (DateTimeException e) {
            invalid(spec, "no such day in the calendar");
            return Optional.empty();
        }
    }

    private double number(ParameterSpec spec) {
        String value = spec.defaultValue();
        if (value == null) {
            throw new IllegalStateException(spec.name() + " has no fixed default");
        }
        return number(spec, Double.parseDouble(value));
    }

    private double number(ParameterSpec spec, double absent) {
        String value = given.get(spec.name());
        if (value == null) {
            return absent;
        }
        if (!(spec.values() instanceof Numbers range)) {
            throw new IllegalStateException(spec.name() + " is not a number");
        }
        if (!NUMBER.matcher(value).matches() || !range.contains(Double.parseDouble(value))) {
            invalid(spec, range.rule());
            return absent;
        }
        return Double.parseDouble(value);
    }

    private <T> T word(ParameterSpec spec, List<T> values, Function<T, String> word, T absent) {
        T found = find(spec, values, word);
        return found == null ? absent : found;
    }

    private <T> @Nullable T find(ParameterSpec spec, List<T> values, Function<T, String> word) {
        String value = given.get(spec.name());
        if (value == null) {
            return null;
        }
        for (T candidate : values) {
            if (word.apply(candidate).equals(value)) {
                return candidate;
            }
        }
        if (!(spec.values() instanceof ParameterSpec.Words words)) {
            throw new IllegalStateException(spec.name() + " is not a word");
        }
        invalid(spec, "one of " + String.join(", ", words.words()));
        return null;
    }

    /** A fault of a value that was given. */
    private void invalid(ParameterSpec spec, String rule) {
        String value = given.getOrDefault(spec.name(), "");
        fault(Kind.INVALID_PARAMETER, spec.name(), Fault.told(spec.name(), value, rule));
    }
}
