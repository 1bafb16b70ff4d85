package org.hotspots.store;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hotspots.load.ImportCounts;
import org.hotspots.load.ImportException;
import org.hotspots.load.ImportProblem;
import org.hotspots.load.ImportRecord;
import org.hotspots.load.ImportStore;
import org.hotspots.load.Row;
import org.hotspots.offence.Source;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Rows on their way into the database: temporary tables on one connection that also holds the import lock. Whatever
 * becomes of this process, the end of the connection ends both.
 */
final class ImportStaging implements ImportStore.Staging {
    private static final Logger LOG = LoggerFactory.getLogger(ImportStaging.class);
    private static final int OFFENCE_BUFFER_BYTES = 4 << 20;
    private static final int REJECTED_BUFFER_BYTES = 1 << 19;
    private static final int REJECTED_FIELDS = 6;
    private static final String CREATE_REJECTED = """
            create temporary table staged_rejected
                (file_index integer, record bigint, line bigint, reason text, detail text, raw text)
            """;
    private static final String COPY_REJECTED =
            "copy staged_rejected (file_index, record, line, reason, detail, raw) from stdin (format binary)";
    /** The session's own: temporary tables in memory as far as they go, and room to sort and hash a large import. */
    private static final String SESSION =
            "set temp_buffers = '64MB'; set work_mem = '128MB'; set idle_in_transaction_session_timeout = 0";

    private final UUID importId;
    private final Connection connection;
    private final PlaceBook places;
    private final StagedOffences offences;
    private final CopySink sink;
    private final Map<ImportScope, Integer> fileOfScope = new LinkedHashMap<>();
    private final List<ImportProblem.Fault> repeatedMonths = new ArrayList<>();
    private CopyBuffer offenceBuffer = new CopyBuffer(OFFENCE_BUFFER_BYTES);
    private CopyBuffer rejectedBuffer = new CopyBuffer(REJECTED_BUFFER_BYTES);
    private CopyBuffer spareOffenceBuffer = new CopyBuffer(OFFENCE_BUFFER_BYTES);
    private CopyBuffer spareRejectedBuffer = new CopyBuffer(REJECTED_BUFFER_BYTES);
    private @Nullable ImportScope lastScope;
    private int lastScopeFile;
    private long rejectedCount;
    private @Nullable ImportCounts counts;

    /** @param connection holds the import lock; closed with the staging */
    ImportStaging(UUID importId, Connection connection, StoredAreas areas) throws SQLException {
        this.importId = importId;
        this.connection = connection;
        this.sink = new CopySink(connection.unwrap(PGConnection.class));
        execute(SESSION);
        execute(StagedOffences.CREATE);
        execute(CREATE_REJECTED);
        this.places = PlaceBook.read(connection, areas);
        this.offences = new StagedOffences(places);
    }

    @Override
    public void add(int fileIndex, Row row) {
        if (counts != null) {
            throw new IllegalStateException("rows were added after they had been counted");
        }
        if (row instanceof Row.Good good) {
            addGood(fileIndex, good);
        } else if (row instanceof Row.Rejected rejected) {
            addRejected(fileIndex, rejected);
        }
    }

    private void addGood(int fileIndex, Row.Good row) {
        ImportScope scope = ImportScope.of(row.offence());
        // Rows of one month of a force stand together, so the map is asked rarely.
        if (!scope.equals(lastScope) || fileIndex != lastScopeFile) {
            lastScope = scope;
            lastScopeFile = fileIndex;
            enterScope(scope, fileIndex);
        }
        offences.write(fileIndex, row, offenceBuffer);
        if (offenceBuffer.isFull()) {
            flushOffences();
        }
    }

    private void enterScope(ImportScope scope, int fileIndex) {
        Integer firstFile = fileOfScope.putIfAbsent(scope, fileIndex);
        if (firstFile != null && firstFile != fileIndex && scope.source() == Source.POLICE_UK) {
            repeatedMonths.add(new ImportProblem.Fault(
                    "file " + (fileIndex + 1),
                    "has " + scope.force() + ", month from " + scope.month() + ", as file " + (firstFile + 1)
                            + " has: each month of a force in one file"));
        }
    }

    private void addRejected(int fileIndex, Row.Rejected row) {
        rejectedCount++;
        rejectedBuffer.startRow(REJECTED_FIELDS);
        rejectedBuffer.put4(fileIndex);
        rejectedBuffer.put8(row.record());
        rejectedBuffer.put8(row.line());
        rejectedBuffer.putWholeText(row.reason());
        rejectedBuffer.putWholeText(withoutNul(row.detail()));
        rejectedBuffer.putWholeText(withoutNul(row.raw()));
        if (rejectedBuffer.isFull()) {
            flushRejected();
        }
    }

    /** PostgreSQL's text holds every character but this one; its picture stands in for it. */
    private static String withoutNul(String text) {
        return text.replace('\0', '\u2400');
    }

    private void flushOffences() {
        CopyBuffer sent = offenceBuffer;
        offenceBuffer = sink.send(StagedOffences.COPY, sent, spareOffenceBuffer);
        spareOffenceBuffer = sent;
    }

    private void flushRejected() {
        CopyBuffer sent = rejectedBuffer;
        rejectedBuffer = sink.send(COPY_REJECTED, sent, spareRejectedBuffer);
        spareRejectedBuffer = sent;
    }

    private void flush() {
        if (!offenceBuffer.isEmpty()) {
            flushOffences();
        }
        if (!rejectedBuffer.isEmpty()) {
            flushRejected();
        }
        sink.drain();
    }

    @Override
    public ImportCounts preview() {
        if (counts == null) {
            flush();
            if (!repeatedMonths.isEmpty()) {
                throw new ImportException(new ImportProblem(
                        "duplicate-month", 422, "A month of a force comes in several files.", repeatedMonths));
            }
            try {
                Merge.decide(connection, fileOfScope.keySet());
                counts = StagedCounts.count(connection, offences.count(), rejectedCount);
            } catch (SQLException e) {
                throw new DatabaseException(e);
            }
        }
        return counts;
    }

    @Override
    public ImportRecord publish(ImportRecord record) {
        ImportCounts merged = preview();
        try {
            return Connections.inTransaction(
                    connection, c -> Publication.publish(c, record, merged, places, fileOfScope.keySet()));
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    @Override
    public void keepQuarantine() {
        flush();
        try {
            Connections.inTransaction(connection, c -> {
                Quarantine.keep(c, importId);
                return importId;
            });
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    @Override
    public void close() {
        sink.close();
        try (connection) {
            // The end of the connection would do, but the server takes a moment to notice it.
            ImportLock.release(connection);
        } catch (SQLException e) {
            LOG.warn("The staging area ended with its connection: {}", e.getMessage());
        }
    }

    private void execute(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }
}
