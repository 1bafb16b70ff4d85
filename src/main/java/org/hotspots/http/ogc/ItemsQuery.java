package org.hotspots.http.ogc;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.hotspots.http.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * What a request for features asks.
 *
 * @param limit most features of a page
 * @param offset features before it
 * @param crs system of the answer
 * @param box null for everywhere
 * @param time null for any
 */
record ItemsQuery(
        int limit,
        int offset,
        Crs crs,
        @Nullable BoundingBox box,
        @Nullable AskedTime time) {
    static final String LIMIT = "limit";
    static final String OFFSET = "offset";
    static final String CRS = "crs";
    static final int MOST = 10_000;
    static final int USUAL = 100;

    private static final String BBOX = "bbox";
    private static final String BBOX_CRS = "bbox-crs";
    private static final String DATETIME = "datetime";
    private static final String CRS_RULE = "one of " + String.join(", ", Crs.uris());

    /** Names of its parameters. */
    static Set<String> names() {
        return new TreeSet<>(Set.of(LIMIT, OFFSET, CRS, BBOX, BBOX_CRS, DATETIME));
    }

    /** Reads all of it; faults stay with the parameters. */
    static ItemsQuery read(Parameters parameters) {
        Crs boxCrs = parameters.read(BBOX_CRS, Crs::find, CRS_RULE, Crs.CRS84);
        Optional<BoundingBox> box = parameters.find(BBOX, text -> BoundingBox.parse(text, boxCrs), BoundingBox.RULE);
        Optional<AskedTime> time = parameters.find(DATETIME, AskedTime::parse, AskedTime.RULE);
        return new ItemsQuery(
                Math.min(MOST, parameters.read(LIMIT, text -> whole(text, 1), "a whole number from 1", USUAL)),
                parameters.read(OFFSET, text -> whole(text, 0), "a whole number from 0", 0),
                crs(parameters),
                box.orElse(null),
                time.orElse(null));
    }

    static Crs crs(Parameters parameters) {
        return parameters.read(CRS, Crs::find, CRS_RULE, Crs.CRS84);
    }

    private static Optional<Integer> whole(String text, int least) {
        return text.matches("0|[1-9][0-9]{0,17}")
                ? Optional.of(Long.parseLong(text))
                        .filter(number -> number >= least)
                        .map(number -> (int) Math.min(number, Integer.MAX_VALUE))
                : Optional.empty();
    }

    boolean meets(@Nullable Period period) {
        return time == null || period == null || time.meets(period);
    }
}
