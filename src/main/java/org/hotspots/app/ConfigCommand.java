package org.hotspots.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.List;
import java.util.concurrent.Callable;
import org.hotspots.store.DatabaseException;
import org.hotspots.store.DatabaseTrial;
import org.hotspots.store.cluster.ClusterException;
import org.hotspots.wording.Wording;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "config",
        mixinStandardHelpOptions = true,
        description = "Tells about the settings.",
        footer = {"", "Example: hotspots config check"},
        subcommands = ConfigCommand.Check.class)
final class ConfigCommand implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command? hotspots config check");
    }

    @Command(
            name = "check",
            mixinStandardHelpOptions = true,
            description = {
                "Reads every setting, tells its value and where it comes from, and tries the database.",
                "Nothing is changed. Passwords are not shown. Exit code 78 where a setting is wrong or no database answers."
            },
            footer = {"", "Example: hotspots config check --json"})
    static final class Check implements Callable<Integer> {
        @Spec
        @SuppressWarnings("NullAway.Init") // picocli sets it
        private CommandSpec spec;

        @Mixin
        private final DataOptions data = new DataOptions();

        @Option(names = "--port", description = "Port to listen on, as serve takes it.")
        private @Nullable Integer port;

        @Option(names = "--json", description = "Print one JSON document.")
        private boolean json;

        @Override
        public Integer call() {
            Settings settings;
            try {
                settings = data.settings(port);
            } catch (Settings.InvalidSettings e) {
                if (json) {
                    print(List.of(), null, e.faults());
                }
                throw e;
            }
            List<ToldSetting> told = Settings.told(settings, System.getenv(), data.dataDir != null, port != null);
            String database = null;
            String fault = "";
            try {
                database = DatabaseTrial.answer(settings.database());
            } catch (DatabaseException | ClusterException e) {
                fault = "The database does not answer: " + e.getMessage();
            }
            print(told, database, fault.isEmpty() ? List.of() : List.of(fault));
            return fault.isEmpty() ? ExitCode.DONE : ExitCode.CONFIGURATION;
        }

        private void print(List<ToldSetting> settings, @Nullable String database, List<String> faults) {
            Printed out = new Printed(spec.commandLine());
            if (json) {
                out.json(node -> {
                    ArrayNode list = node.putArray("settings");
                    settings.forEach(setting -> list.addObject()
                            .put("name", setting.name())
                            .put("value", setting.value())
                            .put("from", setting.from().words()));
                    node.put("database", database);
                    node.set("faults", out.array(faults));
                });
                return;
            }
            settings.forEach(setting -> out.line(Wording.of(
                    "%-30s %-12s  %s",
                    setting.name(), setting.from().words(), setting.value() == null ? "-" : setting.value())));
            if (database != null) {
                out.line("Database: " + database);
            }
            faults.forEach(out::warning);
        }
    }
}
