package org.hotspots.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.hotspots.area.Area;
import org.hotspots.area.AreaAddress;
import org.hotspots.area.AreaKind;
import org.hotspots.backtest.Backtest;
import org.hotspots.backtest.BacktestJson;
import org.hotspots.backtest.BacktestStore;
import org.hotspots.backtest.BacktestStore.StoredBacktest;
import org.hotspots.backtest.BacktestTable;
import org.hotspots.backtest.Backtesting;
import org.hotspots.hotspot.Engine;
import org.hotspots.offence.Theme;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = {
            "Tests which method would have found the next month's events, prints the table, and stores it.",
            "Each of the last twelve whole months (six, where the data are shorter than three years) is foretold",
            "from the 3, 6, 12 and 24 months before it. Questions that name no method follow what it chooses."
        },
        footer = {"", "Example: hotspots backtest --theme asb --area district:rugby"})
final class BacktestCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final DataOptions data = new DataOptions();

    @Option(names = "--theme", description = "knife, hate, asb or all; by default each of them.")
    private @Nullable Theme theme;

    @Option(
            names = "--area",
            paramLabel = "KIND:SLUG",
            description = "An area, or force; by default the force and each district.")
    private @Nullable String area;

    @Option(names = "--json", description = "Print one JSON document.")
    private boolean json;

    @Override
    public Integer call() throws IOException {
        Printed out = new Printed(spec.commandLine());
        try (Installation installation = Installation.open(data.settings());
                Engine engine = installation.engine()) {
            List<ObjectNode> results = new ArrayList<>();
            for (Optional<AreaAddress> address : areas(engine)) {
                for (Theme counted : theme == null ? List.of(Theme.values()) : List.of(theme)) {
                    Backtest backtest = Backtesting.run(engine.areaEvents(address.orElse(null)), counted);
                    results.add(store(installation.backtests(), backtest));
                    if (!json) {
                        BacktestTable.lines(backtest).forEach(out::line);
                        out.line("");
                    }
                }
            }
            if (json) {
                out.json(node -> {
                    ArrayNode all = node.putArray("backtests");
                    results.forEach(all::add);
                });
            }
        }
        return ExitCode.DONE;
    }

    private static ObjectNode store(BacktestStore store, Backtest backtest) {
        ObjectNode result = BacktestJson.of(backtest);
        store.save(new StoredBacktest(
                backtest.version().number(),
                backtest.theme().word(),
                backtest.area().address(),
                result.toString()));
        return result;
    }

    /** What is asked for; empty stands for the whole force. */
    private List<Optional<AreaAddress>> areas(Engine engine) {
        List<Area> loaded = engine.snapshot().areas().areas();
        if (area == null) {
            List<Optional<AreaAddress>> all = new ArrayList<>(List.of(Optional.empty()));
            loaded.stream()
                    .map(Area::address)
                    .filter(address -> address.kind() == AreaKind.DISTRICT)
                    .forEach(address -> all.add(Optional.of(address)));
            return all;
        }
        if (area.equals("force")) {
            return List.of(Optional.empty());
        }
        return List.of(Optional.of(loaded.stream()
                .map(Area::address)
                .filter(address -> address.toString().equals(area))
                .findFirst()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(), "--area=" + area + ": force, or a loaded area, such as district:rugby"))));
    }
}
