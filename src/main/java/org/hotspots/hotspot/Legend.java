package org.hotspots.hotspot;

import java.util.List;

/**
 * How values become colours, the same at every zoom and in every tile of a run.
 *
 * @param title what is shown, in plain words
 * @param unit unit of the values
 * @param breaks lowest value of each class, rising; a value under the first is not painted. Empty where nothing is
 *     painted
 * @param colours colour of each class as #rrggbb, darker for higher
 * @param max greatest value
 */
public record Legend(String title, String unit, List<Double> breaks, List<String> colours, double max) {
    public Legend {
        breaks = List.copyOf(breaks);
        colours = List.copyOf(colours);
        if (breaks.size() != colours.size()) {
            throw new IllegalArgumentException(breaks.size() + " breaks and " + colours.size() + " colours");
        }
    }

    /** The same where nothing is painted. */
    Legend unpainted() {
        return new Legend(title, unit, List.of(), List.of(), max);
    }
}
