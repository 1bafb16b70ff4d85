package org.hotspots.offence;

import java.util.List;

/**
 * What a number of events is made of. An event on the basis of incidents is taken to be of the setting and precision of
 * the offence by which it was counted.
 *
 * @param incidents distinct incidents
 * @param offences their offences inside the area that match; on the basis of offences, the events themselves
 * @param settings events by {@link Setting}, in its order
 * @param geocodes events by {@link GeocodeClass}, in its order, and last those whose class is not known
 */
public record Makeup(long incidents, long offences, List<Long> settings, List<Long> geocodes) {
    public Makeup {
        settings = List.copyOf(settings);
        geocodes = List.copyOf(geocodes);
        if (settings.size() != Setting.values().length || geocodes.size() != GeocodeClass.values().length + 1) {
            throw new IllegalArgumentException("one number for each setting, and for each class of location and none");
        }
    }

    /** Events of this setting. */
    public long count(Setting setting) {
        return settings.get(setting.ordinal());
    }

    /** Events located as exactly as this. */
    public long count(GeocodeClass geocodeClass) {
        return geocodes.get(geocodeClass.ordinal());
    }

    /** Events whose source does not say how exactly they are located. */
    public long geocodeUnknown() {
        return geocodes.get(geocodes.size() - 1);
    }

    /** Events whose setting is known. */
    public long settingKnown() {
        return count(Setting.PUBLIC_PLACE) + count(Setting.DWELLING) + count(Setting.ONLINE);
    }

    /** Part of the events of known setting that happened in public, where patrols are; NaN where no setting is known. */
    public double patrollableShare() {
        return count(Setting.PUBLIC_PLACE) / (double) settingKnown();
    }

    /** Offences an incident; NaN where there is none. */
    public double inflation() {
        return offences / (double) incidents;
    }
}
