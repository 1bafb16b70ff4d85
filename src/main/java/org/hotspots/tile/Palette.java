package org.hotspots.tile;

import java.util.List;
import org.hotspots.hotspot.Legend;

/**
 * Colours of a tile by class: class 0 is transparent, class k has the k-th colour.
 *
 * @param breaks lowest value of each class from 1 on, rising
 * @param colours colour of each class from 1 on, as #rrggbb; at most 15
 */
@SuppressWarnings("ArrayRecordComponent")
record Palette(double[] breaks, List<String> colours) {
    static final int MOST_COLOURS = 15;

    Palette {
        colours = List.copyOf(colours);
        if (breaks.length != colours.size() || colours.size() > MOST_COLOURS) {
            throw new IllegalArgumentException(breaks.length + " breaks and " + colours.size() + " colours");
        }
    }

    static Palette of(Legend legend) {
        double[] breaks =
                legend.breaks().stream().mapToDouble(Double::doubleValue).toArray();
        return new Palette(breaks, legend.colours());
    }

    /** The class of a value: how many breaks are at most the value. */
    byte classOf(double value) {
        int above = 0;
        while (above < breaks.length && value >= breaks[above]) {
            above++;
        }
        return (byte) above;
    }
}
