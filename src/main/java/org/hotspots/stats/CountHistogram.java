package org.hotspots.stats;

import java.util.Arrays;

/**
 * How many cells hold each count. Counts of random maps are mostly small, so they are tallied instead of sorted; the few
 * large ones are kept in a list. Used again and again: {@link #clear} empties it.
 */
final class CountHistogram {
    private static final int SMALL = 512;

    private final int[] cellsWith = new int[SMALL];
    private int mostSmall;
    private int[] large = new int[16];
    private int larges;
    private boolean sorted = true;

    void clear() {
        Arrays.fill(cellsWith, 0, mostSmall + 1, 0);
        mostSmall = 0;
        larges = 0;
    }

    /** Adds cells without events. */
    void addEmpty(int cells) {
        cellsWith[0] += cells;
    }

    /** Adds one cell. */
    void add(int count) {
        if (count < SMALL) {
            cellsWith[count]++;
            mostSmall = Math.max(mostSmall, count);
            return;
        }
        if (larges == large.length) {
            large = Arrays.copyOf(large, 2 * larges);
        }
        large[larges++] = count;
        sorted = false;
    }

    private void sort() {
        if (!sorted) {
            Arrays.sort(large, 0, larges);
            sorted = true;
        }
    }

    /** Sum of rank times count, the smallest count having rank 1: whole, so two maps compare without rounding. */
    long rankedSum() {
        sort();
        long sum = 0;
        long below = cellsWith[0];
        for (int count = 1; count <= mostSmall; count++) {
            long cells = cellsWith[count];
            sum += count * (cells * below + cells * (cells + 1) / 2);
            below += cells;
        }
        for (int i = 0; i < larges; i++) {
            sum += ++below * large[i];
        }
        return sum;
    }

    /** The greatest count. */
    int largest() {
        sort();
        return larges == 0 ? mostSmall : large[larges - 1];
    }

    /** The fewest cells that together hold at least half of the events. */
    int cellsHoldingHalf(long events) {
        sort();
        long wanted = (events + 1) / 2;
        int cells = 0;
        for (int i = larges - 1; i >= 0 && wanted > 0; i--) {
            wanted -= large[i];
            cells++;
        }
        for (int count = mostSmall; count > 0 && wanted > 0; count--) {
            long taken = Math.min(cellsWith[count], (wanted + count - 1) / count);
            wanted -= taken * count;
            cells += (int) taken;
        }
        return cells;
    }

    /** Number of cells with at least so many events, from 1 on. */
    int cellsWithAtLeast(int least) {
        int cells = 0;
        for (int count = least; count <= mostSmall; count++) {
            cells += cellsWith[count];
        }
        for (int i = 0; i < larges; i++) {
            cells += large[i] >= least ? 1 : 0;
        }
        return cells;
    }
}
