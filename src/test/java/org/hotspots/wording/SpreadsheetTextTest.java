package org.hotspots.wording;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpreadsheetTextTest {
    /** The beginnings that OWASP's page on CSV injection lists. */
    @ParameterizedTest
    @ValueSource(strings = {"=1+1", "+44", "-2+3", "@SUM(A1)", "\tTab", "\rReturn", "\nLine", "="})
    void U29_whatASpreadsheetWouldComputeGetsAnApostrophe(String text) {
        assertThat(SpreadsheetText.safe(text)).isEqualTo("'" + text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Mill Lane", "1=1", "'=1", " =1", "a\n=1"})
    void anythingElseStaysAsItIs(String text) {
        assertThat(SpreadsheetText.safe(text)).isEqualTo(text);
    }
}
