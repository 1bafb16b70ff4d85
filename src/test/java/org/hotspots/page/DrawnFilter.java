package org.hotspots.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.hotspots.stats.SeededRandom;

/**
 * A filter drawn by lot, as the page's address writes it.
 *
 * @param asked parameters of the address
 * @param from first day that it asks for, also where the address names the period by a word
 * @param to the day after the last
 */
record DrawnFilter(Map<String, String> asked, LocalDate from, LocalDate to) {
    private static final List<String> DAYS =
            List.of("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday");
    private static final List<String> AREAS = List.of(
            "",
            "district:north-warwickshire",
            "district:nuneaton-and-bedworth",
            "district:rugby",
            "district:stratford-on-avon",
            "district:warwick",
            "town:rugby",
            "town:nuneaton",
            "town:bedworth",
            "town:royal-leamington-spa",
            "town:warwick",
            "town:stratford-upon-avon",
            "town:kenilworth");
    /** Easting and northing in towns of the sample. */
    private static final int[][] MIDDLES = {{450300, 275100}, {431900, 265700}, {436100, 291700}, {420100, 254900}};

    /** Methods, each with a parameter and values of it. */
    private static final String[][] METHODS = {
        {"kde_quartic", "bandwidth_m", "200", "300", "750"},
        {"kde_gaussian", "bandwidth_m", "150", "250"},
        {"kde_adaptive", "bandwidth_m", "300", "400"},
        {"kde_quartic", "times_mean", "3", "8"},
        {"grid_count", "cell_m", "150", "250", "400"},
        {"gi_star", "q_max", "0.01", "0.1"},
        {"dbscan", "eps_m", "100", "150", "300"},
        {"hdbscan", "grain_m", "20", "100"},
        {"nnh", "threshold_m", "60", "120"},
        {"stac", "radius_m", "150", "300"}
    };

    static DrawnFilter draw(SeededRandom random, LocalDate dataFrom, LocalDate dataTo) {
        Map<String, String> asked = new LinkedHashMap<>();
        drawTheme(random, asked);
        String area = random.chance(0.15) ? drawnArea(random) : oneOf(random, AREAS);
        if (!area.isEmpty()) asked.put("area", area);
        LocalDate[] period = drawPeriod(random, asked, dataFrom, dataTo.plusDays(1));
        drawTimes(random, asked);
        if (random.chance(0.3)) asked.put("setting", oneOf(random, List.of("public_place", "dwelling", "online")));
        if (random.chance(0.3)) asked.put("counting_basis", "offences");
        drawMethod(random, asked);
        if (random.chance(0.4)) asked.put("layer", "cells");
        if (random.chance(0.4)) asked.put("way", "team");
        return new DrawnFilter(asked, period[0], period[1]);
    }

    private static void drawTheme(SeededRandom random, Map<String, String> asked) {
        String theme = oneOf(random, List.of("", "knife", "hate", "asb"));
        if (!theme.isEmpty()) asked.put("theme", theme);
        if (theme.equals("hate") && random.chance(0.5))
            asked.put("strand", oneOf(random, List.of("race", "religion", "sexual_orientation", "disability")));
        if (theme.equals("asb") && random.chance(0.5))
            asked.put("asb_type", oneOf(random, List.of("personal", "nuisance", "environmental")));
    }

    private static String drawnArea(SeededRandom random) {
        int[] middle = MIDDLES[random.nextInt(MIDDLES.length)];
        int[][] sides = {{-1, -1}, {1, -1}, {1, 1}, {-1, 1}};
        StringBuilder corners = new StringBuilder("drawn:");
        for (int[] side : sides) {
            corners.append(String.format(
                    Locale.ROOT,
                    "%s%d,%d",
                    side == sides[0] ? "" : ";",
                    middle[0] + side[0] * (500 + random.nextInt(1500)),
                    middle[1] + side[1] * (500 + random.nextInt(1500))));
        }
        return corners.toString();
    }

    private static LocalDate[] drawPeriod(
            SeededRandom random, Map<String, String> asked, LocalDate first, LocalDate end) {
        String word = oneOf(random, List.of("", "last_28_days", "last_3_months", "previous_12_months", "own", "own"));
        if (!word.isEmpty()) asked.put("period", word);
        return switch (word) {
            case "last_28_days" -> new LocalDate[] {end.minusDays(28), end};
            case "last_3_months" -> new LocalDate[] {end.minusMonths(3), end};
            case "previous_12_months" -> new LocalDate[] {end.minusMonths(24), end.minusMonths(12)};
            case "own" -> {
                int days = Math.toIntExact(end.toEpochDay() - first.toEpochDay());
                int length = 14 + random.nextInt(days - 14);
                LocalDate from = first.plusDays(random.nextInt(days - length + 1));
                asked.put("from", from.toString());
                asked.put("to", from.plusDays(length).toString());
                yield new LocalDate[] {from, from.plusDays(length)};
            }
            default -> new LocalDate[] {end.minusMonths(12), end};
        };
    }

    private static void drawTimes(SeededRandom random, Map<String, String> asked) {
        if (random.chance(0.3)) {
            int first = random.nextInt(DAYS.size());
            int last = first + random.nextInt(DAYS.size() - first);
            if (last - first < DAYS.size() - 1) asked.put("days", String.join(",", DAYS.subList(first, last + 1)));
        }
        if (random.chance(0.3)) {
            int start = random.nextInt(24);
            int end = (start + 2 + random.nextInt(14)) % 24;
            asked.put("hours", start + "-" + (end == 0 ? 24 : end));
        }
    }

    /** Those that compare every event with every other are asked of a town alone. */
    private static void drawMethod(SeededRandom random, Map<String, String> asked) {
        if (random.chance(0.3)) return;
        String[] method = METHODS[random.nextInt(METHODS.length)];
        asked.put("method", method[0]);
        if (random.chance(0.6)) asked.put(method[1], method[2 + random.nextInt(method.length - 2)]);
        boolean isNarrow = asked.getOrDefault("area", "").matches("(town|drawn):.*");
        if (!isNarrow && List.of("hdbscan", "nnh", "stac").contains(method[0])) asked.put("area", "town:rugby");
    }

    private static <T> T oneOf(SeededRandom random, List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    String get(String name, String otherwise) {
        return asked.getOrDefault(name, otherwise);
    }

    /** What stands after the address of the page. */
    String fragment() {
        return asked.entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "#", ""));
    }

    @Override
    public String toString() {
        return fragment() + " (" + from + " to " + to + ")";
    }
}
