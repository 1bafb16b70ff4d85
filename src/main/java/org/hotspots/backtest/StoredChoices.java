package org.hotspots.backtest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import java.util.Optional;
import org.hotspots.area.AreaAddress;
import org.hotspots.backtest.BacktestStore.StoredBacktest;
import org.hotspots.offence.Theme;
import org.hotspots.question.Method;
import org.hotspots.question.MethodChoice;
import org.hotspots.question.MethodChoices;
import org.jspecify.annotations.Nullable;

/** The choices of stored back-tests, as {@link BacktestJson} wrote them. */
public final class StoredChoices implements MethodChoices {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final BacktestStore backtests;

    public StoredChoices(BacktestStore backtests) {
        this.backtests = backtests;
    }

    @Override
    public Optional<MethodChoice> findNewest(Theme theme, @Nullable AreaAddress area, long dataVersion) {
        return backtests
                .findNewest(theme.word(), area == null ? "force" : area.toString(), dataVersion)
                .flatMap(StoredChoices::choice);
    }

    private static Optional<MethodChoice> choice(StoredBacktest stored) {
        try {
            JsonNode choice = choice(stored.json());
            String reason = choice.path("reason").asText();
            String word = choice.path("method").textValue();
            if (word == null) {
                return Optional.of(new MethodChoice(stored.dataVersion(), null, reason));
            }
            // A newer program on the same database may know methods that this one does not.
            return Arrays.stream(Method.values())
                    .filter(method -> method.word().equals(word))
                    .findFirst()
                    .map(method -> new MethodChoice(stored.dataVersion(), setting(method, choice), reason));
        } catch (IOException e) {
            throw new IllegalStateException("the stored back-test of " + stored.area() + " is not JSON", e);
        }
    }

    private static MethodChoice.Setting setting(Method method, JsonNode choice) {
        JsonNode metres = choice.path("metres");
        return new MethodChoice.Setting(
                method, choice.path("parameter").asText(), metres.isNumber() ? metres.doubleValue() : null);
    }

    /** Read no further than the choice: the table after it is fifty times as long. */
    private static JsonNode choice(String json) throws IOException {
        try (JsonParser parser = JSON.createParser(json)) {
            parser.nextToken();
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals("choice")) {
                    return JSON.readTree(parser);
                }
                parser.skipChildren();
            }
            return JSON.missingNode();
        }
    }
}
