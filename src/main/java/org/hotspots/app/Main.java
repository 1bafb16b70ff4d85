package org.hotspots.app;

import java.util.Objects;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The command line: {@code java -jar hotspots.jar COMMAND}. */
@Command(
        name = "hotspots",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Version.class,
        description = "Loads geocoded offences, finds hotspots, and shows them on a map.",
        subcommands = {
            ServeCommand.class,
            DemoCommand.class,
            ImportCommand.class,
            AreasCommand.class,
            RunCommand.class,
            CodebooksCommand.class,
            BacktestCommand.class,
            SampleCommand.class,
            ConfigCommand.class,
            CompletionCommand.class
        },
        footer = {
            "",
            "Exit codes: 0 done, 1 failed, 2 the command line was not understood, 78 a setting is wrong.",
            "Example: hotspots import --profile police-uk 2018-10-warwickshire-street.csv"
        })
public final class Main implements Runnable {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private Main() {}

    public static void main(String[] arguments) {
        System.exit(commandLine().execute(arguments));
    }

    static CommandLine commandLine() {
        CommandLine commandLine = new CommandLine(new Main());
        RunCommand.addOptions(
                Objects.requireNonNull(commandLine.getSubcommands().get("run")));
        return commandLine
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setExitCodeExceptionMapper(Failures::exitCode)
                .setExecutionExceptionHandler(Failures::handle);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "Which command?");
    }

    /** The version of the program, as its jar says. */
    static final class Version implements CommandLine.IVersionProvider {
        /** Part of every run id; {@code dev} where the classes do not come from the jar. */
        static String text() {
            String version = Main.class.getPackage().getImplementationVersion();
            return version == null ? "dev" : version;
        }

        @Override
        public String[] getVersion() {
            return new String[] {"hotspots " + text()};
        }
    }
}
