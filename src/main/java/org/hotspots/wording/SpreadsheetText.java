package org.hotspots.wording;

/**
 * Text for a table that a spreadsheet may open. Spreadsheets take a text that begins like a formula for one, whoever wrote
 * it; an apostrophe before it makes it a text.
 */
public final class SpreadsheetText {
    private static final String FORMULA_STARTS = "=+-@\t\r\n";

    private SpreadsheetText() {}

    /** The text, with an apostrophe before it where a spreadsheet would compute it; for texts, never for numbers. */
    public static String safe(String text) {
        return !text.isEmpty() && FORMULA_STARTS.indexOf(text.charAt(0)) >= 0 ? "'" + text : text;
    }
}
