package org.hotspots.brief;

import java.awt.geom.GeneralPath;
import java.awt.geom.PathIterator;
import java.io.IOException;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.jspecify.annotations.Nullable;

/** One page of A4 while it is drawn. Points from the lower left corner; greys from 0 (black) to 1 (white). */
final class Sheet implements AutoCloseable {
    private static final float FRAME_GREY = 0.3f;
    private static final float FRAME_WIDTH = 0.8f;
    private static final COSName ARTIFACT = COSName.getPDFName("Artifact");

    private final PDPageContentStream out;
    private final Lettering lettering;
    private final Tags.OfPage tags;
    private final PDPage page;

    Sheet(PDDocument document, Lettering lettering, Tags tags) throws IOException {
        this.page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        this.lettering = lettering;
        this.tags = tags.page(page);
        this.out = new PDPageContentStream(document, page);
    }

    /** Draws what a frame cuts off at its sides, then the frame. */
    void framed(MapWindow.Frame frame, Drawing inside) throws IOException {
        out.saveGraphicsState();
        out.addRect(frame.left(), frame.bottom(), frame.width(), frame.height());
        out.clip();
        inside.draw();
        out.restoreGraphicsState();
        out.setStrokingColor(FRAME_GREY);
        out.setLineWidth(FRAME_WIDTH);
        out.addRect(frame.left(), frame.bottom(), frame.width(), frame.height());
        out.stroke();
    }

    /** Draws a part of the page. */
    @FunctionalInterface
    interface Drawing {
        void draw() throws IOException;
    }

    PDPage page() {
        return page;
    }

    PDPageContentStream out() {
        return out;
    }

    Lettering lettering() {
        return lettering;
    }

    /** Draws what is part of the document: text of a type such as {@code P}. */
    void tagged(String type, Drawing drawing) throws IOException {
        tagged(type, null, drawing);
    }

    /** Draws a picture that is also told in words. */
    void figure(String inWords, Drawing drawing) throws IOException {
        tagged("Figure", inWords, drawing);
    }

    private void tagged(String type, @Nullable String inWords, Drawing drawing) throws IOException {
        out.beginMarkedContent(COSName.getPDFName(type), tags.add(type, inWords));
        drawing.draw();
        out.endMarkedContent();
    }

    /** Draws what belongs to the paper and not to the document, such as lines and page numbers. */
    void artifact(Drawing drawing) throws IOException {
        out.beginMarkedContent(ARTIFACT);
        drawing.draw();
        out.endMarkedContent();
    }

    /** How letters look: font, size in points, grey. */
    record Style(Typeface face, float size, float grey) {}

    Style plain(float size) {
        return new Style(lettering.regular(), size, 0);
    }

    Style bold(float size) {
        return new Style(lettering.bold(), size, 0);
    }

    Style grey(float size) {
        return new Style(lettering.regular(), size, 0.35f);
    }

    /** One line of text that can be shown, from x on the baseline y. */
    void text(Style style, float x, float y, String shown) throws IOException {
        out.beginText();
        out.setFont(style.face().font(), style.size());
        out.setNonStrokingColor(style.grey());
        out.newLineAtOffset(x, y);
        out.showText(shown);
        out.endText();
    }

    void textEndingAt(Style style, float right, float y, String shown) throws IOException {
        text(style, right - style.face().width(shown, style.size()), y, shown);
    }

    void textAround(Style style, float middle, float y, String shown) throws IOException {
        text(style, middle - style.face().width(shown, style.size()) / 2, y, shown);
    }

    /** Text around a point with a white rim, to be read on any ground. The rim is drawn as lines, so that the text stands in the page once. */
    void label(Style style, float middle, float y, String shown) throws IOException {
        float x = middle - style.face().width(shown, style.size()) / 2;
        out.setStrokingColor(1f);
        out.setLineWidth(2);
        out.setLineJoinStyle(1);
        trace(style.face().outline(shown, style.size(), x, y));
        out.stroke();
        text(style, x, y, shown);
    }

    private void trace(GeneralPath path) throws IOException {
        float[] at = new float[6];
        float x = 0;
        float y = 0;
        for (PathIterator step = path.getPathIterator(null); !step.isDone(); step.next()) {
            int segment = step.currentSegment(at);
            switch (segment) {
                case PathIterator.SEG_MOVETO -> out.moveTo(at[0], at[1]);
                case PathIterator.SEG_LINETO -> out.lineTo(at[0], at[1]);
                case PathIterator.SEG_QUADTO -> curve(x, y, at);
                case PathIterator.SEG_CLOSE -> out.closePath();
                default -> throw new IllegalStateException("a TrueType font has no curves of this kind: " + segment);
            }
            boolean curved = segment == PathIterator.SEG_QUADTO;
            x = curved ? at[2] : at[0];
            y = curved ? at[3] : at[1];
        }
    }

    /** PDF has cubic curves only: their inner points lie two thirds of the way to the quadratic one's. */
    private void curve(float x, float y, float[] at) throws IOException {
        out.curveTo(
                x + 2 * (at[0] - x) / 3,
                y + 2 * (at[1] - y) / 3,
                at[2] + 2 * (at[0] - at[2]) / 3,
                at[3] + 2 * (at[1] - at[3]) / 3,
                at[2],
                at[3]);
    }

    void line(float x1, float y1, float x2, float y2) throws IOException {
        out.moveTo(x1, y1);
        out.lineTo(x2, y2);
        out.stroke();
    }

    /** A disc with a number in it; light ones have a dark rim. */
    void disc(float x, float y, int number, boolean dark) throws IOException {
        float radius = number < 10 ? 6.5f : number < 100 ? 7.5f : 9;
        float pull = 0.5523f * radius;
        out.setNonStrokingColor(dark ? 0f : 1f);
        out.setStrokingColor(dark ? 1f : 0f);
        out.setLineWidth(0.8f);
        out.moveTo(x + radius, y);
        out.curveTo(x + radius, y + pull, x + pull, y + radius, x, y + radius);
        out.curveTo(x - pull, y + radius, x - radius, y + pull, x - radius, y);
        out.curveTo(x - radius, y - pull, x - pull, y - radius, x, y - radius);
        out.curveTo(x + pull, y - radius, x + radius, y - pull, x + radius, y);
        out.closeAndFillAndStroke();
        textAround(new Style(lettering.bold(), 8.5f, dark ? 1 : 0), x, y - 3, Integer.toString(number));
    }

    @Override
    public void close() throws IOException {
        out.close();
    }
}
