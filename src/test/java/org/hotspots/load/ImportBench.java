package org.hotspots.load;

import java.io.BufferedWriter;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.SplittableRandom;

/**
 * Measures reading and checking on one thread, without a store: {@code ImportBench [police-uk|force-extract] [rows]}.
 * The rows are seeded; points repeat as snapped ones do.
 */
final class ImportBench {
    private ImportBench() {}

    public static void main(String[] arguments) throws IOException {
        boolean publicFile = arguments.length == 0 || arguments[0].equals("police-uk");
        int rows = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 1_000_000;
        Path file = Files.createTempFile("bench", ".csv");
        try {
            if (publicFile) {
                writeStreetFile(file, rows);
            } else {
                writeExtract(file, rows);
            }
            Profile profile = publicFile ? Profile.POLICE_UK : Profile.FORCE_EXTRACT;
            for (int pass = 0; pass < 7; pass++) {
                long[] good = {0};
                long start = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
                try (ImportFiles files =
                        ImportFiles.open(List.of(ImportSource.of(file)), profile.format(), ReadLimits.DEFAULT)) {
                    Reading reading = new Reading(
                            profile, "", null, null, ReadLimits.DEFAULT, Instant.parse("2030-01-01T00:00:00Z"), false);
                    new CsvFile(files.files().get(0), reading).read(row -> good[0] += row instanceof Row.Good ? 1 : 0);
                }
                double seconds = (ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - start) / 1e9;
                System.out.printf(
                        "%s: %,d rows, %,d good, %.0f MB in %.2f CPU seconds: %,.0f rows/s%n",
                        profile.name(), rows, good[0], Files.size(file) / 1e6, seconds, rows / seconds);
            }
        } finally {
            Files.delete(file);
        }
    }

    private static void writeStreetFile(Path file, int rows) throws IOException {
        SplittableRandom random = new SplittableRandom(1);
        String[] types = {"Anti-social behaviour", "Burglary", "Violence and sexual offences", "Public order"};
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write("Crime ID,Month,Reported by,Falls within,Longitude,Latitude,Location,LSOA code,LSOA name,"
                    + "Crime type,Last outcome category,Context\n");
            for (int i = 0; i < rows; i++) {
                int place = random.nextInt(67_000);
                int type = random.nextInt(types.length);
                String id = type == 0
                        ? ""
                        : String.format(
                                "%016x%016x%016x%016x",
                                random.nextLong(), random.nextLong(), random.nextLong(), random.nextLong());
                out.write(id + ",2018-1" + random.nextInt(3) + ",Warwickshire Police,Warwickshire Police,-1."
                        + (400_000 + place) + ",52." + (300_000 + place * 3 % 99_991) + ",On or near Street "
                        + place % 20_000 + ",E0103" + (1000 + place % 300) + ",Rugby 00" + place % 9 + "A,"
                        + types[type] + ",Investigation complete; no suspect identified,\n");
            }
        }
    }

    private static void writeExtract(Path file, int rows) throws IOException {
        SplittableRandom random = new SplittableRandom(2);
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            out.write(String.join(",", FileFormat.FORCE_EXTRACT.columns()).replace("longitude,latitude,", "") + "\n");
            for (int i = 0; i < rows; i++) {
                int place = random.nextInt(67_000);
                String day = String.format("2025-%02d-%02d", 1 + random.nextInt(12), 1 + random.nextInt(28));
                String clock = String.format("T%02d:%02d", random.nextInt(24), random.nextInt(60));
                out.write("crime,23/" + i + ",INC" + i / 2 + "," + day + "T23:59," + day + clock + "," + day
                        + "T23:59,8,06,Assault,N,race;religion,N,," + (420_000 + place) + "," + (250_000 + place)
                        + ",street,,Street " + place % 20_000 + ",Street,public_place,RB01,999,recorded,N," + day
                        + "T23:59\n");
            }
        }
    }
}
