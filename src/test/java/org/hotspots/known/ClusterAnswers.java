package org.hotspots.known;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntToDoubleFunction;
import java.util.function.ToDoubleFunction;
import org.hotspots.kernel.Dbscan;
import org.hotspots.kernel.Hdbscan;
import org.hotspots.kernel.Knox;
import org.hotspots.kernel.Knox.Bands;
import org.hotspots.kernel.Knox.DatedEvents;
import org.hotspots.kernel.Knox.Metric;
import org.hotspots.kernel.NearestNeighbourHierarchy.Threshold;
import org.hotspots.kernel.NearestNeighbourIndex;
import org.hotspots.kernel.WeightedPoints;
import org.hotspots.stats.SeededRandom;
import org.hotspots.support.SharedData;

/** Answers about clusters, and about how points and times lie to each other. */
final class ClusterAnswers {
    private static final String REDWOOD = "vectors/redwood_dbscan.csv";
    private static final String CHORLEY = "vectors/spatstat_chorley.csv";
    private static final String BURKITT = "vectors/burkitt.csv";
    private static final String BURGLARIES = "vectors/chicago_be_month1.csv";
    private static final String ARSONS = "vectors/chicago_arson.csv";
    private static final String R_DBSCAN = "R package dbscan";
    private static final String CLARK_EVANS = "R package spatstat, clarkevans without correction";
    private static final String CRIMESTAT = "CrimeStat IV, chapter 7: 200 events in 30 km2";
    private static final String NEAR_REPEAT = "R package NearRepeat";
    private static final Bands TWO_WEEKS_AND_TWO_STREETS =
            new Bands(List.of(0.0, 1.0, 101.0, 201.0, 301.0), List.of(0, 8, 15, 22));

    /** Biological cells in a unit square (Ripley 1977), as R package spatial has them. */
    private static final WeightedPoints CELLS = WeightedPoints.unweighted(
            new double[] {
                0.35, 0.487, 0.637, 0.775, 0.825, 0.087, 0.237, 0.4, 0.575, 0.737, 0.062, 0.212, 0.325, 0.45, 0.65, 0.9,
                0.337, 0.462, 0.6, 0.8, 0.938, 0.15, 0.35, 0.562, 0.725, 0.862, 0.987, 0.062, 0.175, 0.337, 0.462,
                0.525, 0.737, 0.862, 0.237, 0.637, 0.775, 0.9, 0.175, 0.35, 0.462, 0.625
            },
            new double[] {
                0.025, 0.087, 0.05, 0.025, 0.125, 0.187, 0.15, 0.162, 0.212, 0.237, 0.362, 0.337, 0.287, 0.287, 0.362,
                0.262, 0.462, 0.425, 0.475, 0.387, 0.4, 0.5, 0.6, 0.575, 0.512, 0.525, 0.512, 0.75, 0.65, 0.75, 0.75,
                0.65, 0.687, 0.637, 0.787, 0.812, 0.85, 0.775, 0.912, 0.962, 0.9, 0.95
            });

    private ClusterAnswers() {}

    static List<KnownAnswer> all() {
        return List.of(
                redwoodsByDbscan("clusters", "5", clusters -> clusters.count()),
                redwoodsByDbscan("noise", "27", clusters -> count(clusters.label(), Dbscan.NOISE)),
                redwoodsByHdbscan("clusters", "6", clusters -> clusters.count()),
                redwoodsByHdbscan("noise", "0", clusters -> count(clusters.label(), Hdbscan.NOISE)),
                redwoodsByHdbscan("points with the same label", "62", ClusterAnswers::agreeing),
                nnh("expected mean distance, m", "193.649", Threshold.random(0, 30e6)::metres),
                nnh(
                        "its standard error, m",
                        "7.1576",
                        n -> Threshold.random(0, 30e6).metres(n)
                                - Threshold.random(1, 30e6).metres(n)),
                nnh("threshold at t 1.645, m", "181.875", Threshold.random(1.645, 30e6)::metres),
                KnownAnswer.of("Nearest-neighbour index", "redwood", ".6186502", CLARK_EVANS, () -> index(redwood(), 1))
                        .from(REDWOOD),
                KnownAnswer.of("Nearest-neighbour index", "cells", "1.6716795", CLARK_EVANS, () -> index(CELLS, 1)),
                KnownAnswer.of(
                                "Nearest-neighbour index",
                                "chorley, larynx, window of 315.1553 km2",
                                ".6187650",
                                CLARK_EVANS,
                                () -> index(larynx(), 315.1553))
                        .from(CHORLEY),
                burkitt("pairs at most 20 and 5 days apart", "13", cell -> cell.observed()),
                burkitt("expected", "10.143816", Knox.Cell::expected),
                burkitt("P(X at least 13) by Poisson", ".22227", Knox.Cell::poissonP),
                burglaries("at one place, 0 to 7 days", "29", 0),
                burglaries("at one place, 8 to 14 days", "4", 1),
                burglaries("at one place, 15 to 21 days", "5", 2),
                burglaries("1 to 100 m, 0 to 7 days", "45", 3),
                burglaries("1 to 100 m, 8 to 14 days", "15", 4),
                burglaries("1 to 100 m, 15 to 21 days", "7", 5),
                burglaries("101 to 200 m, 0 to 7 days", "106", 6),
                burglaries("101 to 200 m, 8 to 14 days", "48", 7),
                burglaries("101 to 200 m, 15 to 21 days", "21", 8),
                burglaries("201 to 300 m, 0 to 7 days", "88", 9),
                burglaries("201 to 300 m, 8 to 14 days", "64", 10),
                burglaries("201 to 300 m, 15 to 21 days", "46", 11),
                arsons("pairs at most 200 m and 7 days apart", "18", cell -> cell.observed()),
                arsons("expected", "3.6049", Knox.Cell::expected));
    }

