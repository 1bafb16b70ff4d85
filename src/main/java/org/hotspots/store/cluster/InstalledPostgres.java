package org.hotspots.store.cluster;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** Finds the PostgreSQL of this machine, where packages usually put it. */
final class InstalledPostgres {
    /** A folder, and below each of its children the folder of the programs. */
    private record Place(Path parent, String childPrefix, String bin) {}

    private static final List<Place> PLACES = List.of(
            new Place(Path.of("/usr/lib/postgresql"), "", "bin"),
            new Place(Path.of("/usr"), "pgsql-", "bin"),
            new Place(Path.of("/opt/homebrew/opt"), "postgresql", "bin"),
            new Place(Path.of("/usr/local/opt"), "postgresql", "bin"),
            new Place(Path.of("/Applications/Postgres.app/Contents/Versions"), "", "bin"),
            new Place(Path.of("C:/Program Files/PostgreSQL"), "", "bin"));

    private InstalledPostgres() {}

    /** All that can run a cluster, newest first. */
    static List<PostgresBinaries> list() {
        Set<Path> folders = new LinkedHashSet<>();
        PLACES.forEach(place -> folders.addAll(binFolders(place)));
        Programs.Result onPath = Programs.run(List.of("pg_config", "--bindir"));
        if (onPath.succeeded() && !onPath.text().isBlank()) {
            folders.add(Path.of(onPath.text()));
        }
        return folders.stream()
                .map(folder -> PostgresBinaries.find(folder, false))
                .flatMap(Optional::stream)
                .sorted(Comparator.comparingInt(PostgresBinaries::majorVersion).reversed())
                .toList();
    }

    /** Whether the PostgreSQL of this folder has PostGIS's control file among its extensions. */
    static boolean hasPostgis(Path bin) {
        Set<Path> shares = new LinkedHashSet<>();
        Programs.Result asked = Programs.run(List.of(bin.resolve("pg_config").toString(), "--sharedir"));
        if (asked.succeeded() && !asked.text().isBlank()) {
            shares.add(Path.of(asked.text()));
        }
        Path home = bin.resolveSibling("share");
        shares.add(home);
        shares.add(home.resolve("postgresql"));
        return shares.stream().anyMatch(share -> Files.exists(share.resolve("extension/postgis.control")));
    }

    private static List<Path> binFolders(Place place) {
        if (!Files.isDirectory(place.parent())) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(place.parent())) {
            return children.filter(child -> child.getFileName().toString().startsWith(place.childPrefix()))
                    .map(child -> child.resolve(place.bin()))
                    .filter(Files::isDirectory)
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
