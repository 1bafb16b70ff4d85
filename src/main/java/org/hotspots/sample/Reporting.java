package org.hotspots.sample;

import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.hotspots.offence.Channel;
import org.hotspots.offence.Status;
import org.hotspots.stats.SeededRandom;
import org.jspecify.annotations.Nullable;

/** How incidents come to notice: channel, delay, later changes. */
final class Reporting {
    private static final double CANCELLED_SHARE = 0.015;
    private static final double TRANSFERRED_SHARE = 0.004;
    private static final double UPDATED_SHARE = 0.4;
    private static final int UPDATED_WITHIN_MINUTES = 60 * 24 * 60;
    private static final LocalDateTime LAST_MINUTE =
            SamplePeriod.TO.atStartOfDay().minusMinutes(1);

    /** Longest delay from the end of the span to the record, by channel; short delays are likelier. */
    private static final Map<Channel, Integer> LONGEST_DELAY_MINUTES = Map.of(
            Channel.EMERGENCY_999, 40,
            Channel.NON_EMERGENCY_101, 2 * 24 * 60,
            Channel.ONLINE, 4 * 24 * 60,
            Channel.OFFICER, 120,
            Channel.OTHER, 14 * 24 * 60);

    private final SeededRandom random;

    Reporting(SeededRandom random) {
        this.random = random;
    }

    /** Shares of the channels, in percent, in the order 999, 101, online, officer, other. */
    static WeightedChoice<Channel> mix(int emergency, int nonEmergency, int online, int officer, int other) {
        List<Integer> shares = List.of(emergency, nonEmergency, online, officer, other);
        return WeightedChoice.of(
                List.of(
                        Channel.EMERGENCY_999,
                        Channel.NON_EMERGENCY_101,
                        Channel.ONLINE,
                        Channel.OFFICER,
                        Channel.OTHER),
                channel -> shares.get(channel.ordinal()));
    }

    /** A record that may be cancelled or transferred later. */
    Incident.Report report(When when, Channel channel, @Nullable Boolean policeFound) {
        double mark = random.nextDouble();
        Status status = mark < CANCELLED_SHARE
                ? Status.CANCELLED
                : mark < CANCELLED_SHARE + TRANSFERRED_SHARE ? Status.TRANSFERRED : Status.RECORDED;
        return report(when, channel, policeFound, status);
    }

    /** A record that stands, as all planted ones do: their number must not depend on later decisions. */
    Incident.Report standing(When when, Channel channel, @Nullable Boolean policeFound) {
        return report(when, channel, policeFound, Status.RECORDED);
    }

    private Incident.Report report(When when, Channel channel, @Nullable Boolean policeFound, Status status) {
        LocalDateTime recordedAt =
                atMost(later(when.to(), LONGEST_DELAY_MINUTES.getOrDefault(channel, 0)), LAST_MINUTE);
        boolean updated = status != Status.RECORDED || random.chance(UPDATED_SHARE);
        LocalDateTime lastUpdated =
                updated ? atMost(later(recordedAt, UPDATED_WITHIN_MINUTES), SamplePeriod.EXTRACTED_AT) : recordedAt;
        return new Incident.Report(recordedAt, channel, status, policeFound, lastUpdated);
    }

    private LocalDateTime later(LocalDateTime time, int longestMinutes) {
        double skewed = random.nextDouble();
        return SamplePeriod.asClockShows(time.plusMinutes((long) (skewed * skewed * longestMinutes)));
    }

    private static LocalDateTime atMost(LocalDateTime time, LocalDateTime last) {
        return time.isAfter(last) ? last : time;
    }
}
