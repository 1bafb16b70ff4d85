package org.hotspots.hotspot;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import org.hotspots.kernel.BandwidthAdvice;
import org.hotspots.kernel.DataWindow;
import org.hotspots.kernel.Kernel;
import org.hotspots.kernel.WeightedPoints;
import org.hotspots.question.QuestionParameters;
import org.hotspots.snapshot.DataBorder;
import org.jspecify.annotations.Nullable;

/** Advice on the bandwidth, from the events of a run's area; its outline is the window. */
final class Bandwidths {
    /** From 50 to 5000, each candidate 31 % more than the one before. */
    private static final int CANDIDATES = 18;

    private static final int NEAREST_PLACES = 10;

    private final WeightedPoints points;
    private final DataWindow window;
    private final Kernel.Shape shape;

    private Bandwidths(WeightedPoints points, DataWindow window, Kernel.Shape shape) {
        this.points = points;
        this.window = window;
        this.shape = shape;
    }

    static List<BandwidthAnswer> of(RunInput input, Events events) {
        Bandwidths advice = new Bandwidths(
                events.inside(),
                DataBorder.window(input.area().outline()),
                input.question().kernel().shape());
        return Arrays.stream(BandwidthRule.values())
                .map(rule -> new BandwidthAnswer(rule, advice.bandwidth(rule)))
                .toList();
    }

    private @Nullable Double bandwidth(BandwidthRule rule) {
        OptionalDouble sigma = sigma(rule);
        return sigma.isPresent() && sigma.getAsDouble() > 0
                ? Kernel.ofSigma(shape, sigma.getAsDouble()).bandwidthMetres()
                : null;
    }

    private OptionalDouble sigma(BandwidthRule rule) {
        if (points.count() < 2) {
            return OptionalDouble.empty();
        }
        return switch (rule) {
            case SCOTT -> OptionalDouble.of(BandwidthAdvice.scott(points).sigmaMetres());
            case NORMAL_REFERENCE ->
                OptionalDouble.of(BandwidthAdvice.normalReference(points).sigmaMetres());
            case DIGGLE -> BandwidthAdvice.meanSquareError(points, window);
            case LIKELIHOOD -> BandwidthAdvice.likelihood(points, window, candidates());
            case CRONIE_VAN_LIESHOUT -> BandwidthAdvice.areaMatch(points, window, candidates());
            case NEAREST_PLACES -> nearestPlaces();
        };
    }

    /** The rule gives a radius, that is a quartic's. */
    private OptionalDouble nearestPlaces() {
        OptionalDouble radius = BandwidthAdvice.nearestPlaces(points, NEAREST_PLACES);
        return radius.isPresent()
                ? OptionalDouble.of(Kernel.quartic(radius.getAsDouble()).sigmaMetres())
                : radius;
    }

    private double[] candidates() {
        return BandwidthAdvice.geometric(
                new Kernel(shape, QuestionParameters.BANDWIDTH_RANGE.minimum()).sigmaMetres(),
                new Kernel(shape, QuestionParameters.BANDWIDTH_RANGE.maximum()).sigmaMetres(),
                CANDIDATES);
    }
}
