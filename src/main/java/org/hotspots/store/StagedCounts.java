package org.hotspots.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.hotspots.load.ImportCounts;

/** Counts what becomes of staged rows, once {@link Merge} has decided. */
final class StagedCounts {
    private StagedCounts() {}

    /**
     * @param good staged offences
     * @param rejected rows that the reader rejected
     * @param facts about all staged offences; afterwards about those that are stored: new, updated and unchanged ones
     */
    static ImportCounts count(Connection connection, long good, long rejected, StagedFacts facts) throws SQLException {
        Map<String, Long> fates = tally(connection, "select fate, count(*) from fate group by fate");
        long updated = fates.getOrDefault("updated", 0L);
        long unchanged = fates.getOrDefault("unchanged", 0L);
        long duplicates = fates.getOrDefault("duplicate", 0L);
        long conflicts = fates.getOrDefault("conflict", 0L);
        SortedMap<String, Long> reasons =
                new TreeMap<>(tally(connection, "select reason, count(*) from staged_rejected group by reason"));
        if (conflicts > 0) {
            reasons.merge(Quarantine.CONFLICTING_DUPLICATE, conflicts, Long::sum);
        }
        long inserted = good - updated - unchanged - duplicates - conflicts;
        if (duplicates + conflicts > 0) {
            takeOff(connection, facts);
        }
        return new ImportCounts(
                good + rejected,
                inserted,
                updated,
                unchanged,
                duplicates,
                rejected + conflicts,
                fates.getOrDefault("removed", 0L),
                facts.unlocated(),
                facts.outsideForce(),
                reasons,
                facts.flags());
    }

    private static Map<String, Long> tally(Connection connection, String sql) throws SQLException {
        Map<String, Long> counts = new HashMap<>();
        try (PreparedStatement query = connection.prepareStatement(sql);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                counts.put(rows.getString(1), rows.getLong(2));
            }
        }
        return counts;
    }

    /** Takes the rows that are not stored off the facts about all. */
    private static void takeOff(Connection connection, StagedFacts facts) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                        select s.flags, s.place_id is null as unlocated, s.outside, count(*) as count
                        from fate
                        join staged_offence s using (staged_id)
                        where fate.fate in ('duplicate', 'conflict')
                        group by 1, 2, 3
                        """);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                facts.add(
                        rows.getInt("flags"),
                        rows.getBoolean("unlocated"),
                        rows.getBoolean("outside"),
                        -rows.getLong("count"));
            }
        }
    }
}
