package org.hotspots.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hotspots.http.ServerMannersTest.assertProblem;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The search box over HTTP. */
class SearchTest extends AskedWorld {
    private static HttpResponse<String> search(String text) {
        return wire.get("/api/v1/search?q=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
    }

    @Test
    void aTownIsFoundWithItsDistrictMiddleAndBox() {
        JsonNode answer = Wire.json(search("middle"));
        JsonNode town = answer.get("results").get(0);

        assertThat(answer.fieldNames()).toIterable().containsExactly("results", "note");
        assertThat(answer.get("note").isNull()).isTrue();
        assertThat(town.fieldNames()).toIterable().containsExactly("kind", "name", "context", "centre", "bbox", "area");
        assertThat(town.get("kind").asText()).isEqualTo("town");
        assertThat(town.get("name").asText()).isEqualTo("Middleton");
        assertThat(town.get("context").asText()).isEqualTo("North");
        assertThat(town.get("area").asText()).isEqualTo("town:middleton");
        JsonNode box = town.get("bbox");
        assertThat(town.get("centre").get(0).asDouble())
                .isBetween(box.get(0).asDouble(), box.get(2).asDouble());
        assertThat(town.get("centre").get(1).asDouble())
                .isBetween(box.get(1).asDouble(), box.get(3).asDouble());
    }

    @Test
    void coordinatesHaveNoBoxAndBeyondTheForceANote() {
        JsonNode answer = Wire.json(search("52.37, -1.26"));

        assertThat(answer.get("results").get(0).get("kind").asText()).isEqualTo("coordinates");
        assertThat(answer.get("results").get(0).get("bbox").isNull()).isTrue();
        assertThat(answer.get("results").get(0).get("area").isNull()).isTrue();
        assertThat(answer.get("note").asText()).startsWith("52.37, -1.26 lies outside ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "_", "(a+)+$", "' OR 1=1--", "<script>", "\\", "🙂"})
    void Q20_everyTextIsLiteral(String text) {
        HttpResponse<String> response = search(text);
        Duration quickest = IntStream.range(0, 10)
                .mapToObj(i -> timed(text))
                .min(Comparator.naturalOrder())
                .orElseThrow();

        // The quickest: the machine may be busy with other tests.
        assertThat(quickest).isLessThan(Duration.ofMillis(100));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(Wire.json(response).get("results")).isEmpty();
    }

    private static Duration timed(String text) {
        long start = System.nanoTime();
        search(text);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    @Test
    void whatCannotBeLookedForIsRefusedWithRuleAndValue() {
        assertThat(assertProblem(wire.get("/api/v1/search"), 400, "invalid-parameter")
                        .get("detail")
                        .asText())
                .isEqualTo("q: required; something to look for, at most 100 characters");
        assertProblem(wire.get("/api/v1/search?q="), 400, "invalid-parameter");
        assertThat(assertProblem(search(" - "), 400, "invalid-parameter")
                        .get("detail")
                        .asText())
                .isEqualTo("q= - : something to look for, at most 100 characters");
        assertThat(search("x".repeat(100)).statusCode()).isEqualTo(200);
        assertProblem(search("x".repeat(101)), 400, "invalid-parameter");
        assertProblem(search("a\u0007b"), 400, "malformed-encoding");
        assertProblem(wire.get("/api/v1/search?q=a&q=b"), 400, "duplicated-parameter");
        assertProblem(wire.get("/api/v1/search?text=a"), 400, "invalid-parameter");
    }

    @Test
    void theSameAnswerIsNotSentTwice() {
        String tag = search("middle").headers().firstValue("ETag").orElseThrow();

        assertThat(world.wire
                        .get("/api/v1/search?q=middle", "If-None-Match", tag)
                        .statusCode())
                .isEqualTo(304);
    }
}
