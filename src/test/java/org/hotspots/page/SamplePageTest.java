package org.hotspots.page;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The journeys on the real server with the sample. */
@ExtendWith(SharedDemo.class)
class SamplePageTest extends PageJourneys {
    @Override
    String origin() {
        return SharedDemo.origin();
    }

    @Test
    void whereHarmIsWeighedSharesAreOfHarm() {
        open("#theme=knife&weight=harm");
        browser.awaitPhase("shown");
        assertThat(browser.all("#chips .chip")).hasSize(2);
        double harm = number(browser.text("#list [data-place=h1] [data-label=Harm] span"));
        double share = number(browser.text("#list [data-place=h1] [data-label=Share] span"));
        browser.find("#list .pick").click();
        Matcher told = Pattern.compile("Of harm ([0-9,.]+) of ([0-9,.]+) years .* \\(([0-9.]+) %\\)\\.$")
                .matcher(browser.text("#why .sentence"));
        assertThat(told.find()).isTrue();
        assertThat(number(told.group(1))).isEqualTo(harm);
        assertThat(number(told.group(3))).isEqualTo(share);
        assertThat(share).isCloseTo(100 * harm / number(told.group(2)), within(0.1));
        assertThat(browser.text("#summary")).contains("of the harm on");
        assertThat(browser.complaints()).isEmpty();
    }

    private static double number(String text) {
        return Double.parseDouble(text.replaceAll("[, %]", ""));
    }
}
