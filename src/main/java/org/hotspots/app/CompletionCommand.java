package org.hotspots.app;

import java.util.concurrent.Callable;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "completion",
        mixinStandardHelpOptions = true,
        description = {
            "Prints a script by which bash or zsh completes the program's commands and options.",
            "It is for a command named hotspots, such as an alias of java -jar hotspots.jar."
        },
        footer = {"", "Example: hotspots completion > /etc/bash_completion.d/hotspots"})
final class CompletionCommand implements Callable<Integer> {
    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() {
        CommandSpec root = spec.root();
        new Printed(spec.commandLine()).line(AutoComplete.bash(root.name(), root.commandLine()));
        return ExitCode.DONE;
    }
}
