package org.hotspots.backtest;

import java.util.Comparator;
import java.util.List;
import org.hotspots.question.Method;
import org.hotspots.wording.Wording;

/**
 * Chooses among candidates by their mean PAI. Each setting stands with its best window. A setting whose difference from the
 * best, month by month, could be chance (Student's interval holds 0; 95 % for all settings together, since the best of many
 * is the luckiest, too) is as good as the best, and so is one whose mean is not much lower; of these the simplest is chosen,
 * and simplest of all is the general default, since changing it needs a reason.
 */
final class Chooser {
    static final int LEAST_EVENTS = 10;
    /** Two differences may agree by accident, and then seem certain. */
    private static final int LEAST_MONTHS = 3;

    /** A part of the best PAI that no patrol would notice, however sure it is. */
    private static final double ALIKE = 0.95;

    private final List<Standing> rivals;
    private final Standing baseline;
    private final double defaultBandwidthMetres;

    private Chooser(List<Standing> standings, double defaultBandwidthMetres) {
        this.baseline = standings.get(0);
        this.rivals = standings.subList(1, standings.size());
        this.defaultBandwidthMetres = defaultBandwidthMetres;
    }

    /**
     * @param standings the baseline first
     * @param defaultBandwidthMetres of the general default, quartic density
     */
    static Choice choose(List<Backtest.HeldOut> heldOut, List<Standing> standings, double defaultBandwidthMetres) {
        long events = heldOut.stream().mapToLong(Backtest.HeldOut::events).sum();
        long months = heldOut.stream().filter(month -> month.events() > 0).count();
        if (heldOut.isEmpty()) {
            return none("The data have fewer than four whole months, so none can be held out after a window of three");
        }
        if (events < LEAST_EVENTS || months < LEAST_MONTHS) {
            return none(Wording.of(
                    "%,d events in %,d held-out months: no method can be told from another with fewer than %d events or %d"
                            + " months",
                    events, months, LEAST_EVENTS, LEAST_MONTHS));
        }
        if (standings.isEmpty()) {
            return none("Nothing was known of any ground before the first held-out month");
        }
        return new Chooser(standings, defaultBandwidthMetres).choice();
    }

    private static Choice none(String why) {
        return new Choice(null, why + ". No method can be preferred; the general default stays.");
    }

    private Choice choice() {
        List<Standing> bySetting = rivals.stream()
                .filter(standing -> standing.equals(bestOf(settingOf(standing))))
                .toList();
        Standing best = bestOf(bySetting);
        if (best.pai().low() <= 1) {
            return none("No method is known to find more than flags put anywhere would (best: "
                    + best.candidate().inWords() + ", " + pai(best) + ")");
        }
        Standing simplest = bySetting.stream()
                .filter(standing -> isAsGood(standing, best, bySetting.size() - 1))
                .min(Comparator.comparingInt(this::complexity))
                .orElseThrow();
        Standing shortest = settingOf(simplest).stream()
                .filter(standing -> standing.pai().value()
                        >= simplest.pai().value() - simplest.pai().standardError())
                .min(Comparator.comparingInt(standing -> standing.candidate().windowMonths()))
                .orElseThrow();
        String reason = String.join(
                " ", aboutMethod(bySetting, best, simplest), aboutWindow(simplest, shortest), aboutBaseline(simplest));
        return new Choice(shortest.candidate(), reason.strip());
    }

    private List<Standing> settingOf(Standing standing) {
        return rivals.stream()
                .filter(other -> other.candidate().isSameSetting(standing.candidate()))
                .toList();
    }

    /** The highest mean; of equal ones the first, which has the shorter window. */
    private static Standing bestOf(List<Standing> standings) {
        Standing best = standings.get(0);
        for (Standing standing : standings) {
            best = standing.pai().value() > best.pai().value() ? standing : best;
        }
        return best;
    }

    private static boolean isAsGood(Standing standing, Standing best, int comparisons) {
        return standing.pai().value() >= ALIKE * best.pai().value() || couldBeChance(best, standing, comparisons);
    }

    private static boolean couldBeChance(Standing better, Standing other, int comparisons) {
        Mean difference = Mean.ofDifferences(better.paiByMonth(), other.paiByMonth(), comparisons);
        return difference.low() <= 0;
    }

    private int complexity(Standing standing) {
        if (isDefault(standing)) {
            return 0;
        }
        return switch (standing.candidate().method()) {
            case GRID_COUNT -> 1;
            case KDE_QUARTIC -> 2;
            case KDE_GAUSSIAN -> 3;
            case KDE_ADAPTIVE -> 4;
            case GI_STAR -> 5;
            case DBSCAN -> 6;
            case STAC -> 7;
            case NNH -> 8;
            case HDBSCAN -> 9;
        };
    }

    private boolean isDefault(Standing standing) {
        return standing.candidate().method() == Method.KDE_QUARTIC
                && standing.candidate().metres() == defaultBandwidthMetres;
    }

    private String aboutMethod(List<Standing> bySetting, Standing best, Standing chosen) {
        StringBuilder text = new StringBuilder(Wording.of(
                "%s flagged 1 %% of the patrollable ground and found %.1f %% of the next month's events there (%s).",
                chosen.candidate().inWords(),
                100 * chosen.at().get(0).mean(PredictionScores::hitRate).value(),
                pai(chosen)));
        if (!best.equals(chosen)) {
            text.append(Wording.of(
                    " %s did best (%s), but the difference is small or could be chance, and %s.",
                    best.candidate().inWords(),
                    pai(best),
                    isDefault(chosen) ? "the general default stays unless it is beaten" : "the simpler is preferred"));
        }
        bySetting.stream()
                .filter(standing -> isDefault(standing) && !isDefault(chosen))
                .forEach(standing -> text.append(Wording.of(
                        " The general default is behind the best by more than chance, and by more than a twentieth (%s).",
                        pai(standing))));
        return text.toString();
    }

    private String aboutWindow(Standing best, Standing shortest) {
        int months = shortest.candidate().windowMonths();
        int longest = rivals.stream()
                .mapToInt(standing -> standing.candidate().windowMonths())
                .max()
                .orElseThrow();
        if (settingOf(best).size() == 1) {
            return "Only " + months + " months to learn from could be tested.";
        }
        if (months == longest) {
            return "It needs " + months
                    + " months to learn from: shorter windows found less by more than a standard error.";
        }
        if (shortest.equals(best)) {
            return "The best window to learn from is " + months + " months.";
        }
        return Wording.of(
                "%d months to learn from are enough (PAI %.1f; the best window, %d months, is within a standard error).",
                months, shortest.pai().value(), best.candidate().windowMonths());
    }

    private String aboutBaseline(Standing chosen) {
        return couldBeChance(chosen, baseline, 1)
                ? Wording.of(
                        "Counting the last month alone may do as well (PAI %.1f): the gain could be chance.",
                        baseline.pai().value())
                : "";
    }

    private static String pai(Standing standing) {
        Mean pai = standing.pai();
        return Wording.of("PAI %.1f, %.1f to %.1f", pai.value(), Math.max(0, pai.low()), pai.high());
    }
}
