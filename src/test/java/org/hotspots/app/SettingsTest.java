package org.hotspots.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Map;
import org.hotspots.http.BaseMap;
import org.junit.jupiter.api.Test;

class SettingsTest {
    @Test
    void allFaultsAreToldAtOnceAndWithoutValues() {
        Map<String, String> environment = Map.of(
                "HOTSPOTS_PROT", "8080",
                "HOTSPOTS_DB_URL", "mysql://secret@host",
                "HOTSPOTS_PORT", "eighty",
                "HOTSPOTS_POSTGRES", "latest",
                "HOTSPOTS_BASE_MAP_URL", "https://tiles.example/{z}/{x}.png");

        assertThatThrownBy(() -> Settings.read(environment, null, null))
                .isInstanceOf(Settings.InvalidSettings.class)
                .message()
                .contains("HOTSPOTS_PROT", "HOTSPOTS_DB_URL", "HOTSPOTS_PORT", "HOTSPOTS_POSTGRES")
                .contains("HOTSPOTS_BASE_MAP_URL")
                .doesNotContain("secret", "eighty", "latest", "tiles.example");
    }

    @Test
    void aBaseMapNamesItsMakers() {
        Map<String, String> url = Map.of("HOTSPOTS_BASE_MAP_URL", "https://tiles.example/{z}/{x}/{y}.png");
        assertThatThrownBy(() -> Settings.read(url, null, null)).hasMessageContaining("HOTSPOTS_BASE_MAP_ATTRIBUTION");

        Map<String, String> both = Map.of(
                "HOTSPOTS_BASE_MAP_URL", "https://tiles.example/{z}/{x}/{y}.png",
                "HOTSPOTS_BASE_MAP_ATTRIBUTION", "Example");
        assertThat(Settings.read(both, null, null).baseMap())
                .contains(new BaseMap("https://tiles.example/{z}/{x}/{y}.png", "Example"));
    }

    @Test
    void theCommandLineWinsOverTheEnvironment() {
        Map<String, String> environment = Map.of("HOTSPOTS_PORT", "9000", "HOTSPOTS_DATA_DIR", "/environment");

        assertThat(Settings.read(environment, null, null).port()).isEqualTo(9000);
        assertThat(Settings.read(environment, null, null).dataDir()).isEqualTo(Path.of("/environment"));
        Settings chosen = Settings.read(environment, Path.of("/option"), 0);
        assertThat(chosen.port()).isZero();
        assertThat(chosen.dataDir()).isEqualTo(Path.of("/option"));
        assertThatThrownBy(() -> Settings.read(environment, null, 65_536)).hasMessageContaining("--port");
    }
}
