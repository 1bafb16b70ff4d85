package org.hotspots.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.hotspots.area.Area;
import org.hotspots.area.AreaAddress;
import org.hotspots.area.AreaIndex;
import org.hotspots.area.AreaKind;

/**
 * The areas of one data version.
 *
 * @param index the areas, ordered by kind, name and code
 * @param ids their numbers in the database, by ordinal
 */
record StoredAreas(AreaIndex index, List<Integer> ids) {
    StoredAreas {
        ids = List.copyOf(ids);
    }

    /** The number in the database of the area with this ordinal. */
    int id(int ordinal) {
        return ids.get(ordinal);
    }

    static StoredAreas read(Connection connection, AreaOutlines outlines, long dataVersion) throws SQLException {
        List<Area> areas = new ArrayList<>();
        List<Integer> ids = new ArrayList<>();
        try (PreparedStatement query = connection.prepareStatement("""
                select area_id, kind, slug, code, name, %s as outline
                from area
                where valid_from <= ? and (valid_to is null or valid_to > ?)
                order by array_position(array['district', 'town', 'ward', 'lsoa', 'beat'], kind),
                         name collate "C", code collate "C", area_id
                """.formatted(outlines.column()))) {
            query.setLong(1, dataVersion);
            query.setLong(2, dataVersion);
            try (ResultSet rows = query.executeQuery()) {
                while (rows.next()) {
                    ids.add(rows.getInt("area_id"));
                    AreaKind kind = AreaKind.find(rows.getString("kind")).orElseThrow();
                    areas.add(new Area(
                            new AreaAddress(kind, rows.getString("slug")),
                            rows.getString("code"),
                            rows.getString("name"),
                            outlines.read(rows, "outline")));
                }
            }
        }
        return new StoredAreas(new AreaIndex(areas), ids);
    }
}
