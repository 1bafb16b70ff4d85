package org.hotspots.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hotspots.area.AreaKind;
import org.hotspots.load.ImportCounts;
import org.hotspots.load.ImportRecord;
import org.hotspots.offence.Offence;
import org.hotspots.offence.OffenceTable;
import org.hotspots.snapshot.DataVersion;
import org.hotspots.snapshot.Snapshot;
import org.hotspots.support.OffenceFixture;
import org.hotspots.support.TestDatabase;
import org.junit.jupiter.api.Test;

/**
 * Seeded random imports, of public months and of extracts, against a model in memory that keeps the whole of every
 * version: what each import counts, what is current after it, and that every version can be read again at the end.
 */
class HistoryTest {
    private static final int IMPORTS = 40;
    private static final String[] MONTHS = {"2018-09-30T23:00:00Z", "2018-11-01T00:00:00Z"};

    @Test
    void everyVersionIsReadAgainAsItWas() {
        SplittableRandom random = new SplittableRandom(20240601);
        try (TestDatabase test = TestDatabase.create()) {
            Map<Long, List<Offence>> versions = new HashMap<>();
            List<Offence> current = new ArrayList<>();
            for (int i = 0; i < IMPORTS; i++) {
                Expected expected = random.nextInt(2) == 0
                        ? replacedMonth(current, publicFile(random, current))
                        : mergedRecords(current, extract(random));
                ImportRecord record = Imports.load(test.database(), "import " + i, expected.file);
                ImportCounts counts = Objects.requireNonNull(record.counts());
                assertThat(new long[] {
                            counts.inserted(),
                            counts.updated(),
                            counts.unchanged(),
                            counts.duplicates(),
                            counts.quarantined(),
                            counts.removed()
                        })
                        .as("import %d: inserted, updated, unchanged, duplicates, quarantined, removed", i)
                        .containsExactly(expected.counts);
                current = expected.current;
                versions.put(Objects.requireNonNull(record.dataVersion()), current);
            }
            assertThat(versions.size()).isGreaterThan(IMPORTS / 2);
            versions.forEach((number, offences) -> {
                DataVersion version =
                        test.database().snapshots().findVersion(number).orElseThrow();
                Snapshot snapshot = test.database().snapshots().read(version);
                assertThat(lines(snapshot.offences()))
                        .as("version %d", number)
                        .isEqualTo(offences.stream()
                                .map(HistoryTest::line)
                                .sorted()
                                .toList());
            });
        }
    }

    private static final class Expected {
        private final List<Offence> file;
        private final List<Offence> current;
        private final long[] counts = new long[6];

        Expected(List<Offence> file, List<Offence> current) {
            this.file = file;
            this.current = new ArrayList<>(current);
        }
    }

    /** One month of a public file: few distinct rows, so that many are equal; at times what is stored and more. */
    private static List<Offence> publicFile(SplittableRandom random, List<Offence> current) {
        String month = MONTHS[random.nextInt(MONTHS.length)];
        List<Offence> file = new ArrayList<>(newRows(random, month));
        if (random.nextInt(3) == 0) {
            current.stream()
                    .filter(row -> row.source() == file.get(0).source()
                            && row.recordedAt().equals(file.get(0).recordedAt()))
                    .toList()
                    .forEach(file::add);
        }
        return file;
    }

    private static List<Offence> newRows(SplittableRandom random, String month) {
        return IntStream.range(0, 1 + random.nextInt(12))
                .mapToObj(i -> {
                    OffenceFixture row = OffenceFixture.publicRow()
                            .recordedAt(month)
                            .crimeNumber(random.nextInt(3) == 0 ? null : "id-" + random.nextInt(4))
                            .category(random.nextInt(2) == 0 ? "Burglary" : "Robbery")
                            .at(450_000 + 100 * random.nextInt(3), 270_000);
                    return (random.nextInt(6) == 0 ? row.unlocated() : row).build();
                })
                .toList();
    }

    private static List<Offence> extract(SplittableRandom random) {
        return IntStream.range(0, 1 + random.nextInt(10))
                .mapToObj(i -> {
                    String number = Integer.toString(random.nextInt(8));
                    OffenceFixture row = random.nextInt(3) == 0
                            ? OffenceFixture.asb(number)
                            : OffenceFixture.crime(number).incidentNumber("inc-" + random.nextInt(4));
                    return row.category(random.nextInt(2) == 0 ? "Burglary" : "Robbery")
                            .lastUpdated(
                                    random.nextInt(3) == 0
                                            ? null
                                            : "2020-07-0" + (1 + random.nextInt(3)) + "T00:00:00Z")
                            .build();
                })
                .toList();
    }

