package org.hotspots.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.SortedMap;
import java.util.UUID;
import org.hotspots.load.ImportCounts;
import org.hotspots.load.ImportProblem;
import org.hotspots.load.ImportRecord;
import org.hotspots.load.ImportState;
import org.jspecify.annotations.Nullable;

/** The table of imports. */
final class ImportRecords {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ImportRecords() {}

    static Optional<ImportRecord> find(Connection connection, UUID id) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("select * from import where import_id = ?")) {
            query.setObject(1, id);
            return list(query).stream().findFirst();
        }
    }

    /** Newest first. */
    static List<ImportRecord> list(Connection connection, int limit) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select * from import order by started_at desc, import_id limit ?")) {
            query.setInt(1, limit);
            return list(query);
        }
    }

    /**
     * The committed import of this content, unless a later one changed a month or a force that it spoke for: then the
     * same bytes would be another change.
     */
    static Optional<ImportRecord> findCommitted(Connection connection, String sha256) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement("""
                select i.*
                from import i
                where i.sha256 = ? and i.state = 'committed'
                  and not exists (
                      select
                      from import_scope mine
                      join import_scope theirs
                        on theirs.source = mine.source and theirs.force = mine.force
                       and theirs.month is not distinct from mine.month
                      join import later on later.import_id = theirs.import_id
                      where mine.import_id = i.import_id
                        and later.state = 'committed'
                        and later.data_version > i.data_version
                        and later.inserted + later.updated + later.removed > 0)
                order by i.data_version desc, i.started_at
                limit 1
                """)) {
            query.setString(1, sha256);
            return list(query).stream().findFirst();
        }
    }

    /** Those that a dead process left under way are interrupted; the caller holds the import lock. */
    static int interruptUnfinished(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            return statement.executeUpdate("""
                    update import
                    set state = 'interrupted', finished_at = clock_timestamp()
                    where state in ('received', 'validating')
                    """);
        }
    }

    static void save(Connection connection, ImportRecord record) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into import (import_id, profile, files, sha256, state, started_at, finished_at,
                                    rows_read, inserted, updated, unchanged, duplicates, quarantined, removed,
                                    unlocated, outside_force, quarantine_reasons, flags,
                                    ignored_columns, problem, data_version)
                values (?, ?, ?, ?, ?, ?, ?,  ?, ?, ?, ?, ?, ?, ?,  ?, ?, ?::jsonb, ?::jsonb,  ?, ?::jsonb, ?)
                on conflict (import_id) do update
                set profile = excluded.profile, files = excluded.files, sha256 = excluded.sha256,
                    state = excluded.state, started_at = excluded.started_at, finished_at = excluded.finished_at,
                    rows_read = excluded.rows_read, inserted = excluded.inserted, updated = excluded.updated,
                    unchanged = excluded.unchanged, duplicates = excluded.duplicates,
                    quarantined = excluded.quarantined, removed = excluded.removed, unlocated = excluded.unlocated,
                    outside_force = excluded.outside_force, quarantine_reasons = excluded.quarantine_reasons,
                    flags = excluded.flags, ignored_columns = excluded.ignored_columns, problem = excluded.problem,
                    data_version = excluded.data_version
                """)) {
            insert.setObject(1, record.id());
            insert.setString(2, record.profile());
            insert.setArray(3, connection.createArrayOf("text", record.files().toArray()));
            insert.setString(4, record.sha256());
            insert.setString(5, record.state().word());
            insert.setObject(6, atUtc(record.startedAt()));
            insert.setObject(7, atUtc(record.finishedAt()));
            bindCounts(insert, 8, record.counts());
            insert.setArray(
                    19, connection.createArrayOf("text", record.ignoredColumns().toArray()));
            insert.setString(20, record.problem() == null ? null : json(record.problem()));
            insert.setObject(21, record.dataVersion());
            insert.executeUpdate();
        }
    }

    private static void bindCounts(PreparedStatement insert, int first, @Nullable ImportCounts counts)
            throws SQLException {
        if (counts == null) {
            for (int i = 0; i < 11; i++) {
                insert.setObject(first + i, null);
            }
            return;
        }
        long[] numbers = {
            counts.rowsRead(),
            counts.inserted(),
            counts.updated(),
            counts.unchanged(),
            counts.duplicates(),
            counts.quarantined(),
            counts.removed(),
            counts.unlocated(),
            counts.outsideForce()
        };
        for (int i = 0; i < numbers.length; i++) {
            insert.setLong(first + i, numbers[i]);
        }
        insert.setString(first + numbers.length, json(counts.quarantineReasons()));
        insert.setString(first + numbers.length + 1, json(counts.flags()));
    }

    private static List<ImportRecord> list(PreparedStatement query) throws SQLException {
        List<ImportRecord> records = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                records.add(read(rows));
            }
        }
        return records;
    }

    private static ImportRecord read(ResultSet row) throws SQLException {
        String problem = row.getString("problem");
        Number dataVersion = (Number) row.getObject("data_version");
        return new ImportRecord(
                row.getObject("import_id", UUID.class),
                row.getString("profile"),
                texts(row, "files"),
                row.getString("sha256"),
                ImportState.valueOf(row.getString("state").toUpperCase(Locale.ROOT)),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                instant(row, "finished_at"),
                counts(row),
                texts(row, "ignored_columns"),
                problem == null ? null : parse(problem, new TypeReference<ImportProblem>() {}),
                dataVersion == null ? null : dataVersion.longValue());
    }

    private static @Nullable ImportCounts counts(ResultSet row) throws SQLException {
        if (row.getObject("rows_read") == null) {
            return null;
        }
        TypeReference<SortedMap<String, Long>> tally = new TypeReference<>() {};
        return new ImportCounts(
                row.getLong("rows_read"),
                row.getLong("inserted"),
                row.getLong("updated"),
                row.getLong("unchanged"),
                row.getLong("duplicates"),
                row.getLong("quarantined"),
                row.getLong("removed"),
                row.getLong("unlocated"),
                row.getLong("outside_force"),
                parse(row.getString("quarantine_reasons"), tally),
                parse(row.getString("flags"), tally));
    }

    private static List<String> texts(ResultSet row, String column) throws SQLException {
        return Arrays.asList((String[]) row.getArray(column).getArray());
    }

    private static @Nullable OffsetDateTime atUtc(@Nullable Instant instant) {
        return instant == null ? null : instant.atOffset(ZoneOffset.UTC);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("not to be written as JSON: " + value, e);
        }
    }

    private static <T> T parse(String json, TypeReference<T> type) {
        try {
            return JSON.readValue(json, type);
        } catch (JsonProcessingException e) {
            throw new DatabaseException(DatabaseException.Kind.OTHER, "unreadable JSON in the table of imports", e);
        }
    }
}
