package org.hotspots.brief;

import java.io.IOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;

/**
 * The document's two fonts, and what becomes of text that they cannot show: a character that is not in the font, has no
 * shape of its own (controls, marks of direction), or is written from the right stands as {@value #SUBSTITUTE_TEXT}, so
 * that one sees that something is missing and no name can turn the line round.
 */
record Lettering(Typeface regular, Typeface bold) {
    private static final int SUBSTITUTE = 0x25A1;
    static final String SUBSTITUTE_TEXT = "□";
    /** A space at which no line ends, between a number and its unit. */
    static final char NO_BREAK = '\u00a0';

    private static final String ELLIPSIS = "…";
    /** No name or sentence of ours is nearly as long. */
    private static final int LONGEST = 1200;

    static Lettering embed(PDDocument document) throws IOException {
        return new Lettering(
                Typeface.embed(document, "LiberationSans-Regular.ttf"),
                Typeface.embed(document, "LiberationSans-Bold.ttf"));
    }

    /** The text as it can be shown, white space as single spaces, cut after {@value #LONGEST} characters. */
    String shown(String text) throws IOException {
        String composed = Normalizer.normalize(text, Normalizer.Form.NFC);
        StringBuilder shown = new StringBuilder();
        int[] characters = composed.codePoints().limit(LONGEST).toArray();
        for (int character : characters) {
            if (character != NO_BREAK && (Character.isWhitespace(character) || Character.isSpaceChar(character))) {
                if (!shown.isEmpty() && shown.charAt(shown.length() - 1) != ' ') {
                    shown.append(' ');
                }
            } else {
                shown.appendCodePoint(canShow(character) ? character : SUBSTITUTE);
            }
        }
        String kept = shown.toString().stripTrailing();
        return characters.length < composed.codePointCount(0, composed.length()) ? kept + ELLIPSIS : kept;
    }

    private boolean canShow(int character) throws IOException {
        boolean shapeless = switch (Character.getType(character)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
        boolean fromTheRight = switch (Character.getDirectionality(character)) {
            case Character.DIRECTIONALITY_RIGHT_TO_LEFT,
                    Character.DIRECTIONALITY_RIGHT_TO_LEFT_ARABIC,
                    Character.DIRECTIONALITY_ARABIC_NUMBER -> true;
            default -> false;
        };
        return !shapeless && !fromTheRight && regular.has(character) && bold.has(character);
    }

    /**
     * Lines of shown text that are no wider than they may be. Words are kept whole where they fit a line; where there
     * are more than so many lines the last one ends in an ellipsis.
     */
    static List<String> lines(Typeface face, String shown, Measure measure) throws IOException {
        List<String> lines = new ArrayList<>();
        String rest = shown;
        while (!rest.isEmpty() && lines.size() < measure.mostLines()) {
            int end = lineEnd(face, rest, measure);
            lines.add(rest.substring(0, end).stripTrailing());
            rest = rest.substring(end).stripLeading();
        }
        if (!rest.isEmpty() && !lines.isEmpty()) {
            lines.set(lines.size() - 1, cut(face, lines.get(lines.size() - 1) + ELLIPSIS, measure));
        }
        return lines;
    }

    /**
     * How text is set.
     *
     * @param size of the letters, in points
     * @param width of the lines, in points
     * @param mostLines lines there may be
     */
    record Measure(float size, float width, int mostLines) {}

    /** After the last word that fits; within the first word where not even that does. */
    private static int lineEnd(Typeface face, String text, Measure measure) throws IOException {
        int fits = 0;
        int afterWord = 0;
        float width = 0;
        while (fits < text.length()) {
            int next = text.offsetByCodePoints(fits, 1);
            width += face.width(text.substring(fits, next), measure.size());
            if (width > measure.width() && text.charAt(fits) != ' ') {
                return afterWord > 0 ? afterWord : Math.max(fits, text.offsetByCodePoints(0, 1));
            }
            afterWord = text.charAt(fits) == ' ' ? next : afterWord;
            fits = next;
        }
        return fits;
    }

    /** The text that ends in an ellipsis, shortened before it until it fits. */
    private static String cut(Typeface face, String text, Measure measure) throws IOException {
        String cut = text;
        while (cut.length() > 2 && face.width(cut, measure.size()) > measure.width()) {
            int end = cut.offsetByCodePoints(cut.length(), -2);
            cut = cut.substring(0, end).stripTrailing() + ELLIPSIS;
        }
        return cut;
    }
}
