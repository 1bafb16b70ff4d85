package org.hotspots.load;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the files of one kind of source are to be read. The two built-in profiles map nothing; a force's own is a small
 * JSON file (see {@link ProfileFile}).
 *
 * @param name as chosen on loading and kept in the import's record
 * @param format the form that its rows are read into
 * @param force the force that recorded the rows, blank where rows or the request say
 * @param headers canonical column to the file's own headers for it, in order of preference
 * @param values canonical column to what the file's words mean in it; words are compared without regard to case
 * @param constants canonical column to the value it has in every row, for columns that the file lacks
 * @param datePatterns canonical column to the pattern of its dates ({@link java.time.format.DateTimeFormatter}); ISO
 *     8601 without one
 * @param crs EPSG:27700 or CRS84 where the columns' names do not say it; else null
 * @param charset encoding of files without a byte order mark; null for UTF-8
 * @param defaultLocations places that stand for "not known"
 * @param midnightMeansUnknown whether 00:00 is what the source writes where it knows the date alone
 */
public record Profile(
        String name,
        FileFormat format,
        String force,
        Map<String, List<String>> headers,
        Map<String, Map<String, String>> values,
        Map<String, String> constants,
        Map<String, String> datePatterns,
        @Nullable String crs,
        @Nullable String charset,
        List<DefaultLocation> defaultLocations,
        boolean midnightMeansUnknown) {

    public static final Profile POLICE_UK = plain("police-uk", FileFormat.POLICE_UK);
    public static final Profile FORCE_EXTRACT = plain("force-extract", FileFormat.FORCE_EXTRACT);

    public Profile {
        headers = Map.copyOf(headers);
        values = Map.copyOf(values);
        constants = Map.copyOf(constants);
        datePatterns = Map.copyOf(datePatterns);
        defaultLocations = List.copyOf(defaultLocations);
    }

    /**
     * A place that a force writes where it knows none, such as its headquarters.
     *
     * @param name in words
     * @param easting metres
     * @param northing metres
     * @param radiusMetres how far around it counts as the same place
     */
    public record DefaultLocation(String name, double easting, double northing, double radiusMetres) {
        boolean covers(double otherEasting, double otherNorthing) {
            return Math.hypot(otherEasting - easting, otherNorthing - northing) <= radiusMetres;
        }
    }

    private static Profile plain(String name, FileFormat format) {
        return new Profile(name, format, "", Map.of(), Map.of(), Map.of(), Map.of(), null, null, List.of(), false);
    }
}
