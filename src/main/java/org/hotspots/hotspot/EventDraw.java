package org.hotspots.hotspot;

import java.util.Arrays;
import org.hotspots.kernel.WeightedPoints;
import org.hotspots.stats.SeededRandom;

/** Events drawn with replacement from weighted points: as many as there are, each as likely as any other. */
final class EventDraw {
    private final WeightedPoints points;

    /** The point of every single event: an event is drawn by one look-up. */
    private final int[] pointOfEvent;

    /** @param points with whole weights */
    EventDraw(WeightedPoints points) {
        this.points = points;
        this.pointOfEvent = new int[Math.toIntExact(Math.round(points.totalWeight()))];
        int event = 0;
        for (int i = 0; i < points.count(); i++) {
            int end = event + (int) Math.round(points.weights()[i]);
            Arrays.fill(pointOfEvent, event, end, i);
            event = end;
        }
    }

    /**
     * Points that were drawn.
     *
     * @param points where they are, weighed by how often they were drawn
     * @param origin for each the point it is
     */
    @SuppressWarnings("ArrayRecordComponent")
    record Drawn(WeightedPoints points, int[] origin) {}

    /** A draw, moved by the offset. */
    Drawn draw(SeededRandom random, Perturbation.Offset offset) {
        int[] times = new int[points.count()];
        for (int event = 0; event < pointOfEvent.length; event++) {
            times[pointOfEvent[random.nextInt(pointOfEvent.length)]]++;
        }
        int[] origin = new int[points.count()];
        double[] eastings = new double[points.count()];
        double[] northings = new double[points.count()];
        double[] weights = new double[points.count()];
        int count = 0;
        for (int i = 0; i < times.length; i++) {
            if (times[i] > 0) {
                origin[count] = i;
                eastings[count] = points.eastings()[i] + offset.eastMetres();
                northings[count] = points.northings()[i] + offset.northMetres();
                weights[count] = times[i];
                count++;
            }
        }
        return new Drawn(new WeightedPoints(eastings, northings, weights, count), origin);
    }
}
