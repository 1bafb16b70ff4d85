package org.hotspots.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.hotspots.load.ImportCounts;
import org.hotspots.load.ImportRecord;
import org.hotspots.load.ImportState;
import org.hotspots.snapshot.DataVersion;

/** Makes staged rows part of the data, within the caller's transaction. */
final class Publication {
    private static final List<String> INDEXES = List.of("offence_number", "offence_recorded", "offence_current_record");
    private static final long MANY = 10_000;
    private static final String NEW_OR_UPDATED =
            "not exists (select from fate where fate.staged_id = s.staged_id and fate.fate <> 'updated')";

    private Publication() {}

    /**
     * What is known about the staged rows.
     *
     * @param counts what becomes of them
     * @param places where they are
     * @param extent the days that they are about
     * @param scopes what they speak for
     */
    record Staged(ImportCounts counts, PlaceBook places, DataVersions.Extent extent, Collection<ImportScope> scopes) {
        boolean changeAnything() {
            return counts.inserted() + counts.updated() + counts.removed() > 0;
        }

        /** Whether all of them are new, and nothing that was stored is closed. */
        boolean onlyAdd() {
            return counts.updated() + counts.removed() + counts.unchanged() + counts.duplicates() == 0
                    && !counts.quarantineReasons().containsKey(Quarantine.CONFLICTING_DUPLICATE);
        }
    }

    /**
     * Stores places, rows, quarantine and the import's record, and publishes a data version. An import that changes
     * nothing publishes none: it confirms the version that there is.
     */
    static ImportRecord publish(Connection connection, ImportRecord record, Staged staged) throws SQLException {
        DataVersion current = DataVersions.getCurrent(connection);
        long version = staged.changeAnything() ? current.number() + 1 : current.number();
        ImportRecord committed = committed(record, staged.counts(), version);
        ImportRecords.save(connection, committed);
        storeScopes(connection, committed, staged.scopes());
        Quarantine.keep(connection, record.id());
        if (staged.changeAnything()) {
            staged.places().store(connection);
            if (staged.counts().updated() + staged.counts().removed() > 0) {
                closeReplaced(connection, version);
            }
            insertRows(connection, version, storeFiles(connection, committed), staged);
            analyze(connection);
            DataVersions.Extent extent = staged.onlyAdd()
                    ? staged.extent().joined(current.dataFrom(), current.dataTo())
                    : extent(connection);
            DataVersions.publish(connection, current, DataVersions.Kind.OFFENCES, record.id(), record.sha256(), extent);
        }
        return committed;
    }

    /**
     * Tells the planner of the new rows, roughly: without it the layers of GIS clients take minutes, until the database
     * looks at its tables by itself.
     */
    private static void analyze(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("set local default_statistics_target = 10");
            statement.execute(
                    "analyze place (place_id, district_id, town_id), offence (place_id, valid_to, status, day)");
        }
    }

    private static ImportRecord committed(ImportRecord record, ImportCounts counts, long version) {
        Instant finishedAt = record.finishedAt() == null ? Instant.now() : record.finishedAt();
        return new ImportRecord(
                record.id(),
                record.profile(),
                record.files(),
                record.sha256(),
                ImportState.COMMITTED,
                record.startedAt(),
                // As exact as the database keeps it, so that the record read back is this one.
                finishedAt.truncatedTo(ChronoUnit.MICROS),
                counts,
                record.ignoredColumns(),
                null,
                version);
    }

    private static void storeScopes(Connection connection, ImportRecord record, Collection<ImportScope> scopes)
            throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into import_scope (import_id, source, force, month) values (?, ?, ?, ?)")) {
            for (ImportScope scope : scopes) {
                insert.setObject(1, record.id());
                insert.setInt(2, scope.source().ordinal());
                insert.setString(3, scope.force());
                insert.setObject(4, scope.month() == null ? null : scope.month().atOffset(ZoneOffset.UTC));
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    /** The numbers of the import's files, by position. */
    private static List<Integer> storeFiles(Connection connection, ImportRecord record) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into source_file (import_id, position, name)
                select ?, position - 1, name
                from unnest(?::text[]) with ordinality as files (name, position)
                order by position
                returning source_file_id
                """)) {
            insert.setObject(1, record.id());
            insert.setArray(2, connection.createArrayOf("text", record.files().toArray()));
            List<Integer> ids = new ArrayList<>();
            try (ResultSet rows = insert.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getInt(1));
                }
            }
            return ids;
        }
    }

    private static void closeReplaced(Connection connection, long version) throws SQLException {
        try (PreparedStatement update = connection.prepareStatement("""
                update offence
                set valid_to = ?
                from fate
                where fate.offence_id = offence.offence_id and fate.fate in ('updated', 'removed')
                """)) {
            update.setLong(1, version);
            update.executeUpdate();
        }
    }

    private static void insertRows(Connection connection, long version, List<Integer> fileIds, Staged staged)
            throws SQLException {
        long last = lastNumber(connection);
        SuspendedIndexes indexes = staged.counts().inserted() > Math.max(MANY, last)
                ? SuspendedIndexes.drop(connection, INDEXES)
                : SuspendedIndexes.none();
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into offence (offence_id, valid_from, source_file_id, %1$s)
                select ? + s.staged_id, ?, (?::integer[])[s.file_index + 1], %1$s
                from staged_offence s
                where %2$s
                """
                // Looking each of a million rows up among none takes a tenth of the time of storing them.
                .formatted(StagedOffences.COLUMNS, staged.onlyAdd() ? "true" : NEW_OR_UPDATED))) {
            insert.setLong(1, last + 1);
            insert.setLong(2, version);
            insert.setArray(3, connection.createArrayOf("integer", fileIds.toArray()));
            insert.executeUpdate();
        }
        indexes.restore(connection);
    }

    /** The highest number: only the holder of the import lock adds rows, so it goes on from there without a sequence. */
    private static long lastNumber(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("select coalesce(max(offence_id), 0) from offence")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** First and last day that any current offence is about; a month reaches to its last day. */
    private static DataVersions.Extent extent(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select min(first), max(case time_precision when 2 then (last + interval '1 month')::date - 1
                                                                   else last end)
                        from (select time_precision, min(day) as first, max(day) as last
                              from offence
                              where valid_to is null
                              group by time_precision) as by_precision
                        """)) {
            row.next();
            return new DataVersions.Extent(row.getObject(1, LocalDate.class), row.getObject(2, LocalDate.class));
        }
    }
}
