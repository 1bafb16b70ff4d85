package org.hotspots.store.cluster;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A PostgreSQL that a cluster can be run with.
 *
 * @param bin folder of the programs, {@code initdb} and the rest
 * @param majorVersion such as 15; data of one major version open with no other
 * @param postgis whether it has PostGIS
 * @param bundled whether it came with this program
 */
public record PostgresBinaries(Path bin, int majorVersion, boolean postgis, boolean bundled) {
    private static final Pattern VERSION = Pattern.compile("\\(PostgreSQL\\) (\\d+)");
    private static final boolean WINDOWS = System.getProperty("os.name").startsWith("Windows");

    /** The programs in this folder, if a cluster can be run with them. */
    static Optional<PostgresBinaries> find(Path bin, boolean bundled) {
        boolean complete = List.of("initdb", "postgres", "pg_ctl").stream()
                .allMatch(program -> Files.isExecutable(path(bin, program)));
        if (!complete) {
            return Optional.empty();
        }
        Matcher version =
                VERSION.matcher(Programs.run(List.of(path(bin, "postgres").toString(), "--version"))
                        .text());
        return version.find()
                ? Optional.of(new PostgresBinaries(
                        bin, Integer.parseInt(version.group(1)), InstalledPostgres.hasPostgis(bin), bundled))
                : Optional.empty();
    }

    /**
     * Chooses the programs to run a cluster with: of those that the choice allows, the first that opens the data.
     *
     * @param dataVersion major version of the data that are there already, if any
     * @param unpackInto folder for the bundled programs, which are unpacked only when needed
     */
    static PostgresBinaries choose(PostgresChoice choice, OptionalInt dataVersion, Path unpackInto) {
        List<PostgresBinaries> seen = new ArrayList<>();
        List<PostgresBinaries> installed = choice == PostgresChoice.BUNDLED ? List.of() : InstalledPostgres.list();
        for (PostgresBinaries binaries : installed) {
            if (binaries.postgis()) {
                seen.add(binaries);
            }
        }
        Optional<PostgresBinaries> chosen = firstThatOpens(seen, dataVersion);
        if (chosen.isEmpty() && choice != PostgresChoice.INSTALLED) {
            BundledPostgres.find(unpackInto).ifPresent(seen::add);
            chosen = firstThatOpens(seen, dataVersion);
        }
        if (chosen.isEmpty()) {
            installed.stream().filter(binaries -> !binaries.postgis()).forEach(seen::add);
            chosen = firstThatOpens(seen, dataVersion);
        }
        return chosen.orElseThrow(() -> new ClusterException(whyNone(choice, seen, dataVersion)));
    }

    private static Optional<PostgresBinaries> firstThatOpens(List<PostgresBinaries> seen, OptionalInt dataVersion) {
        return seen.stream()
                .filter(binaries -> dataVersion.isEmpty() || dataVersion.getAsInt() == binaries.majorVersion())
                .findFirst();
    }

    private static String whyNone(PostgresChoice choice, List<PostgresBinaries> seen, OptionalInt dataVersion) {
        if (seen.isEmpty()) {
            return "No PostgreSQL to run (" + choice.word() + "): install PostgreSQL with PostGIS, "
                    + "or give a database with HOTSPOTS_DB_URL.";
        }
        String versions = seen.stream()
                .map(binaries -> Integer.toString(binaries.majorVersion()))
                .distinct()
                .collect(Collectors.joining(", "));
        return "The data folder is of PostgreSQL " + dataVersion.orElseThrow() + ", and this machine has PostgreSQL "
                + versions + ": install version " + dataVersion.orElseThrow()
                + ", or move the data with pg_upgrade, or choose another folder with --data-dir.";
    }

    /** The full name of one of the programs. */
    String program(String name) {
        return path(bin, name).toString();
    }

    private static Path path(Path bin, String program) {
        return bin.resolve(WINDOWS ? program + ".exe" : program);
    }

    @Override
    public String toString() {
        return "PostgreSQL " + majorVersion + (bundled ? " (bundled" : " (" + bin) + ", "
                + (postgis ? "with" : "without") + " PostGIS)";
    }
}
