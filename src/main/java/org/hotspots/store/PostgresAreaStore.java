package org.hotspots.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.hotspots.area.Area;
import org.hotspots.area.AreaKind;
import org.hotspots.area.AreaStore;
import org.hotspots.snapshot.DataVersion;

/** Areas in PostgreSQL. */
final class PostgresAreaStore implements AreaStore {
    private final Connections connections;
    private final AreaOutlines outlines;

    PostgresAreaStore(Connections connections, AreaOutlines outlines) {
        this.connections = connections;
        this.outlines = outlines;
    }

    @Override
    public List<Area> listAreas() {
        try (Connection connection = connections.open()) {
            long version = DataVersions.getCurrent(connection).number();
            return StoredAreas.read(connection, outlines, version).index().areas();
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    /** @throws org.hotspots.load.ImportException with slug {@code import-in-progress} while an import runs */
    @Override
    public long replaceAreas(AreaKind kind, List<Area> areas, String sourceSha256) {
        check(kind, areas);
        try (Connection connection = connections.open()) {
            ImportLock.take(connection);
            long assigned = Connections.inTransaction(connection, c -> {
                DataVersion current = DataVersions.getCurrent(c);
                long version = current.number() + 1;
                DataVersions.publish(
                        c,
                        current,
                        DataVersions.Kind.AREAS,
                        null,
                        kind.word() + ":" + sourceSha256,
                        new DataVersions.Extent(current.dataFrom(), current.dataTo()));
                replace(c, kind, areas, version);
                return PlaceAssignment.assignAll(c, kind, StoredAreas.read(c, outlines, version));
            });
            ImportLock.release(connection);
            return assigned;
        } catch (SQLException e) {
            throw new DatabaseException(e);
        }
    }

    private static void check(AreaKind kind, List<Area> areas) {
        Set<String> slugs = new HashSet<>();
        for (Area area : areas) {
            if (area.address().kind() != kind) {
                throw new IllegalArgumentException(area.address() + ": every area must be a " + kind.word());
            }
            if (!slugs.add(area.address().slug())) {
                throw new IllegalArgumentException(area.address() + ": comes twice");
            }
        }
    }

    /** Closes what is gone or differs and adds what is new; what stays the same keeps its number. */
    private void replace(Connection connection, AreaKind kind, List<Area> areas, long version) throws SQLException {
        StoredAreas stored = StoredAreas.read(connection, outlines, version);
        List<Area> added = new ArrayList<>(areas);
        List<Integer> closed = new ArrayList<>();
        for (int ordinal = 0; ordinal < stored.ids().size(); ordinal++) {
            Area area = stored.index().areas().get(ordinal);
            if (area.address().kind() == kind && !added.removeIf(other -> isSame(area, other))) {
                closed.add(stored.id(ordinal));
            }
        }
        try (PreparedStatement close =
                connection.prepareStatement("update area set valid_to = ? where area_id = any (?)")) {
            close.setLong(1, version);
            close.setArray(2, connection.createArrayOf("integer", closed.toArray()));
            close.executeUpdate();
        }
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into area (kind, slug, code, name, outline, valid_from) values (?, ?, ?, ?, %s, ?)"
                        .formatted(outlines.parameter()))) {
            for (Area area : added) {
                insert.setString(1, kind.word());
                insert.setString(2, area.address().slug());
                insert.setString(3, area.code());
                insert.setString(4, area.name());
                outlines.bind(insert, 5, area.outline());
                insert.setLong(6, version);
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    private static boolean isSame(Area one, Area other) {
        return one.address().equals(other.address())
                && one.code().equals(other.code())
                && one.name().equals(other.name())
                && one.outline().equalsExact(other.outline());
    }
}
