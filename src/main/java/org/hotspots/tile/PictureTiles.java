package org.hotspots.tile;

import java.util.List;
import org.hotspots.geo.TileAddress;
import org.locationtech.jts.geom.Envelope;

/** What the picture tiles of all layers share. */
final class PictureTiles {
    private static final byte[] EMPTY = blank(TileSize.NORMAL);
    private static final byte[] EMPTY_DOUBLE = blank(TileSize.DOUBLE);

    private PictureTiles() {}

    /** The tile as PNG; the constant empty tile where nothing is painted. */
    static byte[] render(
            TileAddress tile, TileSize size, Envelope webMercator, List<String> colours, PixelClasses pixels) {
        byte[] classes = colours.isEmpty() ? new byte[0] : new PixelLattice(tile, size).classes(webMercator, pixels);
        return isBlank(classes) ? empty(size) : IndexedPng.encode(size.pixels(), classes, colours);
    }

    /** A wholly transparent tile; a copy. */
    static byte[] empty(TileSize size) {
        return (size == TileSize.NORMAL ? EMPTY : EMPTY_DOUBLE).clone();
    }

    private static byte[] blank(TileSize size) {
        return IndexedPng.encode(size.pixels(), new byte[size.pixels() * size.pixels()], List.of());
    }

    private static boolean isBlank(byte[] classes) {
        for (byte painted : classes) {
            if (painted != 0) {
                return false;
            }
        }
        return true;
    }
}
