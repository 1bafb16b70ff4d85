package org.hotspots.backtest;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The months whose events are held out, each to be foretold from what came before it: the last {@value #YEAR} whole
 * calendar months of the data, so that all seasons are, where the longest window comes before them; otherwise the last
 * {@value #HALF_YEAR}, fewer where the shortest window would begin before the data do. Windows that would begin
 * before the data for any of the months are left out, so that all candidates are compared on the same months.
 *
 * @param months in order of time; empty where the data are too short
 * @param windows lengths in months, rising
 */
record HoldOuts(List<YearMonth> months, List<Integer> windows) {
    private static final int YEAR = 12;
    private static final int HALF_YEAR = 6;
    private static final List<Integer> WINDOWS = List.of(3, 6, 12, 24);

    HoldOuts {
        months = List.copyOf(months);
        windows = List.copyOf(windows);
    }

    /**
     * @param dataFrom first day of the data, null for no data
     * @param dataTo last day of the data, null for no data
     */
    static HoldOuts of(@Nullable LocalDate dataFrom, @Nullable LocalDate dataTo) {
        if (dataFrom == null || dataTo == null) {
            return new HoldOuts(List.of(), List.of());
        }
        YearMonth first = YearMonth.from(dataFrom.minusDays(1)).plusMonths(1);
        YearMonth end = YearMonth.from(dataTo.plusDays(1));
        int whole = (int) ChronoUnit.MONTHS.between(first, end);
        int longest = WINDOWS.get(WINDOWS.size() - 1);
        int heldOut = longest + YEAR <= whole ? YEAR : Math.max(0, Math.min(HALF_YEAR, whole - WINDOWS.get(0)));
        Stream<YearMonth> months = IntStream.range(0, heldOut).mapToObj(i -> end.minusMonths((long) heldOut - i));
        return new HoldOuts(
                months.toList(),
                WINDOWS.stream()
                        .filter(window -> heldOut > 0 && window + heldOut <= whole)
                        .toList());
    }
}
