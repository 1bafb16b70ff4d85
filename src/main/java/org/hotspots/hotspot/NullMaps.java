package org.hotspots.hotspot;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.geo.Lattice;
import org.hotspots.geo.SquareLattice;
import org.hotspots.kernel.StudyCells;
import org.hotspots.kernel.WeightedPoints;
import org.hotspots.stats.SeededRandom;

/**
 * What the question's method finds where there is nothing to find: as many events as the run has, each thrown into a cell
 * of the ground, all equally likely, and anywhere in it. What lies around the area stays as it is.
 */
final class NullMaps {
    private static final int LANES = 4;

    private final RunInput input;
    private final Events events;
    private final StudyCells studyCells;
    private final int[] ground;

    /** @param ground cells of the study cells where events may be thrown, at least one */
    NullMaps(RunInput input, Events events, StudyCells studyCells, int[] ground) {
        this.input = input;
        this.events = events;
        this.studyCells = studyCells;
        this.ground = ground.clone();
    }

    /** The greatest count of a hotspot on each map, rising; 0 where there is no hotspot. */
    double[] largestCounts(int maps) {
        double[] largest = new double[maps];
        IntStream.range(0, LANES).parallel().forEach(lane -> {
            for (int map = lane; map < maps; map += LANES) {
                SeededRandom random = SeededRandom.stream(input.question().seed(), "null map " + map);
                Events thrown = new Events(events.selection(), thrown(random), events.around(), new int[0]);
                largest[map] = new Trial(input, thrown, studyCells).groups().largest();
            }
        });
        Arrays.sort(largest);
        return largest;
    }

    private WeightedPoints thrown(SeededRandom random) {
        int n = Math.toIntExact(events.total());
        double[] eastings = new double[n];
        double[] northings = new double[n];
        Lattice lattice = studyCells.lattice();
        double half = lattice instanceof SquareLattice ? lattice.sideMetres() / 2 : lattice.sideMetres();
        for (int i = 0; i < n; i++) {
            long cell = studyCells.cell(ground[random.nextInt(ground.length)]);
            BritishGridPoint centre = lattice.centre(cell);
            do {
                eastings[i] = random.between(centre.easting() - half, centre.easting() + half);
                northings[i] = random.between(centre.northing() - half, centre.northing() + half);
            } while (lattice.cellAt(eastings[i], northings[i]) != cell);
        }
        return WeightedPoints.unweighted(eastings, northings);
    }

    /**
     * The probability that chance gives a hotspot of at least this count: (1 + maps whose largest has as many) by
     * (1 + maps), so never 0.
     *
     * @param largest of {@link #largestCounts}
     */
    static double pChance(double count, double[] largest) {
        int below = 0;
        while (below < largest.length && largest[below] < count) {
            below++;
        }
        return (1.0 + largest.length - below) / (1.0 + largest.length);
    }
}
