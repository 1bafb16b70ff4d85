package org.hotspots.kernel;

import org.hotspots.stats.SeededRandom;

/** Equal rectangular cells, each as likely as any other, and any point of a cell as likely as any other. */
@SuppressWarnings("ArrayRecordComponent")
record CellGround(double west, double south, double widthMetres, double heightMetres, int columns, int[] cells)
        implements Ground {
    CellGround {
        if (!(cells.length * widthMetres * heightMetres > 0)) {
            throw new IllegalArgumentException("ground of " + cells.length + " cells of " + widthMetres + " x "
                    + heightMetres + " m: has no area");
        }
    }

    @Override
    public double areaM2() {
        return cells.length * widthMetres * heightMetres;
    }

    @Override
    public void strew(SeededRandom random, double[] eastings, double[] northings) {
        for (int i = 0; i < eastings.length; i++) {
            int cell = cells[random.nextInt(cells.length)];
            eastings[i] = west + (cell % columns + random.nextDouble()) * widthMetres;
            int row = cell / columns;
            northings[i] = south + (row + random.nextDouble()) * heightMetres;
        }
    }
}
