package org.hotspots.snapshot;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotspots.offence.TableDraft;
import org.hotspots.offence.TableDraft.Row;
import org.hotspots.support.TestWorld;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What the whole force is called. */
class ForceNameTest {
    private static String name(@Nullable String configured, String... forces) {
        TableDraft draft = new TableDraft();
        for (String force : forces) {
            draft.add(Row.at(TestWorld.WEST + 5000, 304_000, 1).whose(force, ""));
        }
        Snapshot snapshot = TestWorld.snapshot(TestWorld.version(1), draft, TestWorld.areas());
        return new StudyAreas(snapshot, configured).get(null).summary().name();
    }

    @Test
    void itIsTheConfiguredOneOrElseTheOneThatTheDataName() {
        assertThat(name("Loamshire Police", "Middleshire Police")).isEqualTo("Loamshire Police");
        assertThat(name(null, "Middleshire Police", "Middleshire Police", "")).isEqualTo("Middleshire Police");
        assertThat(name(null, "Middleshire Police", "Loamshire Police")).isEqualTo("All areas");
        assertThat(name(null, "")).isEqualTo("All areas");
    }
}
