package org.hotspots.http.ogc;

import static org.assertj.core.api.Assertions.assertThat;

import org.hotspots.area.AreaKind;
import org.hotspots.hotspot.Engine;
import org.hotspots.hotspot.EngineSettings;
import org.hotspots.snapshot.DataVersion;
import org.hotspots.snapshot.Snapshot;
import org.hotspots.support.FakeRunStore;
import org.hotspots.support.FakeSnapshotStore;
import org.hotspots.support.TestWorld;
import org.junit.jupiter.api.Test;

/** Areas as content that others keep. */
class AreaSourceTest {
    /** A demo and a force's own data may both be at version 2, one after the other on one port. */
    @Test
    void anotherServersDataOfTheSameNumberAreOtherContent() {
        Snapshot own = TestWorld.snapshot(1, 100);
        DataVersion version = own.version();
        DataVersion foreign = new DataVersion(
                version.number(), "another fingerprint", version.publishedAt(), version.dataFrom(), version.dataTo());
        Snapshot other = TestWorld.snapshot(foreign, TestWorld.draft(1, 100), TestWorld.areas());
        try (Engine engine =
                new Engine(new FakeSnapshotStore(own), new FakeRunStore(), EngineSettings.defaults("test"))) {
            AreaSource districts = new AreaSource(engine, AreaKind.DISTRICT);
            Content content = districts.current(own);
            assertThat(content.fingerprint())
                    .isEqualTo(districts.current(TestWorld.snapshot(1, 100)).fingerprint())
                    .isNotEqualTo(districts.current(other).fingerprint());
            assertThat(content.pin()).isEqualTo("data_version=1");
        }
    }
}
