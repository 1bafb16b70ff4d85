package org.hotspots.offence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.hotspots.support.OffenceFixture;
import org.junit.jupiter.api.Test;

class OffenceTableBuilderTest {
    /** One kind of area: the ordinal is the kilometre of the easting. */
    private static final OffenceTableBuilder.AreaAssignment BY_KILOMETRE = (eastings, northings, count) -> {
        short[][] ordinals = new short[1][count];
        for (int i = 0; i < count; i++) {
            ordinals[0][i] = (short) (eastings[i] / 1_000);
        }
        return ordinals;
    };

    @Test
    void equalPointsAreOnePlaceAndPlacesAreSortedByRowsOf50Metres() {
        OffenceTable table = build(
                OffenceFixture.publicRow().at(2_000, 149).build(),
                OffenceFixture.publicRow().at(1_000, 101).build(),
                OffenceFixture.publicRow().at(9_000, 99).build(),
                OffenceFixture.publicRow().at(2_000, 149).build(),
                OffenceFixture.publicRow().unlocated().build());
        assertThat(table.places().eastings()).containsExactly(9_000, 1_000, 2_000);
        assertThat(table.places().northings()).containsExactly(99, 101, 149);
        assertThat(table.places().areaOrdinals()[0]).containsExactly((short) 9, (short) 1, (short) 2);
        assertThat(table.columns().place()).containsExactly(0, 1, 2, 2, OffenceTable.NO_PLACE);
    }

    @Test
    void incidentsAreSharedWithinAForceOnly() {
        OffenceTable table = build(
                OffenceFixture.crime("1").incidentNumber("a").build(),
                OffenceFixture.crime("2").incidentNumber("a").build(),
                OffenceFixture.crime("3")
                        .incidentNumber("a")
                        .force("Leicestershire Police")
                        .build(),
                OffenceFixture.crime("4").build(),
                OffenceFixture.crime("5").build());
        int[] incident = table.columns().incident();
        assertThat(incident[0]).isEqualTo(incident[1]);
        assertThat(IntStream.of(incident).distinct().sorted().toArray()).containsExactly(0, 1, 2, 3);
    }

    @Test
    void aPlaceIsNamedByTheCommonestLocationOfEqualOnesTheFirst() {
        OffenceTable table = build(
                OffenceFixture.publicRow().location("Mill Lane").build(),
                OffenceFixture.publicRow().location("High Street").build(),
                OffenceFixture.publicRow().location("Mill Lane").build(),
                OffenceFixture.publicRow().location("").at(1, 1_000_000).build(),
                OffenceFixture.publicRow().location("B").at(2, 1_000_000).build(),
                OffenceFixture.publicRow().location("A").at(2, 1_000_000).build());
        assertThat(table.places().names()).containsExactly("Mill Lane", "", "A");
    }

    @Test
    void timesAreLondonWallClockAndUnknownOnesAreMinusOne() {
        OffenceTable table = build(
                OffenceFixture.crime("1").occurredFrom("2020-06-30T23:30:00Z").build(),
                OffenceFixture.crime("2").occurredFrom("2020-01-01T12:00:00Z").build(),
                OffenceFixture.crime("3")
                        .occurredFrom("2020-01-01T12:00:00Z")
                        .flags(OffenceFlag.TIME_UNKNOWN)
                        .build(),
                OffenceFixture.crime("4").build(),
                OffenceFixture.crime("5")
                        .occurredFrom("2020-01-01T00:00:00Z")
                        .timePrecision(TimePrecision.DAY)
                        .build());
        assertThat(table.columns().minuteOfDay())
                .containsExactly((short) 30, (short) 720, (short) -1, (short) -1, (short) -1);
        // 1 July 2020 is day 18,444 of the epoch.
        assertThat(table.columns().day()[0]).isEqualTo(18_444);
    }

    @Test
    void recordsThatDoNotCountBelongToNoTheme() {
        OffenceTable table = build(
                OffenceFixture.crime("1")
                        .knifeEnabled()
                        .strands(HateStrand.RACE)
                        .build(),
                OffenceFixture.crime("2")
                        .knifeEnabled()
                        .status(Status.CANCELLED)
                        .build(),
                OffenceFixture.crime("3").kind(RecordKind.NON_CRIME_HATE).build(),
                OffenceFixture.asb("4").asbType(AsbType.NUISANCE).build());
        assertThat(table.columns().themes())
                .containsExactly(
                        themes(Theme.KNIFE, Theme.HATE, Theme.ALL), (byte) 0, (byte) 0, themes(Theme.ASB, Theme.ALL));
        assertThat(table.columns().asbType())
                .containsExactly((byte) -1, (byte) -1, (byte) -1, (byte) AsbType.NUISANCE.ordinal());
    }

    private static byte themes(Theme... themes) {
        int mask = 0;
        for (Theme theme : themes) {
            mask |= 1 << theme.ordinal();
        }
        return (byte) mask;
    }

    /** Many rows in disorder: nothing is lost, offences stand by place, and keep their order within one. */
    @Test
    void everyRowIsInTheTableOnceAtItsPlace() {
        SplittableRandom random = new SplittableRandom(7);
        List<Offence> offences = new ArrayList<>();
        for (int i = 0; i < 5_000; i++) {
            OffenceFixture row = OffenceFixture.crime(Integer.toString(i)).category("number " + i);
            offences.add(
                    random.nextInt(20) == 0
                            ? row.unlocated().build()
                            : row.at(10 * random.nextInt(40), 10 * random.nextInt(40))
                                    .build());
        }
        OffenceTable table = build(offences.toArray(Offence[]::new));
        assertThat(table.size()).isEqualTo(5_000);
        int[] place = table.columns().place();
        int lastNumber = -1;
        for (int i = 0; i < table.size(); i++) {
            int number = Integer.parseInt(
                    table.columns().categories()[table.columns().category()[i]].substring("number ".length()));
            Offence offence = offences.get(number);
            if (offence.point() == null) {
                assertThat(place[i]).isEqualTo(OffenceTable.NO_PLACE);
            } else {
                assertThat(table.places().eastings()[place[i]])
                        .isEqualTo(offence.point().easting());
                assertThat(table.places().northings()[place[i]])
                        .isEqualTo(offence.point().northing());
            }
            if (i > 0 && place[i] == place[i - 1]) {
                assertThat(number).isGreaterThan(lastNumber);
            } else if (i > 0) {
                assertThat(place[i] == OffenceTable.NO_PLACE || place[i] == place[i - 1] + 1)
                        .isTrue();
            }
            lastNumber = number;
        }
    }

    @Test
    void placesWithoutAnOffenceAreLeftOut() {
        OffenceTableBuilder builder = new OffenceTableBuilder();
        builder.addPlace(1, 1);
        int used = builder.addPlace(2, 2);
        builder.add(new OffenceTableBuilder.Entry(
                used,
                0,
                -1,
                OffenceTableBuilder.OWN_INCIDENT,
                0,
                0,
                -1,
                0,
                0,
                0,
                builder.category("x"),
                0,
                0,
                builder.code(HomeOfficeCode.UNKNOWN),
                -1,
                builder.beat(new Beat("", ""))));
        assertThat(builder.build(BY_KILOMETRE).places().eastings()).containsExactly(2);
    }

    private static OffenceTable build(Offence... offences) {
        OffenceTableBuilder builder = new OffenceTableBuilder();
        for (Offence offence : offences) {
            builder.add(offence);
        }
        return builder.build(BY_KILOMETRE);
    }
}
