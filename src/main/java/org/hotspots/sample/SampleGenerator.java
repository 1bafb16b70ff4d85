package org.hotspots.sample;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;

/**
 * Writes the synthetic sample: a force extract of three years, schematic areas, and what was planted. The same release
 * writes the same records every time, on every machine; only the compression may differ with the platform's zlib.
 */
public final class SampleGenerator {
    public static final String OFFENCES = "offences.csv.gz";
    public static final String DISTRICTS = "areas-districts.geojson";
    public static final String TOWNS = "areas-towns.geojson";
    public static final String TRUTH = "truth.json";

    private SampleGenerator() {}

    /**
     * Writes the four files into the folder, which is made if need be; files of the same names are replaced.
     *
     * @throws IOException if the folder cannot be written
     */
    public static void writeTo(Path folder) throws IOException {
        Sample sample = Sample.draw(Sample.SEED);
        Files.createDirectories(folder);
        try (OutputStream out = new BestGzip(Files.newOutputStream(folder.resolve(OFFENCES)))) {
            out.write(ExtractCsv.write(sample).getBytes(StandardCharsets.UTF_8));
        }
        Files.writeString(folder.resolve(DISTRICTS), AreaGeoJson.districts());
        Files.writeString(folder.resolve(TOWNS), AreaGeoJson.towns());
        Files.writeString(folder.resolve(TRUTH), new TruthOf(sample).toJson());
    }

    /** @param arguments the folder to write to */
    public static void main(String[] arguments) throws IOException {
        if (arguments.length != 1) {
            throw new IllegalArgumentException("one argument, the folder to write to, not " + arguments.length);
        }
        writeTo(Path.of(arguments[0]));
    }

    /** The library's gzip header carries neither time nor name, so it is the same every time. */
    private static final class BestGzip extends GZIPOutputStream {
        BestGzip(OutputStream out) throws IOException {
            super(out);
            def.setLevel(Deflater.BEST_COMPRESSION);
        }
    }
}
