package org.hotspots.page;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.assertj.core.api.SoftAssertions;
import org.hotspots.http.HeldToContract;
import org.hotspots.stats.SeededRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Fifty filters drawn by lot: the list, the map, the legend, the times, the files to take along, the interface and the
 * command line tell the same number of events and the same places with the same counts; and the number is what SQL
 * counts in the stored rows.
 */
@ExtendWith(SharedDemo.class)
class AllViewsAgreeTest {
    private static final int FILTERS = 50;
    private static final long SEED = 20_201_101;
    private static final Pattern WORD = Pattern.compile("'([^']*)'|([\\w:.,-]+)");
    private static final Pattern HEAD = Pattern.compile(": ([0-9,]+) (?:incidents|offences) \\(");
    private static final Pattern LINE = Pattern.compile("(?m)^(h[0-9]+) +([0-9,]+) ");
    private static final Pattern REST = Pattern.compile("(?m)^([0-9]+) more$");

    private final HttpClient client = HttpClient.newHttpClient();
    private final ObjectMapper json = new ObjectMapper();

    @Test
    void inFiftyFiltersDrawnByLot() throws IOException, InterruptedException, SQLException {
        SeededRandom random = new SeededRandom(SEED);
        Set<Object> drawn = new HashSet<>();
        SoftAssertions softly = new SoftAssertions();
        long events = 0;
        long places = 0;
        try (Browser browser = new Browser();
                DemoCommands commands = new DemoCommands(SharedDemo.folder());
                StoredEvents stored = new StoredEvents(SharedDemo.folder())) {
            browser.open(SharedDemo.origin() + "/#theme=knife&area=town:coleshill");
            browser.awaitPhase("shown");
            browser.find("#take");
            JsonNode data = get("/api/v1/data").get("data_version");
            LocalDate first = LocalDate.parse(data.get("data_from").asText());
            LocalDate last = LocalDate.parse(data.get("data_to").asText());
            while (drawn.size() < FILTERS) {
                DrawnFilter filter = DrawnFilter.draw(random, first, last);
                if (!drawn.add(filter.asked())) continue;
                String told = "filter " + drawn.size() + " of seed " + SEED + ": " + filter;
                Compared compared = new Compared(softly, told, browser, commands);
                long n = stored.count(filter);
                compared.all(filter, n);
                events += n;
                places += compared.places.size();
            }
            assertThat(browser.complaints()).isEmpty();
        }
        softly.assertAll();
        // Else the lots would compare nothing with nothing.
        assertThat(events).isGreaterThan(10_000);
        assertThat(places).isGreaterThan(40);
    }

    private JsonNode get(String address) throws IOException, InterruptedException {
        URI uri = URI.create(address.startsWith("/") ? SharedDemo.origin() + address : address);
        HttpResponse<String> response = client.send(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString());
        assertThat(response.statusCode()).as(address + " " + response.body()).isEqualTo(200);
        HeldToContract.check(response, response.body().getBytes(UTF_8));
        return json.readTree(response.body());
    }

    /** The words of a command as a shell would part them; anything that it would not take for a word is a fault. */
    private static List<String> words(String command) {
        assertThat(command.replaceAll(WORD.pattern(), "").strip()).as(command).isBlank();
        return WORD.matcher(command)
                .results()
                .map(word -> word.group(1) == null ? word.group(2) : word.group(1))
                .toList();
    }

    /** One filter, seen from every side. */
    private final class Compared {
        private final SoftAssertions softly;
        private final String told;
        private final Browser browser;
        private final DemoCommands commands;
        private List<String> places = List.of();
        private List<Long> counts = List.of();

        Compared(SoftAssertions softly, String told, Browser browser, DemoCommands commands) {
            this.softly = softly;
            this.told = told;
            this.browser = browser;
            this.commands = commands;
        }

        void all(DrawnFilter filter, long n) throws IOException, InterruptedException {
            ShownAnswer shown = ShownAnswer.to(filter, browser);
            JsonNode take = ShownAnswer.take(browser);
            List<String> words =
                    words(take.get("command").asText().replaceFirst("^java -jar target/hotspots.jar ", ""));
            // Each takes most of a second, so they take turns: the document, and the list for people.
            boolean isDocument = filter.from().toEpochDay() % 2 == 0;
            commands.send(isDocument ? words : words.subList(0, words.size() - 1));
            files(take.get("files"), n);
            page(shown, n);
            equal(
                    "counts of the analyst's list",
                    ints(take.get("counts")),
                    counts.subList(0, shown.listed().size()));
            interfaceRun(shown, take.get("curl").asText(), n);
            times(ShownAnswer.times(browser), n);
            DemoCommands.Answer answer = commands.receive();
            equal("code of the command", answer.code(), 0);
            if (isDocument) commandDocument(answer.out(), shown.run(), n);
            else commandList(answer.out(), shown.run(), n);
        }

