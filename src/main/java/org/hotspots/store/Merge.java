package org.hotspots.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.hotspots.offence.Source;

/**
 * Decides what becomes of the staged rows, without changing what is stored. The result is the temporary table
 * {@code fate}, which holds every row that is not plainly new: unchanged, updated (with the stored row that it
 * replaces), duplicate or conflicting; and every stored row that is removed, without a staged one. All work is done in
 * whole sets by the database.
 */
final class Merge {
    private static final String CREATE_FATE = """
            create temporary table fate (staged_id integer, fate text not null, offence_id bigint)
            """;

    private Merge() {}

    /** Fills the table {@code fate}. */
    static void decide(Connection connection, Collection<ImportScope> scopes) throws SQLException {
        execute(connection, CREATE_FATE);
        // Statistics follow the first large import a minute later at best; until then a join of millions of rows is
        // planned as one of a few.
        execute(connection, "analyze offence (source, valid_to, record_id, force, recorded_at)");
        if (scopes.stream().anyMatch(scope -> scope.source() == Source.POLICE_UK)) {
            replaceMonths(connection, scopes);
        }
        if (scopes.stream().anyMatch(scope -> scope.source() == Source.FORCE_EXTRACT)) {
            mergeRecords(connection);
        }
        // A temporary table has no statistics until it is told to.
        execute(connection, "analyze fate");
    }

    /**
     * Public street files: a month of a force is replaced as a whole. Equal rows are matched copy by copy, since a
     * repeated row is another incident; what is left over is matched by Crime ID, copy by copy.
     */
    private static void replaceMonths(Connection connection, Collection<ImportScope> scopes) throws SQLException {
        if (collectStoredMonths(connection, scopes) == 0) {
            return;
        }
        execute(connection, "analyze staged_offence (content_hash, crime_number, force, recorded_at)");
        execute(connection, """
                insert into fate (staged_id, fate, offence_id)
                select staged.staged_id, 'unchanged', stored.offence_id
                from (select staged_id, content_hash,
                             row_number() over (partition by content_hash order by staged_id) as copy
                      from staged_offence
                      where source = 0) as staged
                join (select offence_id, content_hash,
                             row_number() over (partition by content_hash order by offence_id) as copy
                      from stored_month) as stored using (content_hash, copy)
                """);
        execute(connection, "analyze fate");
        execute(connection, """
                insert into fate (staged_id, fate, offence_id)
                select staged.staged_id, 'updated', stored.offence_id
                from (select staged_id, force, recorded_at, crime_number,
                             row_number() over (partition by force, recorded_at, crime_number order by staged_id) as copy
                      from staged_offence s
                      where source = 0 and crime_number is not null
                        and not exists (select from fate where fate.staged_id = s.staged_id)) as staged
                join (select offence_id, force, recorded_at, crime_number,
                             row_number() over (partition by force, recorded_at, crime_number order by offence_id) as copy
                      from stored_month s
                      where crime_number is not null
                        and not exists (select from fate where fate.offence_id = s.offence_id)) as stored
                    using (force, recorded_at, crime_number, copy)
                """);
        execute(connection, """
                insert into fate (fate, offence_id)
                select 'removed', offence_id
                from stored_month s
                where not exists (select from fate where fate.offence_id = s.offence_id)
                """);
    }

    /** The current rows of the months that the import replaces; gives their number. */
    private static int collectStoredMonths(Connection connection, Collection<ImportScope> scopes) throws SQLException {
        List<String> forces = new ArrayList<>();
        List<OffsetDateTime> months = new ArrayList<>();
        for (ImportScope scope : scopes) {
            if (scope.month() != null) {
                forces.add(scope.force());
                months.add(scope.month().atOffset(ZoneOffset.UTC));
            }
        }
        try (PreparedStatement create = connection.prepareStatement("""
                create temporary table stored_month as
                select o.offence_id, o.content_hash, o.force, o.recorded_at, o.crime_number
                from unnest(?::text[], ?::timestamptz[]) as m (force, recorded_at)
                join offence o on o.force = m.force and o.recorded_at = m.recorded_at
                where o.source = 0 and o.valid_to is null
                """)) {
            create.setArray(1, connection.createArrayOf("text", forces.toArray()));
            create.setArray(2, connection.createArrayOf("timestamptz", months.toArray()));
            return create.executeUpdate();
        }
    }

    /**
     * Extracts: a record is known by its number. Of several rows with one number the one updated last wins and the
     * others are duplicates; where the last ones differ and nothing tells which is later, all of them are in conflict.
     */
    private static void mergeRecords(Connection connection) throws SQLException {
        execute(connection, """
                create temporary table repeated as
                select record_id
                from staged_offence
                where source = 1
                group by record_id
                having count(*) > 1
                """);
        execute(connection, "analyze repeated");
        execute(connection, """
                insert into fate (staged_id, fate)
                with ranked as (
                    select staged_id, record_id, content_hash,
                           rank() over (record order by last_updated desc nulls last) as age,
                           row_number() over (record order by last_updated desc nulls last, staged_id) as nth
                    from staged_offence
                    join repeated using (record_id)
                    where source = 1
                    window record as (partition by record_id)
                ),
                undecided as (
                    select record_id
                    from ranked
                    where age = 1
                    group by record_id
                    having count(distinct content_hash) > 1
                )
                select staged_id, case when undecided.record_id is null then 'duplicate' else 'conflict' end
                from ranked
                left join undecided using (record_id)
                where undecided.record_id is not null or nth > 1
                """);
        if (!hasStoredRecords(connection)) {
            return;
        }
        execute(connection, "analyze staged_offence (record_id)");
        execute(connection, """
                insert into fate (staged_id, fate, offence_id)
                select s.staged_id,
                       case when s.content_hash = o.content_hash or s.last_updated < o.last_updated
                            then 'unchanged' else 'updated' end,
                       o.offence_id
                from staged_offence s
                join offence o using (record_id)
                where s.source = 1 and o.source = 1 and o.valid_to is null
                  and not exists (select from fate where fate.staged_id = s.staged_id)
                """);
    }

    private static boolean hasStoredRecords(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found =
                        statement.executeQuery("select from offence where source = 1 and valid_to is null limit 1")) {
            return found.next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
