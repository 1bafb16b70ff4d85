package org.hotspots.tile;

/**
 * Gives pixels their class. Called with short stretches of pixels along which easting and northing grow evenly, so that the
 * call costs little by the pixel.
 */
@FunctionalInterface
interface PixelClasses {
    /**
     * Writes the class (0: not painted) of {@code length} pixels to {@code classes} from {@code at} on; pixel k has its
     * centre at ({@code stretch.easting + k * stretch.eastingStep}, {@code stretch.northing + k * stretch.northingStep}).
     */
    void classify(Stretch stretch, int length, byte[] classes, int at);

    /** Where a stretch of pixels lies; one object serves all stretches of a tile. */
    final class Stretch {
        double easting;
        double northing;
        double eastingStep;
        double northingStep;
    }
}
