package org.hotspots.sample;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was planted, as written to {@code truth.json}. Times are London wall clock, periods are [from, to), places are
 * metres of the British National Grid.
 */
record Truth(
        String about,
        long seed,
        Period period,
        Totals totals,
        List<PlantedHotspot> hotspots,
        NoHotspots hate,
        PlantedOperation operation,
        SeasonalWave seasonalWave,
        ChannelShift channelShift,
        List<RepeatLocation> repeatLocations) {

    record Period(String from, String to) {}

    /**
     * @param records rows of the extract
     * @param themes offences and incidents that count, by theme
     * @param kinds rows by record kind
     * @param statuses rows by status
     */
    record Totals(
            int records,
            Map<String, Integer> kinds,
            Map<String, Integer> statuses,
            Map<String, ThemeTotal> themes,
            int withoutLocation,
            int outsideForce,
            int timeUnknown,
            int distinctPoints) {}

    record ThemeTotal(int offences, int incidents) {}

    /** Lists per month have one value for each month of the period; planted ones go by {@code occurred_from}. */
    record PlantedHotspot(
            String id,
            String theme,
            String town,
            String place,
            int easting,
            int northing,
            @JsonProperty("radius_m") int radiusMetres,
            List<String> days,
            String fromTime,
            String toTime,
            String trend,
            List<BigDecimal> expectedIncidentsPerMonth,
            List<Integer> plantedIncidentsPerMonth,
            int plantedIncidents,
            int plantedOffences,
            List<String> incidentNumbers) {}

    record NoHotspots(int planted, String statement, double expectedCrimeIncidentsPerYear, int streets) {}

    record Area(
            @Nullable String hotspot,
            int easting,
            int northing,
            @JsonProperty("radius_m") int radiusMetres) {}

    record PlantedOperation(
            String name,
            String theme,
            String from,
            String to,
            Area target,
            @JsonProperty("buffer_m") int bufferMetres,
            List<Area> controls,
            BigDecimal preventedShare,
            int displacedIncidents,
            int preventedIncidents) {}

    record SeasonalWave(String theme, String statement, List<BigDecimal> monthFactors) {}

    record ChannelShift(
            String theme,
            String from,
            String statement,
            List<String> channels,
            List<Integer> percentBefore,
            List<Integer> percentAfter) {}

    record RepeatLocation(
            String id,
            String town,
            String street,
            long uprn,
            int easting,
            int northing,
            String firstMonth,
            String lastMonth,
            BigDecimal expectedIncidentsPerMonth,
            int plantedIncidents,
            List<String> incidentNumbers) {}
}
