package org.hotspots.hotspot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hotspots.geo.Bounds;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.offence.OffenceTable;
import org.hotspots.offence.TableDraft;
import org.hotspots.offence.TableDraft.Row;
import org.hotspots.support.TestWorld;
import org.junit.jupiter.api.Test;

/** Streets by the names of their locations, and never a door. */
class StreetTest {
    private static final double EAST = TestWorld.WEST + 5000;

    @Test
    void aStreetHasThreeLocationsAndLiesInTheMiddleOfThem() {
        TableDraft draft = new TableDraft();
        for (int k = 0; k < 4; k++) {
            draft.add(Row.at(EAST + 40 * k, 304_010, k).named(k + " Mill Lane"));
        }
        for (int k = 0; k < 3; k++) {
            draft.add(Row.at(EAST + 40 * k, 304_510, k).named("On or near High Street"));
        }
        draft.add(Row.at(EAST, 304_710, 9).named("Rose Cottage"));
        draft.add(Row.at(EAST + 20, 304_710, 9).named("Rose Cottage"));
        draft.add(Row.at(EAST + 9000, 304_010, 9).named("Mill Lane"));
        OffenceTable.Places places = draft.build(TestWorld.areas()).places();

        List<Street> streets = Street.in(new Bounds(EAST - 10, 304_000, EAST + 1000, 305_000), places);

        // The mean easting of 0, 40, 80 and 120 is 60, in the square of 100 m whose centre is at 50.
        assertThat(streets)
                .containsExactly(
                        new Street("Mill Lane", new BritishGridPoint(EAST + 50, 304_050), 4),
                        new Street("High Street", new BritishGridPoint(EAST + 50, 304_550), 3));
    }
}
