package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hotspots.area.AreaIndex;
import org.hotspots.area.AreaKind;
import org.hotspots.offence.OffenceTable;
import org.hotspots.offence.Source;
import org.hotspots.snapshot.Marking;
import org.hotspots.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * One data version in numbers.
 *
 * @param offences all, with and without a location
 * @param unlocated without a location
 * @param outsideForce located, in no district; 0 while no districts are loaded
 * @param places distinct locations
 * @param marking how all of it is to be handled; null where there are no offences
 * @param sources those that have offences, by source, then by name of the force
 */
record DataSummary(
        long offences,
        long unlocated,
        long outsideForce,
        long places,
        @Nullable Marking marking,
        List<SourceSummary> sources) {

    DataSummary {
        sources = List.copyOf(sources);
    }

    /**
     * What one force has in one source.
     *
     * @param from first day its offences are about
     * @param to last day
     */
    record SourceSummary(Source source, String force, long offences, LocalDate from, LocalDate to) {
        private static final Comparator<SourceSummary> ORDER =
                Comparator.comparing(SourceSummary::source).thenComparing(SourceSummary::force);

        private SourceSummary plus(SourceSummary other) {
            return new SourceSummary(
                    source,
                    force,
                    offences + other.offences,
                    from.isBefore(other.from) ? from : other.from,
                    to.isAfter(other.to) ? to : other.to);
        }

        Marking marking() {
            return Marking.of(source, force);
        }
    }

    /** Counts by one pass over the table. */
    static DataSummary of(Snapshot snapshot) {
        OffenceTable table = snapshot.offences();
        short[] districts = table.places().areaOrdinals()[AreaKind.DISTRICT.ordinal()];
        boolean hasDistricts = snapshot.areas().areas().stream()
                .anyMatch(area -> area.address().kind() == AreaKind.DISTRICT);
        long unlocated = 0;
        long outsideForce = 0;
        for (int place : table.columns().place()) {
            if (place == OffenceTable.NO_PLACE) {
                unlocated++;
            } else if (hasDistricts && districts[place] == AreaIndex.NONE) {
                outsideForce++;
            }
        }
        List<SourceSummary> sources = sources(table.columns());
        return new DataSummary(
                table.size(),
                unlocated,
                outsideForce,
                table.places().size(),
                table.size() == 0 ? null : snapshot.marking(),
                sources);
    }

    /** Counted by source and beat first: these are numbers, and a force has few hundred beats. */
    private static List<SourceSummary> sources(OffenceTable.Columns columns) {
        Source[] sources = Source.values();
        int beats = columns.beats().length;
        long[] counts = new long[sources.length * beats];
        int[] first = new int[counts.length];
        int[] last = new int[counts.length];
        Arrays.fill(first, Integer.MAX_VALUE);
        Arrays.fill(last, Integer.MIN_VALUE);
        for (int i = 0; i < columns.source().length; i++) {
            int of = columns.source()[i] * beats + columns.beat()[i];
            counts[of]++;
            first[of] = Math.min(first[of], columns.day()[i]);
            last[of] = Math.max(last[of], columns.day()[i]);
        }
        Map<List<Object>, SourceSummary> byForce = new HashMap<>();
        for (int of = 0; of < counts.length; of++) {
            if (counts[of] > 0) {
                SourceSummary part = new SourceSummary(
                        sources[of / beats],
                        columns.beats()[of % beats].force(),
                        counts[of],
                        LocalDate.ofEpochDay(first[of]),
                        lastDay(sources[of / beats], LocalDate.ofEpochDay(last[of])));
                byForce.merge(List.of(part.source(), part.force()), part, SourceSummary::plus);
            }
        }
        return byForce.values().stream().sorted(SourceSummary.ORDER).toList();
    }

    /** Street files tell the month alone, as its first day. */
    private static LocalDate lastDay(Source source, LocalDate day) {
        return source == Source.POLICE_UK ? day.with(TemporalAdjusters.lastDayOfMonth()) : day;
    }

    /** Writes the members of an object. */
    void write(JsonGenerator json) throws IOException {
        json.writeNumberField("offences", offences);
        json.writeNumberField("unlocated", unlocated);
        json.writeNumberField("outside_force", outsideForce);
        json.writeNumberField("places", places);
        Json.textOrNull(json, "marking", marking == null ? null : marking.words());
        json.writeArrayFieldStart("sources");
        for (SourceSummary source : sources) {
            json.writeStartObject();
            json.writeStringField("source", source.source().word());
            Json.textOrNull(json, "force", source.force().isEmpty() ? null : source.force());
            json.writeBooleanField("synthetic", source.marking() == Marking.SYNTHETIC);
            json.writeNumberField("offences", source.offences());
            json.writeStringField("from", source.from().toString());
            json.writeStringField("to", source.to().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
