package org.hotspots.kernel;

import org.hotspots.geo.Bounds;
import org.hotspots.stats.SeededRandom;

/** Every point of a rectangle is as likely as any other. */
record RectangleGround(Bounds bounds) implements Ground {
    RectangleGround {
        if (!(bounds.widthMetres() * bounds.heightMetres() > 0)) {
            throw new IllegalArgumentException(bounds + ": has no area");
        }
    }

    @Override
    public double areaM2() {
        return bounds.widthMetres() * bounds.heightMetres();
    }

    @Override
    public void strew(SeededRandom random, double[] eastings, double[] northings) {
        for (int i = 0; i < eastings.length; i++) {
            eastings[i] = random.between(bounds.minEasting(), bounds.maxEasting());
            northings[i] = random.between(bounds.minNorthing(), bounds.maxNorthing());
        }
    }
}
