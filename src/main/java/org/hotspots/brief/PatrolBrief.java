package org.hotspots.brief;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.Locale;
import java.util.TimeZone;
import org.apache.pdfbox.cos.COSDictionary;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentCatalog;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import org.hotspots.hotspot.Run;

/**
 * A patrol brief: one page of A4 for each visit, in the order given. Tagged, with bookmarks; its text can be selected.
 *
 * <p>The file depends on the run, the visits and the program alone: it holds no clock's time and no random number.
 */
public final class PatrolBrief {
    /** Largest brief: a few hundred kilobytes. */
    public static final int MOST_VISITS = 20;

    private static final float PDF_VERSION = 1.7f;
    private static final int ID_HEX_DIGITS = 15;
    private static final int HEX = 16;

    private final RunFacts facts;
    private final PDDocument document;
    private final Lettering lettering;
    private final Tags tags;
    private final PDDocumentOutline bookmarks = new PDDocumentOutline();
    private final Ground ground;
    private final Paint paint;

    private PatrolBrief(RunFacts facts, PDDocument document) throws IOException {
        this.facts = facts;
        this.document = document;
        this.lettering = Lettering.embed(document);
        this.tags = new Tags(document);
        this.ground = Ground.of(facts.run());
        this.paint = Paint.of(facts.run());
    }

    /**
     * The whole file, made before the first byte of it is sent, since half a PDF cannot be read.
     *
     * @param visits 1 to {@value #MOST_VISITS} hotspots of the run
     */
    public static byte[] pdf(Run run, List<Visit> visits) {
        if (visits.isEmpty() || visits.size() > MOST_VISITS) {
            throw new IllegalArgumentException("visits=" + visits.size() + ": from 1 to " + MOST_VISITS);
        }
        try (PDDocument document = new PDDocument()) {
            PatrolBrief brief = new PatrolBrief(RunFacts.of(run), document);
            brief.describe();
            for (int k = 0; k < visits.size(); k++) {
                brief.add(visits.get(k), k + 1, visits.size());
            }
            brief.tags.finish();
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            document.save(bytes);
            return bytes.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException("nothing is read or written outside memory", e);
        }
    }

    private void add(Visit visit, int number, int pages) throws IOException {
        PlaceWords words = PlaceWords.of(facts, visit.place());
        try (Sheet sheet = new Sheet(document, lettering, tags)) {
            PlacePage page = new PlacePage(sheet, facts, ground, paint);
            page.draw(visit, words);
            page.drawFrame(number, pages, visit.place().rank());
            PDOutlineItem bookmark = new PDOutlineItem();
            bookmark.setTitle(visit.place().rank() + " " + lettering.shown(words.title()));
            bookmark.setDestination(sheet.page());
            bookmarks.addLast(bookmark);
        }
    }

    private void describe() throws IOException {
        document.setVersion(PDF_VERSION);
        // What the file's identifier is made of, instead of the time of day.
        document.setDocumentId(Long.parseLong(facts.run().id().substring(0, ID_HEX_DIGITS), HEX));
        PDDocumentInformation about = new PDDocumentInformation();
        String program = "hotspots " + facts.run().softwareVersion();
        about.setTitle("Patrol brief: " + lettering.shown(PlaceWords.subtitle(facts)));
        about.setAuthor(program);
        about.setProducer(program);
        about.setSubject("Run " + facts.run().id());
        about.setKeywords(facts.marking().words());
        LocalDate dataTo = facts.run().version().dataTo();
        if (dataTo != null) {
            about.setCreationDate(midnight(dataTo));
        }
        document.setDocumentInformation(about);
        PDDocumentCatalog catalog = document.getDocumentCatalog();
        catalog.setLanguage("en-GB");
        catalog.setDocumentOutline(bookmarks);
        PDViewerPreferences preferences = new PDViewerPreferences(new COSDictionary());
        preferences.setDisplayDocTitle(true);
        catalog.setViewerPreferences(preferences);
    }

    private static Calendar midnight(LocalDate day) {
        Calendar calendar = new GregorianCalendar(TimeZone.getTimeZone("UTC"), Locale.UK);
        calendar.setTimeInMillis(day.atStartOfDay(ZoneOffset.UTC).toInstant().toEpochMilli());
        return calendar;
    }
}
