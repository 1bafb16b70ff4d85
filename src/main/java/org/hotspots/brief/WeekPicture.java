package org.hotspots.brief;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.hotspots.hotspot.Times;

/** A week as seven rows of hours: the darker the more events, and their number in each. */
final class WeekPicture {
    private static final float LABELS = 20;
    private static final float CELL_WIDTH = 11;
    private static final float CELL_HEIGHT = 9;
    private static final float AXIS = 9;
    private static final int HOURS = 24;
    private static final int EVERY_HOURS = 3;
    private static final float DARKEST = 0.15f;
    private static final float LIGHTEST = 0.9f;
    /** Where black and white letters stand out alike, 4.6 to 1. */
    private static final float WHITE_LETTERS_BELOW = 0.46f;

    private static final long MOST_SHOWN = 99;

    static final float WIDTH = LABELS + HOURS * CELL_WIDTH;
    static final float HEIGHT = AXIS + 7 * CELL_HEIGHT;

    private WeekPicture() {}

    static void draw(Sheet sheet, Times times, float left, float top) throws IOException {
        long most = times.byDayAndHour().stream()
                .flatMap(List::stream)
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        Sheet.Style small = sheet.grey(6.5f);
        for (int hour = 0; hour <= HOURS; hour += EVERY_HOURS) {
            sheet.textAround(small, left + LABELS + hour * CELL_WIDTH, top - 6, Integer.toString(hour));
        }
        for (int day = 0; day < WhenWords.DAYS.size(); day++) {
            float bottom = top - AXIS - (day + 1) * CELL_HEIGHT;
            sheet.text(small, left, bottom + 2.5f, WhenWords.DAYS.get(day).substring(0, 3));
            for (int hour = 0; hour < HOURS; hour++) {
                long count = times.byDayAndHour().get(day).get(hour);
                cell(sheet, left + LABELS + hour * CELL_WIDTH, bottom, new Shade(count, most));
            }
        }
    }

    /** How dark so many of the most are. */
    private record Shade(long count, long most) {
        float grey() {
            return count == 0 ? 1 : LIGHTEST - (LIGHTEST - DARKEST) * count / most;
        }
    }

    private static void cell(Sheet sheet, float left, float bottom, Shade shade) throws IOException {
        PDPageContentStream out = sheet.out();
        out.setNonStrokingColor(shade.grey());
        out.setStrokingColor(0.75f);
        out.setLineWidth(0.4f);
        out.addRect(left, bottom, CELL_WIDTH, CELL_HEIGHT);
        out.fillAndStroke();
        if (shade.count() > 0) {
            float letters = shade.grey() < WHITE_LETTERS_BELOW ? 1 : 0;
            Sheet.Style style = new Sheet.Style(sheet.lettering().regular(), 6, letters);
            String number = shade.count() > MOST_SHOWN ? MOST_SHOWN + "+" : Long.toString(shade.count());
            sheet.textAround(style, left + CELL_WIDTH / 2, bottom + 2.4f, number);
        }
    }
}
