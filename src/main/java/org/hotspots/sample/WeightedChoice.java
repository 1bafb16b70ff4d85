package org.hotspots.sample;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.hotspots.stats.SeededRandom;

/** Draws items in proportion to fixed weights. */
final class WeightedChoice<T> {
    private final List<T> items;
    private final double[] cumulative;

    private WeightedChoice(List<T> items, double[] cumulative) {
        this.items = items;
        this.cumulative = cumulative;
    }

    /** Items of weight 0 are never drawn; at least one weight must be positive. */
    static <T> WeightedChoice<T> of(List<T> items, ToDoubleFunction<? super T> weight) {
        List<T> drawable = new ArrayList<>();
        List<Double> sums = new ArrayList<>();
        double sum = 0;
        for (T item : items) {
            double own = weight.applyAsDouble(item);
            if (own > 0) {
                sum += own;
                drawable.add(item);
                sums.add(sum);
            }
        }
        if (drawable.isEmpty()) {
            throw new IllegalArgumentException("nothing to choose from: all " + items.size() + " weights are 0");
        }
        return new WeightedChoice<>(
                List.copyOf(drawable),
                sums.stream().mapToDouble(Double::doubleValue).toArray());
    }

    T pick(SeededRandom random) {
        double mark = random.nextDouble() * cumulative[cumulative.length - 1];
        int found = Arrays.binarySearch(cumulative, mark);
        int index = found >= 0 ? found + 1 : -found - 1;
        return items.get(Math.min(index, items.size() - 1));
    }
}
