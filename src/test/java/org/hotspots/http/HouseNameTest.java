package org.hotspots.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.geo.BritishNationalGrid;
import org.hotspots.geo.LonLat;
import org.hotspots.hotspot.Engine;
import org.hotspots.hotspot.EngineSettings;
import org.hotspots.hotspot.Run;
import org.hotspots.offence.TableDraft;
import org.hotspots.offence.TableDraft.Row;
import org.hotspots.offence.Theme;
import org.hotspots.question.QuestionReader;
import org.hotspots.search.PlaceSearch;
import org.hotspots.snapshot.Snapshot;
import org.hotspots.snapshot.StudyArea;
import org.hotspots.snapshot.StudyAreas;
import org.hotspots.support.FakeRunStore;
import org.hotspots.support.FakeSnapshotStore;
import org.hotspots.support.TestWorld;
import org.junit.jupiter.api.Test;

/** A house where most of a hotspot's events were is named in no answer, though the street beside it is. */
class HouseNameTest {
    private static final double EAST = TestWorld.WEST + 5000;
    private static final double NORTH = 304_500;

    private static Snapshot snapshot() {
        TableDraft draft = new TableDraft();
        int incident = 0;
        for (int k = 0; k < 40; k++) {
            draft.add(Row.at(EAST, NORTH, incident++).named("Quillwort Cottage").of(Theme.KNIFE));
            draft.add(Row.at(EAST + 10 * (k % 4), NORTH + 20, incident++)
                    .named("1" + k % 4 + " Teasel Street")
                    .of(Theme.KNIFE));
        }
        return TestWorld.snapshot(TestWorld.version(1), draft, TestWorld.areas());
    }

    private static String written(String view, Run run, Map<String, List<String>> given) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        RunViews.write(view, run, given, out);
        if (view.equals(BriefView.NAME)) {
            try (PDDocument document = Loader.loadPDF(out.toByteArray())) {
                return new PDFTextStripper().getText(document);
            }
        }
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void noViewOfARunNamesAHouse() throws IOException {
        Snapshot snapshot = snapshot();
        Engine engine =
                new Engine(new FakeSnapshotStore(snapshot), new FakeRunStore(), EngineSettings.defaults("test"));
        Run run = engine.ask(new QuestionReader(snapshot)
                .read(Map.of("theme", List.of("knife"), "area", List.of("town:middleton"))));
        LonLat house = BritishNationalGrid.toLonLat(new BritishGridPoint(EAST, NORTH));
        Map<String, List<String>> there = Map.of(
                ExplanationJson.LON, List.of(Double.toString(house.longitude())),
                ExplanationJson.LAT, List.of(Double.toString(house.latitude())));
        List<String> namingTheStreet = new ArrayList<>();
        for (String view : RunViews.names()) {
            String text = written(view, run, needed(view, there));
            assertThat(text).as(view).isNotEmpty().doesNotContainIgnoringCase("quillwort");
            if (text.contains("Teasel Street")) {
                namingTheStreet.add(view);
            }
        }

        assertThat(namingTheStreet)
                .containsExactly("hotspots", "clusters", "repeat-locations", "explain", "history", "brief.pdf");
        assertThat(run.repeatPlaces().places().get(0).near()).as("the house").isNull();
        assertThat(run.repeatPlaces().places().get(1).near()).isEqualTo("Teasel Street");
    }

    /** What a view cannot do without. */
    private static Map<String, List<String>> needed(String view, Map<String, List<String>> there) {
        if (view.startsWith("crosswalk")) {
            return Map.of(CrosswalkTable.KIND, List.of("town"));
        }
        if (view.equals(BriefView.NAME)) {
            return Map.of(BriefView.PLACES, List.of("h1"));
        }
        return view.equals("explain") ? there : Map.of();
    }

    @Test
    void searchFindsNoHouse() {
        Snapshot snapshot = snapshot();
        PlaceSearch search = PlaceSearch.of(snapshot);

        assertThat(search.search("quillwort", force(snapshot)).results()).isEmpty();
        assertThat(search.search("teasel", force(snapshot)).results()).hasSize(1);
    }

    private static StudyArea force(Snapshot snapshot) {
        return new StudyAreas(snapshot, "Middleshire").get(null);
    }
}
