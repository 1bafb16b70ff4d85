package org.hotspots.question;

import java.util.List;
import java.util.Locale;

/** How hotspots are found. The methods page says what each makes of the data. */
public enum Method {
    KDE_QUARTIC("Kernel density, quartic", "bandwidth_m", "edge", "location_error_m", "times_mean"),
    KDE_GAUSSIAN("Kernel density, Gaussian", "bandwidth_m", "edge", "location_error_m", "times_mean"),
    KDE_ADAPTIVE("Kernel density, adaptive", "bandwidth_m", "edge", "location_error_m", "times_mean"),
    GRID_COUNT("Counts in cells", "grid", "cell_m"),
    GI_STAR("Getis-Ord Gi*", "grid", "cell_m", "neighbour_m", "q_max"),
    DBSCAN("DBSCAN clusters", "eps_m", "min_points"),
    HDBSCAN("HDBSCAN clusters", "min_points", "grain_m", "times_mean", "grid", "cell_m"),
    NNH("Nearest-neighbour hierarchical clusters", "min_points", "threshold_m", "nnh_t", "grid", "cell_m"),
    STAC("STAC hot circles", "min_points", "radius_m", "grid", "cell_m");

    private final String title;
    // An enum's constant is shared by all: what List.of makes cannot be changed.
    @SuppressWarnings("ImmutableEnumChecker")
    private final List<String> parameters;

    Method(String title, String... parameters) {
        this.title = title;
        this.parameters = List.of(parameters);
    }

    /** The word used in parameters and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The method's name for people. */
    public String title() {
        return title;
    }

    /** Names of the parameters that its hotspots depend on; {@link QuestionParameters} has their ranges. */
    public List<String> parameters() {
        return parameters;
    }

    /** Whether its hotspots are made of the question's cells. */
    public boolean isOfCells() {
        return this == GRID_COUNT || this == GI_STAR;
    }

    /** Whether its hotspots are compared with the largest clusters of random maps. */
    public boolean hasRandomMaps() {
        return this == NNH || this == STAC;
    }

    /** Whether its hotspots are groups of events whose least size is the question's own {@code min_points}. */
    public boolean isOfPoints() {
        return this == DBSCAN || this == HDBSCAN || hasRandomMaps();
    }

    /** Whether its hotspots are contours of the density surface. */
    public boolean isDensity() {
        return this == KDE_QUARTIC || this == KDE_GAUSSIAN || this == KDE_ADAPTIVE;
    }
}
