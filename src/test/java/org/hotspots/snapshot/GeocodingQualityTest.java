package org.hotspots.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.hotspots.area.AreaIndex;
import org.hotspots.offence.OffenceFlag;
import org.hotspots.offence.TableDraft;
import org.hotspots.offence.TableDraft.Row;
import org.hotspots.offence.Theme;
import org.hotspots.snapshot.GeocodingQuality.District;
import org.hotspots.snapshot.GeocodingQuality.Share;
import org.hotspots.support.TestWorld;
import org.junit.jupiter.api.Test;

class GeocodingQualityTest {
    private static final String FORCE = "Middleshire Police";
    private int incident;

    private Row north(String beat) {
        return Row.at(TestWorld.WEST + 100, 305_000, incident++).whose(FORCE, beat);
    }

    private Row south(String beat) {
        return Row.at(TestWorld.WEST + 100, 295_000, incident++).whose(FORCE, beat);
    }

    private static GeocodingQuality quality(TableDraft draft, AreaIndex areas) {
        return GeocodingQuality.of(TestWorld.snapshot(TestWorld.version(1), draft, areas));
    }

    private static GeocodingQuality quality(TableDraft draft) {
        return quality(draft, TestWorld.areas());
    }

    private static District district(GeocodingQuality quality, String name) {
        return quality.districts().stream()
                .filter(district -> district.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void whatHasNoLocationIsOfTheDistrictOfItsBeat() {
        TableDraft draft = new TableDraft();
        for (int i = 0; i < 9; i++) {
            draft.add(north("N1"));
        }
        // One in ten of the beat's offences beyond the district is not too many.
        draft.add(south("N1"));
        draft.add(north("N1").unlocated());
        draft.add(north("N1").flagged(OffenceFlag.LOW_PRECISION));
        draft.add(south("S1").flagged(OffenceFlag.DEFAULT_LOCATION));
        draft.add(south("S1"));

        GeocodingQuality quality = quality(draft);

        assertThat(quality.all()).isEqualTo(new Share(14, 11));
        assertThat(quality.districtsFound()).isEqualTo(3);
        assertThat(quality.missed()).isEqualTo(3);
        assertThat(district(quality, "North"))
                .isEqualTo(new District(TestWorld.NORTH, "North", new Share(11, 9), true));
        assertThat(district(quality, "North").share().isLow()).isTrue();
        assertThat(district(quality, "South").share()).isEqualTo(new Share(3, 2));
        assertThat(quality.districts()).hasSize(2);
    }

    @Test
    void aBeatAcrossDistrictsOrWithoutANameTellsNothing() {
        TableDraft draft = new TableDraft();
        for (int i = 0; i < 8; i++) {
            draft.add(north("both"));
            draft.add(north(""));
        }
        draft.add(south("both"));
        draft.add(north("both").unlocated());
        draft.add(north("").unlocated());
        draft.add(north("never located").unlocated());

        GeocodingQuality quality = quality(draft);

        assertThat(quality.districtsFound()).isZero();
        assertThat(district(quality, "District not known").share()).isEqualTo(new Share(3, 0));
        assertThat(quality.districts()).extracting(District::isRate).containsOnly(false);
    }

    @Test
    void aBeatOfAnotherForceIsAnotherBeat() {
        TableDraft draft = new TableDraft();
        draft.add(north("1"));
        draft.add(south("1").whose("Other Police", "1").unlocated());

        assertThat(quality(draft).districtsFound()).isZero();
    }

    @Test
    void byThemeAndMonthAndWhatDoesNotCountIsLeftOut() {
        TableDraft draft = new TableDraft();
        draft.add(north("N1").of(Theme.KNIFE).on(LocalDate.of(2025, 4, 30)));
        draft.add(north("N1").of(Theme.KNIFE).on(LocalDate.of(2025, 5, 1)).unlocated());
        draft.add(north("N1").of(Theme.ASB).on(LocalDate.of(2025, 5, 31)));
        draft.add(north("N1").notCounted().unlocated());
        draft.add(Row.at(100_000, 100_000, incident++).on(LocalDate.of(2025, 5, 2)));

        GeocodingQuality quality = quality(draft);

        assertThat(quality.themes())
                .containsExactlyInAnyOrder(
                        new GeocodingQuality.OfTheme(Theme.ALL, new Share(4, 3)),
                        new GeocodingQuality.OfTheme(Theme.KNIFE, new Share(2, 1)),
                        new GeocodingQuality.OfTheme(Theme.HATE, new Share(0, 0)),
                        new GeocodingQuality.OfTheme(Theme.ASB, new Share(1, 1)));
        assertThat(quality.months())
                .containsExactly(
                        new GeocodingQuality.Month(YearMonth.of(2025, 4), new Share(1, 1)),
                        new GeocodingQuality.Month(YearMonth.of(2025, 5), new Share(3, 2)));
        assertThat(district(quality, "In no district").share()).isEqualTo(new Share(1, 1));
    }

    @Test
    void onlyTheNewestMonthsAreTold() {
        TableDraft draft = new TableDraft();
        for (int month = 0; month < GeocodingQuality.MOST_MONTHS + 3; month++) {
            draft.add(north("N1").on(LocalDate.of(2000, 1, 1).plusMonths(month)));
        }
        GeocodingQuality quality = quality(draft, new AreaIndex(List.of()));

        assertThat(quality.months()).hasSize(GeocodingQuality.MOST_MONTHS);
        assertThat(quality.months().get(0).month()).isEqualTo(YearMonth.of(2000, 4));
        assertThat(quality.earlierMonths()).isEqualTo(3);
        assertThat(quality.districts()).extracting(District::name).containsExactly("No districts loaded");
    }
}
