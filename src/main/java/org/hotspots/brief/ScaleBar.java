package org.hotspots.brief;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.locationtech.jts.geom.Envelope;

/** How long a distance is on a map, and where north is. */
final class ScaleBar {
    private static final double SHARE_OF_WIDTH = 0.3;
    private static final int METRES_PER_KM = 1000;
    private static final float BOX_HEIGHT = 18;

    private ScaleBar() {}

    /** Draws both in the lower corners of the window, and adds the paper they cover. */
    static void draw(Sheet sheet, MapWindow window, List<Envelope> taken) throws IOException {
        MapWindow.Frame frame = window.frame();
        double metres = length(SHARE_OF_WIDTH * frame.width() * window.metresPerPoint());
        float length = (float) (metres / window.metresPerPoint());
        box(sheet, new MapWindow.Frame(frame.left(), frame.bottom(), length + 14, BOX_HEIGHT), taken);
        PDPageContentStream out = sheet.out();
        float left = frame.left() + 7;
        float y = frame.bottom() + 5;
        out.setStrokingColor(0f);
        out.setLineWidth(1);
        sheet.line(left, y, left + length, y);
        sheet.line(left, y - 2, left, y + 2);
        sheet.line(left + length, y - 2, left + length, y + 2);
        sheet.textAround(sheet.plain(7), left + length / 2, y + 4, words(metres));
        north(sheet, new MapWindow.Frame(frame.right() - 18, frame.bottom(), 18, 26), taken);
    }

    private static void north(Sheet sheet, MapWindow.Frame box, List<Envelope> taken) throws IOException {
        box(sheet, box, taken);
        PDPageContentStream out = sheet.out();
        float x = box.left() + box.width() / 2;
        out.setNonStrokingColor(0f);
        out.moveTo(x, box.bottom() + 15);
        out.lineTo(x + 4, box.bottom() + 3);
        out.lineTo(x, box.bottom() + 6);
        out.lineTo(x - 4, box.bottom() + 3);
        out.closePath();
        out.fill();
        sheet.textAround(sheet.bold(7), x, box.bottom() + 17.5f, "N");
    }

    private static void box(Sheet sheet, MapWindow.Frame box, List<Envelope> taken) throws IOException {
        sheet.out().setNonStrokingColor(1f);
        sheet.out().addRect(box.left(), box.bottom(), box.width(), box.height());
        sheet.out().fill();
        taken.add(new Envelope(box.left(), box.right(), box.bottom(), box.top()));
    }

    /** The greatest of 1, 2, 5 and their tens that is no longer. */
    static double length(double most) {
        double ten = 1;
        while (ten * 10 <= most) {
            ten *= 10;
        }
        return 5 * ten <= most ? 5 * ten : 2 * ten <= most ? 2 * ten : ten;
    }

    private static String words(double metres) {
        return metres < METRES_PER_KM ? Figures.plain(metres) + " m" : Figures.plain(metres / METRES_PER_KM) + " km";
    }
}
