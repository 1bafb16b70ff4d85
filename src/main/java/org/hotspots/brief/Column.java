package org.hotspots.brief;

import java.io.IOException;
import java.util.List;

/** A column of text that grows downwards. */
final class Column {
    private static final float LEADING = 1.28f;

    private final Sheet sheet;
    private final float left;
    private final float width;
    private float top;

    /** @param top where the first line begins, in points from the lower edge of the page */
    Column(Sheet sheet, float left, float width, float top) {
        this.sheet = sheet;
        this.left = left;
        this.width = width;
        this.top = top;
    }

    /** Where the next line begins. */
    float top() {
        return top;
    }

    Column skip(float points) {
        top -= points;
        return this;
    }

    /** A paragraph; what does not fit into so many lines ends in an ellipsis. */
    Column paragraph(String type, Sheet.Style style, int mostLines, String text) throws IOException {
        List<String> lines = lines(style, mostLines, text);
        sheet.tagged(type, () -> lines(style, lines));
        return this;
    }

    /** The height a paragraph takes. */
    float height(Sheet.Style style, int mostLines, String text) throws IOException {
        return lines(style, mostLines, text).size() * style.size() * LEADING;
    }

    private List<String> lines(Sheet.Style style, int mostLines, String text) throws IOException {
        return Lettering.lines(
                style.face(), sheet.lettering().shown(text), new Lettering.Measure(style.size(), width, mostLines));
    }

    private void lines(Sheet.Style style, List<String> lines) throws IOException {
        for (String line : lines) {
            sheet.text(style, left, top - style.size(), line);
            top -= style.size() * LEADING;
        }
    }
}
