package org.hotspots.question;

import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;
import org.hotspots.area.AskedArea;
import org.hotspots.offence.AsbType;
import org.hotspots.offence.CountingBasis;
import org.hotspots.offence.HateStrand;
import org.hotspots.offence.PoliceFound;
import org.hotspots.offence.Setting;
import org.hotspots.offence.Theme;
import org.hotspots.question.ParameterSpec.Areas;
import org.hotspots.question.ParameterSpec.CodebookNames;
import org.hotspots.question.ParameterSpec.Days;
import org.hotspots.question.ParameterSpec.Hours;
import org.hotspots.question.ParameterSpec.Numbers;
import org.hotspots.question.ParameterSpec.WeekDays;
import org.hotspots.question.ParameterSpec.Words;
import org.jspecify.annotations.Nullable;

/** The parameters of a question, in the order in which they are written. */
public final class QuestionParameters {
    private static final double TOWN_BANDWIDTH_METRES = 300;
    private static final double WIDE_BANDWIDTH_METRES = 500;

    /** The word for every setting. */
    static final String ANY = "any";

    /** Settings that may be asked for; the first word, any, stands for no filter. */
    static final List<Setting> SETTINGS = List.of(Setting.PUBLIC_PLACE, Setting.DWELLING, Setting.ONLINE);

    /** Themes in the order in which they are offered, the default first. */
    static final List<Theme> THEMES = List.of(Theme.ALL, Theme.KNIFE, Theme.HATE, Theme.ASB);

    public static final Numbers BANDWIDTH_RANGE = new Numbers(50, 5000, false);
    /** Whole, since the side stands in the permanent names of the cells. */
    static final Numbers CELL_RANGE = new Numbers(25, 5000, true);

    static final Numbers NEIGHBOUR_RANGE = new Numbers(25, 10_000, false);
    static final Numbers Q_MAX_RANGE = new Numbers(0.001, 0.5, false);
    static final Numbers EPS_RANGE = new Numbers(10, 5000, false);
    static final Numbers GRAIN_RANGE = new Numbers(1, 1000, false);
    static final Numbers THRESHOLD_RANGE = new Numbers(10, 1000, false);
    static final Numbers NNH_T_RANGE = new Numbers(0, 5, false);
    static final Numbers RADIUS_RANGE = new Numbers(50, 2000, false);
    static final Numbers MIN_POINTS_RANGE = new Numbers(2, 1000, true);
    static final Numbers TIMES_MEAN_RANGE = new Numbers(1.5, 100, false);
    static final Numbers LOCATION_ERROR_RANGE = new Numbers(0, 500, false);
    static final Numbers SEED_RANGE = new Numbers(0, Integer.MAX_VALUE, true);

