package org.hotspots.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;

/**
 * An index that is dropped while very many rows come in and built at once afterwards, within one transaction: several
 * times faster than adding to it row by row, but readers of the table wait until the transaction ends. So it is only
 * for loads that bring more than there was.
 */
final class SuspendedIndex {
    private final List<String> definitions = new ArrayList<>();

    /** Drops the index, if there is one of this name. */
    static SuspendedIndex drop(Connection connection, String name) throws SQLException {
        SuspendedIndex index = new SuspendedIndex();
        try (PreparedStatement query = connection.prepareStatement(
                "select indexdef from pg_indexes where schemaname = current_schema and indexname = ?")) {
            query.setString(1, name);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    index.definitions.add(rows.getString(1));
                }
            }
        }
        try (Statement statement = connection.createStatement()) {
            // A name of the program's own, which a statement of this kind cannot take as a parameter.
            statement.execute("drop index if exists " + name);
        }
        return index;
    }

    /** One that was never dropped. */
    static SuspendedIndex none() {
        return new SuspendedIndex();
    }

    /** Builds it again as it was. */
    void restore(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            for (String definition : definitions) {
                statement.execute(definition);
            }
        }
    }
}
