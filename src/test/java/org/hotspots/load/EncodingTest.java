package org.hotspots.load;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hotspots.load.ImportFixture.counts;
import static org.hotspots.load.ImportFixture.extract;
import static org.hotspots.load.ImportFixture.problem;
import static org.hotspots.load.ImportFixture.slug;
import static org.hotspots.load.ImportFixture.utf8;

import java.nio.charset.Charset;
import java.nio.file.Path;
import org.hotspots.load.ImportRequest.Overrides;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EncodingTest {
    private static final String TEXT =
            extract("easting,northing,location", "450000,275000,Café £1", "450100,275100,Dŵr Street");

    @TempDir
    Path folder;

    private ImportFixture imports;

    @BeforeEach
    void emptyStore() {
        imports = new ImportFixture(folder);
    }

    @Test
    void U01_aByteOrderMarkIsNoPartOfTheFirstHeader() {
        assertThat(imports.run("\ufeff" + TEXT).state()).isEqualTo(ImportState.COMMITTED);

        ImportCounts again = counts(imports.run(TEXT));

        assertThat(again.unchanged()).isEqualTo(2);
        assertThat(again.rowsRead()).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\r\n", "\r", "mixed", "no final"})
    void U02_lineEndsDoNotMatter(String lineEnd) {
        imports.run(TEXT);
        String text = switch (lineEnd) {
            case "mixed" -> TEXT.replaceFirst("\n", "\r\n").replaceFirst("\n(?=crime,C2)", "\r");
            case "no final" -> TEXT.stripTrailing();
            default -> TEXT.replace("\n", lineEnd);
        };
        assertThat(text).isNotEqualTo(TEXT);

        ImportCounts counts = counts(imports.run(text));

        assertThat(counts.unchanged()).isEqualTo(2);
        assertThat(counts.rowsRead()).isEqualTo(2);
    }

    @Test
    void U04_utf16WithAMarkIsReadAndWithoutOneRefused() {
        imports.run(TEXT);

        for (Charset charset : new Charset[] {UTF_16LE, UTF_16BE}) {
            ImportCounts counts = counts(imports.run(("\ufeff" + TEXT).getBytes(charset)));
            assertThat(counts.unchanged()).isEqualTo(2);

            ImportRecord unmarked = imports.run(TEXT.getBytes(charset));
            assertThat(unmarked.state()).isEqualTo(ImportState.REJECTED);
            assertThat(slug(unmarked)).isEqualTo("undetectable-encoding");
        }
        assertThat(imports.store.dataVersion()).isEqualTo(3);
    }

    @Test
    void U05_windows1252IsReadOnlyWhenDeclared() {
        byte[] bytes = TEXT.replace("ŵ", "w").getBytes(Charset.forName("windows-1252"));

        ImportRecord unlabelled = imports.run(bytes);

        assertThat(slug(unlabelled)).isEqualTo("encoding-error");
        // The first such byte is the e-acute, behind everything in front of it, which is ASCII.
        int offset = TEXT.indexOf('é');
        assertThat(problem(unlabelled).detail()).contains("line 2, byte offset " + offset + ": not UTF-8");
        assertThat(imports.offences()).isEmpty();

        imports.overrides(new Overrides(null, null, "windows-1252")).run(bytes);
        assertThat(imports.offences()).extracting("location").containsExactly("Café £1", "Dwr Street");
    }

    @Test
    void U05_badBytesFarIntoAFileAreFoundWithTheirLine() {
        StringBuilder text = new StringBuilder(TEXT);
        for (int i = 3; i <= 5_000; i++) {
            text.append("crime,C").append(i).append(",2026-10-01,450000,275000,Mill Lane\r\n");
        }
        byte[] good = utf8(text.toString());
        byte[] bytes = java.util.Arrays.copyOf(good, good.length + 2);
        bytes[good.length] = (byte) 0xc3;
        bytes[good.length + 1] = 'x';

        assertThat(problem(imports.run(bytes)).detail()).contains("line 5002, byte offset " + good.length);
        assertThat(imports.offences()).isEmpty();
        assertThat(imports.store.isLocked()).isFalse();
    }

    @Test
    void U05_theReplacementCharacterIsNeverStored() {
        imports.acceptQuarantine().run(extract("easting,northing,location", "450000,275000,Caf\ufffd"));

        assertThat(imports.rejected).extracting(Row.Rejected::reason).containsExactly("replacement-character");
    }

    @Test
    void U38_controlCharactersAreQuarantinedAndTextIsStoredInItsComposedForm() {
        imports.acceptQuarantine()
                .run(extract(
                        "easting,northing,location",
                        "450000,275000,Mill\0Lane",
                        "450000,275000,Left\u202eRight",
                        "450000,275000,Dw\u0302r",
                        "450000,275000,\ud83d\ude93"));

        assertThat(imports.rejected).extracting(Row.Rejected::reason).containsExactly("control-character");
        assertThat(imports.rejected.get(0).detail()).contains("Mill\\u0000Lane");
        assertThat(imports.offences()).extracting("location").containsExactly("Left\u202eRight", "Dŵr", "\ud83d\ude93");
    }
}
