package org.hotspots.search;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.geo.BritishNationalGrid;
import org.hotspots.geo.GridReference;
import org.hotspots.geo.LonLat;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * A position that somebody typed: a grid reference, easting and northing in metres, or latitude and longitude in degrees,
 * each with or without letters for the directions, in decimals or with minutes and seconds.
 *
 * <p>Two bare numbers are metres where one is above 180, else degrees, latitude first as maps write them; only where the
 * first can't be a latitude of Great Britain and the second can, they are taken the other way round, and that is said.
 */
sealed interface TypedPosition {

    /**
     * In Great Britain.
     *
     * @param name how it was understood
     * @param extent the square of a grid reference; null for a point
     * @param note what is to be said of how it was read; blank for nothing
     */
    record At(
            PlaceKind kind,
            String name,
            BritishGridPoint point,
            @Nullable Geometry extent,
            String note) implements TypedPosition {}

    /**
     * A position, but not in Great Britain.
     *
     * @param name how it was understood
     */
    record Beyond(String name) implements TypedPosition {}

    /** Empty where the text is no position. */
    static Optional<TypedPosition> find(String text) {
        return GridReference.isWritten(text)
                ? Optional.of(gridReference(text))
                : Pair.find(text).flatMap(Pair::position);
    }

    private static TypedPosition gridReference(String text) {
        return GridReference.find(text)
                .<TypedPosition>map(square -> new At(
                        PlaceKind.GRID_REFERENCE,
                        square.toString(),
                        square.centre(),
                        new GeometryFactory(new PrecisionModel(), BritishNationalGrid.SRID)
                                .toGeometry(new Envelope(
                                        square.bounds().minEasting(),
                                        square.bounds().maxEasting(),
                                        square.bounds().minNorthing(),
                                        square.bounds().maxNorthing())),
                        ""))
                .orElseGet(() -> new Beyond(text.strip()));
    }

    /** Two numbers with what stands around them. */
    record Pair(Part first, Part second) {
        private static final double MOST_DEGREES = 180;
        private static final String NUMBER = "(-?[0-9]{1,7}(?:\\.[0-9]{1,12})?)";
        private static final String SIXTIETHS = "([0-9]{1,2}(?:\\.[0-9]{1,12})?)";
        /** Minutes and seconds can only follow the sign for degrees. */
        private static final String BODY = NUMBER + " ?(°)?(?: ?" + SIXTIETHS + " ?'(?: ?" + SIXTIETHS + " ?\")?)?";

        private static final String LETTER = "([NSEW]?)";
        private static final String BETWEEN = "(?: ?[,;/] ?| )";
        private static final Pattern LETTERS_BEFORE =
                Pattern.compile(LETTER + " ?" + BODY + "()" + BETWEEN + LETTER + " ?" + BODY + "()");
        private static final Pattern LETTERS_AFTER =
                Pattern.compile("()" + BODY + " ?" + LETTER + BETWEEN + "()" + BODY + " ?" + LETTER);
        private static final int GROUPS = 6;

        /**
         * One number.
         *
         * @param direction N, S, E, W, or blank
         * @param isDegrees whether a sign says so
         */
        private record Part(double value, String direction, boolean isDegrees) {
            static Optional<Part> of(Matcher matcher, int group) {
                String direction = matcher.group(group) + matcher.group(group + 5);
                boolean hasSign = matcher.group(group + 2) != null;
                String minutes = matcher.group(group + 3);
                String seconds = matcher.group(group + 4);
                double whole = Double.parseDouble(matcher.group(group + 1));
                if (minutes != null && (!hasSign || isSixty(minutes) || (seconds != null && isSixty(seconds)))) {
                    return Optional.empty();
                }
                double parts = (minutes == null ? 0 : Double.parseDouble(minutes) / 60)
                        + (seconds == null ? 0 : Double.parseDouble(seconds) / 3600);
                boolean isNegative = matcher.group(group + 1).startsWith("-");
                return Optional.of(new Part(isNegative ? whole - parts : whole + parts, direction, hasSign));
            }

            private static boolean isSixty(String text) {
                return Double.parseDouble(text) >= 60;
            }

            boolean isNorthward() {
                return direction.equals("N") || direction.equals("S");
            }

            boolean isEastward() {
                return direction.equals("E") || direction.equals("W");
            }

            double signed() {
                return direction.equals("S") || direction.equals("W") ? -value : value;
            }

            boolean isLarge() {
                return !isDegrees && Math.abs(value) > MOST_DEGREES;
            }
        }

        static Optional<Pair> find(String text) {
            String plain = text.strip()
                    .replaceAll("[\\s]+", " ")
                    .replace('−', '-')
                    .replace('º', '°')
                    .replaceAll("[′’]", "'")
                    .replaceAll("[″”]", "\"")
                    .toUpperCase(Locale.ROOT);
            Matcher before = LETTERS_BEFORE.matcher(plain);
            Matcher after = LETTERS_AFTER.matcher(plain);
            Matcher matcher = before.matches() ? before : after;
            return before.matches() || after.matches()
                    ? Part.of(matcher, 1)
                            .flatMap(one -> Part.of(matcher, 1 + GROUPS).map(other -> new Pair(one, other)))
                    : Optional.empty();
        }

        /** Empty where both letters are of one direction. */
        Optional<TypedPosition> position() {
            if ((first.isNorthward() && second.isNorthward()) || (first.isEastward() && second.isEastward())) {
                return Optional.empty();
            }
            return Optional.of(first.isLarge() || second.isLarge() ? metres() : degrees());
        }

        private TypedPosition metres() {
            boolean isNorthingFirst = first.isNorthward() || second.isEastward();
            double easting = (isNorthingFirst ? second : first).signed();
            double northing = (isNorthingFirst ? first : second).signed();
            String name = text(easting, 1) + " " + text(northing, 1);
            return GridReference.BRITAIN.contains(easting, northing)
                    ? new At(PlaceKind.COORDINATES, name, new BritishGridPoint(easting, northing), null, "")
                    : new Beyond(name);
        }

        private TypedPosition degrees() {
            boolean hasLetters =
                    !first.direction().isEmpty() || !second.direction().isEmpty();
            boolean isSwapped = hasLetters
                    ? first.isEastward() || second.isNorthward()
                    : !BritishNationalGrid.coversLatitude(first.value())
                            && BritishNationalGrid.coversLatitude(second.value());
            double latitude = (isSwapped ? second : first).signed();
            double longitude = (isSwapped ? first : second).signed();
            String name = text(latitude, 6) + ", " + text(longitude, 6);
            if (!BritishNationalGrid.covers(longitude, latitude)) {
                return new Beyond(name);
            }
            return new At(
                    PlaceKind.COORDINATES,
                    name,
                    BritishNationalGrid.fromLonLat(new LonLat(longitude, latitude)),
                    null,
                    isSwapped && !hasLetters ? "Read as longitude, latitude: " + name + " the usual way round." : "");
        }

        private static String text(double value, int decimals) {
            BigDecimal rounded = BigDecimal.valueOf(value)
                    .setScale(decimals, RoundingMode.HALF_EVEN)
                    .stripTrailingZeros();
            return (rounded.scale() < 0 ? rounded.setScale(0) : rounded).toPlainString();
        }
    }
}
