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
 * What the question's method finds where there is nothing to find: the run's events, with their weights, each thrown into
 * a patrollable cell, by the ground that events can lie on there, and anywhere in it. What lies around the area stays as
 * it is.
 */
final class NullMaps {
    private static final int LANES = 4;

    private final RunInput input;
    private final Events events;
    private final PatrollableCells ground;
    private final EventDraw draw;
    private final int[] cells;
    private final double[] shares;

    /** @param ground at least one cell */
    NullMaps(RunInput input, Events events, PatrollableCells ground) {
        this.input = input;
        this.events = events;
        this.ground = ground;
        this.draw = new EventDraw(events.weighted(), events.inside().weights());
        this.cells = ground.cells().inside().stream().toArray();
        this.shares = UsedGround.shares(ground, input.area());
    }

    /** What the heaviest hotspot of each map weighs, rising; 0 where there is no hotspot. */
    double[] largest(int maps) {
        double[] largest = new double[maps];
        IntStream.range(0, LANES).parallel().forEach(lane -> {
            for (int map = lane; map < maps; map += LANES) {
                SeededRandom random = SeededRandom.stream(input.question().seed(), "null map " + map);
                largest[map] = new Trial(input, thrown(random), ground).groups().largest();
            }
        });
        Arrays.sort(largest);
        return largest;
    }

    private Events thrown(SeededRandom random) {
        double[] eastings = new double[draw.size()];
        double[] northings = new double[draw.size()];
        double[] weights = new double[draw.size()];
        for (int event = 0; event < weights.length; event++) {
            BritishGridPoint point = point(random);
            eastings[event] = point.easting();
            northings[event] = point.northing();
            weights[event] = draw.weight(event);
        }
        WeightedPoints points = WeightedPoints.unweighted(eastings, northings);
        return events.replacedBy(points, points.weighing(weights), events.around());
    }

    /** A cell is as likely as the verdict's even null has it; within it all parts are equally likely. */
    private BritishGridPoint point(SeededRandom random) {
        StudyCells all = ground.cells();
        Lattice lattice = all.lattice();
        double half = lattice instanceof SquareLattice ? lattice.sideMetres() / 2 : lattice.sideMetres();
        int number = random.nextInt(cells.length);
        while (random.nextDouble() >= shares[number]) {
            number = random.nextInt(cells.length);
        }
        long cell = all.cell(cells[number]);
        BritishGridPoint centre = lattice.centre(cell);
        double easting;
        double northing;
        do {
            easting = random.between(centre.easting() - half, centre.easting() + half);
            northing = random.between(centre.northing() - half, centre.northing() + half);
        } while (lattice.cellAt(easting, northing) != cell);
        return new BritishGridPoint(easting, northing);
    }

    /**
     * The probability that chance gives a hotspot that weighs at least so much: (1 + maps whose heaviest does) by
     * (1 + maps), so never 0.
     *
     * @param largest of {@link #largest}
     */
    static double pChance(double weight, double[] largest) {
        int below = 0;
        while (below < largest.length && largest[below] < weight) {
            below++;
        }
        return (1.0 + largest.length - below) / (1.0 + largest.length);
    }
}
