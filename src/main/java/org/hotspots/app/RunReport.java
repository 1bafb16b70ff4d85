package org.hotspots.app;

import java.util.List;
import org.hotspots.hotspot.Hotspot;
import org.hotspots.hotspot.Run;
import org.hotspots.offence.WeekTimes;
import org.hotspots.question.Question;
import org.hotspots.wording.Wording;

/** A run for a person at a terminal: what was asked, what to know, the ranked hotspots. */
final class RunReport {
    private static final int MOST = 20;

    private RunReport() {}

    static void print(Run run, Printed out) {
        Question question = run.question();
        WeekTimes times = question.filter().times();
        out.line(Wording.of(
                "%s in %s%s, %s to %s, %s: %,d %s (%.1f to %.1f)",
                question.filter().theme().title(),
                run.area().summary().name(),
                times == null ? "" : ", " + times.inWords(),
                question.filter().from(),
                question.filter().to(),
                question.method().title(),
                run.n(),
                run.count().unit(),
                run.count().interval().low(),
                run.count().interval().high()));
        out.line(run.verdict().sentence());
        if (!run.verdict().advice().isBlank()) {
            out.line(run.verdict().advice());
        }
        run.notes().forEach(note -> out.line("  " + note));
        List<Hotspot> hotspots = run.hotspots();
        if (hotspots.isEmpty()) {
            out.line("No hotspots.");
        } else {
            out.line(Wording.of("%-5s %8s  %-17s %9s  %s", "", run.count().unit(), "95 % interval", "km2", "near"));
            hotspots.stream().limit(MOST).forEach(hotspot -> out.line(line(hotspot)));
            if (hotspots.size() > MOST) {
                out.line(Wording.of("%,d more", hotspots.size() - MOST));
            }
        }
        out.line("Run " + run.id() + ", data version " + run.version().number() + ", program " + run.softwareVersion());
    }

    private static String line(Hotspot hotspot) {
        String town = hotspot.town() == null ? "" : ", " + hotspot.town();
        return Wording.of(
                "%-5s %,8d  %7.1f to %6.1f %9.3f  %s%s",
                hotspot.id(),
                hotspot.count(),
                hotspot.interval().low(),
                hotspot.interval().high(),
                hotspot.areaKm2(),
                hotspot.near() == null ? "-" : hotspot.near(),
                town);
    }
}
