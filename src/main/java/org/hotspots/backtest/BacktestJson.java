package org.hotspots.backtest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** Writes a back-test: numbers with six significant digits, null where there is none. */
public final class BacktestJson {
    private static final MathContext DIGITS = new MathContext(6);

    private BacktestJson() {}

    public static ObjectNode of(Backtest backtest) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("theme", backtest.theme().word());
        json.put("area", backtest.area().address());
        json.put("name", backtest.area().name());
        ObjectNode version = json.putObject("data_version");
        version.put("number", backtest.version().number());
        version.put("fingerprint", backtest.version().fingerprint());
        json.put("cell_m", (int) Candidate.CELL_METRES);
        json.put("cells", backtest.cells());
        ArrayNode heldOut = json.putArray("held_out");
        backtest.heldOut()
                .forEach(month -> heldOut.addObject()
                        .put("month", month.month().toString())
                        .put("events", month.events()));
        writeChoice(json.putObject("choice"), backtest.choice());
        ArrayNode standings = json.putArray("standings");
        backtest.standings().forEach(standing -> write(standings.addObject(), standing));
        return json;
    }

    private static void writeChoice(ObjectNode json, Choice choice) {
        Candidate candidate = choice.candidate();
        writeCandidate(json, candidate);
        json.put("reason", choice.reason());
    }

    private static void writeCandidate(ObjectNode json, @Nullable Candidate candidate) {
        json.put("method", candidate == null ? null : candidate.method().word());
        json.put("method_name", candidate == null ? null : candidate.method().title());
        json.put("parameter", candidate == null ? null : candidate.parameter());
        number(json, "metres", candidate == null ? Double.NaN : candidate.metres());
        json.put("window_months", candidate == null ? null : candidate.windowMonths());
    }

    private static void write(ObjectNode json, Standing standing) {
        writeCandidate(json, standing.candidate());
        json.put("baseline", standing.candidate().isBaseline());
        ArrayNode at = json.putArray("at");
        standing.at().forEach(scores -> write(at.addObject(), scores));
    }

    private static void write(ObjectNode json, CoverageScores scores) {
        json.put("coverage", scores.coverage());
        Mean pai = scores.mean(PredictionScores::pai);
        number(json, "area_share", scores.mean(PredictionScores::areaShare).value());
        number(json, "hit_rate", scores.mean(PredictionScores::hitRate).value());
        number(json, "pai", pai.value());
        number(json, "pai_low", Math.max(0, pai.low()));
        number(json, "pai_high", pai.high());
        number(json, "pei", scores.mean(PredictionScores::pei).value());
        number(json, "pei_star", scores.mean(PredictionScores::peiStar).value());
        number(json, "ppai", scores.mean(PredictionScores::ppai).value());
        number(
                json,
                "events_per_km2",
                scores.mean(PredictionScores::eventsPerKm2).value());
        number(
                json,
                "recapture_rate",
                scores.mean(PredictionScores::recaptureRate).value());
        number(
                json,
                "jaccard",
                scores.meanStability(CoverageScores.FlagStability::jaccard).value());
        number(
                json,
                "rank_biased_overlap",
                scores.meanStability(CoverageScores.FlagStability::rankBiasedOverlap)
                        .value());
        number(
                json,
                "clumpiness",
                scores.meanStability(CoverageScores.FlagStability::clumpiness).value());
        number(
                json,
                "compactness",
                scores.meanStability(CoverageScores.FlagStability::compactness).value());
        ArrayNode byMonth = json.putArray("pai_by_month");
        for (double month : scores.paiByMonth()) {
            byMonth.add(rounded(month));
        }
    }

    private static void number(ObjectNode json, String name, double value) {
        json.put(name, rounded(value));
    }

    private static @Nullable BigDecimal rounded(double value) {
        if (!Double.isFinite(value)) {
            return null;
        }
        BigDecimal stripped = BigDecimal.valueOf(value).round(DIGITS).stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }
}
