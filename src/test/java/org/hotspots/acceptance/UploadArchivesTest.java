package org.hotspots.acceptance;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hotspots.acceptance.Steward.problem;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.hotspots.load.ImportRecord;
import org.hotspots.load.ImportState;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Uploads of damaged archives, and of what is no table at all, onto data that must stay as they are. */
class UploadArchivesTest extends UploadTest {
    /** Numbers that do not repeat, so that the file is long when compressed, too. */
    private static final String TEXT = Extract.of("easting,northing", scattered(3_000));

    private static final int LOCAL_HEADER = 0x04034b50;
    private static final int CENTRAL_HEADER = 0x02014b50;

    @BeforeEach
    void uploadOne() {
        steward.upload(Extract.of("easting,northing", Extract.PLACE));
    }

    @Test
    void U23_aGzipCutAtNinetyPercentIsRefused() throws IOException {
        byte[] whole = gzip();
        refuse(Arrays.copyOf(whole, whole.length * 9 / 10), "truncated-archive", 422);
        assertThat(steward.upload(whole).state()).as("the whole file").isEqualTo(ImportState.COMMITTED);
    }

    @Test
    void U24_aZipWithAWrongChecksumIsRefused() throws IOException {
        byte[] bytes = zip();
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int checksum = indexOf(buffer, CENTRAL_HEADER) + 16;
        buffer.putInt(checksum, buffer.getInt(checksum) ^ 1);
        refuse(bytes, "corrupt-archive", 422);
        assertThat(steward.upload(zip()).state()).as("the sound file").isEqualTo(ImportState.COMMITTED);
    }

    @Test
    void U24_anEncryptedZipIsRefused() throws IOException {
        byte[] bytes = zip();
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        bytes[indexOf(buffer, LOCAL_HEADER) + 6] |= 1;
        bytes[indexOf(buffer, CENTRAL_HEADER) + 8] |= 1;
        refuse(bytes, "encrypted-archive", 422);
    }

    @ParameterizedTest
    @CsvSource({
        "PNG, 89504e470d0a1a0a0000000d49484452",
        "HTML, 3c21444f43545950452068746d6c3e3c68746d6c3e",
        "ELF, 7f454c460201010000000000000000000200"
    })
    void U28_otherContentUnderTheNameOfATableIsRefused(String what, String hex) {
        assertThat(what).isNotBlank();
        refuse(HexFormat.of().parseHex(hex), "content-mismatch", 415);
    }

    @Test
    void U28_aWorkbookUnderTheNameOfATableIsRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream workbook = new ZipOutputStream(out)) {
            for (String part : List.of("[Content_Types].xml", "xl/workbook.xml", "xl/worksheets/sheet1.xml")) {
                workbook.putNextEntry(new ZipEntry(part));
                workbook.write("<part/>".getBytes(UTF_8));
            }
        }
        refuse(out.toByteArray(), "content-mismatch", 415);
    }

    /** That nothing was stored is checked of every upload. */
    private void refuse(byte[] bytes, String slug, int status) {
        ImportRecord record = steward.upload("offences.csv", bytes);
        assertThat(record.state()).isEqualTo(ImportState.REJECTED);
        assertThat(problem(record).slug()).isEqualTo(slug);
        assertThat(problem(record).status()).isEqualTo(status);
        assertThat(steward.stored().dataVersion()).isEqualTo(1);
        assertThat(folder).as("files left behind").isEmptyDirectory();
    }

    private static List<String> scattered(int rows) {
        SplittableRandom random = new SplittableRandom(23);
        return IntStream.range(0, rows)
                .mapToObj(i -> random.nextInt(440_000, 460_000) + "." + random.nextInt(1_000_000) + ",275000")
                .toList();
    }

    private static byte[] gzip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(TEXT.getBytes(UTF_8));
        }
        return out.toByteArray();
    }

    private static byte[] zip() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("offences.csv"));
            zip.write(TEXT.getBytes(UTF_8));
        }
        return out.toByteArray();
    }

    private static int indexOf(ByteBuffer bytes, int signature) {
        return IntStream.range(0, bytes.limit() - 3)
                .filter(i -> bytes.getInt(i) == signature)
                .findFirst()
                .orElseThrow();
    }
}
