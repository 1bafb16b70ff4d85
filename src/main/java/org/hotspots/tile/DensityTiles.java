package org.hotspots.tile;

import java.util.BitSet;
import org.hotspots.geo.RasterGrid;
import org.hotspots.geo.TileAddress;
import org.hotspots.hotspot.DensityLayer;
import org.hotspots.hotspot.Legend;
import org.hotspots.hotspot.Run;
import org.hotspots.kernel.Raster;

/**
 * Picture tiles of a run's density surface: each pixel takes the surface at its centre, bilinear between the cells'
 * centres, and the colour of its class in the run's legend. Ground outside the study area is not painted; its edge is
 * drawn to the cell of the surface (25 or 50 metres).
 */
public final class DensityTiles {
    private DensityTiles() {}

    /** The tile as PNG, never empty: without colour it is a transparent picture. */
    public static byte[] render(Run run, TileAddress tile, TileSize size) {
        Legend legend = run.densityLegend();
        Palette palette = Palette.of(legend);
        Surface surface = new Surface(run.densityLayer(), palette);
        return PictureTiles.render(tile, size, run.area().webMercator(), palette.colours(), surface);
    }

    /** The hot loop: fields are read once, and nothing is called for a pixel below the first break. */
    private static final class Surface implements PixelClasses {
        private final Palette palette;
        private final double lowest;
        private final double[] values;
        private final BitSet inside;
        private final RasterGrid grid;

        Surface(DensityLayer layer, Palette palette) {
            this.palette = palette;
            this.lowest = palette.breaks().length == 0 ? Double.POSITIVE_INFINITY : palette.breaks()[0];
            Raster raster = layer.raster();
            this.values = raster.values();
            this.inside = layer.inside();
            this.grid = raster.grid();
        }

        @Override
        public void classify(Stretch stretch, int length, byte[] classes, int at) {
            double west = grid.minEasting();
            double south = grid.minNorthing();
            double cellsPerMetre = 1 / grid.cellMetres();
            int columns = grid.columns();
            int lastColumn = columns - 1;
            int lastRow = grid.rows() - 1;
            for (int k = 0; k < length; k++) {
                double acrossCells = (stretch.easting + k * stretch.eastingStep - west) * cellsPerMetre;
                double upCells = (stretch.northing + k * stretch.northingStep - south) * cellsPerMetre;
                double across = acrossCells - 0.5;
                double up = upCells - 0.5;
                // The grid is a cell wider than the study area on each side, so its rim is never painted.
                if (!(across >= 0 && up >= 0 && across < lastColumn && up < lastRow)) {
                    continue;
                }
                int column = (int) across;
                int row = (int) up;
                double east = across - column;
                int here = row * columns + column;
                double below = values[here] + east * (values[here + 1] - values[here]);
                int next = here + columns;
                double above = values[next] + east * (values[next + 1] - values[next]);
                double value = below + (up - row) * (above - below);
                if (value >= lowest && inside.get(((int) upCells) * columns + ((int) acrossCells))) {
                    classes[at + k] = palette.classOf(value);
                }
            }
        }
    }
}
