package org.hotspots.offence;

import java.time.Instant;
import java.util.Set;
import org.hotspots.geo.BritishGridPoint;
import org.jspecify.annotations.Nullable;

/**
 * One record as read from a source and found good: a crime, an ASB incident or a non-crime hate incident.
 *
 * @param source the kind of source
 * @param force the force that recorded it, such as "Warwickshire Police"; blank where the source does not say
 * @param kind what the record counts
 * @param crimeNumber the force's crime number or police.uk's Crime ID; null for ASB. Only in a force extract a key
 * @param incidentNumber the incident it belongs to; several crimes may share one
 * @param recordedAt when it was recorded; for police.uk the start of its month, London time
 * @param occurredFrom start of the span in which it happened, if known
 * @param occurredTo end of that span, not before its start, if known
 * @param timePrecision how exact the times are
 * @param hoClass Home Office class, such as "8"
 * @param hoSubclass Home Office sub-code, such as "06"
 * @param category offence in words; for police.uk the crime type
 * @param outcome last known outcome (police.uk)
 * @param knifeEnabled whether a knife or sharp instrument was used or threatened
 * @param hateStrands strands of hate, empty for none
 * @param domesticAbuse whether flagged as domestic abuse
 * @param asbType type of ASB, null where unknown or not ASB
 * @param point where, in the British National Grid; null where the source gives no location
 * @param geocodeClass how exact the point is; null without one
 * @param uprn unique property reference number, if known
 * @param location street or place in words, may be blank
 * @param lsoaCode the source's own LSOA code, blank where it gives none
 * @param premisesType in the source's words, may be blank
 * @param setting public place, dwelling, online or unknown
 * @param beat the source's beat, may be blank
 * @param channel how it was reported
 * @param status whether it still counts
 * @param policeFound whether it came to light through police work (search, proactive find); null where unknown
 * @param lastUpdated when the source last changed it; null where unknown
 * @param flags facts for the reader
 */
public record Offence(
        Source source,
        String force,
        RecordKind kind,
        @Nullable String crimeNumber,
        @Nullable String incidentNumber,
        Instant recordedAt,
        @Nullable Instant occurredFrom,
        @Nullable Instant occurredTo,
        TimePrecision timePrecision,
        String hoClass,
        String hoSubclass,
        String category,
        String outcome,
        boolean knifeEnabled,
        Set<HateStrand> hateStrands,
        boolean domesticAbuse,
        @Nullable AsbType asbType,
        @Nullable BritishGridPoint point,
        @Nullable GeocodeClass geocodeClass,
        @Nullable Long uprn,
        String location,
        String lsoaCode,
        String premisesType,
        Setting setting,
        String beat,
        Channel channel,
        Status status,
        @Nullable Boolean policeFound,
        @Nullable Instant lastUpdated,
        Set<OffenceFlag> flags) {

    public Offence {
        hateStrands = Set.copyOf(hateStrands);
        flags = Set.copyOf(flags);
        if (occurredFrom != null && occurredTo != null && occurredTo.isBefore(occurredFrom)) {
            throw new IllegalArgumentException("occurred_to is before occurred_from");
        }
    }
}
