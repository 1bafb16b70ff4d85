package org.hotspots.brief;

import java.io.IOException;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.locationtech.jts.geom.Envelope;

/** A small map of the whole area that was asked about, with the place's map as a rectangle in it. */
final class Locator {
    private static final double AREA_SHARE = 0.9;
    private static final float LEAST_RECTANGLE = 7;

    private Locator() {}

    static void draw(Sheet sheet, MapWindow.Frame frame, Ground ground, MapWindow place) throws IOException {
        Envelope area = new Envelope(ground.asked().getEnvelopeInternal());
        area.expandToInclude(place.envelope());
        MapWindow window = MapWindow.around(area, frame, AREA_SHARE, 1);
        sheet.framed(frame, () -> {
            ground.draw(sheet, window);
            ground.drawEdges(sheet, window);
            rectangle(sheet, window, place);
        });
    }

    private static void rectangle(Sheet sheet, MapWindow window, MapWindow place) throws IOException {
        PDPageContentStream out = sheet.out();
        float width = side(place.frame().width() * place.metresPerPoint() / window.metresPerPoint());
        float height = side(place.frame().height() * place.metresPerPoint() / window.metresPerPoint());
        float x = window.x((place.envelope().getMinX() + place.envelope().getMaxX()) / 2);
        float y = window.y((place.envelope().getMinY() + place.envelope().getMaxY()) / 2);
        out.setStrokingColor(0f);
        out.setLineWidth(1.8f);
        out.addRect(x - width / 2, y - height / 2, width, height);
        out.stroke();
    }

    private static float side(double points) {
        return (float) Math.max(points, LEAST_RECTANGLE);
    }
}
