package org.hotspots.store;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.hotspots.load.ImportRecord;
import org.hotspots.load.ImportState;
import org.hotspots.load.ImportStore;
import org.hotspots.load.Row;
import org.hotspots.offence.Offence;
import org.hotspots.offence.RecordKind;
import org.hotspots.snapshot.Snapshot;
import org.hotspots.store.cluster.DatabaseAddress;
import org.hotspots.store.cluster.PostgresChoice;
import org.hotspots.support.OffenceFixture;

/**
 * How long it takes to stage and publish the offences of a generated file (columns id, month, category, easting,
 * northing, weight), against psql's COPY, geometry column and GiST index on the same cluster; and to read them back as a
 * snapshot. Prints seconds and the ratio, one line a round.
 *
 * <p>Arguments: the file, {@code public} or {@code extract}, and the number of rounds.
 */
final class LoadBenchmark {
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private static final double TICKS_PER_SECOND = 100;

    private LoadBenchmark() {}

    public static void main(String[] arguments) throws Exception {
        Path file = Path.of(arguments[0]);
        boolean extract = arguments[1].equals("extract");
        List<Offence> offences = read(file, extract);
        for (int round = 0; round < Integer.parseInt(arguments[2]); round++) {
            Path folder = Files.createTempDirectory("hotspots-bench");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            DatabaseSettings settings = DatabaseSettings.inFolder(folder, PostgresChoice.AUTO);
            try (Database database = Database.open(settings)) {
                double cpu0 = cpuSeconds(folder);
                double psql = psqlSeconds(database.address(), file);
                double cpu1 = cpuSeconds(folder);
                double[] load = loadSeconds(database, offences, "a");
                double cpu2 = cpuSeconds(folder);
                double again = loadSeconds(database, offences, "b")[2];
                double snapshot = snapshotSeconds(database);
                System.out.printf(
                        Locale.ROOT,
                        "psql %.2f s; staged %.2f s, merged %.2f s, published %.2f s = %.2f s, ratio %.2f; "
                                + "again %.2f s; snapshot %.2f s; CPU psql %.2f s, load %.2f s, ratio %.2f%n",
                        psql,
                        load[0],
                        load[1] - load[0],
                        load[2] - load[1],
                        load[2],
                        load[2] / psql,
                        again,
                        snapshot,
                        cpu1 - cpu0,
                        cpu2 - cpu1,
                        (cpu2 - cpu1) / (cpu1 - cpu0));
            }
            long startedAt = System.nanoTime();
            try (Database database = Database.open(settings)) {
                double open = seconds(startedAt);
                Snapshot snapshot =
                        database.snapshots().read(database.snapshots().getCurrentVersion());
                System.out.printf(
                        Locale.ROOT,
                        "start %.2f s to open, %.2f s to the snapshot of %d offences at %d places%n",
                        open,
                        seconds(startedAt),
                        snapshot.offences().size(),
                        snapshot.offences().places().size());
            }
            try (Stream<Path> tree = Files.walk(folder)) {
                tree.sorted(Comparator.reverseOrder())
                        .forEach(path -> path.toFile().delete());
            }
        }
    }

    private static double[] loadSeconds(Database database, List<Offence> offences, String name) {
        long startedAt = System.nanoTime();
        UUID id = UUID.randomUUID();
        ImportRecord record = new ImportRecord(
                id,
                "bench",
                List.of("bench.csv"),
                HexFormat.of()
                        .formatHex(
                                name.repeat(32).substring(0, 32).getBytes(java.nio.charset.StandardCharsets.US_ASCII)),
                ImportState.VALIDATING,
                Instant.now(),
                null,
                null,
                List.of(),
                null,
                null);
        try (ImportStore.Staging staging = database.imports().openStaging(id)) {
            int line = 0;
            for (Offence offence : offences) {
                line++;
                staging.add(0, new Row.Good(line, line + 1, offence));
            }
            double staged = seconds(startedAt);
            staging.preview();
            double merged = seconds(startedAt);
            System.out.println(staging.publish(record).counts());
            return new double[] {staged, merged, seconds(startedAt)};
        }
    }

