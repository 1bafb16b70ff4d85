package org.hotspots.sample;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hotspots.offence.RecordKind;

/**
 * The whole sample in memory.
 *
 * @param seed it was drawn from
 * @param records one for each incident, in the order in which they were recorded
 * @param preventedIncidents incidents that the planted operation prevented; they are not among the records
 */
record Sample(long seed, List<Numbered> records, int preventedIncidents) {
    static final long SEED = 20_231_101;

    Sample {
        records = List.copyOf(records);
    }

    /**
     * @param incidentNumber unique to the incident
     * @param crimeNumbers one for each of its offences, unique; empty for ASB
     */
    record Numbered(String incidentNumber, List<String> crimeNumbers, Incident incident) {}

    static Sample draw(long seed) {
        StreetPlan plan = new StreetPlan(seed);
        KnifeCrime knifeCrime = new KnifeCrime(seed, plan);
        List<Incident> incidents = Stream.of(
                        knifeCrime.incidents(),
                        new HateCrime(seed, plan).draw(),
                        new AntiSocialBehaviour(seed, plan).draw(),
                        new OtherCrime(seed, plan).draw())
                .flatMap(List::stream)
                .sorted(Comparator.comparing(incident -> incident.report().recordedAt()))
                .toList();
        return new Sample(seed, numbered(incidents), knifeCrime.prevented());
    }

    /** Numbers run through, in the order of recording, and carry the year. */
    private static List<Numbered> numbered(List<Incident> incidents) {
        List<Numbered> records = new ArrayList<>();
        int crimes = 0;
        for (Incident incident : incidents) {
            int year = incident.report().recordedAt().getYear() % 100;
            int firstCrime = crimes + 1;
            int own = incident.kind() == RecordKind.ASB ? 0 : incident.rows();
            crimes += own;
            records.add(new Numbered(
                    number("I", year, records.size() + 1),
                    IntStream.range(firstCrime, firstCrime + own)
                            .mapToObj(serial -> number("C", year, serial))
                            .toList(),
                    incident));
        }
        return records;
    }

    private static String number(String letter, int year, int serial) {
        return letter + year + "-" + String.valueOf(1_000_000 + serial).substring(1);
    }
}
