package org.hotspots.tile;

import org.hotspots.geo.BritishNationalGrid;
import org.hotspots.geo.TileAddress;
import org.locationtech.jts.geom.Envelope;

/**
 * The pixels of a tile on the ground. Converting every pixel's centre to the British grid would cost a hundred times the
 * rest of a tile, so only nodes are converted, some pixels apart, and pixels between four nodes are placed by bilinear
 * interpolation. Nodes stand on the pixel lattice of the whole world, not of the tile, and all arithmetic is in world
 * pixels: hence neighbouring tiles, and a double tile and the four tiles under it, place the same pixel on the same
 * spot, to the bit.
 *
 * <p>The conversion bends by about 1 part in 10^8 of the square of a distance in metres of Web Mercator (at 49 to 61
 * degrees north); nodes are so close that this stays under a fiftieth of a pixel, and at most a block of 256 apart.
 */
final class PixelLattice {
    private static final double HALF_WORLD_METRES = Math.PI * 6378137.0;
    private static final int BLOCKS_AT_LEAST = 256;
    /** A fiftieth of a pixel on the ground (0.6 of its Mercator size), by the bend of 1e-8 per metre. */
    private static final double SQUARE_STEP_METRES = 1.2e6;

    private final double metresPerPixel;
    private final int step;
    private final long firstX;
    private final long firstY;
    private final int side;

    /**
     * @param tile the tile
     * @param size its pixels
     */
    PixelLattice(TileAddress tile, TileSize size) {
        this.side = size.pixels();
        long worldPixels = (long) side << tile.z();
        this.metresPerPixel = 2 * HALF_WORLD_METRES / worldPixels;
        this.step = stepFor(metresPerPixel);
        this.firstX = (long) tile.x() * side;
        this.firstY = (long) tile.y() * side;
    }

    /** Pixels between nodes: the greatest power of two that keeps the error bound, at most 256. */
    static int stepFor(double metresPerPixel) {
        double most = Math.sqrt(SQUARE_STEP_METRES / metresPerPixel);
        int step = BLOCKS_AT_LEAST;
        while (step > 1 && step > most) {
            step /= 2;
        }
        return step;
    }

    /**
     * Classes of the tile's pixels by rows from the north, {@code classes[row * side + column]}; empty where none of the
     * tile's ground lies in the rectangle. Pixels outside the rectangle have class 0.
     */
    byte[] classes(Envelope webMercator, PixelClasses pixels) {
        int west = pixel(webMercator.getMinX() + HALF_WORLD_METRES, firstX);
        int east = pixel(webMercator.getMaxX() + HALF_WORLD_METRES + metresPerPixel, firstX);
        int north = pixel(HALF_WORLD_METRES - webMercator.getMaxY(), firstY);
        int south = pixel(HALF_WORLD_METRES - webMercator.getMinY() + metresPerPixel, firstY);
        if (west >= east || north >= south) {
            return new byte[0];
        }
        Blocks blocks = new Blocks(west / step, north / step, (east - 1) / step, (south - 1) / step);
        byte[] classes = new byte[side * side];
        for (int row = blocks.north * step; row < (blocks.south + 1) * step; row++) {
            for (int block = blocks.west; block <= blocks.east; block++) {
                pixels.classify(blocks.stretch(row, block), step, classes, row * side + block * step);
            }
        }
        return classes;
    }

    /** The tile's pixel at a distance from the world's edge, moved into the tile. */
    private int pixel(double metres, long first) {
        double pixel = Math.floor(metres / metresPerPixel) - first;
        return (int) Math.min(Math.max(pixel, 0), side);
    }

    /** Blocks of step x step pixels that are to be painted, and the nodes at their corners. */
    private final class Blocks {
        private final int west;
        private final int north;
        private final int east;
        private final int south;
        private final int nodesAcross;
        private final double[] nodes;
        private final PixelClasses.Stretch stretch = new PixelClasses.Stretch();

        Blocks(int west, int north, int east, int south) {
            this.west = west;
            this.north = north;
            this.east = east;
            this.south = south;
            this.nodesAcross = east - west + 2;
            int nodesDown = south - north + 2;
            this.nodes = new double[2 * nodesAcross * nodesDown];
            for (int down = 0; down < nodesDown; down++) {
                for (int across = 0; across < nodesAcross; across++) {
                    int at = 2 * (down * nodesAcross + across);
                    long worldX = firstX + (long) (west + across) * step;
                    long worldY = firstY + (long) (north + down) * step;
                    nodes[at] = worldX * metresPerPixel - HALF_WORLD_METRES;
                    nodes[at + 1] = HALF_WORLD_METRES - worldY * metresPerPixel;
                }
            }
            BritishNationalGrid.fromWebMercator(nodes, nodesAcross * nodesDown);
        }

        /** The pixels of one row in one block. */
        PixelClasses.Stretch stretch(int row, int block) {
            int top = 2 * ((row / step - north) * nodesAcross + block - west);
            int bottom = top + 2 * nodesAcross;
            double down = (row % step + 0.5) / step;
            double leftEasting = nodes[top] + down * (nodes[bottom] - nodes[top]);
            double leftNorthing = nodes[top + 1] + down * (nodes[bottom + 1] - nodes[top + 1]);
            double rightEasting = nodes[top + 2] + down * (nodes[bottom + 2] - nodes[top + 2]);
            double rightNorthing = nodes[top + 3] + down * (nodes[bottom + 3] - nodes[top + 3]);
            stretch.eastingStep = (rightEasting - leftEasting) / step;
            stretch.northingStep = (rightNorthing - leftNorthing) / step;
            stretch.easting = leftEasting + 0.5 * stretch.eastingStep;
            stretch.northing = leftNorthing + 0.5 * stretch.northingStep;
            return stretch;
        }
    }
}
