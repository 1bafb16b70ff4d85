package org.hotspots.sample;

import java.time.LocalDateTime;
import java.util.List;
import org.hotspots.offence.AsbType;
import org.hotspots.offence.Channel;
import org.hotspots.offence.HateStrand;
import org.hotspots.offence.RecordKind;
import org.hotspots.offence.Setting;
import org.hotspots.offence.Status;
import org.jspecify.annotations.Nullable;

/**
 * One incident; it becomes one row of the extract for each of its offences.
 *
 * @param kind what its rows count
 * @param offences crimes recorded for it, one or more; empty for ASB, which is one row
 * @param place where
 * @param when when it happened
 * @param scene what kind of place it was
 * @param marks flags
 * @param report how and when it was recorded
 * @param plantId what planted it; null for the background
 */
record Incident(
        RecordKind kind,
        List<OffenceCode> offences,
        Place place,
        When when,
        Scene scene,
        Marks marks,
        Report report,
        @Nullable String plantId) {

    Incident {
        offences = List.copyOf(offences);
        if ((kind == RecordKind.ASB) != offences.isEmpty()) {
            throw new IllegalArgumentException("crimes have offences and ASB has none: " + kind + " " + offences);
        }
    }

    /**
     * @param premises kind of premises in words, may be blank
     * @param asbType null unless ASB
     */
    record Scene(Setting setting, String premises, @Nullable AsbType asbType) {}

    /** @param strands in the order of {@link HateStrand}, empty for none */
    record Marks(boolean knifeEnabled, List<HateStrand> strands, boolean domesticAbuse) {
        static final Marks NONE = new Marks(false, List.of(), false);
        static final Marks KNIFE = new Marks(true, List.of(), false);
    }

    /**
     * @param recordedAt London wall clock, not before the end of the span
     * @param policeFound null where the extract does not say (ASB)
     * @param lastUpdated London wall clock, not before {@code recordedAt}
     */
    record Report(
            LocalDateTime recordedAt,
            Channel channel,
            Status status,
            @Nullable Boolean policeFound,
            LocalDateTime lastUpdated) {}

    int rows() {
        return Math.max(1, offences.size());
    }

    boolean counts() {
        return report.status() == Status.RECORDED && kind != RecordKind.NON_CRIME_HATE;
    }
}
