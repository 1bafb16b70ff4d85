package org.hotspots.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotspots.load.ImportFixture.counts;
import static org.hotspots.load.ImportFixture.extract;
import static org.hotspots.load.ImportFixture.gzip;
import static org.hotspots.load.ImportFixture.problem;
import static org.hotspots.load.ImportFixture.slug;
import static org.hotspots.load.ImportFixture.utf8;
import static org.hotspots.load.ImportFixture.zip;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.zip.UnixStat;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchivesTest {
    private static final String TEXT = extract("easting,northing", "450000,275000", "450100,275100");

    @TempDir
    Path folder;

    private ImportFixture imports;

    @BeforeEach
    void emptyStore() {
        imports = new ImportFixture(folder);
    }

    @AfterEach
    void nothingIsLeftBehind() {
        assertThat(imports.spooled()).isEmpty();
        assertThat(imports.store.isLocked()).isFalse();
    }

    @Test
    void plainGzipAndZipHoldTheSameRows() {
        imports.run(TEXT);

        assertThat(counts(imports.run("x", gzip(utf8(TEXT)))).unchanged()).isEqualTo(2);
        ImportRecord zipped = imports.run("x.zip", zip("folder/part.csv", TEXT));
        assertThat(counts(zipped).unchanged()).isEqualTo(2);
        assertThat(zipped.files()).containsExactly("x.zip/folder/part.csv");
    }

    @Test
    void aGzipOfSeveralMembersIsReadToItsEnd() throws IOException {
        ByteArrayOutputStream members = new ByteArrayOutputStream();
        members.write(gzip(utf8(TEXT)));
        members.write(gzip(utf8("crime,C3,2026-10-01,450000,275000\n")));

        assertThat(counts(imports.run(members.toByteArray())).inserted()).isEqualTo(3);
    }

    @Test
    void anArchiveOfThePublisherIsReadByItsStreetFiles() {
        String row = "x,2018-10,Warwickshire Police,Warwickshire Police,-1.26,52.37,On or near Mill Lane,E01031000,"
                + "Rugby 001A,Burglary,,\n";
        ImportRecord record = imports.profile(Profile.POLICE_UK)
                .run(
                        "archive.zip",
                        zip(
                                "2018-11/2018-11-warwickshire-street.csv",
                                ImportFixture.STREET_HEADER + row.replace("2018-10", "2018-11"),
                                "2018-10/2018-10-warwickshire-outcomes.csv",
                                "Crime ID,Month\n",
                                "2018-10/2018-10-warwickshire-street.csv",
                                ImportFixture.STREET_HEADER + row,
                                "2018-10/2018-10-warwickshire-stop-and-search.csv",
                                "Type,Date\n"));

        assertThat(record.files())
                .containsExactly(
                        "archive.zip/2018-10/2018-10-warwickshire-street.csv",
                        "archive.zip/2018-11/2018-11-warwickshire-street.csv");
        assertThat(imports.ignoredFiles)
                .containsExactly(
                        "archive.zip/2018-10/2018-10-warwickshire-outcomes.csv",
                        "archive.zip/2018-10/2018-10-warwickshire-stop-and-search.csv");
        assertThat(counts(record).inserted()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.9, 0.5, 0.01})
    void U23_aGzipCutShortIsRefused(double share) {
        byte[] whole = gzip(utf8(extract("easting,northing", manyRows(2_000))));
        ImportRecord record = imports.run(Arrays.copyOf(whole, (int) (whole.length * share)));

        assertThat(record.state()).isEqualTo(ImportState.REJECTED);
        assertThat(slug(record)).isEqualTo("truncated-archive");
        assertThat(imports.offences()).isEmpty();
    }

    @Test
    void U24_aDamagedGzipIsRefused() {
        byte[] bytes = gzip(utf8(TEXT));
        bytes[bytes.length - 8] ^= 1;

        assertThat(slug(imports.run(bytes))).isEqualTo("corrupt-archive");
        assertThat(imports.offences()).isEmpty();
    }

    @Test
    void U24_aZipWithAWrongChecksumIsRefused() {
        byte[] bytes = zip("part.csv", TEXT);
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        int directory = indexOf(bytes, 0x02014b50);
        buffer.putInt(directory + 16, buffer.getInt(directory + 16) ^ 1);

        assertThat(slug(imports.run(bytes))).isEqualTo("corrupt-archive");
        assertThat(imports.offences()).isEmpty();
    }

    @Test
    void U24_anEncryptedZipIsRefused() {
        byte[] bytes = zip("part.csv", TEXT);
        bytes[6] |= 1;
        bytes[indexOf(bytes, 0x02014b50) + 8] |= 1;

        assertThat(slug(imports.run(bytes))).isEqualTo("encrypted-archive");
    }

    @Test
    void U24_aZipCutShortIsRefused() {
        byte[] bytes = zip("part.csv", TEXT);

        assertThat(slug(imports.run(Arrays.copyOf(bytes, bytes.length - 30)))).isEqualTo("corrupt-archive");
    }

    @Test
    void U25_whatUnpacksToAThousandTimesItsSizeIsRefusedWithoutBeingHeld() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            gzip.write(utf8(TEXT));
            byte[] blank = "\n".repeat(1 << 20).getBytes(StandardCharsets.US_ASCII);
            for (int i = 0; i < 200; i++) {
                gzip.write(blank);
            }
        }
        ImportRecord record = imports.run(bomb.toByteArray());

        assertThat(slug(record)).isEqualTo("decompressed-too-large");
        assertThat(problem(record).status()).isEqualTo(413);
        assertThat(problem(record).detail()).isEqualTo("decompressed to more than 100 times its size");
        assertThat(imports.offences()).isEmpty();
    }

    @Test
    void U25_theDecompressedLimitHoldsOverAllFilesOfAnImport() {
        String rows = extract("easting,northing", manyRows(100));
        imports.limits(new ReadLimits(1 << 20, rows.length() + 500, 100, 10, 100, 1_000));

        assertThat(counts(imports.run(gzip(utf8(rows)))).inserted()).isEqualTo(100);
        ImportRecord two = imports.run(zip("a.csv", rows, "b.csv", rows));
        assertThat(slug(two)).isEqualTo("decompressed-too-large");
    }

    @Test
    void U25_entriesThatShareBytesAreRefused() {
        byte[] bytes = zip("a.csv", TEXT, "b.csv", TEXT);
        // The second entry of the directory is pointed at the first one's data.
        int second = indexOf(bytes, 0x02014b50, indexOf(bytes, 0x02014b50) + 4);
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).putInt(second + 42, 0);

        assertThat(slug(imports.run(bytes))).isEqualTo("corrupt-archive");
    }

    @Test
    void U26_tooManyEntriesAreRefused() {
        Object[] entries = new Object[2 * 300];
        for (int i = 0; i < 300; i++) {
            entries[2 * i] = i + ".csv";
            entries[2 * i + 1] = TEXT;
        }
        imports.limits(new ReadLimits(1 << 20, 1 << 20, 100, 299, 100, 1_000));

        assertThat(slug(imports.run(zip(entries)))).isEqualTo("too-many-entries");
    }

    /** More than the end record can count: the number stands in the larger record of big zips. */
    @Test
    void U26_aHundredThousandEntriesAreRefusedByTheUsualLimits() {
        Object[] entries = new Object[2 * 100_000];
        for (int i = 0; i < 100_000; i++) {
            entries[2 * i] = i + ".csv";
            entries[2 * i + 1] = "";
        }
        ImportRecord record = imports.run(zip(entries));

        assertThat(slug(record)).isEqualTo("too-many-entries");
        assertThat(problem(record).detail()).contains("100000 entries");
    }

    @Test
    void U26_archivesInArchivesAreRefused() {
        byte[] inner = zip("part.csv", TEXT);

        assertThat(slug(imports.run(zip("inner.zip", inner)))).isEqualTo("nested-archive");
        assertThat(slug(imports.run(zip("inner.csv", inner)))).isEqualTo("nested-archive");
        assertThat(slug(imports.run(zip("inner.csv", gzip(utf8(TEXT)))))).isEqualTo("nested-archive");
        assertThat(slug(imports.run(gzip(gzip(utf8(TEXT)))))).isEqualTo("nested-archive");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"../../x.csv", "a/../../x.csv", "/etc/x.csv", "C:\\x.csv", "..\\x.csv", "\\x.csv", "a\nb.csv"})
    void U27_namesThatAreNoPlainRelativePathsAreRefused(String name) {
        assertThat(slug(imports.run(zip(name, TEXT)))).isEqualTo("unsafe-entry-name");
        assertThat(imports.offences()).isEmpty();
    }

    @Test
    void U27_linksAreRefused() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipArchiveOutputStream zip = new ZipArchiveOutputStream(out)) {
            ZipArchiveEntry link = new ZipArchiveEntry("link.csv");
            link.setUnixMode(UnixStat.LINK_FLAG | 0777);
            zip.putArchiveEntry(link);
            zip.write(utf8("/etc/passwd"));
            zip.closeArchiveEntry();
        }

        assertThat(slug(imports.run(out.toByteArray()))).isEqualTo("unsafe-entry-name");
    }

    @ParameterizedTest
    @CsvSource({
        "PNG, 89504e470d0a1a0a0000000d49484452",
        "ELF, 7f454c460201010000000000000000000200",
        "XLS, d0cf11e0a1b11ae1000000000000",
        "PDF, 255044462d312e370a",
        "HTML, 3c21444f43545950452068746d6c3e3c68746d6c3e",
        "XML, 3c3f786d6c2076657273696f6e3d22312e30223f3e"
    })
    void U28_otherContentIsRefusedWhateverItsName(String what, String hex) {
        ImportRecord record = imports.run("offences.csv", HexFormat.of().parseHex(hex));

        assertThat(slug(record)).as(what).isEqualTo("content-mismatch");
        assertThat(problem(record).status()).isEqualTo(415);
    }

    @Test
    void U28_aWorkbookIsRefused() {
        byte[] workbook = zip("[Content_Types].xml", "<Types/>", "xl/workbook.xml", "<workbook/>");

        ImportRecord record = imports.run("offences.csv", workbook);

        assertThat(slug(record)).isEqualTo("content-mismatch");
        assertThat(problem(record).detail()).contains("save it as CSV");
    }

    @Test
    void U31_aFileAboveTheLimitIsRefused() {
        imports.limits(new ReadLimits(100, 1 << 20, 100, 10, 100, 1_000));
        ImportRecord record = imports.run(TEXT);

        assertThat(slug(record)).isEqualTo("too-large");
        assertThat(problem(record).status()).isEqualTo(413);
    }

    /** Rows whose numbers do not repeat, so that they do not compress as a bomb does. */
    private static String[] manyRows(int count) {
        java.util.SplittableRandom random = new java.util.SplittableRandom(3);
        String[] rows = new String[count];
        Arrays.setAll(rows, i -> random.nextInt(400_000, 500_000) + "." + random.nextInt(1_000_000) + ",275000");
        return rows;
    }

    private static int indexOf(byte[] bytes, int signature) {
        return indexOf(bytes, signature, 0);
    }

    private static int indexOf(byte[] bytes, int signature, int from) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = from; i <= bytes.length - 4; i++) {
            if (buffer.getInt(i) == signature) {
                return i;
            }
        }
        throw new AssertionError("no such signature in the zip");
    }
}
