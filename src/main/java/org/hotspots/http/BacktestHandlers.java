package org.hotspots.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hotspots.area.AreaAddress;
import org.hotspots.backtest.BacktestStore;
import org.hotspots.backtest.BacktestStore.StoredBacktest;
import org.hotspots.offence.Theme;

/** The back-tests that were stored: tables of scores, and the method that they recommend. */
final class BacktestHandlers {
    private static final String THEME = "theme";
    private static final String AREA = "area";
    private static final String FORCE = "force";

    private final BacktestStore backtests;

    BacktestHandlers(BacktestStore backtests) {
        this.backtests = backtests;
    }

    List<Route> routes() {
        return List.of(Route.get("/api/v1/backtests", Json.TYPE, Set.of(THEME, AREA), this::backtest));
    }

    /** 200, 304; 400; 404 where none was made of the theme and area. */
    private void backtest(Context ctx, Parameters parameters) {
        Theme theme = parameters.oneOf(
                THEME,
                List.of(Theme.values()).stream().collect(Collectors.toMap(Theme::word, Function.identity())),
                Theme.ALL);
        String area =
                parameters.read(AREA, BacktestHandlers::area, "kind:slug, such as district:rugby, or force", FORCE);
        parameters.refuseFaults();
        StoredBacktest found = backtests
                .findNewest(theme.word(), area)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.BACKTEST_NOT_FOUND,
                        "There is no back-test of theme=" + theme.word() + ", area=" + area));
        Answers.send(ctx, Json.TYPE, found.json().getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<String> area(String text) {
        return text.equals(FORCE) ? Optional.of(FORCE) : AreaAddress.find(text).map(AreaAddress::toString);
    }
}
