package org.hotspots.app;

import java.io.IOException;
import java.util.concurrent.Callable;
import org.hotspots.http.WebSettings;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = {
            "Serves the page and the interface on 127.0.0.1.",
            "Any other address is refused until there are accounts: whoever reaches the server sees everything."
        },
        footer = {"", "Example: hotspots serve --port 8080"})
final class ServeCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Mixin
    private final DataOptions data = new DataOptions();

    @Option(names = "--port", description = "Port to listen on (HOTSPOTS_PORT, or 8080); 0 for any free one.")
    private @Nullable Integer port;

    @Option(names = "--json", description = "Print one JSON document, once the server listens.")
    private boolean json;

    @Option(
            names = "--host",
            defaultValue = WebSettings.LOOPBACK,
            description = "${DEFAULT-VALUE}; any other address is refused until there are accounts.")
    private String host = "";

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (!host.equals(WebSettings.LOOPBACK)) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--host=" + host + ": 127.0.0.1, since there are no accounts yet and whoever reaches the server"
                            + " sees everything");
        }
        try (Installation installation = Installation.open(data.settings(port))) {
            Serving.untilStopped(new Printed(spec.commandLine()), installation, json);
        }
        return ExitCode.DONE;
    }
}