    private static double snapshotSeconds(Database database) {
        long startedAt = System.nanoTime();
        database.snapshots().read(database.snapshots().getCurrentVersion());
        return seconds(startedAt);
    }

    private static double psqlSeconds(DatabaseAddress address, Path file) throws Exception {
        try (Connection connection = DriverManager.getConnection(address.jdbcUrl(), address.credentials());
                Statement statement = connection.createStatement()) {
            statement.execute("checkpoint");
        }
        String url = address.jdbcUrl().substring("jdbc:".length());
        ProcessBuilder psql = new ProcessBuilder(
                "psql",
                "-qX",
                "-v",
                "ON_ERROR_STOP=1",
                url,
                "-c",
                "create table bench (id int, month text, category text, easting float8, northing float8, weight float8)",
                "-c",
                "\\copy bench from '" + file + "' with (format csv, header)",
                "-c",
                "alter table bench add column geom geometry(Point, 27700) "
                        + "generated always as (st_setsrid(st_makepoint(easting, northing), 27700)) stored",
                "-c",
                "create index on bench using gist (geom)");
        psql.environment().put("PGUSER", String.valueOf(address.user()));
        psql.environment().put("PGPASSWORD", String.valueOf(address.password()));
        long startedAt = System.nanoTime();
        int exit = psql.inheritIO().start().waitFor();
        double seconds = seconds(startedAt);
        if (exit != 0) {
            throw new IllegalStateException("psql failed");
        }
        try (Connection connection = DriverManager.getConnection(address.jdbcUrl(), address.credentials());
                Statement statement = connection.createStatement()) {
            statement.execute("drop table bench");
            statement.execute("checkpoint");
        }
        return seconds;
    }

    /** Of this process and its dead children, and of the cluster; what else the machine does is not in it. */
    private static double cpuSeconds(Path folder) throws IOException {
        String postmaster = Files.readAllLines(folder.resolve("postgres/data/postmaster.pid"))
                .get(0);
        long ticks = 0;
        try (Stream<Path> processes = Files.list(Path.of("/proc"))) {
            for (Path process : processes
                    .filter(p -> p.getFileName().toString().matches("\\d+"))
                    .toList()) {
                ticks += ticks(process, postmaster);
            }
        }
        return ticks / TICKS_PER_SECOND;
    }

    private static long ticks(Path process, String postmaster) {
        String pid = process.getFileName().toString();
        boolean self = pid.equals(Long.toString(ProcessHandle.current().pid()));
        try {
            String stat = Files.readString(process.resolve("stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            boolean ours = self || pid.equals(postmaster) || fields[1].equals(postmaster);
            return ours
                    ? Long.parseLong(fields[11])
                            + Long.parseLong(fields[12])
                            + Long.parseLong(fields[13])
                            + Long.parseLong(fields[14])
                    : 0;
        } catch (IOException e) {
            // It ended between the list and the look.
            return 0;
        }
    }

    private static double seconds(long startedAt) {
        return (System.nanoTime() - startedAt) / (double) TimeUnit.SECONDS.toNanos(1);
    }

    private static List<Offence> read(Path file, boolean extract) throws IOException {
        List<Offence> offences = new ArrayList<>();
        Map<String, Instant> months = new HashMap<>();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            lines.readLine();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                String[] fields = line.split(",");
                Instant month = months.computeIfAbsent(
                        fields[1],
                        text -> LocalDate.parse(text + "-01")
                                .atStartOfDay(LONDON)
                                .toInstant());
                boolean asb = fields[2].startsWith("anti");
                OffenceFixture row = extract
                        ? asb
                                ? OffenceFixture.asb(fields[0])
                                : OffenceFixture.crime(fields[0]).incidentNumber(fields[0])
                        : OffenceFixture.publicRow();
                offences.add(row.recordedAt(month.toString())
                        .kind(asb ? RecordKind.ASB : RecordKind.CRIME)
                        .category(fields[2].intern())
                        .at(Double.parseDouble(fields[3]), Double.parseDouble(fields[4]))
                        .build());
            }
        }
        return offences;
    }
}
