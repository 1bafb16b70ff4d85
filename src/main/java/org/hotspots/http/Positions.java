package org.hotspots.http;

/**
 * How the positions of GeoJSON are written. Rounded, without needless zeros; by whole numbers, since files hold millions
 * of these.
 *
 * @param scale how many parts of one are told, a power of ten
 * @param most no number is further from 0: one that is betrays a geometry of another system
 * @param isLatitudeFirst whether y comes before x
 */
public record Positions(long scale, double most, boolean isLatitudeFirst) {
    /** Longitude before latitude, to a centimetre, as RFC 7946 has it. */
    public static final Positions LON_LAT = new Positions(10_000_000, 360, false);

    StringBuilder position(StringBuilder text, double x, double y) {
        number(text.append('['), isLatitudeFirst ? y : x);
        number(text.append(','), isLatitudeFirst ? x : y);
        return text.append(']');
    }

    StringBuilder number(StringBuilder text, double value) {
        if (!(Math.abs(value) <= most)) {
            throw new IllegalArgumentException("no coordinate up to " + most + ": " + value);
        }
        long scaled = Math.round(value * scale);
        if (scaled < 0) {
            text.append('-');
            scaled = -scaled;
        }
        text.append(scaled / scale);
        long fraction = scaled % scale;
        if (fraction != 0) {
            text.append('.');
            for (long place = scale / 10; fraction != 0; place /= 10) {
                text.append((char) ('0' + fraction / place));
                fraction %= place;
            }
        }
        return text;
    }
}
