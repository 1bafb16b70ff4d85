package org.hotspots.snapshot;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.hotspots.area.AreaAddress;
import org.hotspots.area.AreaKind;
import org.hotspots.offence.OffenceFlag;
import org.hotspots.offence.OffenceTable;
import org.hotspots.offence.Theme;
import org.jspecify.annotations.Nullable;

/**
 * How many of the offences that count could be located: a map of a district of which a fifth is missing shows where
 * addresses are good, not where offences are. A default location and coordinates to about a kilometre locate nothing.
 *
 * <p>A located offence is of the district that it lies in. Of one without a location only its own words tell: it is of the
 * district in which at least {@value #LEAST_SHARE_OF_BEAT} of the located offences of its beat lie, whatever the beat is called;
 * where it names no beat, or one that lies across districts, its district is not known.
 *
 * @param all every offence that counts
 * @param districts those loaded, in their order; then those whose district is not known, then those outside
 * @param themes in the order of {@link Theme}
 * @param months rising; the newest {@value #MOST_MONTHS}
 * @param earlierMonths months before these
 * @param districtsFound offences without a location whose beat tells the district
 */
public record GeocodingQuality(
        Share all,
        List<District> districts,
        List<OfTheme> themes,
        List<Month> months,
        int earlierMonths,
        long districtsFound) {
    /** Under this share of located offences, a map is not to be trusted (Ratcliffe 2004). */
    public static final double LEAST_HIT_RATE = 0.85;

    static final int MOST_MONTHS = 240;
    private static final double LEAST_SHARE_OF_BEAT = 0.9;
    private static final int NO_DISTRICT = -1;

    public GeocodingQuality {
        districts = List.copyOf(districts);
        themes = List.copyOf(themes);
        months = List.copyOf(months);
    }

    /** @param located those of the offences that could be located */
    public record Share(long offences, long located) {
        /** NaN where there are none. */
        public double hitRate() {
            return located / (double) offences;
        }

        public boolean isLow() {
            return hitRate() < LEAST_HIT_RATE;
        }

        private Share plus(boolean isLocated) {
            return new Share(offences + 1, located + (isLocated ? 1 : 0));
        }
    }

    /**
     * @param address the district; null for those of none
     * @param name as shown to people
     * @param isRate whether the share tells anything: not where it is 0 or 1 by definition, nor where the districts of more than
     *     half of the offences without a location are not known
     */
    public record District(@Nullable AreaAddress address, String name, Share share, boolean isRate) {}

    public record OfTheme(Theme theme, Share share) {}

    public record Month(YearMonth month, Share share) {}

    /** Offences without a usable location. */
    public long missed() {
        return all.offences() - all.located();
    }

    public static GeocodingQuality of(Snapshot snapshot) {
        return new Counting(snapshot).quality();
    }

    /** Two passes over the offences: one learns the beats, one counts. */
    private static final class Counting {
        private final Snapshot snapshot;
        private final OffenceTable.Columns columns;
        private final short[] areaOfPlace;
        /** Ordinals of the districts among the areas. */
        private final int[] districts;
        /** By beat the position of its district, or NO_DISTRICT. */
        private final int[] districtOfBeat;

        Counting(Snapshot snapshot) {
            this.snapshot = snapshot;
            this.columns = snapshot.offences().columns();
            this.areaOfPlace = snapshot.offences().places().areaOrdinals()[AreaKind.DISTRICT.ordinal()];
            this.districts = IntStream.range(0, snapshot.areas().areas().size())
                    .filter(i -> snapshot.areas().areas().get(i).address().kind() == AreaKind.DISTRICT)
                    .toArray();
            this.districtOfBeat = districtOfBeat();
        }

        private boolean counts(int row) {
            return columns.themes()[row] != 0;
        }

        private boolean isLocated(int row) {
            int useless = OffenceFlag.DEFAULT_LOCATION.bit() | OffenceFlag.LOW_PRECISION.bit();
            return columns.place()[row] != OffenceTable.NO_PLACE && (columns.flags()[row] & useless) == 0;
        }

        /** Position of the district that a located offence lies in, or NO_DISTRICT. */
        private int districtAt(int row) {
            int found = Arrays.binarySearch(districts, areaOfPlace[columns.place()[row]]);
            return found < 0 ? NO_DISTRICT : found;
        }

        private int[] districtOfBeat() {
            int[][] located = new int[columns.beats().length][districts.length];
            int[] all = new int[located.length];
            for (int row = 0; row < columns.place().length; row++) {
                if (counts(row) && isLocated(row)) {
                    int beat = columns.beat()[row];
                    int district = districtAt(row);
                    all[beat]++;
                    if (district != NO_DISTRICT) {
                        located[beat][district]++;
                    }
                }
            }
            int[] districtOf = new int[all.length];
            Arrays.fill(districtOf, NO_DISTRICT);
            for (int beat = 0; beat < all.length; beat++) {
                for (int district = 0; district < districts.length; district++) {
                    boolean isMost = located[beat][district] >= LEAST_SHARE_OF_BEAT * all[beat];
                    boolean isNamed = !columns.beats()[beat].name().isBlank();
                    if (isNamed && isMost && all[beat] > 0) {
                        districtOf[beat] = district;
                    }
                }
            }
            return districtOf;
        }

        GeocodingQuality quality() {
            Share none = new Share(0, 0);
            Share all = none;
            Share unknown = none;
            Share outside = none;
            long found = 0;
            Share[] byDistrict = new Share[districts.length];
            Arrays.fill(byDistrict, none);
            Share[] byTheme = new Share[Theme.values().length];
            Arrays.fill(byTheme, none);
            Map<YearMonth, Share> byMonth = new TreeMap<>();
            for (int row = 0; row < columns.place().length; row++) {
                if (!counts(row)) {
                    continue;
                }
                boolean located = isLocated(row);
                int district = located ? districtAt(row) : districtOfBeat[columns.beat()[row]];
                all = all.plus(located);
                found += !located && district != NO_DISTRICT ? 1 : 0;
                if (district != NO_DISTRICT) {
                    byDistrict[district] = byDistrict[district].plus(located);
                } else if (located) {
                    outside = outside.plus(true);
                } else {
                    unknown = unknown.plus(false);
                }
                for (Theme theme : Theme.values()) {
                    if ((columns.themes()[row] & 1 << theme.ordinal()) != 0) {
                        byTheme[theme.ordinal()] = byTheme[theme.ordinal()].plus(located);
                    }
                }
                YearMonth month = YearMonth.from(LocalDate.ofEpochDay(columns.day()[row]));
                byMonth.merge(month, none.plus(located), Counting::sum);
            }
            boolean areKnown = 2 * found >= all.offences() - all.located();
            int earlier = Math.max(byMonth.size() - MOST_MONTHS, 0);
            return new GeocodingQuality(
                    all,
                    districts(byDistrict, areKnown, unknown, outside),
                    Arrays.stream(Theme.values())
                            .map(theme -> new OfTheme(theme, byTheme[theme.ordinal()]))
                            .toList(),
                    byMonth.entrySet().stream()
                            .skip(earlier)
                            .map(month -> new Month(month.getKey(), month.getValue()))
                            .toList(),
                    earlier,
                    found);
        }

        private static Share sum(Share one, Share other) {
            return new Share(one.offences() + other.offences(), one.located() + other.located());
        }

        private List<District> districts(Share[] byDistrict, boolean areKnown, Share unknown, Share outside) {
            List<District> all = new ArrayList<>();
            for (int i = 0; i < districts.length; i++) {
                var area = snapshot.areas().areas().get(districts[i]);
                all.add(new District(
                        area.address(), area.name(), byDistrict[i], areKnown && byDistrict[i].offences() > 0));
            }
            if (unknown.offences() > 0) {
                all.add(new District(null, "District not known", unknown, false));
            }
            if (outside.offences() > 0) {
                all.add(new District(
                        null, districts.length == 0 ? "No districts loaded" : "In no district", outside, false));
            }
            return all;
        }
    }
}