    private static KnownAnswer redwoodsByDbscan(
            String asked, String published, ToDoubleFunction<Dbscan.Clusters> answer) {
        return KnownAnswer.of(
                        "DBSCAN",
                        "redwood, eps 0.06, 4 points: " + asked,
                        published,
                        R_DBSCAN,
                        () -> answer.applyAsDouble(Dbscan.cluster(redwood(), 0.06, 4)))
                .from(REDWOOD);
    }

    private static KnownAnswer redwoodsByHdbscan(
            String asked, String published, ToDoubleFunction<Hdbscan.Clusters> answer) {
        return KnownAnswer.of(
                        "HDBSCAN",
                        "redwood, 4 points: " + asked,
                        published,
                        R_DBSCAN,
                        () -> answer.applyAsDouble(Hdbscan.cluster(redwood(), 4, 1e-9)))
                .from(REDWOOD);
    }

    private static KnownAnswer nnh(String asked, String published, IntToDoubleFunction ofEvents) {
        return KnownAnswer.of("NNH", asked, published, CRIMESTAT, () -> ofEvents.applyAsDouble(200));
    }

    /** Distances and days at most these: the bands are half-open, so they end just after. */
    private static KnownAnswer burkitt(String asked, String published, ToDoubleFunction<Knox.Cell> answer) {
        Bands bands = new Bands(List.of(0.0, Math.nextUp(20.0)), List.of(0, 6));
        return KnownAnswer.of("Knox", "burkitt: " + asked, published, "libpysal and pointpats", () -> {
                    List<String[]> rows = rows(BURKITT);
                    int[] days = rows.stream()
                            .mapToInt(row -> Integer.parseInt(row[2]))
                            .toArray();
                    DatedEvents events = new DatedEvents(column(rows, 0), column(rows, 1), days);
                    return answer.applyAsDouble(only(events, bands, Metric.EUCLIDEAN, 0));
                })
                .from(BURKITT);
    }

    private static KnownAnswer burglaries(String asked, String published, int cell) {
        return KnownAnswer.of(
                        "Knox",
                        "Chicago burglaries, Manhattan: " + asked,
                        published,
                        NEAR_REPEAT,
                        () -> only(dated(BURGLARIES), TWO_WEEKS_AND_TWO_STREETS, Metric.MANHATTAN, cell)
                                .observed())
                .from(BURGLARIES);
    }

    private static KnownAnswer arsons(String asked, String published, ToDoubleFunction<Knox.Cell> answer) {
        Bands bands = new Bands(List.of(0.0, Math.nextUp(200.0)), List.of(0, 8));
        return KnownAnswer.of(
                        "Knox",
                        "Chicago arsons: " + asked,
                        published,
                        NEAR_REPEAT,
                        () -> answer.applyAsDouble(only(dated(ARSONS), bands, Metric.EUCLIDEAN, 0)))
                .from(ARSONS);
    }

    private static Knox.Cell only(DatedEvents events, Bands bands, Metric metric, int cell) {
        return Knox.table(events, bands, metric, 1, new SeededRandom(1)).cells().get(cell);
    }

    private static DatedEvents dated(String file) {
        List<String[]> rows = rows(file);
        int[] days = rows.stream()
                .mapToInt(row -> (int) LocalDate.parse(row[2]).toEpochDay())
                .toArray();
        return new DatedEvents(column(rows, 0), column(rows, 1), days);
    }

    private static double index(WeightedPoints points, double area) {
        return NearestNeighbourIndex.find(points, area).orElseThrow().index();
    }

    private static WeightedPoints redwood() {
        List<String[]> rows = rows(REDWOOD);
        return WeightedPoints.unweighted(column(rows, 0), column(rows, 1));
    }

    private static WeightedPoints larynx() {
        List<String[]> rows = rows(CHORLEY).stream()
                .filter(row -> row[2].equals("\"larynx\""))
                .toList();
        return WeightedPoints.unweighted(column(rows, 0), column(rows, 1));
    }

    /** Points whose label and ours are one and the same pair throughout. */
    private static double agreeing(Hdbscan.Clusters clusters) {
        List<String[]> rows = rows(REDWOOD);
        Map<String, Integer> oursOf = new HashMap<>();
        Map<Integer, String> theirsOf = new HashMap<>();
        int agreeing = 0;
        for (int i = 0; i < rows.size(); i++) {
            String theirs = rows.get(i)[3];
            int ours = clusters.label()[i];
            oursOf.putIfAbsent(theirs, ours);
            theirsOf.putIfAbsent(ours, theirs);
            agreeing += oursOf.get(theirs) == ours && theirsOf.get(ours).equals(theirs) ? 1 : 0;
        }
        return agreeing;
    }

    private static double count(int[] labels, int label) {
        return Arrays.stream(labels).filter(found -> found == label).count();
    }

    private static double[] column(List<String[]> rows, int column) {
        return rows.stream().mapToDouble(row -> Double.parseDouble(row[column])).toArray();
    }

    /** The rows that begin with a number. */
    private static List<String[]> rows(String file) {
        try {
            return Files.readAllLines(SharedData.require(file)).stream()
                    .filter(line -> line.matches("[-0-9].*"))
                    .map(line -> line.split(",", -1))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
