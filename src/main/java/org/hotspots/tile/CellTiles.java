package org.hotspots.tile;

import org.hotspots.geo.Lattice;
import org.hotspots.geo.TileAddress;
import org.hotspots.hotspot.CellLayer;
import org.hotspots.hotspot.Run;
import org.hotspots.kernel.StudyCells;
import org.locationtech.jts.geom.Envelope;

/** Picture tiles of a run's cells: each pixel takes the colour of the cell that its centre lies in, by its count. */
public final class CellTiles {
    /** Metres of Web Mercator for one on the ground, at most, in Great Britain (1 / cos 61 degrees). */
    private static final double MOST_MERCATOR_METRES = 2.1;

    private CellTiles() {}

    /** The tile as PNG, never empty: without colour it is a transparent picture. */
    public static byte[] render(Run run, TileAddress tile, TileSize size) {
        Palette palette = Palette.of(run.cellsLegend());
        return PictureTiles.render(tile, size, around(run), palette.colours(), new Counts(run.cells(), palette));
    }

    /** Cells reach over the study area's edge by less than two sides, on the ground. */
    private static Envelope around(Run run) {
        Envelope envelope = run.area().webMercator();
        envelope.expandBy(2 * run.cells().cells().lattice().sideMetres() * MOST_MERCATOR_METRES);
        return envelope;
    }

    private static final class Counts implements PixelClasses {
        private final Palette palette;
        private final StudyCells cells;
        private final Lattice lattice;
        private final double[] values;

        Counts(CellLayer layer, Palette palette) {
            this.palette = palette;
            this.cells = layer.cells();
            this.lattice = cells.lattice();
            this.values = layer.values();
        }

        @Override
        public void classify(Stretch stretch, int length, byte[] classes, int at) {
            for (int k = 0; k < length; k++) {
                long cell = lattice.cellAt(
                        stretch.easting + k * stretch.eastingStep, stretch.northing + k * stretch.northingStep);
                int index = cells.windowIndex(cell);
                if (index >= 0) {
                    classes[at + k] = palette.classOf(values[index]);
                }
            }
        }
    }
}
