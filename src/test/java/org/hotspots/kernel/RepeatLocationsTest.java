package org.hotspots.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.hotspots.kernel.RepeatLocations.Location;
import org.hotspots.stats.SeededRandom;
import org.junit.jupiter.api.Test;

class RepeatLocationsTest {
    private static final int[] PLACES = {7, 7, 7, 7, 3, 3, 3, 3, 9, 9, 1};
    private static final int[] MONTHS = {1, 1, 1, 1, 2, 5, 5, 9, 4, 4, 6};

    /** Place 3 and place 7 have four events each; 3 in three months, so it comes first. */
    @Test
    void placesAreRankedByEventsThenByMonths() {
        assertThat(RepeatLocations.of(PLACES, MONTHS).all())
                .containsExactly(
                        new Location(3, 4, 3, 2, 9),
                        new Location(7, 4, 1, 1, 1),
                        new Location(9, 2, 1, 4, 4),
                        new Location(1, 1, 1, 6, 6));
        assertThat(RepeatLocations.of(PLACES, MONTHS).withAtLeast(3)).hasSize(2);
    }

    /** Running sums 4, 8, 10 and 11 of 11. */
    @Test
    void fewPlacesHoldMostEvents() {
        RepeatLocations locations = RepeatLocations.of(PLACES, MONTHS);
        assertThat(locations.events()).isEqualTo(11);
        assertThat(locations.shareOfTop(0)).isZero();
        assertThat(locations.shareOfTop(2)).isEqualTo(8 / 11.0);
        assertThat(locations.shareOfTop(9)).isEqualTo(1);
        assertThat(locations.placesHolding(0)).isZero();
        assertThat(locations.placesHolding(8 / 11.0)).isEqualTo(2);
        assertThat(locations.placesHolding(0.8)).isEqualTo(3);
        assertThat(locations.placesHolding(1)).isEqualTo(4);
    }

    @Test
    void theFewestPlacesAreTheFewest() {
        SeededRandom random = new SeededRandom(1);
        int[] places = new int[500];
        int[] months = new int[500];
        for (int i = 0; i < places.length; i++) {
            places[i] = random.poisson(6);
            months[i] = random.nextInt(12);
        }
        RepeatLocations locations = RepeatLocations.of(places, months);
        for (double share = 0.05; share <= 1; share += 0.05) {
            int fewest = locations.placesHolding(share);
            assertThat(locations.shareOfTop(fewest)).isGreaterThanOrEqualTo(share);
            assertThat(locations.shareOfTop(fewest - 1)).isLessThan(share);
        }
        for (Location location : locations.all()) {
            long events = Arrays.stream(places)
                    .filter(place -> place == location.place())
                    .count();
            assertThat((long) location.events()).isEqualTo(events);
        }
    }

    @Test
    void nothingHappenedNowhere() {
        RepeatLocations none = RepeatLocations.of(new int[0], new int[0]);
        assertThat(none.all()).isEmpty();
        assertThat(none.events()).isZero();
        assertThat(none.shareOfTop(3)).isZero();
        assertThat(none.placesHolding(0.8)).isZero();
        assertThatThrownBy(() -> none.placesHolding(1.1)).hasMessage("share=1.1: from 0 to 1");
        assertThatThrownBy(() -> RepeatLocations.of(new int[2], new int[1]))
                .hasMessage("places and months must be equally many: 2, 1");
    }
}
