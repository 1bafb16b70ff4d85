package org.hotspots.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.hotspots.offence.Source;
import org.hotspots.offence.TableDraft;
import org.hotspots.offence.TableDraft.Row;
import org.hotspots.support.TestWorld;
import org.junit.jupiter.api.Test;

/** Only what is known to be harmless is not marked as sensitive. */
class MarkingTest {
    private static Marking marking(List<String> forces, Source... sources) {
        TableDraft draft = new TableDraft();
        for (int k = 0; k < sources.length; k++) {
            draft.add(Row.at(TestWorld.WEST + 5000, 304_000, k).from(sources[k]));
        }
        return Marking.of(
                new Snapshot(TestWorld.version(1), draft.build(TestWorld.areas()), TestWorld.areas(), forces));
    }

    @Test
    void anExtractIsSensitiveUnlessItIsTheSampleAndNothingElse() {
        assertThat(marking(List.of("Middleshire"), Source.FORCE_EXTRACT)).isEqualTo(Marking.OFFICIAL_SENSITIVE);
        assertThat(marking(List.of(), Source.FORCE_EXTRACT)).isEqualTo(Marking.OFFICIAL_SENSITIVE);
        assertThat(marking(List.of("Synthetic sample"), Source.FORCE_EXTRACT)).isEqualTo(Marking.SYNTHETIC);
        assertThat(marking(List.of("", "Synthetic sample"), Source.FORCE_EXTRACT))
                .isEqualTo(Marking.OFFICIAL_SENSITIVE);
        assertThat(marking(List.of("Synthetic sample"), Source.FORCE_EXTRACT, Source.POLICE_UK))
                .isEqualTo(Marking.OFFICIAL_SENSITIVE);
        assertThat(marking(List.of(), Source.POLICE_UK)).isEqualTo(Marking.PUBLIC);
    }
}
