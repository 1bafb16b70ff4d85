package org.hotspots.brief;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.hotspots.hotspot.Hotspot;

/** The page of one place: map and what to do, then why, when and how sure, and the notes as far as there is room. */
final class PlacePage {
    static final float LEFT = 48;
    static final float RIGHT = 547;
    static final float BOTTOM = 76;
    private static final float TOP = 790;
    private static final float MAP_WIDTH = 324;
    private static final float MAP_HEIGHT = 236;
    private static final float GAP = 16;
    private static final float TITLE = 19;
    /** Of a place whose name would take three lines, so that its town still stands in the title. */
    private static final float SMALL_TITLE = 13;

    private static final float BODY = 9.5f;
    private static final float SMALL = 8;
    private static final int FEW_LINES = 2;
    private static final int SOME_LINES = 4;
    private static final float PARAGRAPH_GAP = 2;
    private static final float SECTION_GAP = 6;

    private final Sheet sheet;
    private final RunFacts facts;
    private final Ground ground;
    private final Paint paint;

    PlacePage(Sheet sheet, RunFacts facts, Ground ground, Paint paint) {
        this.sheet = sheet;
        this.facts = facts;
        this.ground = ground;
        this.paint = paint;
    }

    void draw(Visit visit, PlaceWords words) throws IOException {
        Column head = new Column(sheet, LEFT + 26, RIGHT - LEFT - 26, TOP);
        boolean isLong = head.height(sheet.bold(TITLE), SOME_LINES, words.title())
                > FEW_LINES * head.height(sheet.bold(TITLE), 1, words.title());
        head.paragraph("H1", sheet.bold(isLong ? SMALL_TITLE : TITLE), FEW_LINES, words.title());
        float titleTop = TOP;
        sheet.artifact(() -> sheet.disc(LEFT + 9, titleTop - 13, visit.place().rank(), true));
        Column column = new Column(sheet, LEFT, RIGHT - LEFT, head.top() - 1);
        column.paragraph("P", sheet.grey(10), FEW_LINES, words.subtitle()).skip(6);
        float bottom = mapAndAction(visit, words, column.top());
        Column body = new Column(sheet, LEFT, RIGHT - LEFT, bottom - 10);
        section(body, "Why here", words.why());
        when(body, words);
        section(body, "How sure", words.sure());
        notes(body);
    }

    private float mapAndAction(Visit visit, PlaceWords words, float top) throws IOException {
        MapWindow.Frame frame = new MapWindow.Frame(LEFT, top - MAP_HEIGHT, MAP_WIDTH, MAP_HEIGHT);
        MapWindow window = PlaceMap.window(visit.place(), frame);
        sheet.figure(
                mapInWords(visit.place(), words),
                () -> new PlaceMap(sheet, window, ground, paint).draw(visit.place(), facts.hotspots()));
        float legend = frame.bottom() - 11;
        boolean coloured = !paint.legend().breaks().isEmpty();
        if (coloured) {
            sheet.figure(paint.legend().title(), () -> paint.drawLegend(sheet, LEFT, legend));
        }
        Column caption = new Column(sheet, LEFT, MAP_WIDTH, coloured ? legend - 4 : frame.bottom() - 4);
        caption.paragraph("Caption", sheet.grey(7), SOME_LINES, caption(coloured));
        action(visit, words, frame, window);
        return caption.top();
    }

    private static String mapInWords(Hotspot place, PlaceWords words) {
        return "Map: the outline of place " + place.rank() + ", " + words.title()
                + ", over the colours of the run, with the outlines of other places and their ranks.";
    }

    private String caption(boolean coloured) {
        String colours = coloured ? ", from the value beside each colour" : ": too few to colour";
        return paint.legend().title() + colours
                + ". Thick line: this place. White on black: its rank; black on white: other places. Hatched: beyond the"
                + " data.";
    }