    static final ParameterSpec THEME = new ParameterSpec(
            "theme", "What is counted.", words(THEMES, Theme::word), Theme.ALL.word(), "all offences");
    static final ParameterSpec STRAND = new ParameterSpec(
            "strand",
            "Only hate crime of this strand; only with theme=hate.",
            words(Arrays.asList(HateStrand.values()), HateStrand::word),
            null,
            "every strand");
    static final ParameterSpec ASB_TYPE = new ParameterSpec(
            "asb_type",
            "Only anti-social behaviour of this type; only with theme=asb.",
            words(Arrays.asList(AsbType.values()), AsbType::word),
            null,
            "every type");
    static final ParameterSpec AREA = new ParameterSpec(
            "area",
            "The area asked about, written kind:slug, or drawn: and 3 to 200 corners as easting,northing in metres of the British"
                    + " National Grid, separated by semicolons.",
            new Areas(),
            null,
            "the whole force");
    static final ParameterSpec FROM = new ParameterSpec(
            "from", "First day counted.", new Days(), null, "twelve months before the end of the period");
    static final ParameterSpec TO = new ParameterSpec(
            "to", "The day after the last day counted.", new Days(), null, "the day after the last day of the data");
    public static final ParameterSpec DAYS = new ParameterSpec(
            "days",
            "Only events of these days of the week, separated by commas; those whose day is not known are left out.",
            new WeekDays(),
            null,
            "every day");
    public static final ParameterSpec HOURS = new ParameterSpec(
            "hours",
            "Only events from the first hour up to the second, London time, written as 21-3; hours after midnight belong"
                    + " to the day on which they began; events whose hour is not known are left out.",
            new Hours(),
            null,
            "the whole day");
    static final ParameterSpec SETTING = new ParameterSpec(
            "setting",
            "Only offences of this setting; those whose source does not know it are kept.",
            settings(),
            ANY,
            "any setting");
    static final ParameterSpec COUNTING_BASIS = new ParameterSpec(
            "counting_basis",
            "Whether an incident with several crime numbers counts once.",
            words(Arrays.asList(CountingBasis.values()), CountingBasis::word),
            CountingBasis.INCIDENTS.word(),
            "incidents");
    static final ParameterSpec POLICE_FOUND = new ParameterSpec(
            "police_found",
            "Whether offences that came to light through police work count; those whose source does not say are kept"
                    + " unless they alone are asked for.",
            words(Arrays.asList(PoliceFound.values()), PoliceFound::word),
            PoliceFound.EXCLUDE.word(),
            "left out, since they say where police were");
    static final ParameterSpec WEIGHT = new ParameterSpec(
            "weight",
            "Whether every event weighs the same, or as much as its offence does in a codebook of harm.",
            words(Arrays.asList(Weight.values()), Weight::word),
            Weight.COUNT.word(),
            "every event the same");
    static final ParameterSpec CODEBOOK = new ParameterSpec(
            "codebook",
            "The codebook of harm, by its name, name:version or full id; only with weight=harm.",
            new CodebookNames(),
            null,
            "the codebook that comes with the program");
    public static final ParameterSpec METHOD = new ParameterSpec(
            "method",
            "How hotspots are found.",
            words(Arrays.asList(Method.values()), Method::word),
            Method.KDE_QUARTIC.word(),
            "what the newest back-test of the theme and area chose, with its length, unless a setting of a method is"
                    + " given; else kernel density with the quartic kernel");
    static final ParameterSpec BANDWIDTH_M = new ParameterSpec(
            "bandwidth_m",
            "Radius of the quartic kernel, sigma of the Gaussian, or typical radius of the adaptive, in metres.",
            BANDWIDTH_RANGE,
            null,
            "300 in a town, ward, LSOA or beat, and in a drawn area of up to 50 km²; 500 otherwise");
    static final ParameterSpec EDGE = new ParameterSpec(
            "edge",
            "How density is corrected at the force's edge, beyond which there are no data; kde_adaptive knows diggle and"
                    + " none.",
            words(Arrays.asList(EdgeMethod.values()), EdgeMethod::word),
            EdgeMethod.DIGGLE.word(),
            "events near the edge count for the part of them that falls outside");
    static final ParameterSpec LOCATION_ERROR_M = new ParameterSpec(
            "location_error_m",
            "Standard deviation of the error of recorded places along each axis, in metres; the kernel is widened by it.",
            LOCATION_ERROR_RANGE,
            "0",
            "places are taken as recorded");
    static final ParameterSpec GRID = new ParameterSpec(
            "grid",
            "Shape of the cells.",
            words(Arrays.asList(GridShape.values()), GridShape::word),
            GridShape.SQUARE.word(),
            "squares");
    static final ParameterSpec CELL_M = new ParameterSpec(
            "cell_m", "Side of a square or of a hexagon, in metres.", CELL_RANGE, "200", "200 metres");
    static final ParameterSpec NEIGHBOUR_M = new ParameterSpec(
            "neighbour_m",
            "Gi* counts cells whose centres are at most this far apart, in metres; not less than cell_m.",
            NEIGHBOUR_RANGE,
            null,
            "twice cell_m");
    static final ParameterSpec Q_MAX =
            new ParameterSpec("q_max", "Cells with q at most this are Gi* hotspots.", Q_MAX_RANGE, "0.05", "0.05");
    static final ParameterSpec EPS_M =
            new ParameterSpec("eps_m", "Radius of DBSCAN, in metres.", EPS_RANGE, "200", "200 metres");
    static final ParameterSpec MIN_POINTS = new ParameterSpec(
            "min_points",
            "DBSCAN: events within eps_m that make a core, the event itself included; HDBSCAN, NNH: least events of a"
                    + " cluster; STAC: least events of a hot circle.",
            MIN_POINTS_RANGE,
            null,
            "5 events for DBSCAN, 10 for the others");
    static final ParameterSpec GRAIN_M = new ParameterSpec(
            "grain_m",
            "HDBSCAN: places nearer to each other than this are not told apart, in metres.",
            GRAIN_RANGE,
            "50",
            "50 metres");
    static final ParameterSpec THRESHOLD_M = new ParameterSpec(
            "threshold_m",
            "NNH: events of a cluster are at most this far from its seed, in metres.",
            THRESHOLD_RANGE,
            null,
            "what nearest neighbours of a random map are seldom closer than, by nnh_t");
    static final ParameterSpec NNH_T = new ParameterSpec(
            "nnh_t",
            "NNH without threshold_m: standard errors below the mean distance to the nearest neighbour by chance.",
            NNH_T_RANGE,
            "1.645",
            "1.645, one side of 5 %");
    static final ParameterSpec RADIUS_M =
            new ParameterSpec("radius_m", "STAC: radius of the circles, in metres.", RADIUS_RANGE, "200", "200 metres");
    static final ParameterSpec TIMES_MEAN = new ParameterSpec(
            "times_mean",
            "Density hotspots are where density is at least this many times its mean over the ground within reach of"
                    + " any event; clusters of HDBSCAN have this many times the density of the compared cells.",
            TIMES_MEAN_RANGE,
            "5",
            "five times the mean");
    static final ParameterSpec SEED = new ParameterSpec(
            "seed",
            "Seed of the random numbers: the same seed, question and data give the same answer.",
            SEED_RANGE,
            "1",
            "1");