        private void equal(String what, Object actual, Object expected) {
            softly.assertThat(actual).as(what + ", " + told).isEqualTo(expected);
        }

        private void page(ShownAnswer shown, long n) {
            shown.totals().forEach((where, total) -> equal("n of " + where, total, n));
            List<String> listed = places.subList(0, Math.min(places.size(), 100));
            equal("places of the list", shown.ids(), listed);
            equal("ranks of the list", shown.ranks(), ranks(listed.size()));
            equal("counts of the list", shown.listed(), counts.subList(0, listed.size()));
            equal("places held back", shown.heldBack(), (long) places.size() - listed.size());
            equal("outlines", shown.outlines(), listed.size());
            equal("badges", shown.badges(), ranks(Math.min(10, listed.size())));
            List<String> tooltips = IntStream.range(0, listed.size())
                    .mapToObj(i -> (i + 1) + ": " + counts.get(i))
                    .toList();
            equal("ranks and counts of the outlines", shown.told(), tooltips);
        }

        private static List<String> ranks(int places) {
            return IntStream.rangeClosed(1, places).mapToObj(Integer::toString).toList();
        }

        private void files(JsonNode files, long n) throws IOException, InterruptedException {
            JsonNode hotspots = get(files.get("Places").asText()).get("features");
            places = hotspots.findValuesAsText("id");
            counts = StreamSupport.stream(hotspots.spliterator(), false)
                    .map(each -> each.at("/properties/count").asLong())
                    .toList();
            JsonNode cells = get(files.get("Cells").asText()).get("features");
            long inCells = StreamSupport.stream(cells.spliterator(), false)
                    .mapToLong(each -> each.at("/properties/count").asLong())
                    .sum();
            equal("sum of the cells' file", inCells, n);
            equal("counted in the offences' file", counted(files.get("Offences").asText()), n);
            JsonNode times = get(files.get("Hours").asText());
            equal("total of the hours' file", times.get("total").asLong(), n);
        }

        /** Of the table, since tens of thousands of features take long to be read as a document. */
        private long counted(String geoJson) throws IOException, InterruptedException {
            URI table = URI.create(geoJson.replaceFirst("geojson$", "csv"));
            HttpResponse<String> response =
                    client.send(HttpRequest.newBuilder(table).build(), BodyHandlers.ofString());
            assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
            try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(response.body())) {
                return rows.stream()
                        .mapToLong(row -> Long.parseLong(row.getField("counted")))
                        .sum();
            }
        }

        private void interfaceRun(ShownAnswer shown, String curl, long n) throws IOException, InterruptedException {
            JsonNode run = get(curl.substring(curl.indexOf('\'') + 1, curl.lastIndexOf('\'')));
            equal("run of the interface", run.get("run_id").asText(), shown.run());
            equal("n of the interface", run.get("n").asLong(), n);
        }

        private void times(JsonNode times, long n) {
            long inHours = LongStream.of(longs(times.get("cells"))).sum();
            long apart = LongStream.of(longs(times.get("unknown"))).sum()
                    + ShownAnswer.number(times.get("dayless").asText());
            equal("cells of the week", times.get("cells").size(), 7 * 24);
            equal(
                    "n of the times' heading",
                    ShownAnswer.number(times.get("heading").asText()),
                    n);
            equal("sum of the week", inHours + apart, n);
            equal("known hours", times.get("known").asText().contains("of all"), apart == 0);
        }

        private void commandDocument(String out, String run, long n) throws IOException {
            JsonNode summary = json.readTree(out);
            equal("run of the command line", summary.path("run_id").asText(), run);
            equal("n of the command line", summary.path("n").asLong(), n);
        }

        private void commandList(String out, String run, long n) {
            equal("run that the command prints", out.contains("Run " + run + ","), true);
            equal(
                    "n that the command prints",
                    HEAD.matcher(out).results().map(Compared::number).toList(),
                    List.of(n));
            List<String> expected = IntStream.range(0, Math.min(20, places.size()))
                    .mapToObj(i -> String.format(Locale.UK, "%s %,d", places.get(i), counts.get(i)))
                    .toList();
            equal(
                    "places that the command prints",
                    LINE.matcher(out)
                            .results()
                            .map(line -> line.group(1) + " " + line.group(2))
                            .toList(),
                    expected);
            equal(
                    "places that the command does not print",
                    REST.matcher(out).results().map(Compared::number).toList(),
                    places.size() > 20 ? List.of(places.size() - 20L) : List.of());
        }

        private static long number(MatchResult match) {
            return ShownAnswer.number(match.group(1));
        }

        private static List<Long> ints(JsonNode texts) {
            return StreamSupport.stream(texts.spliterator(), false)
                    .map(text -> ShownAnswer.number(text.asText()))
                    .toList();
        }

        private static long[] longs(JsonNode numbers) {
            return StreamSupport.stream(numbers.spliterator(), false)
                    .mapToLong(JsonNode::asLong)
                    .toArray();
        }
    }
}
