package org.hotspots.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * Indexes that are dropped while very many rows come in and built at once afterwards, within one transaction: several
 * times faster than adding to them row by row, but readers of the table wait until the transaction ends. So it is only
 * for loads that bring more than there was.
 */
final class SuspendedIndexes {
    private final List<String> definitions = new ArrayList<>();

    /** Drops the indexes of these names that are there. */
    static SuspendedIndexes drop(Connection connection, List<String> names) throws SQLException {
        SuspendedIndexes indexes = new SuspendedIndexes();
        try (PreparedStatement query = connection.prepareStatement(
                "select indexdef from pg_indexes where schemaname = current_schema and indexname = any (?)")) {
            query.setArray(1, connection.createArrayOf("text", names.toArray()));
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    indexes.definitions.add(rows.getString(1));
                }
            }
        }
        try (Statement statement = connection.createStatement()) {
            for (String name : names) {
                // A name of the program's own, which a statement of this kind cannot take as a parameter.
                statement.execute("drop index if exists " + name);
            }
        }
        return indexes;
    }

    /** None. */
    static SuspendedIndexes none() {
        return new SuspendedIndexes();
    }

    /** Builds them again as they were. */
    void restore(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String definition : definitions) {
                statement.execute(definition);
            }
        }
    }
}
