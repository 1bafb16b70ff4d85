package org.hotspots.tile;

/** Sides of picture tiles; a double tile shows the same ground with twice the pixels ({@code @2x}). */
public enum TileSize {
    NORMAL(256),
    DOUBLE(512);

    private final int pixels;

    TileSize(int pixels) {
        this.pixels = pixels;
    }

    /** Pixels along a side. */
    public int pixels() {
        return pixels;
    }
}
