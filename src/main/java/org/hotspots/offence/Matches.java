package org.hotspots.offence;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Indexes of the offences of a table that a filter lets through, rising; hence by rising place, those without a place
 * last.
 *
 * @param offences those that match
 * @param policeFound those that only the rule about police work keeps out; none unless the rule is to exclude
 * @param timesUnknown those that may have happened at the times asked for, but whose hour or day is not known; none
 *     where any time is asked for
 * @param withoutDetail number of those of public street files that were left out because these files carry no strand or
 *     type of ASB
 */
@SuppressWarnings("ArrayRecordComponent")
record Matches(int[] offences, int[] policeFound, int[] timesUnknown, long withoutDetail) {

    /** The hot loop: two narrow columns are read for every offence, the rest only for what passes them. */
    static Matches of(OffenceTable table, OffenceFilter filter) {
        OffenceTable.Columns columns = table.columns();
        int[] days = columns.day();
        byte[] themes = columns.themes();
        int firstDay = Math.toIntExact(filter.from().toEpochDay());
        int days0 = Math.toIntExact(filter.to().toEpochDay()) - firstDay;
        int theme = 1 << filter.theme().ordinal();
        Rows found = new Rows();
        Rows leftOut = new Rows();
        Rows timesUnknown = new Rows();
        long withoutDetail = 0;
        DetailTest detail = new DetailTest(columns, filter);
        for (int i = 0; i < days.length; i++) {
            // One comparison for both ends: a day before the first is a huge unsigned number.
            if (Integer.compareUnsigned(days[i] - firstDay, days0) >= 0 || (themes[i] & theme) == 0) {
                continue;
            }
            if (!detail.passesSetting(i)) {
                continue;
            }
            if (!detail.passesKind(i)) {
                withoutDetail += columns.source()[i] == Source.POLICE_UK.ordinal() ? 1 : 0;
                continue;
            }
            byte inTime = detail.inTime(i);
            if (inTime == OffenceTable.NO) {
                continue;
            }
            if (detail.passesPoliceFound(i)) {
                (inTime == OffenceTable.YES ? found : timesUnknown).add(i);
            } else if (inTime == OffenceTable.YES && filter.policeFound() == PoliceFound.EXCLUDE) {
                leftOut.add(i);
            }
        }
        return new Matches(found.toArray(), leftOut.toArray(), timesUnknown.toArray(), withoutDetail);
    }

    private static final class Rows {
        private int[] rows = new int[1024];
        private int count;

        void add(int row) {
            if (count == rows.length) {
                rows = Arrays.copyOf(rows, 2 * count);
            }
            rows[count++] = row;
        }

        int[] toArray() {
            return Arrays.copyOf(rows, count);
        }
    }

    /** The filters that few offences fail. */
    private static final class DetailTest {
        private final OffenceTable.Columns columns;
        private final int strandMask;
        private final int asbType;
        private final int setting;
        private final PoliceFound rule;
        /** Per number of WeekHour; null for any time. */
        private final byte @Nullable [] answers;

        DetailTest(OffenceTable.Columns columns, OffenceFilter filter) {
            this.columns = columns;
            this.strandMask = filter.strand() == null ? 0 : 1 << filter.strand().ordinal();
            this.asbType = ordinal(filter.asbType());
            this.setting = ordinal(filter.setting());
            this.rule = filter.policeFound();
            this.answers = filter.times() == null ? null : filter.times().answers();
        }

        private static int ordinal(@Nullable Enum<?> word) {
            return word == null ? -1 : word.ordinal();
        }

        boolean passesSetting(int i) {
            return setting < 0 || columns.setting()[i] == setting || columns.setting()[i] == Setting.UNKNOWN.ordinal();
        }

        boolean passesKind(int i) {
            return (strandMask == 0 || (columns.strands()[i] & strandMask) != 0)
                    && (asbType < 0 || columns.asbType()[i] == asbType);
        }

        /** Yes, no, or not known. */
        byte inTime(int i) {
            return answers == null ? OffenceTable.YES : answers[WeekHour.of(columns, i)];
        }

        boolean passesPoliceFound(int i) {
            return switch (rule) {
                case EXCLUDE -> columns.policeFound()[i] != OffenceTable.YES;
                case INCLUDE -> true;
                case ONLY -> columns.policeFound()[i] == OffenceTable.YES;
            };
        }
    }
}
