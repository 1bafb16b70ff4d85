package org.hotspots.snapshot;

import java.util.Arrays;
import java.util.Optional;
import org.hotspots.area.AreaAddress;
import org.hotspots.geo.Bounds;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.offence.OffenceTable;
import org.jspecify.annotations.Nullable;

/**
 * A street as the data know it, or a part of one. Where it is, is told by squares of {@value #SQUARE_METRES} m, never a
 * door. Immutable.
 */
public final class Street {
    public static final int SQUARE_METRES = 100;

    private final String name;
    private final Around around;
    private final double[] eastings;
    private final double[] northings;

    private Street(String name, Around around, double[] eastings, double[] northings) {
        this.name = name;
        this.around = around;
        this.eastings = eastings;
        this.northings = northings;
    }

    /**
     * What tells a street from its namesakes.
     *
     * @param name of the area, or of the square of 10 km where no area is known
     * @param area null where none is known
     */
    public record Around(String name, @Nullable AreaAddress area) {}

    /** @param members places of the table, at least one */
    static Street of(String name, Around around, OffenceTable.Places places, int[] members) {
        return new Street(
                name,
                around,
                Arrays.stream(members)
                        .mapToDouble(place -> places.eastings()[place])
                        .toArray(),
                Arrays.stream(members)
                        .mapToDouble(place -> places.northings()[place])
                        .toArray());
    }

    /** Without the door, as it is spelt at most of its places; of equals the first of the alphabet. */
    public String name() {
        return name;
    }

    public Around around() {
        return around;
    }

    /** Number of places where offences of any kind are. */
    public int places() {
        return eastings.length;
    }

    /** The part of it that lies in the bounds; empty where none of its places does. */
    public Optional<Street> within(Bounds bounds) {
        int[] inside = new int[places()];
        int found = 0;
        for (int i = 0; i < inside.length; i++) {
            if (bounds.contains(eastings[i], northings[i])) {
                inside[found++] = i;
            }
        }
        int[] kept = Arrays.copyOf(inside, found);
        return found == 0
                ? Optional.empty()
                : Optional.of(new Street(
                        name,
                        around,
                        Arrays.stream(kept).mapToDouble(i -> eastings[i]).toArray(),
                        Arrays.stream(kept).mapToDouble(i -> northings[i]).toArray()));
    }

    /** Centre of the square that holds the median of its places, east and north each for itself. */
    public BritishGridPoint middle() {
        return new BritishGridPoint(
                square(median(eastings)) + SQUARE_METRES / 2.0, square(median(northings)) + SQUARE_METRES / 2.0);
    }

    /** The rectangle of whole squares that holds its places. */
    public Bounds extent() {
        return new Bounds(
                square(Arrays.stream(eastings).min().orElseThrow()),
                square(Arrays.stream(northings).min().orElseThrow()),
                square(Arrays.stream(eastings).max().orElseThrow()) + SQUARE_METRES,
                square(Arrays.stream(northings).max().orElseThrow()) + SQUARE_METRES);
    }

    /** The lower of the two in the middle where their number is even. */
    private static double median(double[] metres) {
        double[] sorted = metres.clone();
        Arrays.sort(sorted);
        return sorted[(sorted.length - 1) / 2];
    }

    /** The west or south side of the square that holds a coordinate. */
    private static double square(double metres) {
        return Math.floor(metres / SQUARE_METRES) * SQUARE_METRES;
    }
}
