package org.hotspots.hotspot;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.hotspots.area.Area;
import org.hotspots.area.AreaKind;
import org.hotspots.kernel.StudyCells;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.prep.PreparedGeometry;
import org.locationtech.jts.geom.prep.PreparedGeometryFactory;
import org.locationtech.jts.index.strtree.STRtree;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * How the study cells of a run lie in the areas of one kind: for each cell and each area that it shares ground with,
 * the part of the cell's ground, by intersection of the polygons. Where outlines overlap, the ground belongs to the
 * area that stands first, as offences there do, so the parts of a cell add up to at most 1; to less where the kind leaves
 * ground out.
 *
 * @param kind kind of the areas
 * @param rows by cell in the order of the study cells, then by area in the order of the snapshot
 */
public record Crosswalk(AreaKind kind, List<Row> rows) {
    public Crosswalk {
        rows = List.copyOf(rows);
    }

    /**
     * @param cellId the cell's permanent name
     * @param area an area that it shares ground with
     * @param share part of the cell's ground in the area, above 0, at most 1
     */
    public record Row(String cellId, Area area, double share) {}

    private record Outline(int ordinal, Area area, PreparedGeometry prepared) {}

    static Crosswalk of(StudyCells cells, List<Area> areas, AreaKind kind) {
        STRtree tree = new STRtree();
        for (int ordinal = 0; ordinal < areas.size(); ordinal++) {
            Area area = areas.get(ordinal);
            if (area.address().kind() == kind) {
                PreparedGeometry prepared = PreparedGeometryFactory.prepare(area.outline());
                tree.insert(area.outline().getEnvelopeInternal(), new Outline(ordinal, area, prepared));
            }
        }
        tree.build();
        List<Row> rows = new ArrayList<>();
        for (int index = cells.inside().nextSetBit(0);
                index >= 0;
                index = cells.inside().nextSetBit(index + 1)) {
            addRows(rows, cells, cells.cell(index), tree);
        }
        return new Crosswalk(kind, rows);
    }

    private static void addRows(List<Row> rows, StudyCells cells, long cell, STRtree tree) {
        Geometry polygon = cells.lattice().polygon(cell);
        List<Outline> near = new ArrayList<>();
        tree.query(polygon.getEnvelopeInternal(), found -> near.add((Outline) found));
        near.sort(Comparator.comparingInt(Outline::ordinal));
        String id = cells.lattice().id(cell);
        Geometry left = polygon;
        boolean isWhole = true;
        for (Outline outline : near) {
            // Most cells lie wholly in one area: no polygon need be cut for these.
            if (isWhole && outline.prepared().covers(polygon)) {
                rows.add(new Row(id, outline.area(), 1));
                return;
            }
            if (!outline.prepared().intersects(polygon)) {
                continue;
            }
            Geometry part = OverlayNGRobust.overlay(left, outline.area().outline(), OverlayNG.INTERSECTION);
            double share = part.getArea() / polygon.getArea();
            if (share > 0) {
                rows.add(new Row(id, outline.area(), Math.min(1, share)));
                left = OverlayNGRobust.overlay(left, outline.area().outline(), OverlayNG.DIFFERENCE);
                isWhole = false;
            }
        }
    }
}
