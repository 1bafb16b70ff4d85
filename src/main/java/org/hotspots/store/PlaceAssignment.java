package org.hotspots.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import org.hotspots.area.AreaIndex;
import org.hotspots.area.AreaKind;
import org.postgresql.PGConnection;

/** Assigns every stored place to the areas of one kind again, after these were replaced. */
final class PlaceAssignment {
    private static final int FETCH_ROWS = 20_000;
    private static final int BUFFER_BYTES = 1 << 20;
    private static final String COPY = "copy assigned (place_id, area_id) from stdin (format binary)";

    private PlaceAssignment() {}

    /** Gives the number of places that lie in an area of the kind; within the caller's transaction. */
    static long assignAll(Connection connection, AreaKind kind, StoredAreas areas) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute("create temporary table assigned (place_id integer, area_id integer) on commit drop");
            long inside = stage(connection, kind, areas);
            statement.execute("analyze assigned");
            // A column's name cannot be bound; it comes from an enumeration of the program.
            statement.executeUpdate("""
                    update place
                    set %1$s_id = assigned.area_id
                    from assigned
                    where assigned.place_id = place.place_id and place.%1$s_id is distinct from assigned.area_id
                    """.formatted(kind.word()));
            return inside;
        }
    }

    private static long stage(Connection connection, AreaKind kind, StoredAreas areas) throws SQLException {
        long inside = 0;
        CopyBuffer buffer = new CopyBuffer(BUFFER_BYTES);
        try (PreparedStatement query =
                connection.prepareStatement("select place_id, easting, northing from place order by place_id")) {
            query.setFetchSize(FETCH_ROWS);
            try (ResultSet places = query.executeQuery()) {
                while (places.next()) {
                    short ordinal = areas.index().assign(kind, places.getDouble(2), places.getDouble(3));
                    buffer.startRow(2);
                    buffer.put4(places.getInt(1));
                    if (ordinal == AreaIndex.NONE) {
                        buffer.putNull();
                    } else {
                        buffer.put4(areas.id(ordinal));
                        inside++;
                    }
                }
            }
        }
        CopySink.copy(connection.unwrap(PGConnection.class), COPY, buffer);
        return inside;
    }
}
