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
import org.hotspots.offence.OffenceFlag;

/** Counts what becomes of staged rows, once {@link Merge} has decided. */
final class StagedCounts {
    private StagedCounts() {}

    /**
     * @param good staged offences
     * @param rejected rows that the reader rejected
     */
    static ImportCounts count(Connection connection, long good, long rejected) throws SQLException {
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
        Facts facts = facts(connection);
        return new ImportCounts(
                good + rejected,
                inserted,
                updated,
                unchanged,
                duplicates,
                rejected + conflicts,
                fates.getOrDefault("removed", 0L),
                facts.unlocated,
                facts.outsideForce,
                reasons,
                facts.flags);
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

    private static final class Facts {
        private long unlocated;
        private long outsideForce;
        private final SortedMap<String, Long> flags = new TreeMap<>();
    }

    /** Facts about the rows that are stored: new, updated and unchanged ones. */
    private static Facts facts(Connection connection) throws SQLException {
        Facts facts = new Facts();
        try (PreparedStatement query = connection.prepareStatement("""
                        select flags, place_id is null as unlocated, outside, count(*) as count
                        from staged_offence s
                        where not exists (select from fate
                                          where fate.staged_id = s.staged_id and fate in ('duplicate', 'conflict'))
                        group by 1, 2, 3
                        """);
                ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                long count = rows.getLong("count");
                facts.unlocated += rows.getBoolean("unlocated") ? count : 0;
                facts.outsideForce += rows.getBoolean("outside") ? count : 0;
                for (OffenceFlag flag : OffenceFlag.values()) {
                    if ((rows.getInt("flags") & flag.bit()) != 0) {
                        facts.flags.merge(flag.word(), count, Long::sum);
                    }
                }
            }
        }
        return facts;
    }
}