    private static final List<ParameterSpec> ALL = List.of(
            THEME,
            STRAND,
            ASB_TYPE,
            AREA,
            FROM,
            TO,
            DAYS,
            HOURS,
            SETTING,
            COUNTING_BASIS,
            POLICE_FOUND,
            WEIGHT,
            CODEBOOK,
            METHOD,
            BANDWIDTH_M,
            EDGE,
            LOCATION_ERROR_M,
            GRID,
            CELL_M,
            NEIGHBOUR_M,
            Q_MAX,
            EPS_M,
            MIN_POINTS,
            GRAIN_M,
            THRESHOLD_M,
            NNH_T,
            RADIUS_M,
            TIMES_MEAN,
            SEED);

    private QuestionParameters() {}

    /** All parameters, in canonical order. */
    public static List<ParameterSpec> all() {
        return ALL;
    }

    /** The parameter of this name. Throws IllegalArgumentException where there is none. */
    public static ParameterSpec get(String name) {
        return ALL.stream()
                .filter(spec -> spec.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no parameter " + name));
    }

    private static <T> Words words(List<T> values, Function<T, String> word) {
        return new Words(values.stream().map(word).toList());
    }

    private static Words settings() {
        return new Words(Stream.concat(Stream.of(ANY), SETTINGS.stream().map(Setting::word))
                .toList());
    }

    /** Bandwidth of density in a question that names none: towns are looked at from nearer. */
    public static double defaultBandwidthMetres(@Nullable AskedArea area) {
        return area != null && area.isSmall() ? TOWN_BANDWIDTH_METRES : WIDE_BANDWIDTH_METRES;
    }
}
