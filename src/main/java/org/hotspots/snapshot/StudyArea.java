package org.hotspots.snapshot;

import java.util.BitSet;
import java.util.function.Supplier;
import org.hotspots.area.AreaAddress;
import org.hotspots.area.AreaKind;
import org.hotspots.geo.Bounds;
import org.hotspots.geo.BritishNationalGrid;
import org.hotspots.geo.RasterGrid;
import org.hotspots.kernel.DataWindow;
import org.hotspots.kernel.OutlineScan;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.util.AffineTransformation;

/**
 * The ground a question is about: an area's outline, the union of all districts, or, where no areas are loaded, a box
 * around the data. Immutable; safe for concurrent use.
 */
public final class StudyArea {
    private static final double FINE_CELL_METRES = 25;
    private static final double COARSE_CELL_METRES = 50;
    /** 32 MB of doubles: at 50 metres a county of 100 x 100 km. */
    private static final long MOST_RASTER_CELLS = 4_000_000;

    private static final int SIDE_PARTS = 32;

    private final Summary summary;
    private final @Nullable AreaAddress address;
    private final Ground ground;
    private final BitSet mapped;
    private final BitSet inside;
    private final Envelope webMercator;
    private final Supplier<DataWindow> window;
    private @Nullable DataBorder border;

    /**
     * What people are told about it.
     *
     * @param address {@code kind:slug}, or {@code force}
     * @param kind kind of area, or {@code force}
     * @param name as shown to people
     * @param areaKm2 area
     * @param west degrees
     * @param south degrees
     * @param east degrees
     * @param north degrees
     */
    public record Summary(
            String address,
            String kind,
            String name,
            double areaKm2,
            double west,
            double south,
            double east,
            double north) {}

    /** An outline and all that follows from where it lies. */
    private record Ground(
            Geometry outline,
            Bounds bounds,
            IndexedPointInAreaLocator locator,
            RasterGrid rasterGrid,
            BitSet rasterMask) {
        static Ground of(@Nullable AreaAddress address, Geometry outline) {
            Envelope envelope = outline.getEnvelopeInternal();
            Bounds bounds = new Bounds(envelope.getMinX(), envelope.getMinY(), envelope.getMaxX(), envelope.getMaxY());
            IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(outline);
            // The locator builds its index at the first look-up; doing it here makes later ones free of writes.
            locator.locate(new Coordinate(0, 0));
            RasterGrid grid = surfaceGrid(address, bounds);
            return new Ground(outline, bounds, locator, grid, OutlineScan.cellsInside(outline, grid));
        }
    }

    /**
     * @param address the area, null for the whole force
     * @param name as shown to people
     * @param outline polygonal, EPSG:27700, not empty
     * @param mapped places of the table that stand on the map at all
     * @param inside places of the table inside the outline, all of them mapped
     * @param window makes the ground that the data come from, when it is first needed
     */
    StudyArea(
            @Nullable AreaAddress address,
            String name,
            Geometry outline,
            BitSet mapped,
            BitSet inside,
            Supplier<DataWindow> window) {
        this.address = address;
        this.window = window;
        this.mapped = mapped;
        this.inside = inside;
        this.ground = Ground.of(address, outline);
        this.webMercator = webMercatorEnvelope(ground.rasterGrid().bounds());
        Envelope degrees = BritishNationalGrid.toLonLat(outline).getEnvelopeInternal();
        this.summary = new Summary(
                address == null ? "force" : address.toString(),
                address == null ? "force" : address.kind().word(),
                name,
                outline.getArea() / 1e6,
                degrees.getMinX(),
                degrees.getMinY(),
                degrees.getMaxX(),
                degrees.getMaxY());
    }

    /** Ground moved over the lattices, for trials; it is told and drawn where it was. */
    private StudyArea(StudyArea original, Geometry outline) {
        this.summary = original.summary;
        this.address = original.address;
        this.window = original.window;
        this.webMercator = original.webMercator;
        this.mapped = original.mapped;
        this.inside = original.inside;
        this.ground = Ground.of(address, outline);
    }

    /**
     * The area with its outline so far to the east and north, while all lattices and the grids of surfaces stay: how the
     * same ground looks to cells that begin elsewhere.
     */
    public StudyArea movedBy(double eastMetres, double northMetres) {
        return eastMetres == 0 && northMetres == 0
                ? this
                : new StudyArea(
                        this,
                        AffineTransformation.translationInstance(eastMetres, northMetres)
                                .transform(ground.outline()));
    }

    private static RasterGrid surfaceGrid(@Nullable AreaAddress address, Bounds bounds) {
        boolean small = address != null && address.kind() != AreaKind.DISTRICT;
        double cell = small ? FINE_CELL_METRES : COARSE_CELL_METRES;
        while (bounds.widthMetres() / cell * (bounds.heightMetres() / cell) > MOST_RASTER_CELLS) {
            cell *= 2;
        }
        return RasterGrid.covering(bounds.grownBy(cell), cell);
    }

    public Summary summary() {
        return summary;
    }

    /** The area, or null for the whole force. */
    public @Nullable AreaAddress address() {
        return address;
    }

    /** Polygonal, EPSG:27700; never changed. */
    public Geometry outline() {
        return ground.outline();
    }

    public Bounds bounds() {
        return ground.bounds();
    }

    public double areaM2() {
        return ground.outline().getArea();
    }

    /** Whether the point lies in the outline or on its edge. */
    public boolean contains(double easting, double northing) {
        return ground.locator().locate(new Coordinate(easting, northing)) != Location.EXTERIOR;
    }

    /**
     * The grid of surfaces over it: cells of 25 metres in a town, ward, LSOA or beat and of 50 otherwise, doubled until
     * there are at most four million; one cell wider than the area on each side, so that contours close outside it.
     */
    public RasterGrid rasterGrid() {
        return ground.rasterGrid();
    }

    /** The smallest rectangle of Web Mercator (EPSG:3857, metres) around the grid; a copy. */
    public Envelope webMercator() {
        return new Envelope(webMercator);
    }

    /** The sides of a rectangle of the grid are bent in Web Mercator, so points along them are converted, too. */
    private static Envelope webMercatorEnvelope(Bounds bounds) {
        Geometry rectangle = new GeometryFactory()
                .toGeometry(new Envelope(
                        bounds.minEasting(), bounds.maxEasting(), bounds.minNorthing(), bounds.maxNorthing()));
        double step = Math.max(bounds.widthMetres(), bounds.heightMetres()) / SIDE_PARTS;
        return BritishNationalGrid.toWebMercator(Densifier.densify(rectangle, step))
                .getEnvelopeInternal();
    }

    /** Bit {@code row * columns + column} for each cell of the grid whose centre lies inside; never changed. */
    public BitSet rasterMask() {
        return ground.rasterMask();
    }

    /** The border of the data as surfaces over this ground meet it; made when first asked for. */
    public synchronized DataBorder border() {
        DataBorder made = border;
        if (made == null) {
            made = new DataBorder(window.get(), ground.rasterGrid(), ground.rasterMask());
            border = made;
        }
        return made;
    }

    public BitSet mapped() {
        return mapped;
    }

    public BitSet inside() {
        return inside;
    }
}
