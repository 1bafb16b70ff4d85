package org.hotspots.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.hotspots.offence.Codebook;
import org.hotspots.offence.Codebooks;
import org.hotspots.offence.HomeOfficeCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CodebookFileTest {
    private static final String HEADER = "ho_class,ho_subclass,offence,weight,unit,source\n";

    @Test
    void aSubCodeWinsOverItsClass() {
        Codebook codebook = parse("8N,,Assault with injury,5,points,ours", "8N,06,One of them,7.5,points,ours");

        assertThat(codebook.weightsOf(new HomeOfficeCode[] {
                    new HomeOfficeCode("08n", "6"),
                    new HomeOfficeCode("8N", "1"),
                    new HomeOfficeCode(" 8N ", ""),
                    new HomeOfficeCode("8P", "06"),
                    HomeOfficeCode.UNKNOWN
                }))
                .containsExactly(7.5, 5, 5, Double.NaN, Double.NaN);
    }

    @Test
    void theNameTheVersionAndTheBytesNameACodebook() {
        Codebook codebook = parse("8N,,Assault with injury,5,points,ours");

        assertThat(codebook.label()).isEqualTo("codebook our-weights version 2026.1");
        assertThat(codebook.id()).matches("our-weights:2026\\.1:[0-9a-f]{64}");
        assertThat(parse("8N,,Assault with injury,6,points,ours").sha256()).isNotEqualTo(codebook.sha256());
    }

    @Test
    void everyFaultIsTold() {
        assertThatThrownBy(() -> CodebookFile.parse(
                        "Ours.csv",
                        (HEADER
                                        + "8N,,Assault,five,points,ours\n"
                                        + ",,Nothing,1,points,ours\n"
                                        + "8P,,Assault,1,years,\n"
                                        + "08P,,Assault,-1,points,ours\n")
                                .getBytes(StandardCharsets.UTF_8)))
                .asInstanceOf(type(ImportException.class))
                .satisfies(e -> assertThat(e.problem().errors())
                        .extracting(fault -> fault.name() + ": " + fault.reason())
                        .containsExactly(
                                "Ours.csv: a file named NAME_VERSION.csv, of lower-case letters, digits and hyphens",
                                "line 2: weight=five: a number from 0, such as 12 or 0.5",
                                "line 3: ho_class: not blank",
                                "line 4: source: where the weight is from",
                                "line 4: unit=years: not blank, and the same in every row",
                                "line 5: ho_class=8P, ho_subclass=: once",
                                "line 5: weight=-1: a number from 0, such as 12 or 0.5"));
    }

    @Test
    void otherColumnsAreRefused() {
        assertThatThrownBy(() -> CodebookFile.parse("a_1.csv", "code,weight\n8N,5\n".getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("the columns ho_class, ho_subclass, offence, weight, unit, source");
        assertThatThrownBy(() -> CodebookFile.parse("a_1.csv", HEADER.getBytes(StandardCharsets.UTF_8)))
                .hasMessageContaining("at least one weight");
        assertThatThrownBy(() -> CodebookFile.parse("a_1.csv", new byte[] {'h', (byte) 0xE9}))
                .hasMessageContaining("UTF-8");
    }

    @Test
    void theShippedCodebookComesFirstAndThoseOfTheFolderAfterIt(@TempDir Path folder) throws IOException {
        Files.writeString(folder.resolve("ours_1.csv"), HEADER + "8N,,Assault with injury,5,points,ours\n");
        Files.writeString(folder.resolve("ours_2.csv"), "\uFEFF" + HEADER + "8N,,Assault with injury,6,points,ours\n");

        Codebooks codebooks = CodebookFile.shippedAndIn(folder);

        assertThat(codebooks.names()).isEqualTo("statutory-maximum:1, ours:1, ours:2");
        assertThat(codebooks.find("ours").orElseThrow().version()).isEqualTo("2");
        assertThat(codebooks.find("ours:1").orElseThrow().version()).isEqualTo("1");
        String id = codebooks.find("ours:1").orElseThrow().id();
        assertThat(codebooks.find(id).orElseThrow().version()).isEqualTo("1");
        assertThat(codebooks.find("ours:3")).isEmpty();
        assertThat(CodebookFile.shippedAndIn(folder.resolve("none")).names()).isEqualTo("statutory-maximum:1");
    }

    /** Spot checks against the Acts, one for each sort of maximum. */
    @Test
    void theShippedWeightsAreTheActs() throws IOException {
        Codebook shipped = CodebookFile.shipped();
        double[] weights = shipped.weightsOf(new HomeOfficeCode[] {
            new HomeOfficeCode("8N", "06"),
            new HomeOfficeCode("8M", ""),
            new HomeOfficeCode("10D", "26"),
            new HomeOfficeCode("105A", "01"),
            new HomeOfficeCode("126", "")
        });

        // Five years (1861 Act, sections 20 and 47), 14 years (1998 Act, section 32), four years (1988 Act, section
        // 139),
        // six months (1988 Act, section 39), three months (1981 Act, section 9).
        assertThat(weights).containsExactly(5, 14, 4, 0.5, 0.25);
        assertThat(shipped.unit()).isEqualTo("years (statutory maximum)");
    }

    private static Codebook parse(String... rows) {
        String csv = HEADER + String.join("\n", Arrays.asList(rows)) + "\n";
        return CodebookFile.parse("our-weights_2026.1.csv", csv.getBytes(StandardCharsets.UTF_8));
    }
}
