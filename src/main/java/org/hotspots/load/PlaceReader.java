package org.hotspots.load;

import java.util.List;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.geo.BritishNationalGrid;
import org.hotspots.offence.OffenceFlag;
import org.jspecify.annotations.Nullable;

/**
 * Reads a row's location from a pair of columns. Nothing is corrected: what looks swapped or in other units is rejected
 * with a hint.
 *
 * <p>Snapped data name the same few thousand points over and over, so conversions are remembered, one to a slot.
 */
final class PlaceReader {
    private static final int SLOTS = 1 << 15;
    /** Two decimals of a degree are about a kilometre. */
    private static final int LOW_DECIMALS = 2;

    private final String xName;
    private final String yName;
    private final int xIndex;
    private final int yIndex;
    private final CoordinateSystem system;
    private final UnitedKingdom kingdom;
    private final List<Profile.DefaultLocation> defaultLocations;
    private final DecimalText x = new DecimalText();
    private final DecimalText y = new DecimalText();
    private final double[] slotX = new double[SLOTS];
    private final double[] slotY = new double[SLOTS];
    private final @Nullable BritishGridPoint[] slotPoint = new BritishGridPoint[SLOTS];

    PlaceReader(Header header, String xName, String yName, CoordinateSystem system, Reading reading) {
        this.xName = xName;
        this.yName = yName;
        this.xIndex = header.position(xName).index();
        this.yIndex = header.position(yName).index();
        this.system = system;
        this.kingdom = new UnitedKingdom(reading.withIsleOfMan());
        this.defaultLocations = reading.profile().defaultLocations();
    }

    /** Whether the file has both columns. */
    boolean isPresent() {
        return xIndex >= 0 && yIndex >= 0;
    }

    /** Whether the row has neither number. */
    boolean isBlank(CsvRow row) {
        return isBlank(row, xIndex) && isBlank(row, yIndex);
    }

    /** The point; null where the row gives none, or where it was rejected. */
    @Nullable
    BritishGridPoint read(CsvRow row, RowCheck check) {
        if (isBlank(row)) {
            return null;
        }
        if (!x.parse(row.chars(), row.start(xIndex), row.end(xIndex))) {
            return notANumber(xName, row.text(xIndex), check);
        }
        if (!y.parse(row.chars(), row.start(yIndex), row.end(yIndex))) {
            return notANumber(yName, row.text(yIndex), check);
        }
        BritishGridPoint point = system == CoordinateSystem.LON_LAT ? fromLonLat(check) : fromGrid(check);
        if (point != null) {
            flagDefaultLocation(point, check);
        }
        return point;
    }

    private @Nullable BritishGridPoint fromGrid(RowCheck check) {
        double easting = x.value();
        double northing = y.value();
        if (easting == 0 && northing == 0) {
            return reject("null-island", "0,0 stands for no location; leave both blank", check);
        }
        if (kingdom.contains(easting, northing) && !UnitedKingdom.couldBeLonLat(easting, northing)) {
            return new BritishGridPoint(easting, northing);
        }
        if (UnitedKingdom.couldBeLonLat(easting, northing)) {
            return reject("geographic-coordinates", "these look like degrees; give crs=CRS84", check);
        }
        if (kingdom.contains(northing, easting)) {
            return reject("coordinates-swapped", "the two look swapped", check);
        }
        return reject("outside-uk", "not in the United Kingdom", check);
    }

    private @Nullable BritishGridPoint fromLonLat(RowCheck check) {
        double longitude = x.value();
        double latitude = y.value();
        if (Math.abs(longitude) < 1e-3 && Math.abs(latitude) < 1e-3) {
            return reject("null-island", "0,0 stands for no location; leave both blank", check);
        }
        if (!UnitedKingdom.couldBeLonLat(longitude, latitude)) {
            return rejectDegrees(longitude, latitude, check);
        }
        BritishGridPoint point = converted(longitude, latitude);
        if (!kingdom.contains(point.easting(), point.northing())) {
            return reject("outside-uk", "not in the United Kingdom", check);
        }
        if (x.decimals() <= LOW_DECIMALS && y.decimals() <= LOW_DECIMALS) {
            check.flag(OffenceFlag.LOW_PRECISION);
        }
        return point;
    }

    private @Nullable BritishGridPoint rejectDegrees(double longitude, double latitude, RowCheck check) {
        if (UnitedKingdom.couldBeLonLat(/* longitude= */ latitude, /* latitude= */ longitude)) {
            return reject("coordinates-swapped", "the two look swapped", check);
        }
        if (Math.abs(longitude) > 180 || Math.abs(latitude) > 90) {
            String hint = UnitedKingdom.couldBeGrid(longitude, latitude)
                    ? "these look like easting and northing; give crs=EPSG:27700"
                    : "longitude is from -180 to 180, latitude from -90 to 90";
            return reject("projected-coordinates", hint, check);
        }
        return reject("outside-uk", "not in the United Kingdom", check);
    }

    private BritishGridPoint converted(double longitude, double latitude) {
        long bits = Double.doubleToRawLongBits(longitude) * 31 + Double.doubleToRawLongBits(latitude);
        bits *= 0x9e3779b97f4a7c15L;
        int slot = (int) (bits >>> 49);
        BritishGridPoint known = slotPoint[slot];
        if (known != null && slotX[slot] == longitude && slotY[slot] == latitude) {
            return known;
        }
        double[] pair = {longitude, latitude};
        BritishNationalGrid.fromLonLat(pair, 1);
        BritishGridPoint point = new BritishGridPoint(pair[0], pair[1]);
        slotX[slot] = longitude;
        slotY[slot] = latitude;
        slotPoint[slot] = point;
        return point;
    }

    private void flagDefaultLocation(BritishGridPoint point, RowCheck check) {
        for (Profile.DefaultLocation place : defaultLocations) {
            if (place.covers(point.easting(), point.northing())) {
                check.flag(OffenceFlag.DEFAULT_LOCATION);
            }
        }
    }

    private @Nullable BritishGridPoint notANumber(String name, String text, RowCheck check) {
        String hint = "digits with a decimal point";
        if (text.isBlank()) {
            hint = "the other of the pair is given, so this may not be blank";
        } else if (text.matches("\\s*-?[0-9]+,[0-9]+\\s*")) {
            hint = "a decimal point, not a comma";
        } else if (text.matches("\\s*-?[0-9]+(\\s[0-9]+)+(\\.[0-9]+)?\\s*")) {
            hint = "no spaces within a number";
        } else if (text.matches("(?i).*[0-9].*[NSEW°'\"].*")) {
            hint = "decimal degrees, not degrees, minutes and seconds";
        }
        check.reject("not-a-number", name + "=" + RowCheck.quoted(text) + ": " + hint);
        return null;
    }

    private @Nullable BritishGridPoint reject(String reason, String hint, RowCheck check) {
        check.reject(reason, xName + "=" + x.value() + ", " + yName + "=" + y.value() + ": " + hint);
        return null;
    }

    private static boolean isBlank(CsvRow row, int index) {
        char[] chars = row.chars();
        for (int i = row.start(index); i < row.end(index); i++) {
            if (chars[i] > ' ') {
                return false;
            }
        }
        return true;
    }
}
