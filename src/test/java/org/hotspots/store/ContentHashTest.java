package org.hotspots.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import org.hotspots.offence.AsbType;
import org.hotspots.offence.HateStrand;
import org.hotspots.offence.OffenceFlag;
import org.hotspots.support.OffenceFixture;
import org.hotspots.support.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/**
 * The hash by which stored and imported rows are found equal. Should this fail, rows stored by an older version of the
 * program would all look changed at their next import.
 */
class ContentHashTest {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final DataOutputStream out = new DataOutputStream(bytes);

    @Test
    void isOverTheFieldsInTheirOrderAndTheCoordinates() throws Exception {
        try (TestDatabase test = TestDatabase.create()) {
            Imports.load(
                    test.database(),
                    "one",
                    OffenceFixture.asb("I-7")
                            .category("Nuisance")
                            .occurredFrom("2020-06-01T09:00:00.000001Z")
                            .lastUpdated("1999-12-31T00:00:00Z")
                            .asbType(AsbType.NUISANCE)
                            .strands(HateStrand.RELIGION)
                            .flags(OffenceFlag.LOW_PRECISION, OffenceFlag.UNKNOWN_CATEGORY)
                            .location("Caffè")
                            .at(450_000.5, -0.0)
                            .build());
            writeByHand();
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
            assertThat(test.ask("select replace(content_hash::text, '-', '') from offence"))
                    .isEqualTo(HexFormat.of().formatHex(Arrays.copyOf(digest, 16)));
        }
    }

    /** Each field as its length and its bytes, 32 bits of ones for none, in the order of the columns. */
    private void writeByHand() throws IOException {
        number(1); // source: force_extract
        text("Warwickshire Police");
        number(1); // kind: asb
        text(null); // crime_number
        text("I-7"); // incident_number
        time("2020-06-01T10:00:00Z");
        time("2020-06-01T09:00:00.000001Z");
        text(null); // occurred_to
        number(0); // time_precision: minute
        text(null); // ho_class
        text(null); // ho_subclass
        text("Nuisance");
        text(null); // outcome
        yesNo(false); // knife_enabled
        number(2); // hate_strands: religion
        yesNo(false); // domestic_abuse
        number(1); // asb_type: nuisance
        number(3); // geocode_class: snap
        text(null); // uprn
        text("Caffè");
        text(null); // lsoa_code
        text(null); // premises_type
        number(3); // setting: unknown
        text(null); // beat
        number(5); // channel: unknown
        number(0); // status: recorded
        text(null); // police_found
        time("1999-12-31T00:00:00Z"); // last_updated
        number(2 + 32); // flags
        out.writeDouble(450_000.5);
        out.writeDouble(0.0);
    }

    private void number(int value) throws IOException {
        out.writeInt(2);
        out.writeShort(value);
    }

    private void yesNo(boolean value) throws IOException {
        out.writeInt(1);
        out.writeBoolean(value);
    }

    private void text(@Nullable String value) throws IOException {
        if (value == null) {
            out.writeInt(-1);
            return;
        }
        byte[] encoded = value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(encoded.length);
        out.write(encoded);
    }

    /** Microseconds since the year 2000. */
    private void time(String instant) throws IOException {
        Instant time = Instant.parse(instant);
        out.writeInt(8);
        out.writeLong(
                (time.getEpochSecond() - Instant.parse("2000-01-01T00:00:00Z").getEpochSecond()) * 1_000_000
                        + time.getNano() / 1_000);
    }
}
