package org.hotspots.kernel;

import java.util.ArrayList;
import java.util.List;
import org.hotspots.geo.RasterGrid;
import org.locationtech.jts.algorithm.Area;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.CoordinateList;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

/**
 * Outlines by marching squares over nodes: the raster's centres; round them a ring of nodes on the grid's edge with the
 * values of the border cells; and round those, at the same places, a ring that is below any threshold and so closes every
 * outline.
 *
 * <p>An outline is followed from crossing to crossing with the area on its left. A crossing is a node inside the area and
 * a heading, with a node outside on the right hand. Outlines are found by rows from the south, and in a row from the
 * west, by their first crossing to the north. So whatever bounds the same run of inside nodes in the west is either known
 * already, and the outline is a hole of the same part, or it is the same outline, and a part of its own begins.
 */
final class MarchingSquares {
    /** Rings of nodes added on each side. */
    private static final int RIM = 2;

    /** How near to a node, in lengths of its edge, an outline comes. */
    private static final double NEAREST = 1e-6;

    private static final double LEAST_AREA_CELLS = 1e-6;

    private static final int NORTH = 1;
    private static final int SOUTH = 3;

    private final GeometryFactory geometry;
    private final RasterGrid grid;
    private final double[] values;
    private final double threshold;
    private final int columns;
    private final int rows;

    /** From a node to the next one to the east, north, west and south. */
    private final int[] steps;

    private final boolean[] inside;
    private final boolean[] northwardDone;

    /** For a node with a node outside to its west the number of the part that has this side, from 1; 0 is unknown. */
    private final int[] partOfWestSide;

    private final List<Part> parts = new ArrayList<>();

    private record Part(LinearRing exterior, List<LinearRing> holes) {}

    MarchingSquares(Raster raster, double threshold, GeometryFactory geometry) {
        this.geometry = geometry;
        this.grid = raster.grid();
        this.values = raster.values();
        this.threshold = threshold;
        this.columns = grid.columns() + 2 * RIM;
        this.rows = grid.rows() + 2 * RIM;
        this.steps = new int[] {1, columns, -1, -columns};
        this.inside = new boolean[columns * rows];
        this.northwardDone = new boolean[columns * rows];
        this.partOfWestSide = new int[columns * rows];
        for (int row = 1; row < rows - 1; row++) {
            for (int column = 1; column < columns - 1; column++) {
                int node = row * columns + column;
                inside[node] = value(node) >= threshold;
            }
        }
    }

    MultiPolygon polygons() {
        for (int node = 0; node < inside.length - 1; node++) {
            if (inside[node] && !inside[node + 1] && !northwardDone[node]) {
                outlineFrom(node);
            }
        }
        List<Polygon> polygons = new ArrayList<>();
        for (Part part : parts) {
            if (isSeen(part.exterior)) {
                LinearRing[] holes = part.holes.stream().filter(this::isSeen).toArray(LinearRing[]::new);
                polygons.add(geometry.createPolygon(part.exterior, holes));
            }
        }
        return geometry.createMultiPolygon(polygons.toArray(Polygon[]::new));
    }

    private boolean isSeen(LinearRing ring) {
        double cellArea = grid.cellMetres() * grid.cellMetres();
        return Area.ofRing(ring.getCoordinateSequence()) >= LEAST_AREA_CELLS * cellArea;
    }

    private void outlineFrom(int start) {
        int west = start;
        while (inside[west - 1]) {
            west--;
        }
        int known = partOfWestSide[west];
        int part = known == 0 ? parts.size() + 1 : known;
        LinearRing outline = follow(start, part);
        if (known == 0) {
            parts.add(new Part(outline, new ArrayList<>()));
        } else {
            parts.get(known - 1).holes.add(outline);
        }
    }

    private LinearRing follow(int start, int part) {
        CoordinateList outline = new CoordinateList();
        int node = start;
        int heading = NORTH;
        do {
            outline.add(crossing(node, node + right(heading)), false);
            northwardDone[node] |= heading == NORTH;
            if (heading == SOUTH) {
                partOfWestSide[node] = part;
            }
            int ahead = node + steps[heading];
            int aheadRight = ahead + right(heading);
            if (!inside[ahead] && !(inside[aheadRight] && joinedAcross(node, heading))) {
                heading = (heading + 1) % 4;
            } else if (inside[aheadRight]) {
                node = aheadRight;
                heading = (heading + 3) % 4;
            } else {
                node = ahead;
            }
        } while (node != start || heading != NORTH);
        outline.closeRing();
        return geometry.createLinearRing(outline.toCoordinateArray());
    }

    private int right(int heading) {
        return steps[(heading + 3) % 4];
    }

    /** At a saddle: whether the surface at its saddle point is inside too, so that the two inside corners hang together. */
    private boolean joinedAcross(int node, int heading) {
        int ahead = node + steps[heading];
        double near = value(node);
        double far = value(ahead + right(heading));
        double left = value(ahead);
        double right = value(node + right(heading));
        return (near * far - left * right) / (near + far - left - right) >= threshold;
    }

    private Coordinate crossing(int in, int out) {
        double drop = (value(in) - threshold) / (value(in) - value(out));
        double part = drop >= NEAREST ? Math.min(drop, 1 - NEAREST) : NEAREST;
        return new Coordinate(
                easting(in) + part * (easting(out) - easting(in)),
                northing(in) + part * (northing(out) - northing(in)));
    }

    private double value(int node) {
        return values[gridRow(node) * grid.columns() + gridColumn(node)];
    }

    private int gridColumn(int node) {
        return Math.min(Math.max(node % columns - RIM, 0), grid.columns() - 1);
    }

    private int gridRow(int node) {
        return Math.min(Math.max(node / columns - RIM, 0), grid.rows() - 1);
    }

    private double easting(int node) {
        int column = node % columns;
        if (column < RIM) {
            return grid.bounds().minEasting();
        }
        return column >= columns - RIM ? grid.bounds().maxEasting() : grid.centreEasting(column - RIM);
    }

    private double northing(int node) {
        int row = node / columns;
        if (row < RIM) {
            return grid.bounds().minNorthing();
        }
        return row >= rows - RIM ? grid.bounds().maxNorthing() : grid.centreNorthing(row - RIM);
    }
}
