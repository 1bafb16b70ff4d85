package org.hotspots.sample;

import java.util.ArrayList;
import java.util.List;
import org.hotspots.offence.Channel;
import org.hotspots.offence.RecordKind;
import org.hotspots.offence.Setting;
import org.hotspots.stats.SeededRandom;
import org.jspecify.annotations.Nullable;

/** Turns what happened into what is recorded: flags, channel, status, and now and then several crimes. */
final class CrimeRecorder {
    /** Incidents with more than one crime, and those among them with three: together 8 % more crimes than incidents. */
    private static final double SEVERAL_SHARE = 0.07;

    private static final double THREE_OF_SEVERAL_SHARE = 0.15;

    private static final double TIME_UNKNOWN_SHARE = 0.04;
    private static final double SAME_OFFENCE_SHARE = 0.6;
    private static final WeightedChoice<Channel> CHANNELS = Reporting.mix(28, 38, 16, 6, 12);
    private static final WeightedChoice<Channel> CHANNELS_OF_ONLINE_CRIME = Reporting.mix(2, 30, 50, 3, 15);

    private final SeededRandom random;
    private final Reporting reporting;

    CrimeRecorder(SeededRandom random) {
        this.random = random;
        this.reporting = new Reporting(random);
    }

    /** A crime of the background: its time may be unknown, it may be cancelled. */
    Incident background(CrimeKind kind, Place place, When when, Incident.Marks marks) {
        return incident(kind, place, random.chance(TIME_UNKNOWN_SHARE) ? when.withTimeUnknown() : when, marks, null);
    }

    /** A planted crime: it stands, with its time. */
    Incident planted(CrimeKind kind, Place place, When when, Incident.Marks marks, String plantId) {
        return incident(kind, place, when, marks, plantId);
    }

    private Incident incident(CrimeKind kind, Place place, When when, Incident.Marks marks, @Nullable String plantId) {
        boolean found = random.chance(kind.policeFoundShare());
        Channel channel = found
                ? Channel.OFFICER
                : (kind.setting() == Setting.ONLINE ? CHANNELS_OF_ONLINE_CRIME : CHANNELS).pick(random);
        boolean domesticAbuse = random.chance(kind.domesticAbuseShare());
        return new Incident(
                kind.offence() == OffenceCode.NON_CRIME_HATE ? RecordKind.NON_CRIME_HATE : RecordKind.CRIME,
                offences(kind.offence()),
                place,
                when,
                new Incident.Scene(kind.setting(), kind.premises(), null),
                new Incident.Marks(marks.knifeEnabled(), marks.strands(), domesticAbuse),
                plantId == null ? reporting.report(when, channel, found) : reporting.standing(when, channel, found),
                plantId);
    }

    private List<OffenceCode> offences(OffenceCode first) {
        List<OffenceCode> offences = new ArrayList<>(List.of(first));
        if (first != OffenceCode.NON_CRIME_HATE && random.chance(SEVERAL_SHARE)) {
            int more = random.chance(THREE_OF_SEVERAL_SHARE) ? 2 : 1;
            for (int i = 0; i < more; i++) {
                offences.add(random.chance(SAME_OFFENCE_SHARE) ? first : OffenceCode.ASSAULT_WITHOUT_INJURY);
            }
        }
        return offences;
    }
}
