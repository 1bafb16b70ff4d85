package org.hotspots.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What all commands have in common. */
class CommandsTest {
    /** Groups, whose commands do the work, and the one whose output is a script. */
    private static final Set<String> WITHOUT_JSON =
            Set.of("hotspots", "hotspots areas", "hotspots config", "hotspots completion");

    private static Stream<CommandLine> all(CommandLine command) {
        return Stream.concat(
                Stream.of(command), command.getSubcommands().values().stream().flatMap(CommandsTest::all));
    }

    private static String name(CommandLine command) {
        return command.getCommandSpec().qualifiedName();
    }

    @Test
    void everyCommandHasAnExampleThatItUnderstands() {
        assertThat(all(Main.commandLine())).hasSizeGreaterThan(10).allSatisfy(command -> {
            List<String> examples = Stream.of(
                            command.getCommandSpec().usageMessage().footer())
                    .filter(line -> line.startsWith("Example: hotspots"))
                    .toList();
            assertThat(examples).as(name(command)).isNotEmpty();
            assertThat(examples).allSatisfy(example -> {
                assertThat(example)
                        .startsWith("Example: " + (name(command).equals("hotspots") ? "hotspots" : name(command)));
                String words = example.substring("Example: hotspots ".length()).replaceAll(" > .*", "");
                Main.commandLine().parseArgs(words.split(" ", -1));
            });
        });
    }

    @Test
    void everyCommandThatDoesWorkCanAnswerInJson() {
        assertThat(all(Main.commandLine()).filter(command -> !WITHOUT_JSON.contains(name(command))))
                .allSatisfy(command -> assertThat(command.getCommandSpec().optionsMap())
                        .as(name(command))
                        .containsKey("--json"));
    }

    @Test
    void theDemoTakesADataFolderOfItsOwnWhateverTheEnvironmentSays(@TempDir Path folder) {
        Map<String, String> ofRealData = Map.of(
                "HOTSPOTS_DB_URL", "jdbc:postgresql://127.0.0.1:5433/hotspots",
                "HOTSPOTS_DB_USER", "hotspots",
                "HOTSPOTS_DB_PASSWORD", "secret",
                "HOTSPOTS_PORT", "8123");
        assertThat(Settings.read(ofRealData, folder, null).database().address()).isNotNull();
        Settings demo = Settings.read(DemoCommand.withoutDatabase(ofRealData), folder, null);
        assertThat(demo.database().address()).isNull();
        assertThat(demo.database().dataDir()).isEqualTo(folder);
        assertThat(demo.port()).isEqualTo(8123);
    }

    @Test
    void theCompletionScriptNamesEveryCommandAndOption() {
        StringWriter out = new StringWriter();
        CommandLine commands = Main.commandLine();
        commands.setOut(new PrintWriter(out));
        assertThat(commands.execute("completion")).isZero();
        assertThat(all(commands)).allSatisfy(command -> {
            assertThat(out.toString()).contains(command.getCommandName());
            assertThat(command.getCommandSpec().optionsMap().keySet())
                    .as(name(command))
                    .allSatisfy(option -> assertThat(out.toString()).contains(option));
        });
    }

    @Test
    void everySettingIsToldWithWhereItCameFromAndNoPassword() {
        Map<String, String> environment = Map.of(
                "HOTSPOTS_DB_URL", "jdbc:postgresql://somebody:hidden@db.example/crime?password=hidden",
                "HOTSPOTS_DB_PASSWORD", "hidden",
                "HOTSPOTS_PORT", "9000");
        Settings settings = Settings.read(environment, Path.of("/chosen"), null);

        Map<String, ToldSetting> told = Settings.told(settings, environment, true, false).stream()
                .collect(Collectors.toMap(ToldSetting::name, Function.identity()));

        assertThat(told.toString()).doesNotContain("hidden");
        assertThat(told.values()).extracting(ToldSetting::name).containsExactlyInAnyOrderElementsOf(Settings.KNOWN);
        assertThat(told)
                .containsEntry(
                        "HOTSPOTS_DB_URL",
                        new ToldSetting(
                                "HOTSPOTS_DB_URL",
                                "jdbc:postgresql://db.example/crime",
                                ToldSetting.Origin.ENVIRONMENT))
                .containsEntry(
                        "HOTSPOTS_DB_PASSWORD",
                        new ToldSetting("HOTSPOTS_DB_PASSWORD", "***", ToldSetting.Origin.ENVIRONMENT))
                .containsEntry(
                        "HOTSPOTS_PORT", new ToldSetting("HOTSPOTS_PORT", "9000", ToldSetting.Origin.ENVIRONMENT))
                .containsEntry(
                        "HOTSPOTS_DATA_DIR", new ToldSetting("HOTSPOTS_DATA_DIR", "/chosen", ToldSetting.Origin.OPTION))
                .containsEntry("HOTSPOTS_FORCE", new ToldSetting("HOTSPOTS_FORCE", null, ToldSetting.Origin.DEFAULT));
    }
}
