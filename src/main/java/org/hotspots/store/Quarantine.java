package org.hotspots.store;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.hotspots.wording.SpreadsheetText;

/** The rows that were not taken, each with its reason. */
final class Quarantine {
    /** Reason of rows of one record that differ while nothing tells which is later. */
    static final String CONFLICTING_DUPLICATE = "conflicting-duplicate";

    private static final int FETCH_ROWS = 1_000;

    private Quarantine() {}

    /** Keeps the staged rows that were rejected and, where it has been decided, those in conflict. */
    static void keep(Connection connection, UUID importId) throws SQLException {
        try (PreparedStatement clear = connection.prepareStatement("delete from quarantine where import_id = ?")) {
            clear.setObject(1, importId);
            clear.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into quarantine (import_id, file_index, record, line, reason, detail, raw)
                select ?, file_index, record, line, reason, detail, raw
                from staged_rejected
                order by file_index, record
                """)) {
            insert.setObject(1, importId);
            insert.executeUpdate();
        }
        if (!isDecided(connection)) {
            return;
        }
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into quarantine (import_id, file_index, record, line, reason, detail, raw)
                select ?, s.file_index, s.record, s.source_line, ?,
                       case s.kind when 1 then 'incident_number=' || s.incident_number
                                   else 'crime_number=' || s.crime_number end
                           || ': rows of one record differ, and last_updated does not tell which is later', ''
                from staged_offence s
                join fate using (staged_id)
                where fate.fate = 'conflict'
                order by s.file_index, s.record
                """)) {
            insert.setObject(1, importId);
            insert.setString(2, CONFLICTING_DUPLICATE);
            insert.executeUpdate();
        }
    }

    private static boolean isDecided(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet found = statement.executeQuery("select to_regclass('pg_temp.fate') is not null")) {
            return found.next() && found.getBoolean(1);
        }
    }

    /** Writes the import's quarantined rows as CSV; a text that a spreadsheet would compute gets an apostrophe first. */
    static void write(Connection connection, UUID importId, Writer out) throws SQLException {
        connection.setAutoCommit(false);
        try (PreparedStatement query = connection.prepareStatement("""
                select i.files[q.file_index + 1] as file, q.line, q.record, q.reason, q.detail, q.raw
                from quarantine q
                join import i on i.import_id = q.import_id
                where q.import_id = ?
                order by q.quarantine_id
                """)) {
            query.setObject(1, importId);
            query.setFetchSize(FETCH_ROWS);
            CsvWriter csv =
                    CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out);
            csv.writeRecord("file", "line", "record", "reason", "detail", "raw");
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    csv.writeRecord(
                            SpreadsheetText.safe(rows.getString("file")),
                            rows.getString("line"),
                            rows.getString("record"),
                            rows.getString("reason"),
                            SpreadsheetText.safe(rows.getString("detail")),
                            SpreadsheetText.safe(rows.getString("raw")));
                }
            }
            csv.flush();
            connection.commit();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            connection.setAutoCommit(true);
        }
    }
}
