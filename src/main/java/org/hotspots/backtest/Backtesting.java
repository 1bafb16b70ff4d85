package org.hotspots.backtest;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hotspots.backtest.CoverageScores.FlagStability;
import org.hotspots.geo.SquareLattice;
import org.hotspots.hotspot.AreaEvents;
import org.hotspots.kernel.CellCounts;
import org.hotspots.kernel.StudyCells;
import org.hotspots.offence.CountingBasis;
import org.hotspots.offence.OffenceFilter;
import org.hotspots.offence.PoliceFound;
import org.hotspots.offence.Theme;
import org.jspecify.annotations.Nullable;

/**
 * Runs back-tests. The work is bounded by the cells, the candidates and the months, not by a clock, so that a result is the
 * same on every machine. Cost: candidates times months surfaces of the area.
 */
public final class Backtesting {
    private static final double M2_PER_KM2 = 1e6;
    private static final int MOST_CELLS = 250_000;

    /**
     * With more events than this in all the windows, a run of STAC over a force could be refused for its work, and a question
     * that names no method must not be. HDBSCAN's tree takes the square of the places: half a second at this number.
     */
    private static final int MANY_EVENTS = 30_000;

    private static final int MANY_PLACES = 10_000;

    private final AreaEvents events;
    private final Theme theme;
    private final HoldOuts holdOuts;
    private final StudyCells cells;
    /** Window index of each cell inside: scores are per cell, shapes per window index. */
    private final int[] windowIndexes;

    private final Map<Candidate, List<List<PredictionScores>>> predictions = new LinkedHashMap<>();
    private final Map<Candidate, List<List<FlagStability>>> stabilities = new HashMap<>();
    private final Map<Candidate, List<Flags>> before = new HashMap<>();

    private Backtesting(AreaEvents events, Theme theme, HoldOuts holdOuts) {
        this.events = events;
        this.theme = theme;
        this.holdOuts = holdOuts;
        this.cells = events.patrollableCells(new SquareLattice(Candidate.CELL_METRES), firstCut());
        this.windowIndexes = cells.inside().stream().toArray();
    }

    /**
     * Tests every candidate.
     *
     * @throws IllegalArgumentException where the area has too many cells
     */
    public static Backtest run(AreaEvents events, Theme theme) {
        Backtesting backtesting = new Backtesting(
                events,
                theme,
                HoldOuts.of(events.version().dataFrom(), events.version().dataTo()));
        int cells = backtesting.cells.size();
        if (cells > MOST_CELLS) {
            throw new IllegalArgumentException("area=" + events.area().summary().address() + ": " + cells
                    + " cells of 200 m, at most " + MOST_CELLS);
        }
        return backtesting.run();
    }

    /** The same cells for all months, and none that only a held-out month makes known. */
    private LocalDate firstCut() {
        LocalDate dataTo = events.version().dataTo();
        if (!holdOuts.months().isEmpty()) {
            return holdOuts.months().get(0).atDay(1);
        }
        return dataTo == null ? LocalDate.EPOCH : dataTo.plusDays(1);
    }

    private Backtest run() {
        List<YearMonth> months = holdOuts.months();
        List<Candidate> candidates = months.isEmpty() || cells.size() == 0
                ? List.of()
                : Candidate.all(holdOuts.windows(), areMany(months.get(0), months.get(months.size() - 1)));
        List<Backtest.HeldOut> heldOut = new ArrayList<>();
        for (YearMonth month : months) {
            AreaEvents.Found found = events.find(filter(month, month.plusMonths(1)));
            CellEvents counts = perCell(found);
            heldOut.add(new Backtest.HeldOut(month, found.total()));
            foretell(month, counts, candidates);
        }
        List<Standing> standings = candidates.stream().map(this::standing).toList();
        return new Backtest(
                events.version(),
                theme,
                events.area().summary(),
                cells.size(),
                heldOut,
                standings,
                Chooser.choose(heldOut, standings, events.defaultBandwidthMetres()));
    }

    private void foretell(YearMonth month, CellEvents heldOut, List<Candidate> candidates) {
        Map<Integer, AreaEvents.Found> windows = new HashMap<>();
        for (Candidate candidate : candidates) {
            AreaEvents.Found training = windows.computeIfAbsent(
                    candidate.windowMonths(), length -> events.find(filter(month.minusMonths(length), month)));
            CellEvents learntFrom = perCell(training);
            double[] scores = perCell(TrainingScores.of(candidate, training, cells));
            List<Flags> flags = Backtest.COVERAGES.stream()
                    .map(coverage -> Flags.best(scores, coverage))
                    .toList();
            double cellKm2 = cells.lattice().cellAreaM2() / M2_PER_KM2;
            add(
                    predictions,
                    candidate,
                    flags.stream()
                            .map(flagged -> PredictionScores.of(flagged, learntFrom, heldOut, cellKm2))
                            .toList());
            add(stabilities, candidate, stabilities(flags, before.put(candidate, flags)));
        }
    }

    private List<FlagStability> stabilities(List<Flags> now, @Nullable List<Flags> monthBefore) {
        List<FlagStability> all = new ArrayList<>();
        for (int i = 0; i < now.size(); i++) {
            int[] ranked = now.get(i).ranked();
            int[] earlier =
                    monthBefore == null ? new int[0] : monthBefore.get(i).ranked();
            BitSet flagged = new BitSet(cells.windowSize());
            for (int cell : ranked) {
                flagged.set(windowIndexes[cell]);
            }
            boolean first = monthBefore == null;
            all.add(new FlagStability(
                    first ? Double.NaN : Overlap.jaccard(ranked, earlier),
                    first ? Double.NaN : Overlap.rankBiased(ranked, earlier),
                    FlagShape.clumpiness(cells, flagged),
                    FlagShape.compactness(cells, flagged)));
        }
        return all;
    }

    private Standing standing(Candidate candidate) {
        List<CoverageScores> at = new ArrayList<>();
        for (int i = 0; i < Backtest.COVERAGES.size(); i++) {
            at.add(new CoverageScores(
                    Backtest.COVERAGES.get(i),
                    column(predictions.getOrDefault(candidate, List.of()), i),
                    column(stabilities.getOrDefault(candidate, List.of()), i)));
        }
        return new Standing(candidate, at);
    }

    private static <T> List<T> column(List<List<T>> rows, int column) {
        return rows.stream().map(row -> row.get(column)).toList();
    }

    private static <T> void add(Map<Candidate, List<T>> lists, Candidate candidate, T value) {
        lists.computeIfAbsent(candidate, any -> new ArrayList<>()).add(value);
    }

    private CellEvents perCell(AreaEvents.Found found) {
        return new CellEvents(perCell(CellCounts.count(found.inside(), cells)), found.total());
    }

    private boolean areMany(YearMonth first, YearMonth last) {
        int longest = Collections.max(holdOuts.windows());
        AreaEvents.Found found = events.find(filter(first.minusMonths(longest), last.plusMonths(1)));
        return found.total() > MANY_EVENTS || found.inside().count() > MANY_PLACES;
    }

    private double[] perCell(double[] perWindowIndex) {
        return Arrays.stream(windowIndexes)
                .mapToDouble(index -> perWindowIndex[index])
                .toArray();
    }

    private OffenceFilter filter(YearMonth from, YearMonth to) {
        return filter(from.atDay(1), to.atDay(1));
    }

    private OffenceFilter filter(LocalDate from, LocalDate to) {
        return new OffenceFilter(theme, null, null, from, to, null, CountingBasis.INCIDENTS, PoliceFound.EXCLUDE);
    }
}
