package org.hotspots.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.hotspots.load.ImportRecord;
import org.hotspots.load.ImportState;
import org.hotspots.load.ImportStore;
import org.hotspots.load.Row;
import org.hotspots.offence.Offence;

/** Imports as the job makes them, without files. */
final class Imports {
    private Imports() {}

    /** A record on its way, whose content's digest is that of the name. */
    static ImportRecord record(String name, int files) {
        return new ImportRecord(
                UUID.randomUUID(),
                "test",
                IntStream.range(0, files).mapToObj(i -> name + "-" + i + ".csv").toList(),
                sha256(name),
                ImportState.VALIDATING,
                Instant.parse("2026-11-01T12:00:00Z"),
                null,
                null,
                List.of(),
                null,
                null);
    }

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Loads one file of good rows. */
    static ImportRecord load(Database database, String name, Offence... offences) {
        return load(database, name, Arrays.asList(offences));
    }

    static ImportRecord load(Database database, String name, List<Offence> offences) {
        ImportRecord record = record(name, 1);
        database.imports().save(record);
        try (ImportStore.Staging staging = database.imports().openStaging(record.id())) {
            for (int i = 0; i < offences.size(); i++) {
                staging.add(0, new Row.Good(i + 1, i + 2, offences.get(i)));
            }
            return staging.publish(record);
        }
    }
}
