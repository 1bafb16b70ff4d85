package org.hotspots.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.hotspots.offence.Channel;
import org.hotspots.offence.RecordKind;
import org.hotspots.offence.Theme;

/** Writes down what was planted in a sample, and counts what came of it. */
final class TruthOf {
    private final Sample sample;

    TruthOf(Sample sample) {
        this.sample = sample;
    }

    /** Line breaks and property order are fixed, so the same sample gives the same bytes everywhere. */
    String toJson() {
        DefaultPrettyPrinter printer = new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n"));
        try {
            return JsonMapper.builder()
                            .propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
                            .build()
                            .writer(printer)
                            .writeValueAsString(truth())
                    + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    Truth truth() {
        return new Truth(
                "Synthetic: no record is real. What was planted is below; all else is background drawn at random.",
                sample.seed(),
                new Truth.Period(SamplePeriod.FROM.toString(), SamplePeriod.TO.toString()),
                totals(),
                Plan.HOTSPOTS.stream().map(this::hotspot).toList(),
                hate(),
                operation(Plan.OPERATION),
                new Truth.SeasonalWave(
                        Theme.ASB.word(),
                        "Background ASB of each calendar month is this many times that of an ordinary month.",
                        Plan.ASB_MONTH_FACTORS.stream().map(BigDecimal::valueOf).toList()),
                channelShift(),
                Plan.REPEAT_ADDRESSES.stream().map(this::repeatLocation).toList());
    }

    private Truth.Totals totals() {
        return new Truth.Totals(
                rows(record -> true),
                rowsBy(record -> record.incident().kind().word()),
                rowsBy(record -> record.incident().report().status().word()),
                themes(),
                rows(record -> record.incident().place().point() == null),
                rows(record -> record.incident().place().point() != null
                        && record.incident().place().beat().isEmpty()),
                rows(record -> !record.incident().when().timeKnown()),
                (int) sample.records().stream()
                        .map(record -> record.incident().place().point())
                        .filter(Objects::nonNull)
                        .distinct()
                        .count());
    }

    private Map<String, Truth.ThemeTotal> themes() {
        Map<String, Truth.ThemeTotal> totals = new TreeMap<>();
        for (Theme theme : Theme.values()) {
            List<Sample.Numbered> own = sample.records().stream()
                    .filter(record -> record.incident().counts() && belongs(record.incident(), theme))
                    .toList();
            totals.put(theme.word(), new Truth.ThemeTotal(rowsOf(own), own.size()));
        }
        return totals;
    }

    private static boolean belongs(Incident incident, Theme theme) {
        return switch (theme) {
            case KNIFE -> incident.marks().knifeEnabled();
            case HATE -> !incident.marks().strands().isEmpty();
            case ASB -> incident.kind() == RecordKind.ASB;
            case ALL -> true;
        };
    }

    private Truth.PlantedHotspot hotspot(Hotspot hotspot) {
        List<Sample.Numbered> planted = plantedBy(hotspot.id());
        return new Truth.PlantedHotspot(
                hotspot.id(),
                hotspot.theme().word(),
                hotspot.town(),
                hotspot.place(),
                hotspot.circle().easting(),
                hotspot.circle().northing(),
                hotspot.circle().radiusMetres(),
                hotspot.hours().days().stream()
                        .sorted()
                        .map(day -> day.name().toLowerCase(Locale.ROOT))
                        .toList(),
                clock(hotspot.hours().fromHour()),
                clock(hotspot.hours().toHour()),
                hotspot.trend().word(),
                SamplePeriod.MONTHS.stream()
                        .map(month -> expected(hotspot, month))
                        .toList(),
                perMonth(planted),
                planted.size(),
                rowsOf(planted),
                numbers(planted));
    }

    private static BigDecimal expected(Hotspot hotspot, YearMonth month) {
        boolean patrolled = hotspot.theme() == Theme.KNIFE
                && Plan.OPERATION.runsOn(month.atDay(1))
                && hotspot.circle()
                        .equals(Plan.OPERATION
                                .target()
                                .withRadius(hotspot.circle().radiusMetres()));
        double share = patrolled ? 1 - Plan.OPERATION.preventedShare() : 1;
        return tenths(hotspot.trend().incidentsPerMonth().applyAsDouble(month) * share);
    }

    private Truth.NoHotspots hate() {
        return new Truth.NoHotspots(
                0,
                "Every street of every town, village and hamlet is as likely as any other, every day of the three years as "
                        + "likely as any other: no hotspot, no trend, no season.",
                HateCrime.CRIMES_PER_YEAR,
                new StreetPlan(sample.seed()).streets().size());
    }

    private Truth.PlantedOperation operation(Operation operation) {
        return new Truth.PlantedOperation(
                operation.name(),
                Theme.KNIFE.word(),
                operation.from().toString(),
                operation.to().toString(),
                area(Plan.RUGBY_KNIFE.id(), operation.target()),
                operation.bufferMetres(),
                operation.controls().stream()
                        .map(control -> area(control.hotspotId(), control.circle()))
                        .toList(),
                BigDecimal.valueOf(operation.preventedShare()),
                0,
                sample.preventedIncidents());
    }

    private static Truth.Area area(String hotspotId, Circle circle) {
        return new Truth.Area(hotspotId, circle.easting(), circle.northing(), circle.radiusMetres());
    }

    private static Truth.ChannelShift channelShift() {
        return new Truth.ChannelShift(
                Theme.ASB.word(),
                Plan.CHANNEL_SHIFT.toString(),
                "From this day, by occurred_from, the channels of ASB are drawn from the later shares. How much is "
                        + "reported does not change.",
                Stream.of(Channel.values())
                        .limit(Plan.CHANNELS_BEFORE.size())
                        .map(Channel::word)
                        .toList(),
                Plan.CHANNELS_BEFORE,
                Plan.CHANNELS_AFTER);
    }

    private Truth.RepeatLocation repeatLocation(Plan.RepeatAddress repeat) {
        List<Sample.Numbered> planted = plantedBy(repeat.id());
        Place place = planted.get(0).incident().place();
        Place.Point point = Objects.requireNonNull(place.point());
        return new Truth.RepeatLocation(
                repeat.id(),
                repeat.town(),
                place.location(),
                Objects.requireNonNull(place.uprn()),
                point.easting(),
                point.northing(),
                repeat.from().toString(),
                repeat.to().toString(),
                tenths(repeat.incidentsPerMonth()),
                planted.size(),
                numbers(planted));
    }

    private List<Sample.Numbered> plantedBy(String id) {
        return sample.records().stream()
                .filter(record -> id.equals(record.incident().plantId()))
                .toList();
    }

    private static List<Integer> perMonth(List<Sample.Numbered> records) {
        Integer[] counts = new Integer[SamplePeriod.MONTHS.size()];
        Arrays.fill(counts, 0);
        for (Sample.Numbered record : records) {
            counts[SamplePeriod.monthIndex(record.incident().when().from().toLocalDate())]++;
        }
        return new ArrayList<>(Arrays.asList(counts));
    }

    private static List<String> numbers(List<Sample.Numbered> records) {
        return records.stream().map(Sample.Numbered::incidentNumber).toList();
    }

    private int rows(Predicate<Sample.Numbered> which) {
        return rowsOf(sample.records().stream().filter(which).toList());
    }

    private static int rowsOf(List<Sample.Numbered> records) {
        return records.stream().mapToInt(record -> record.incident().rows()).sum();
    }

    private Map<String, Integer> rowsBy(Function<Sample.Numbered, String> word) {
        return sample.records().stream()
                .collect(Collectors.groupingBy(
                        word,
                        TreeMap::new,
                        Collectors.summingInt(record -> record.incident().rows())));
    }

    private static String clock(int hour) {
        return String.valueOf(100 + hour % 24).substring(1) + ":00";
    }

    private static BigDecimal tenths(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_EVEN);
    }
}
