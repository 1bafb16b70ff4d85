package org.hotspots.http;

import static org.hotspots.http.PlainPage.escaped;

import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.hotspots.hotspot.MethodCard;
import org.hotspots.hotspot.Run;
import org.hotspots.wording.Wording;

/** How a run was made, as a page for people: the method card's figures without script or inline style. */
final class MethodCardPage {
    private MethodCardPage() {}

    static RunView.Body of(Run run) {
        byte[] page = text(run, run.methodCard()).getBytes(StandardCharsets.UTF_8);
        return out -> out.write(page);
    }

    private static String text(Run run, MethodCard card) {
        return PlainPage.of("How this was made", """
                <h1>How this was made</h1>
                <p>%s in %s, %s to %s: %s %s.</p>
                <p>%s</p>
                <p class="small">Run <code>%s</code><br>
                data version %d, fingerprint <code>%s</code><br>
                program %s</p>
                <h2>What was asked</h2>
                <table>
                <thead><tr><th scope="col">Parameter</th><th scope="col">Value</th><th scope="col">Meaning</th></tr></thead>
                <tbody>
                %s
                </tbody>
                </table>
                <h2>How it was computed</h2>
                <dl>
                %s
                </dl>
                <h2>What is not counted</h2>
                <table>
                <thead><tr><th scope="col">Number</th><th scope="col">What</th></tr></thead>
                <tbody>
                %s
                </tbody>
                </table>
                <h2>What to know</h2>
                <ul>
                %s
                </ul>
                """.formatted(
                        escaped(run.question().filter().theme().title()),
                        escaped(run.area().summary().name()),
                        run.question().filter().from(),
                        run.question().filter().to(),
                        Wording.count(run.n()),
                        run.count().unit(),
                        escaped(run.verdict().sentence()),
                        run.id(),
                        run.version().number(),
                        escaped(run.version().fingerprint()),
                        escaped(run.softwareVersion()),
                        parameters(card),
                        formulas(card),
                        exclusions(card),
                        run.notes().stream()
                                .map(note -> "<li>" + escaped(note) + "</li>")
                                .collect(Collectors.joining("\n"))));
    }

    private static String parameters(MethodCard card) {
        return card.parameters().stream()
                .map(parameter -> "<tr><th scope=\"row\"><code>" + escaped(parameter.name()) + "</code></th><td>"
                        + (parameter.value().isNull()
                                ? "-"
                                : escaped(parameter.value().asText()))
                        + "</td><td>" + escaped(parameter.sentence()) + "</td></tr>")
                .collect(Collectors.joining("\n"));
    }

    private static String formulas(MethodCard card) {
        return card.formulas().stream()
                .map(formula -> "<dt>" + escaped(formula.name()) + "</dt><dd>" + escaped(formula.text())
                        + " <span class=\"small\">(" + escaped(formula.page()) + ")</span></dd>")
                .collect(Collectors.joining("\n"));
    }

    private static String exclusions(MethodCard card) {
        return card.exclusions().stream()
                .map(exclusion -> "<tr><td>" + Wording.count(exclusion.count()) + "</td><td>"
                        + escaped(exclusion.sentence()) + "</td></tr>")
                .collect(Collectors.joining("\n"));
    }
}
