package org.hotspots.brief;

import java.awt.geom.AffineTransform;
import java.awt.geom.GeneralPath;
import java.awt.geom.Path2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.apache.fontbox.ttf.GlyphData;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/**
 * A font embedded in one document: of its glyphs only those that were shown go into the file.
 *
 * @param font the font in the document
 * @param glyphs the font file
 */
record Typeface(PDType0Font font, TrueTypeFont glyphs) {
    private static final float EM = 1000;

    /** @param file of the fonts on the class path, such as {@code LiberationSans-Bold.ttf} */
    static Typeface embed(PDDocument document, String file) throws IOException {
        String path = "/liberation/" + file;
        try (InputStream in = Typeface.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("The program was built without its font " + path);
            }
            // The parser reads the tables when they are needed, so it must have all of the file.
            TrueTypeFont parsed = new TTFParser(true).parseEmbedded(new ByteArrayInputStream(in.readAllBytes()));
            return new Typeface(PDType0Font.load(document, parsed, true), parsed);
        }
    }

    boolean has(int codePoint) throws IOException {
        return glyphs.getUnicodeCmapLookup().getGlyphId(codePoint) != 0;
    }

    /** Width in points of a text of which every character is in the font. */
    float width(String text, float size) throws IOException {
        return font.getStringWidth(text) / EM * size;
    }

    /** The outlines of a text's glyphs, its first baseline point at x, y. */
    GeneralPath outline(String text, float size, float x, float y) throws IOException {
        GeneralPath whole = new GeneralPath(Path2D.WIND_NON_ZERO);
        float at = x;
        float scale = size / glyphs.getUnitsPerEm();
        int[] characters = text.codePoints().toArray();
        for (int character : characters) {
            int glyph = glyphs.getUnicodeCmapLookup().getGlyphId(character);
            GlyphData shape = glyphs.getGlyph().getGlyph(glyph);
            // A space has no shape.
            if (shape != null) {
                AffineTransform toPlace = AffineTransform.getTranslateInstance(at, y);
                toPlace.scale(scale, scale);
                whole.append(toPlace.createTransformedShape(shape.getPath()), false);
            }
            at += glyphs.getAdvanceWidth(glyph) * scale;
        }
        return whole;
    }
}
