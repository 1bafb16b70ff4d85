package org.hotspots.sample;

import java.util.EnumSet;
import java.util.Set;
import org.hotspots.offence.Setting;

/**
 * A way in which an offence happens.
 *
 * @param share of its list, in any unit
 * @param premises kind of premises in words, may be blank
 */
record CrimeKind(double share, OffenceCode offence, Setting setting, String premises) {
    private static final Set<OffenceCode> FOUND_BY_POLICE = EnumSet.of(
            OffenceCode.BLADE_OR_POINT,
            OffenceCode.OFFENSIVE_WEAPON,
            OffenceCode.POSSESSION_OF_DRUGS,
            OffenceCode.POSSESSION_OF_CANNABIS);
    private static final Set<OffenceCode> WITHIN_FAMILIES = EnumSet.of(
            OffenceCode.WOUNDING_WITH_INTENT,
            OffenceCode.ASSAULT_WITH_INJURY,
            OffenceCode.ASSAULT_WITHOUT_INJURY,
            OffenceCode.THREATS_TO_KILL,
            OffenceCode.HARASSMENT,
            OffenceCode.STALKING,
            OffenceCode.DAMAGE_TO_DWELLING);

    /** Probability that police work brought it to light, by a search or a proactive find. */
    double policeFoundShare() {
        return FOUND_BY_POLICE.contains(offence) ? 0.8 : 0;
    }

    /** Probability that it is flagged as domestic abuse. */
    double domesticAbuseShare() {
        return setting == Setting.DWELLING && WITHIN_FAMILIES.contains(offence) ? 0.55 : 0;
    }
}
