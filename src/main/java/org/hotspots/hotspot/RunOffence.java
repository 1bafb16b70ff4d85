package org.hotspots.hotspot;

import java.time.LocalDate;
import java.util.List;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.offence.AsbType;
import org.hotspots.offence.GeocodeClass;
import org.hotspots.offence.HateStrand;
import org.hotspots.offence.HomeOfficeCode;
import org.hotspots.offence.OffenceFlag;
import org.hotspots.offence.Setting;
import org.hotspots.offence.Source;
import org.hotspots.offence.Theme;
import org.jspecify.annotations.Nullable;

/**
 * One offence behind the count of a run. Neither the number by which its force knows it nor the words of its location are
 * in memory, so neither is told.
 *
 * @param id its name in the data version, such as "o4711"
 * @param isCounted whether the event that it belongs to is counted here: of an incident's offences the first is, so that
 *     the counted ones are as many as the run's n
 * @param incident equal for the offences of one incident, within the data version
 * @param date London calendar day; for {@link Source#POLICE_UK}, which gives months, the first of the month
 * @param minuteOfDay London wall-clock minute; null where the time is not known
 * @param point where, exactly
 * @param near name of the street; null where {@link org.hotspots.snapshot.Streets} tells none
 * @param town town it lies in; null for none
 * @param district district it lies in; null for none
 * @param beat in the force's words, may be blank
 * @param themes those it belongs to, {@link Theme#ALL} left out
 * @param category offence in words
 * @param code Home Office classification
 * @param strands strands of hate, empty for none
 * @param asbType null where unknown or not ASB
 * @param setting public place, dwelling, online or unknown
 * @param geocodeClass how exact the point is; null where not known
 * @param policeFound whether it came to light through police work; null where not known
 * @param source the kind of source
 * @param flags facts for the reader
 */
public record RunOffence(
        String id,
        boolean isCounted,
        int incident,
        LocalDate date,
        @Nullable Integer minuteOfDay,
        BritishGridPoint point,
        @Nullable String near,
        @Nullable String town,
        @Nullable String district,
        String beat,
        List<Theme> themes,
        String category,
        HomeOfficeCode code,
        List<HateStrand> strands,
        @Nullable AsbType asbType,
        Setting setting,
        @Nullable GeocodeClass geocodeClass,
        @Nullable Boolean policeFound,
        Source source,
        List<OffenceFlag> flags) {

    public RunOffence {
        themes = List.copyOf(themes);
        strands = List.copyOf(strands);
        flags = List.copyOf(flags);
    }
}