    private void action(Visit visit, PlaceWords words, MapWindow.Frame map, MapWindow window) throws IOException {
        float left = map.right() + GAP;
        Column side = new Column(sheet, left, RIGHT - left, map.top());
        side.paragraph("H2", sheet.grey(SMALL), 1, "What to do");
        side.paragraph("P", sheet.bold(20), 1, Figures.count(visit.minutes(), "minutes"));
        side.paragraph("P", sheet.plain(SMALL), 1, "each visit").skip(3);
        side.paragraph("P", sheet.plain(SMALL), SOME_LINES, words.suited()).skip(SECTION_GAP);
        side.paragraph("H2", sheet.grey(SMALL), 1, "When");
        side.paragraph("P", sheet.bold(11), FEW_LINES, words.hours()).skip(SECTION_GAP);
        side.paragraph(
                        "H2",
                        sheet.grey(SMALL),
                        1,
                        "Where in " + facts.run().area().summary().name())
                .skip(2);
        MapWindow.Frame frame =
                new MapWindow.Frame(left, map.bottom(), RIGHT - left, Math.max(side.top() - map.bottom(), 40));
        sheet.figure(
                "Map: where the place lies in " + facts.run().area().summary().name() + ".",
                () -> Locator.draw(sheet, frame, ground, window));
    }

    private void section(Column body, String heading, List<String> paragraphs) throws IOException {
        body.paragraph("H2", sheet.bold(11), 1, heading);
        for (String paragraph : paragraphs) {
            body.paragraph("P", sheet.plain(BODY), SOME_LINES, paragraph).skip(PARAGRAPH_GAP);
        }
        body.skip(SECTION_GAP);
    }

    private void when(Column body, PlaceWords words) throws IOException {
        body.paragraph("H2", sheet.bold(11), 1, "When");
        float top = body.top();
        float left = LEFT + WeekPicture.WIDTH + GAP;
        boolean hasPicture = words.times().known() > 0;
        if (hasPicture) {
            sheet.figure(
                    "A week of hours, in words: " + String.join(" ", words.when()),
                    () -> WeekPicture.draw(sheet, words.times(), LEFT, top - 1));
        }
        Column beside =
                hasPicture ? new Column(sheet, left, RIGHT - left, top) : new Column(sheet, LEFT, RIGHT - LEFT, top);
        for (String paragraph : words.when()) {
            beside.paragraph("P", sheet.plain(9), SOME_LINES, paragraph).skip(PARAGRAPH_GAP);
        }
        float bottom = Math.min(beside.top(), hasPicture ? top - WeekPicture.HEIGHT : top);
        body.skip(top - bottom + SECTION_GAP);
    }

    /** As many as there is room for; the last line says how many more there are, and where. */
    private void notes(Column body) throws IOException {
        List<String> notes = facts.notes();
        if (notes.isEmpty()) {
            return;
        }
        body.paragraph("H2", sheet.bold(11), 1, "What to know");
        Sheet.Style style = sheet.plain(SMALL);
        String more = "";
        for (int k = 0; k < notes.size() && more.isEmpty(); k++) {
            String note = "– " + notes.get(k);
            boolean last = k == notes.size() - 1;
            float room = body.top() - BOTTOM - (last ? 0 : body.height(style, 1, "–"));
            if (body.height(style, SOME_LINES, note) <= room) {
                body.paragraph("P", style, SOME_LINES, note);
            } else {
                more = Figures.count(notes.size() - k, "further notes") + ": see the run's method card.";
                body.paragraph("P", style, 1, more);
            }
        }
    }

    /** What stands on every page, above and below. */
    void drawFrame(int number, int pages, int rank) throws IOException {
        PDPageContentStream out = sheet.out();
        String marking = facts.marking().words();
        Sheet.Style small = sheet.plain(7.5f);
        sheet.artifact(() -> {
            sheet.text(sheet.grey(9), LEFT, 806, "Patrol brief");
            sheet.textEndingAt(sheet.bold(9), RIGHT, 806, marking);
            out.setStrokingColor(0.6f);
            out.setLineWidth(0.6f);
            sheet.line(LEFT, 800, RIGHT, 800);
            sheet.line(LEFT, 66, RIGHT, 66);
            sheet.text(sheet.bold(7.5f), LEFT, 55, marking);
            sheet.textAround(small, (LEFT + RIGHT) / 2, 55, dataDate());
            sheet.textEndingAt(small, RIGHT, 55, "Page " + number + " of " + pages);
            sheet.text(small, LEFT, 44, "Run " + facts.run().id());
            sheet.text(
                    small,
                    LEFT,
                    33,
                    "This place on the server: /#run=" + facts.run().id() + "&place=h" + rank);
        });
    }

    private String dataDate() {
        var version = facts.run().version();
        var to = version.dataTo();
        return to == null
                ? "Data version " + version.number()
                : "Data to " + Figures.day(to) + ", version " + version.number();
    }
}
