package org.hotspots.geo;

/**
 * A rectangle of the British National Grid, in metres; closed on all sides.
 *
 * @param minEasting west side
 * @param minNorthing south side
 * @param maxEasting east side, not less than the west side
 * @param maxNorthing north side, not less than the south side
 */
public record Bounds(double minEasting, double minNorthing, double maxEasting, double maxNorthing) {
    public Bounds {
        if (!(minEasting <= maxEasting) || !(minNorthing <= maxNorthing)) {
            throw new IllegalArgumentException("bounds must run from the south-west to the north-east: " + minEasting
                    + "," + minNorthing + "," + maxEasting + "," + maxNorthing);
        }
    }

    public double widthMetres() {
        return maxEasting - minEasting;
    }

    public double heightMetres() {
        return maxNorthing - minNorthing;
    }

    public boolean contains(double easting, double northing) {
        return easting >= minEasting && easting <= maxEasting && northing >= minNorthing && northing <= maxNorthing;
    }

    public Bounds grownBy(double metres) {
        return new Bounds(minEasting - metres, minNorthing - metres, maxEasting + metres, maxNorthing + metres);
    }

    public Bounds union(Bounds other) {
        return new Bounds(
                Math.min(minEasting, other.minEasting),
                Math.min(minNorthing, other.minNorthing),
                Math.max(maxEasting, other.maxEasting),
                Math.max(maxNorthing, other.maxNorthing));
    }
}
