package org.hotspots.hotspot;

import java.util.Arrays;
import org.hotspots.kernel.WeightedPoints;
import org.hotspots.stats.SeededRandom;

/**
 * Events drawn with replacement: as many as there are, each as likely as any other. What an event weighs is the mean of
 * the events at its place.
 */
final class EventDraw {
    private final WeightedPoints points;

    /** Weight of one event at each point. */
    private final double[] weightOfOne;

    /** The point of every single event: an event is drawn by one look-up. */
    private final int[] pointOfEvent;

    /**
     * @param points places with what their events weigh
     * @param counts events at each, whole numbers; 0 leaves a place out
     */
    EventDraw(WeightedPoints points, double[] counts) {
        this.points = points;
        this.weightOfOne = new double[points.count()];
        this.pointOfEvent = new int[(int) Math.round(Arrays.stream(counts).sum())];
        int event = 0;
        for (int i = 0; i < points.count(); i++) {
            int end = event + (int) Math.round(counts[i]);
            Arrays.fill(pointOfEvent, event, end, i);
            weightOfOne[i] = counts[i] == 0 ? 0 : points.weights()[i] / counts[i];
            event = end;
        }
    }

    /** Number of events. */
    int size() {
        return pointOfEvent.length;
    }

    /** What an event weighs, by its number. */
    double weight(int event) {
        return weightOfOne[pointOfEvent[event]];
    }

    /**
     * Points that were drawn.
     *
     * @param counted where they are, and how often they were drawn
     * @param weighted the same points with what was drawn weighs
     * @param origin for each the point it is
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Drawn(WeightedPoints counted, WeightedPoints weighted, int[] origin) {}

    Drawn draw(SeededRandom random) {
        int[] times = new int[points.count()];
        for (int event = 0; event < pointOfEvent.length; event++) {
            times[pointOfEvent[random.nextInt(pointOfEvent.length)]]++;
        }
        int[] origin = new int[points.count()];
        double[] eastings = new double[points.count()];
        double[] northings = new double[points.count()];
        double[] counts = new double[points.count()];
        double[] weights = new double[points.count()];
        int count = 0;
        for (int i = 0; i < times.length; i++) {
            if (times[i] > 0) {
                origin[count] = i;
                eastings[count] = points.eastings()[i];
                northings[count] = points.northings()[i];
                counts[count] = times[i];
                weights[count] = times[i] * weightOfOne[i];
                count++;
            }
        }
        WeightedPoints counted = new WeightedPoints(eastings, northings, counts, count);
        return new Drawn(counted, counted.weighing(weights), origin);
    }
}
