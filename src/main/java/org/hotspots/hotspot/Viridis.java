package org.hotspots.hotspot;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Colours of the viridis map (Smith and van der Walt, 2015), which rises evenly in lightness, also in grey and for the
 * colour-blind. On a light map darker stands for more, so the order is from yellow to violet.
 */
final class Viridis {
    /** Nine colours at equal steps of the published map, from high to low lightness. */
    private static final List<String> NINE =
            List.of("#fde725", "#aadc32", "#5dc863", "#27ad81", "#21908c", "#2c728e", "#3b528b", "#472d7b", "#440154");

    private Viridis() {}

    /** As many colours as classes, spread evenly, the highest class always the darkest. */
    static List<String> colours(int classes) {
        if (classes < 0 || classes > NINE.size()) {
            throw new IllegalArgumentException("classes=" + classes + ": from 0 to " + NINE.size());
        }
        List<String> colours = new ArrayList<>();
        double step = classes < 2 ? 0 : (NINE.size() - 1.0) / (classes - 1);
        for (int i = 0; i < classes; i++) {
            colours.add(NINE.get((int) Math.round(NINE.size() - 1 - i * step)));
        }
        Collections.reverse(colours);
        return colours;
    }
}
