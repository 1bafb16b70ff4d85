package org.hotspots.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.hotspots.load.ImportRecord;
import org.hotspots.snapshot.Snapshot;
import org.hotspots.support.OffenceFixture;
import org.hotspots.support.TestDatabase;
import org.junit.jupiter.api.Test;

/** A snapshot knows whose extracts are in it, by version. */
class ExtractForcesTest {
    @Test
    void publicFilesAreNobodysExtract() {
        try (TestDatabase test = TestDatabase.create()) {
            Database database = test.database();
            ImportRecord open = Imports.load(
                    database, "open", OffenceFixture.publicRow().force("Avon").build());
            ImportRecord one = Imports.load(
                    database, "one", OffenceFixture.crime("1").force("Kent").build());
            ImportRecord two = Imports.load(
                    database, "two", OffenceFixture.crime("2").force("").build());

            assertThat(snapshot(database, open).extractForces()).isEmpty();
            assertThat(snapshot(database, one).extractForces()).containsExactly("Kent");
            assertThat(snapshot(database, two).extractForces()).containsExactly("", "Kent");
        }
    }

    private static Snapshot snapshot(Database database, ImportRecord record) {
        long number = Objects.requireNonNull(record.dataVersion());
        return database.snapshots()
                .read(database.snapshots().findVersion(number).orElseThrow());
    }
}
