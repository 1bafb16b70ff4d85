package org.hotspots.geo;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A square of the National Grid by its reference, such as SP 503 751: two letters for the square of 100 km, then as many
 * figures of the easting as of the northing. The figures are cut off, not rounded, so they name the square whose
 * south-west corner they give; the more there are, the smaller it is.
 *
 * <p>Letters run by rows of five from the north-west, without I: the first names a square of 500 km, the second one of
 * 100 km within it. Source: Ordnance Survey, A guide to coordinate systems in Great Britain, section 7.
 *
 * @param west easting of its west side, a multiple of the side
 * @param south northing of its south side, a multiple of the side
 * @param sideMetres 1, 10, 100, 1000 or 10,000
 */
public record GridReference(int west, int south, int sideMetres) {
    /** How far the lettered squares over Great Britain reach. */
    public static final Bounds BRITAIN = new Bounds(0, 0, 700_000, 1_300_000);

    private static final String LETTERS = "ABCDEFGHJKLMNOPQRSTUVWXYZ";
    private static final int A_SIDE = 5;
    private static final int HUNDRED_KM = 100_000;
    /** The grid's origin is the south-west corner of square S: two squares of 500 km to the east of A, one to the north of V. */
    private static final int COLUMNS_WEST = 2 * A_SIDE;

    private static final int ROWS_NORTH = 4 * A_SIDE - 1;
    private static final int MOST_FIGURES = 5;
    private static final Pattern WRITTEN = Pattern.compile("([A-HJ-Z])([A-HJ-Z]) ?([0-9]{1,5} [0-9]{1,5}|[0-9]{2,10})");

    public GridReference {
        if (!BRITAIN.contains(west, south) || west % sideMetres != 0 || south % sideMetres != 0) {
            throw new IllegalArgumentException(
                    "west=" + west + ", south=" + south + ": a corner of a square of " + sideMetres + " m in Britain");
        }
    }

    /** Whether a text has the form of a reference, of whatever square. */
    public static boolean isWritten(String text) {
        return matcher(text).matches() && figures(text).isPresent();
    }

    /** The square of a reference of 2 to 10 figures; empty where the text is none, or of a square beyond Great Britain. */
    public static Optional<GridReference> find(String text) {
        Matcher matcher = matcher(text);
        Optional<String[]> figures = figures(text);
        if (!matcher.matches() || figures.isEmpty()) {
            return Optional.empty();
        }
        int first = LETTERS.indexOf(matcher.group(1));
        int second = LETTERS.indexOf(matcher.group(2));
        int column = first % A_SIDE * A_SIDE + second % A_SIDE - COLUMNS_WEST;
        int row = ROWS_NORTH - first / A_SIDE * A_SIDE - second / A_SIDE;
        if (column < 0
                || column >= BRITAIN.maxEasting() / HUNDRED_KM
                || row < 0
                || row >= BRITAIN.maxNorthing() / HUNDRED_KM) {
            return Optional.empty();
        }
        int side = HUNDRED_KM;
        for (int i = 0; i < figures.get()[0].length(); i++) {
            side /= 10;
        }
        return Optional.of(new GridReference(
                column * HUNDRED_KM + Integer.parseInt(figures.get()[0]) * side,
                row * HUNDRED_KM + Integer.parseInt(figures.get()[1]) * side,
                side));
    }

    /** The square of a side that a point lies in; the point must lie in {@link #BRITAIN}, not on its far sides. */
    public static GridReference of(BritishGridPoint point, int sideMetres) {
        return new GridReference(
                (int) Math.floor(point.easting() / sideMetres) * sideMetres,
                (int) Math.floor(point.northing() / sideMetres) * sideMetres,
                sideMetres);
    }

    private static Matcher matcher(String text) {
        return WRITTEN.matcher(text.strip().replaceAll("\\s+", " ").toUpperCase(Locale.ROOT));
    }

    /** Figures of the easting and of the northing, as many of each. */
    private static Optional<String[]> figures(String text) {
        Matcher matcher = matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        String written = matcher.group(3);
        int space = written.indexOf(' ');
        int half = space < 0 ? written.length() / 2 : space;
        String easting = written.substring(0, half);
        String northing = written.substring(space < 0 ? half : space + 1);
        return easting.length() == northing.length() && !easting.isEmpty()
                ? Optional.of(new String[] {easting, northing})
                : Optional.empty();
    }

    public Bounds bounds() {
        return new Bounds(west, south, (double) west + sideMetres, (double) south + sideMetres);
    }

    /** The middle of the square. */
    public BritishGridPoint centre() {
        return new BritishGridPoint(west + sideMetres / 2.0, south + sideMetres / 2.0);
    }

    /** As it is written, with spaces: SP 503 751; of 10 km without, SP57. */
    @Override
    public String toString() {
        int column = west / HUNDRED_KM + COLUMNS_WEST;
        int row = ROWS_NORTH - south / HUNDRED_KM;
        char first = LETTERS.charAt(row / A_SIDE * A_SIDE + column / A_SIDE);
        char second = LETTERS.charAt(row % A_SIDE * A_SIDE + column % A_SIDE);
        int figures = MOST_FIGURES + 1 - Integer.toString(sideMetres).length();
        String form = figures == 1
                ? "%c%c%0" + figures + "d%0" + figures + "d"
                : "%c%c %0" + figures + "d %0" + figures + "d";
        return String.format(
                Locale.ROOT, form, first, second, west % HUNDRED_KM / sideMetres, south % HUNDRED_KM / sideMetres);
    }
}