    private static Expected replacedMonth(List<Offence> before, List<Offence> file) {
        Expected expected = new Expected(file, before);
        List<Offence> stored = new ArrayList<>(before.stream()
                .filter(row -> row.source() == file.get(0).source()
                        && row.recordedAt().equals(file.get(0).recordedAt()))
                .toList());
        stored.forEach(expected.current::remove);
        expected.current.addAll(file);
        List<Offence> left = new ArrayList<>();
        for (Offence row : file) {
            if (stored.remove(row)) {
                expected.counts[2]++;
            } else {
                left.add(row);
            }
        }
        for (Offence row : left) {
            String id = row.crimeNumber();
            boolean sameId = id != null && removeFirst(stored, id);
            expected.counts[sameId ? 1 : 0]++;
        }
        expected.counts[5] = stored.size();
        return expected;
    }

    private static Expected mergedRecords(List<Offence> before, List<Offence> file) {
        Expected expected = new Expected(file, before);
        Map<String, List<Offence>> byKey = new HashMap<>();
        file.forEach(
                row -> byKey.computeIfAbsent(key(row), key -> new ArrayList<>()).add(row));
        byKey.forEach((key, rows) -> {
            Comparator<Offence> byAge =
                    Comparator.comparing(Offence::lastUpdated, Comparator.nullsFirst(Comparator.naturalOrder()));
            Offence newest = rows.stream().max(byAge).orElseThrow();
            boolean undecided = rows.stream()
                    .anyMatch(row -> Objects.equals(row.lastUpdated(), newest.lastUpdated()) && !row.equals(newest));
            if (undecided) {
                expected.counts[4] += rows.size();
                return;
            }
            expected.counts[3] += rows.size() - 1;
            Offence stored = before.stream()
                    .filter(row -> row.source() == newest.source() && key(row).equals(key))
                    .findFirst()
                    .orElse(null);
            if (stored == null) {
                expected.counts[0]++;
                expected.current.add(newest);
            } else if (stored.equals(newest)
                    || (newest.lastUpdated() != null
                            && stored.lastUpdated() != null
                            && newest.lastUpdated().isBefore(stored.lastUpdated()))) {
                expected.counts[2]++;
            } else {
                expected.counts[1]++;
                expected.current.remove(stored);
                expected.current.add(newest);
            }
        });
        return expected;
    }

    private static String key(Offence row) {
        return row.kind() + " " + (row.crimeNumber() == null ? row.incidentNumber() : row.crimeNumber());
    }

    private static boolean removeFirst(List<Offence> rows, String crimeId) {
        for (int i = 0; i < rows.size(); i++) {
            if (crimeId.equals(rows.get(i).crimeNumber())) {
                rows.remove(i);
                return true;
            }
        }
        return false;
    }

    /** What a snapshot holds of an offence, as a line. */
    private static String line(Offence offence) {
        String place = offence.point() == null
                ? "nowhere"
                : offence.point().easting() + " " + offence.point().northing() + " " + offence.location();
        return offence.source().ordinal() + " " + offence.category() + " "
                + offence.recordedAt().atZone(ZoneId.of("Europe/London")).toLocalDate() + " " + place;
    }

    private static List<String> lines(OffenceTable table) {
        OffenceTable.Places places = table.places();
        OffenceTable.Columns columns = table.columns();
        return IntStream.range(0, table.size())
                .mapToObj(i -> {
                    int p = columns.place()[i];
                    String place = p == OffenceTable.NO_PLACE
                            ? "nowhere"
                            : places.eastings()[p] + " " + places.northings()[p] + " " + places.names()[p];
                    assertThat(p == OffenceTable.NO_PLACE || places.areaOrdinals()[AreaKind.TOWN.ordinal()][p] == -1)
                            .isTrue();
                    return columns.source()[i] + " " + columns.categories()[columns.category()[i]] + " "
                            + LocalDate.ofEpochDay(columns.day()[i]) + " " + place;
                })
                .sorted()
                .toList();
    }
}
