package org.hotspots.store.cluster;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/** Where the server keeps its data when it is not told. */
public final class DataFolder {
    private DataFolder() {}

    /**
     * The usual place of the platform: {@code /var/lib/hotspots} for root, {@code $XDG_DATA_HOME/hotspots} or
     * {@code ~/.local/share/hotspots} on Linux, {@code ~/Library/Application Support/hotspots} on macOS,
     * {@code %LOCALAPPDATA%\hotspots} on Windows.
     *
     * @param environment the process's environment
     * @param osName as in the system property {@code os.name}
     * @param userName as in {@code user.name}
     * @param userHome as in {@code user.home}
     */
    public static Path usual(Map<String, String> environment, String osName, String userName, Path userHome) {
        String os = osName.toLowerCase(Locale.ROOT);
        if (os.startsWith("windows")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            return local.isBlank() ? userHome.resolve("AppData/Local/hotspots") : Path.of(local, "hotspots");
        }
        if (userName.equals("root")) {
            return Path.of("/var/lib/hotspots");
        }
        if (os.startsWith("mac")) {
            return userHome.resolve("Library/Application Support/hotspots");
        }
        String xdg = environment.getOrDefault("XDG_DATA_HOME", "");
        // The XDG specification says that a relative path there is to be ignored.
        return !xdg.isBlank() && Path.of(xdg).isAbsolute()
                ? Path.of(xdg, "hotspots")
                : userHome.resolve(".local/share/hotspots");
    }

    /** {@link #usual(Map, String, String, Path)} for this process. */
    public static Path usual() {
        return usual(
                System.getenv(),
                System.getProperty("os.name"),
                System.getProperty("user.name"),
                Path.of(System.getProperty("user.home")));
    }
}
