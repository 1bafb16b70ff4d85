package org.hotspots.stats;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.hotspots.stats.EmergingPattern.Step;
import org.hotspots.stats.MannKendall.Trend;
import org.junit.jupiter.api.Test;

class EmergingPatternTest {
    private static final Map<Character, Step> STEPS = Map.of('H', Step.HOT, 'C', Step.COLD, '0', Step.NEITHER);
    private static final Pattern NEW = Pattern.compile("0*H");
    private static final Pattern CONSECUTIVE = Pattern.compile("0*HH+");
    private static final Pattern SPORADIC = Pattern.compile("0*H+0[0H]*H");
    private static final Pattern OSCILLATING = Pattern.compile(".*C.*H");

    /** The definitions as regular expressions over every history of up to ten steps, of which nine may be 90 %. */
    @Test
    void everyHistoryHasThePatternOfTheDefinitions() {
        List<String> others = new ArrayList<>();
        for (int length = 2; length <= 10; length++) {
            for (String history : histories(length)) {
                for (Trend trend : Trend.values()) {
                    String word = EmergingPattern.of(steps(history), trend).word();
                    if (!word.equals(byDefinition(history, trend))) {
                        others.add(history + " " + trend + ": " + word);
                    }
                }
            }
        }
        assertThat(others).isEmpty();
    }

    private static String byDefinition(String history, Trend trend) {
        List<String> found = new ArrayList<>();
        addHot(found, history, trend, Trend.RISING, "hotspot");
        addHot(found, mirrored(history), trend, Trend.FALLING, "coldspot");
        return found.isEmpty() ? "no pattern" : String.join(" and ", found);
    }

    private static void addHot(List<String> found, String history, Trend trend, Trend upwards, String spot) {
        if (count(history, 'H') >= 0.9 * history.length()) {
            String moving = trend == upwards ? "intensifying " : "diminishing ";
            String strength = trend == Trend.NONE ? "persistent " : moving;
            found.add((history.endsWith("H") ? strength : "historical ") + spot);
        } else if (NEW.matcher(history).matches()) {
            found.add("new " + spot);
        } else if (CONSECUTIVE.matcher(history).matches()) {
            found.add("consecutive " + spot);
        } else if (SPORADIC.matcher(history).matches()) {
            found.add("sporadic " + spot);
        } else if (OSCILLATING.matcher(history).matches() && count(history, 'C') < 0.9 * history.length()) {
            found.add("oscillating " + spot);
        }
    }

    private static long count(String history, char step) {
        return history.chars().filter(c -> c == step).count();
    }

    private static List<String> histories(int length) {
        List<String> all = List.of("");
        for (int i = 0; i < length; i++) {
            all = all.stream()
                    .flatMap(start -> STEPS.keySet().stream().map(step -> start + step))
                    .toList();
        }
        return all;
    }

    private static List<Step> steps(String history) {
        return history.chars().mapToObj(c -> STEPS.get((char) c)).toList();
    }

    private static String mirrored(String history) {
        return history.replace('H', 'x').replace('C', 'H').replace('x', 'C');
    }

    @Test
    void ninetyPercentIsNineOfTenAndNotTenOfTwelve() {
        assertThat(EmergingPattern.of(steps("0HHHHHHHHH"), Trend.NONE)).isEqualTo(EmergingPattern.PERSISTENT_HOT);
        assertThat(EmergingPattern.of(steps("00HHHHHHHHHH"), Trend.NONE)).isEqualTo(EmergingPattern.CONSECUTIVE_HOT);
    }

    @Test
    void oneStepIsNewAndNoneIsNothing() {
        assertThat(EmergingPattern.of(List.of(), Trend.RISING)).isEqualTo(EmergingPattern.NONE);
        assertThat(EmergingPattern.of(List.of(Step.HOT), Trend.RISING)).isEqualTo(EmergingPattern.NEW_HOT);
        assertThat(EmergingPattern.of(List.of(Step.COLD), Trend.NONE)).isEqualTo(EmergingPattern.NEW_COLD);
        assertThat(EmergingPattern.of(List.of(Step.NEITHER), Trend.NONE)).isEqualTo(EmergingPattern.NONE);
    }

    @Test
    void thereAreSeventeen() {
        assertThat(EmergingPattern.values()).hasSize(17);
        assertThat(Arrays.stream(EmergingPattern.values()).map(EmergingPattern::word))
                .doesNotHaveDuplicates();
    }
}
