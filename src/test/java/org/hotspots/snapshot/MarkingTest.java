package org.hotspots.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotspots.offence.Source;
import org.hotspots.offence.TableDraft;
import org.hotspots.offence.TableDraft.Row;
import org.hotspots.support.TestWorld;
import org.junit.jupiter.api.Test;

/** Only what is known to be harmless is not marked as sensitive. */
class MarkingTest {
    private static final Row SAMPLE = row(Source.FORCE_EXTRACT, "Synthetic sample");
    private static final Row REAL = row(Source.FORCE_EXTRACT, "Middleshire");
    private static final Row UNNAMED = row(Source.FORCE_EXTRACT, "");
    private static final Row PUBLISHED = row(Source.POLICE_UK, "Middleshire");

    private static Row row(Source source, String force) {
        return Row.at(TestWorld.WEST + 5000, 304_000, 1).from(source).whose(force, "");
    }

    private static Marking marking(Row... rows) {
        TableDraft draft = new TableDraft();
        for (Row row : rows) {
            draft.add(row);
        }
        return Marking.of(draft.build(TestWorld.areas()));
    }

    @Test
    void theStrictestIsThatOfTheWhole() {
        assertThat(marking(SAMPLE)).isEqualTo(Marking.SYNTHETIC);
        assertThat(marking(PUBLISHED)).isEqualTo(Marking.OFFICIAL);
        assertThat(marking(REAL)).isEqualTo(Marking.OFFICIAL_SENSITIVE);
        assertThat(marking(UNNAMED)).isEqualTo(Marking.OFFICIAL_SENSITIVE);
        assertThat(marking(SAMPLE, PUBLISHED)).isEqualTo(Marking.OFFICIAL);
        assertThat(marking(SAMPLE, SAMPLE, REAL)).isEqualTo(Marking.OFFICIAL_SENSITIVE);
        assertThat(marking(PUBLISHED, UNNAMED, SAMPLE)).isEqualTo(Marking.OFFICIAL_SENSITIVE);
    }
}
