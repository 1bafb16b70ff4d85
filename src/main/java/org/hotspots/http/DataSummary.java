package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hotspots.area.AreaIndex;
import org.hotspots.area.AreaKind;
import org.hotspots.offence.OffenceTable;
import org.hotspots.offence.Source;
import org.hotspots.snapshot.Snapshot;

/**
 * One data version in numbers.
 *
 * @param fingerprint of the version
 * @param offences all, with and without a location
 * @param unlocated without a location
 * @param outsideForce located, in no district; 0 while no districts are loaded
 * @param places distinct locations
 * @param sources those that have offences
 */
record DataSummary(
        String fingerprint,
        long offences,
        long unlocated,
        long outsideForce,
        long places,
        List<SourceSummary> sources) {
    static final DataSummary NONE = new DataSummary("", 0, 0, 0, 0, List.of());

    DataSummary {
        sources = List.copyOf(sources);
    }

    /**
     * @param from first day its offences are about
     * @param to last day
     */
    record SourceSummary(Source source, long offences, LocalDate from, LocalDate to) {}

    /** Counts by one pass over the table. */
    static DataSummary of(Snapshot snapshot) {
        OffenceTable table = snapshot.offences();
        int kinds = Source.values().length;
        long[] counts = new long[kinds];
        int[] first = new int[kinds];
        int[] last = new int[kinds];
        Arrays.fill(first, Integer.MAX_VALUE);
        Arrays.fill(last, Integer.MIN_VALUE);
        short[] districts = table.places().areaOrdinals()[AreaKind.DISTRICT.ordinal()];
        boolean hasDistricts = snapshot.areas().areas().stream()
                .anyMatch(area -> area.address().kind() == AreaKind.DISTRICT);
        long unlocated = 0;
        long outsideForce = 0;
        OffenceTable.Columns columns = table.columns();
        for (int i = 0; i < table.size(); i++) {
            int place = columns.place()[i];
            if (place == OffenceTable.NO_PLACE) {
                unlocated++;
            } else if (hasDistricts && districts[place] == AreaIndex.NONE) {
                outsideForce++;
            }
            int source = columns.source()[i];
            counts[source]++;
            first[source] = Math.min(first[source], columns.day()[i]);
            last[source] = Math.max(last[source], columns.day()[i]);
        }
        List<SourceSummary> sources = new ArrayList<>();
        for (Source source : Source.values()) {
            int k = source.ordinal();
            if (counts[k] > 0) {
                sources.add(new SourceSummary(
                        source, counts[k], LocalDate.ofEpochDay(first[k]), LocalDate.ofEpochDay(last[k])));
            }
        }
        return new DataSummary(
                snapshot.version().fingerprint(),
                table.size(),
                unlocated,
                outsideForce,
                table.places().size(),
                sources);
    }

    /** Writes the members of an object. */
    void write(JsonGenerator json) throws IOException {
        json.writeNumberField("offences", offences);
        json.writeNumberField("unlocated", unlocated);
        json.writeNumberField("outside_force", outsideForce);
        json.writeNumberField("places", places);
        json.writeArrayFieldStart("sources");
        for (SourceSummary source : sources) {
            json.writeStartObject();
            json.writeStringField("source", source.source().word());
            json.writeNumberField("offences", source.offences());
            json.writeStringField("from", source.from().toString());
            json.writeStringField("to", source.to().toString());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
