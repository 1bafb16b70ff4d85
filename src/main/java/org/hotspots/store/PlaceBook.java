package org.hotspots.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.hotspots.area.AreaIndex;
import org.hotspots.area.AreaKind;
import org.postgresql.PGConnection;

/**
 * The distinct points of the database and of an import on its way into it, each with its number. A new point gets the
 * next number and is assigned to areas there and then, so that rows go into the database with their place known and
 * no join is left to do. Takes about 30 bytes a place in memory: a million places (England's snap points) 30 MB.
 *
 * <p>Safe because only the holder of the import lock adds places.
 */
final class PlaceBook {
    private static final int EMPTY = -1;
    private static final int FETCH_ROWS = 20_000;
    private static final int BUFFER_BYTES = 1 << 20;
    private static final int MANY = 1_000;
    private static final String COPY = """
            copy place (place_id, easting, northing, district_id, town_id, ward_id, lsoa_id, beat_id)
            from stdin (format binary)
            """;

    private final StoredAreas areas;
    private final boolean districtsAreKnown;
    private double[] eastings = new double[1024];
    private double[] northings = new double[1024];
    private boolean[] outside = new boolean[1024];
    private int[] ids = new int[1024];
    private int[] table = new int[4096];
    private int count;
    private int storedCount;
    private int lastId;

    private PlaceBook(StoredAreas areas) {
        this.areas = areas;
        this.districtsAreKnown =
                areas.index().areas().stream().anyMatch(area -> area.address().kind() == AreaKind.DISTRICT);
        Arrays.fill(table, EMPTY);
    }

    /** The places that the database has. */
    static PlaceBook read(Connection connection, StoredAreas areas) throws SQLException {
        PlaceBook book = new PlaceBook(areas);
        connection.setAutoCommit(false);
        try (PreparedStatement query =
                connection.prepareStatement("select place_id, easting, northing, district_id is null from place")) {
            query.setFetchSize(FETCH_ROWS);
            try (ResultSet places = query.executeQuery()) {
                while (places.next()) {
                    int entry = book.append(places.getDouble(2), places.getDouble(3), places.getInt(1));
                    book.outside[entry] = book.districtsAreKnown && places.getBoolean(4);
                    book.lastId = Math.max(book.lastId, places.getInt(1));
                }
            }
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
        book.storedCount = book.count;
        return book;
    }

    /** The entry of the place, made where it is new. */
    int entry(double easting, double northing) {
        // -0.0 equals 0.0 in SQL; adding 0.0 makes it so in bits.
        double e = easting + 0.0;
        double n = northing + 0.0;
        int slot = slot(e, n);
        if (table[slot] != EMPTY) {
            return table[slot];
        }
        int entry = append(e, n, ++lastId);
        outside[entry] = districtsAreKnown && areas.index().assign(AreaKind.DISTRICT, e, n) == AreaIndex.NONE;
        return entry;
    }

    /** The place's number in the database. */
    int id(int entry) {
        return ids[entry];
    }

    /** Whether districts are known and the place is in none. */
    boolean isOutside(int entry) {
        return outside[entry];
    }

    /** Stores the new places. */
    void store(Connection connection) throws SQLException {
        boolean mostAreNew = count - storedCount > MANY && count > 2 * storedCount;
        SuspendedIndexes geometry =
                mostAreNew ? SuspendedIndexes.drop(connection, List.of("place_geom")) : SuspendedIndexes.none();
        copy(connection);
        geometry.restore(connection);
    }

    private void copy(Connection connection) throws SQLException {
        CopyBuffer full = new CopyBuffer(BUFFER_BYTES);
        CopyBuffer spare = new CopyBuffer(BUFFER_BYTES);
        try (CopySink sink = new CopySink(connection.unwrap(PGConnection.class))) {
            for (int entry = storedCount; entry < count; entry++) {
                write(entry, full);
                if (full.isFull() || entry == count - 1) {
                    CopyBuffer sent = full;
                    full = sink.send(COPY, sent, spare);
                    spare = sent;
                }
            }
            sink.drain();
        }
    }

    private void write(int entry, CopyBuffer row) {
        row.startRow(3 + AreaKind.values().length);
        row.put4(ids[entry]);
        row.put8(eastings[entry]);
        row.put8(northings[entry]);
        // The columns of the areas stand in the order of AreaKind.
        for (AreaKind kind : AreaKind.values()) {
            short ordinal = areas.index().assign(kind, eastings[entry], northings[entry]);
            if (ordinal == AreaIndex.NONE) {
                row.putNull();
            } else {
                row.put4(areas.id(ordinal));
            }
        }
    }

    private int append(double easting, double northing, int id) {
        if (count == ids.length) {
            eastings = Arrays.copyOf(eastings, 2 * count);
            northings = Arrays.copyOf(northings, 2 * count);
            outside = Arrays.copyOf(outside, 2 * count);
            ids = Arrays.copyOf(ids, 2 * count);
        }
        if (2 * (count + 1) > table.length) {
            rehash();
        }
        eastings[count] = easting;
        northings[count] = northing;
        ids[count] = id;
        table[slot(easting, northing)] = count;
        return count++;
    }

    private void rehash() {
        table = new int[2 * table.length];
        Arrays.fill(table, EMPTY);
        for (int entry = 0; entry < count; entry++) {
            table[slot(eastings[entry], northings[entry])] = entry;
        }
    }

    /** The slot of the place, or the free one where it belongs. */
    private int slot(double easting, double northing) {
        long bits = Double.doubleToRawLongBits(easting) * 31 + Double.doubleToRawLongBits(northing);
        bits *= 0x9E3779B97F4A7C15L;
        int mask = table.length - 1;
        int slot = (int) (bits >>> 33) & mask;
        while (table[slot] != EMPTY && !(eastings[table[slot]] == easting && northings[table[slot]] == northing)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }
}
