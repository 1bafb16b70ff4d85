package org.hotspots.hotspot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.hotspots.hotspot.Verdict.Kind;
import org.hotspots.stats.Concentration;
import org.hotspots.stats.MultinomialMaps;
import org.hotspots.stats.SeededRandom;

/**
 * How often a verdict finds one hot cell among {@value #CELLS}, by the number of events and by how many times as dense
 * as the others the cell is; drawn as a table and as a picture.
 */
final class VerdictPower {
    static final int CELLS = 300;
    static final List<Integer> EVENTS = List.of(30, 60, 120, 300);
    static final List<Integer> TIMES = List.of(1, 2, 5, 10, 20, 50);
    private static final List<String> COLOURS = List.of("#440154", "#31688e", "#35b779", "#b5a000");

    private VerdictPower() {}

    /**
     * One point of the curve.
     *
     * @param events number of events
     * @param times how many times as dense as any other the hot cell is; 1 is chance
     * @param concentrated share of maps with this verdict
     * @param found share of maps with this verdict or weak
     */
    record Point(int events, int times, double concentrated, double found) {}

    static List<Point> curve(int rounds) {
        List<Point> points = new ArrayList<>();
        for (int events : EVENTS) {
            for (int times : TIMES) {
                points.add(point(events, times, rounds));
            }
        }
        return points;
    }

    static Point point(int events, int times, int rounds) {
        double[] planted = evenWeights();
        planted[0] = times;
        double[] kinds = shares(new MultinomialMaps(planted), new MultinomialMaps(evenWeights()), events, rounds);
        double concentrated = kinds[Kind.CONCENTRATED.ordinal()];
        return new Point(events, times, concentrated, concentrated + kinds[Kind.WEAK.ordinal()]);
    }

    /** Share of each kind of verdict over maps drawn from one distribution and compared with another. */
    static double[] shares(MultinomialMaps drawn, MultinomialMaps chance, int events, int rounds) {
        SeededRandom random = SeededRandom.stream(7, "power-" + events);
        double[] shares = new double[Kind.values().length];
        for (int round = 0; round < rounds; round++) {
            Concentration.Draw draw = new Concentration.Draw(199, round, "power");
            Kind kind = Kind.of(Concentration.of(drawn.draw(events, random), chance, draw));
            shares[kind.ordinal()] += 1.0 / rounds;
        }
        return shares;
    }

    static double[] evenWeights() {
        double[] weights = new double[CELLS];
        Arrays.fill(weights, 1);
        return weights;
    }

    static String table(List<Point> points) {
        StringBuilder table = new StringBuilder("| events | times as dense | expected in the cell | concentrated |"
                + " concentrated or weak |\n|---|---|---|---|---|\n");
        for (Point point : points) {
            double expected = point.events() * point.times() / (CELLS - 1.0 + point.times());
            table.append(String.format(
                    Locale.ROOT,
                    "| %d | %d | %.1f | %.2f | %.2f |%n",
                    point.events(),
                    point.times(),
                    expected,
                    point.concentrated(),
                    point.found()));
        }
        return table.toString();
    }

    /** Solid: concentrated; dashed: concentrated or weak; across: times as dense, each step as wide as the next. */
    static String picture(List<Point> points) {
        StringBuilder svg = new StringBuilder("""
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 640 360" font-family="sans-serif" font-size="13">
                <rect width="640" height="360" fill="#fff"/>
                <text x="20" y="20">Share of maps on which one hot cell of 300 is found (solid: concentrated; dashed: or weak)</text>
                """);
        for (int tenth = 0; tenth <= 10; tenth += 2) {
            svg.append(String.format(
                    Locale.ROOT,
                    "<path d=\"M60 %1$.0fH540\" stroke=\"#ddd\"/><text x=\"30\" y=\"%1$.0f\">%2$.1f</text>%n",
                    y(tenth / 10.0),
                    tenth / 10.0));
        }
        for (int i = 0; i < TIMES.size(); i++) {
            svg.append(String.format(Locale.ROOT, "<text x=\"%.0f\" y=\"325\">%d</text>%n", x(i) - 5, TIMES.get(i)));
        }
        svg.append("<text x=\"170\" y=\"348\">times as dense as any other cell</text>\n");
        for (int line = 0; line < EVENTS.size(); line++) {
            List<Point> ofLine = points.subList(line * TIMES.size(), (line + 1) * TIMES.size());
            svg.append(line(ofLine.stream().map(Point::concentrated).toList(), COLOURS.get(line), ""));
            svg.append(
                    line(ofLine.stream().map(Point::found).toList(), COLOURS.get(line), " stroke-dasharray=\"5 4\""));
            svg.append(String.format(
                    Locale.ROOT,
                    "<text x=\"550\" y=\"%d\" fill=\"%s\">%d events</text>%n",
                    60 + 20 * line,
                    COLOURS.get(line),
                    EVENTS.get(line)));
        }
        return svg.append("</svg>\n").toString();
    }

    private static String line(List<Double> shares, String colour, String dash) {
        StringBuilder path = new StringBuilder();
        for (int i = 0; i < shares.size(); i++) {
            path.append(String.format(Locale.ROOT, "%s%.0f %.1f", i == 0 ? "M" : "L", x(i), y(shares.get(i))));
        }
        return "<path d=\"" + path + "\" fill=\"none\" stroke=\"" + colour + "\" stroke-width=\"2\"" + dash + "/>\n";
    }

    private static double x(int step) {
        return 60 + 96.0 * step;
    }

    private static double y(double share) {
        return 300 - 260 * share;
    }
}
