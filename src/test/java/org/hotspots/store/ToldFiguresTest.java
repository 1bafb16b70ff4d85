package org.hotspots.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiPredicate;
import org.hotspots.support.TestDatabase;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * What follows from the figures of one data version that the layers without offences tell, found by trying every table of
 * counts up to a total: a reader knows a count where all tables that give the same figures agree on it.
 */
class ToldFiguresTest {
    private static final int MOST = 80;
    private static int[] told = {};

    /** The rule is the database's own, for a count of 0, 1, …; 0 stands for not told. */
    @BeforeAll
    static void askTheDatabase() {
        try (TestDatabase test = TestDatabase.create()) {
            assumeTrue(test.database().hasPostgis(), "skipped: this machine has no PostGIS");
            String figures =
                    test.ask("select string_agg(coalesce(told(n), 0)::text, ' ' order by n) from generate_series(0, "
                            + MOST + ") as n");
            told = Arrays.stream(figures.split(" ")).mapToInt(Integer::parseInt).toArray();
        }
    }

    @AfterAll
    static void forget() {
        told = new int[0];
    }

    @Test
    void underTenIsNotToldAndTheRestIsTheNearestFive() {
        for (int n = 0; n <= MOST; n++) {
            assertThat(told[n]).isEqualTo(n < 10 ? 0 : (int) (5 * Math.rint(n / 5.0)));
        }
    }

    /** Two towns and the rest of a district, each with ASB and others; the months tell both towns, the district and its ASB. */
    @Test
    void aDistrictItsTownsAndAThemeTellNoCount() {
        Tables tables = new Tables(6, List.of(0b000011, 0b001100, 0b010101, 0b111111), 32, (counts, figures) -> true);
        assertThat(tables.known()).isEmpty();
        assertThat(tables.leftOutButSomething()).isEmpty();
    }

    /** ASB, knife, hate, knife and hate, and others: of a cell or of a district. */
    @Test
    void aWholeAndItsThemesTellNoCount() {
        Tables tables = new Tables(5, List.of(0b00001, 0b01010, 0b01100, 0b11111), 37, (counts, figures) -> true);
        assertThat(tables.known()).isEmpty();
        assertThat(tables.leftOutButSomething()).isEmpty();
    }

    /** A town's parts in two districts, and the rest of each; the town is told only where both districts are that it has any in. */
    @Test
    void aTownAcrossABoundaryTellsNoCount() {
        List<Integer> figures = List.of(0b0011, 0b0101, 0b1010);
        BiPredicate<int[], int[]> tellsTown =
                (counts, of) -> (counts[0] == 0 || of[1] > 0) && (counts[1] == 0 || of[2] > 0);
        Tables tables = new Tables(4, figures, 37, tellsTown);
        assertThat(tables.known()).isEmpty();
        assertThat(tables.leftOutButSomething()).isEmpty();

        // Without that rule, 18 in a town told as 20 were 9 and 9 in two districts that are left out.
        assertThat(new Tables(4, figures, 37, (counts, of) -> true).known()).contains("9 of 0001, told [20, 0, 0]");
    }

    /** Why towns have no themes, and why their parts leave out what is located to a kilometre. */
    @Test
    void moreFiguresWouldTellCounts() {
        assertThat(new Tables(4, List.of(0b0001, 0b0011, 0b0101, 0b1111), 22, (counts, of) -> true).known())
                .as("a town's ASB, the town, the district's ASB, the district")
                .contains("9 of 0001, told [0, 15, 15, 15]");
        assertThat(new Tables(3, List.of(0b001, 0b010, 0b100, 0b111), 37, (counts, of) -> true).known())
                .as("three towns without anything beside them, and their district")
                .contains("9 of 001, told [0, 10, 10, 35]");
    }

    /**
     * Every table of a few counts, by the figures that it is told as. Where the last figure has all counts of a table in it,
     * no table beyond the total is told as one within; where not, some are missing, so that more seems known, never less.
     */
    private static final class Tables {
        private final List<Integer> figures;
        private final BiPredicate<int[], int[]> tellsFirst;
        private final int[] counts;
        private final int sets;
        private final int values = MOST / 5 + 1;
        private final byte[] least;
        private final byte[] most;

        /**
         * @param size how many counts a table has
         * @param figures which of them each figure sums: a bit each
         * @param total of a table; its successor is told as another figure
         * @param tellsFirst whether the first figure is told, of a table's counts and its figures
         */
        Tables(int size, List<Integer> figures, int total, BiPredicate<int[], int[]> tellsFirst) {
            assertThat(told[total + 1]).isGreaterThan(told[total]);
            this.figures = figures;
            this.tellsFirst = tellsFirst;
            counts = new int[size];
            sets = 1 << size;
            int classes = (int) Math.pow(values, figures.size());
            least = new byte[classes * sets];
            most = new byte[classes * sets];
            Arrays.fill(least, Byte.MAX_VALUE);
            Arrays.fill(most, (byte) -1);
            tryFrom(0, total, new int[sets]);
        }

        private void tryFrom(int position, int left, int[] sums) {
            if (position == counts.length) {
                enter(sums);
                return;
            }
            for (int count = 0; count <= left; count++) {
                counts[position] = count;
                for (int set = 0; set < 1 << position; set++) sums[set + (1 << position)] = sums[set] + count;
                tryFrom(position + 1, left - count, sums);
            }
        }

        private void enter(int[] sums) {
            int[] of = new int[figures.size()];
            for (int i = 0; i < of.length; i++) of[i] = told[sums[figures.get(i)]];
            if (!tellsFirst.test(counts, of)) of[0] = 0;
            int key = 0;
            for (int figure : of) key = key * values + figure / 5;
            for (int set = 1; set < sets; set++) {
                least[key * sets + set] = (byte) Math.min(least[key * sets + set], sums[set]);
                most[key * sets + set] = (byte) Math.max(most[key * sets + set], sums[set]);
            }
        }

        /** Sums of counts, small or large, that are something and exactly known. */
        List<String> known() {
            List<String> known = new ArrayList<>();
            for (int i = 0; i < least.length; i++) if (most[i] > 0 && least[i] == most[i]) known.add(described(i));
            return known;
        }

        /** Figures that are left out and yet known to be at least one. */
        List<String> leftOutButSomething() {
            List<String> something = new ArrayList<>();
            for (int i = 0; i < least.length; i++) {
                int figure = figures.indexOf(i % sets);
                if (most[i] > 0
                        && least[i] > 0
                        && figure >= 0
                        && figuresOf(i / sets).get(figure) == 0) something.add(described(i));
            }
            return something;
        }

        private String described(int i) {
            String set = Integer.toBinaryString(sets + i % sets).substring(1);
            return least[i] + " of " + set + ", told " + figuresOf(i / sets);
        }

        private List<Integer> figuresOf(int key) {
            List<Integer> of = new ArrayList<>();
            for (int rest = key; of.size() < figures.size(); rest /= values) of.add(0, 5 * (rest % values));
            return of;
        }
    }
}
