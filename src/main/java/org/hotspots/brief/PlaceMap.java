package org.hotspots.brief;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.hotspot.Hotspot;
import org.hotspots.snapshot.Street;
import org.locationtech.jts.geom.Envelope;

/** The map of one place: ground, colours, streets by name, the place's outline, its neighbours numbered, scale and north. */
final class PlaceMap {
    private static final double PLACE_SHARE = 0.45;
    private static final double LEAST_METRES = 1200;
    private static final int MOST_NEIGHBOURS = 20;
    private static final int MOST_STREETS = 9;
    private static final float DISC = 9;
    private static final float STREET_SIZE = 6.5f;

    private final Sheet sheet;
    private final MapWindow window;
    private final Ground ground;
    private final Paint paint;
    private final List<Envelope> taken = new ArrayList<>();

    PlaceMap(Sheet sheet, MapWindow window, Ground ground, Paint paint) {
        this.sheet = sheet;
        this.window = window;
        this.ground = ground;
        this.paint = paint;
    }

    /** The window of a place: its outline fills about half of it. */
    static MapWindow window(Hotspot place, MapWindow.Frame frame) {
        return MapWindow.around(place.outline().getEnvelopeInternal(), frame, PLACE_SHARE, LEAST_METRES);
    }

    void draw(Hotspot place, List<Hotspot> hotspots) throws IOException {
        List<Hotspot> neighbours = hotspots.stream()
                .filter(other -> other.rank() != place.rank()
                        && window.envelope().intersects(other.outline().getEnvelopeInternal()))
                .limit(MOST_NEIGHBOURS)
                .toList();
        sheet.framed(window.frame(), () -> {
            ground.draw(sheet, window);
            paint.draw(sheet, window);
            ground.drawEdges(sheet, window);
            outlines(place, neighbours);
            ScaleBar.draw(sheet, window, taken);
            discs(place, neighbours);
            streets();
        });
    }

    private void outlines(Hotspot place, List<Hotspot> neighbours) throws IOException {
        PDPageContentStream out = sheet.out();
        Shapes shapes = new Shapes(sheet, window);
        out.setLineJoinStyle(1);
        for (Hotspot neighbour : neighbours) {
            rimmed(shapes, neighbour, 0.9f);
        }
        rimmed(shapes, place, 2.2f);
    }

    /** Black between white, to be seen on the lightest and the darkest colour. */
    private void rimmed(Shapes shapes, Hotspot hotspot, float width) throws IOException {
        PDPageContentStream out = sheet.out();
        out.setStrokingColor(1f);
        out.setLineWidth(width + 1.6f);
        shapes.stroke(hotspot.outline());
        out.setStrokingColor(0f);
        out.setLineWidth(width);
        shapes.stroke(hotspot.outline());
    }

    private void discs(Hotspot place, List<Hotspot> neighbours) throws IOException {
        disc(place, true);
        for (Hotspot neighbour : neighbours) {
            disc(neighbour, false);
        }
    }

    private void disc(Hotspot hotspot, boolean dark) throws IOException {
        BritishGridPoint centre = hotspot.centre();
        float x = window.x(centre.easting());
        float y = window.y(centre.northing());
        if (window.holds(centre, DISC) && take(x - DISC, x + DISC, y - DISC, y + DISC)) {
            sheet.disc(x, y, hotspot.rank(), dark);
        }
    }

    private void streets() throws IOException {
        int named = 0;
        for (Street street : paint.run().snapshot().streets().in(window.bounds())) {
            if (named < MOST_STREETS && street(street)) {
                named++;
            }
        }
    }

    /** Whether there was room for its name. */
    private boolean street(Street street) throws IOException {
        Sheet.Style style = new Sheet.Style(sheet.lettering().regular(), STREET_SIZE, 0.15f);
        String name = sheet.lettering().shown(street.name());
        float half = style.face().width(name, STREET_SIZE) / 2;
        float x = window.x(street.middle().easting());
        float y = window.y(street.middle().northing());
        MapWindow.Frame frame = window.frame();
        boolean within = x - half > frame.left() + 3
                && x + half < frame.right() - 3
                && y > frame.bottom() + 4
                && y < frame.top() - 8;
        if (!within || !take(x - half - 1, x + half + 1, y - 3, y + STREET_SIZE)) {
            return false;
        }
        sheet.label(style, x, y, name);
        return true;
    }

    /** Takes a rectangle of the paper unless something stands there already. */
    private boolean take(float left, float right, float bottom, float top) {
        Envelope wanted = new Envelope(left, right, bottom, top);
        if (taken.stream().anyMatch(wanted::intersects)) {
            return false;
        }
        taken.add(wanted);
        return true;
    }
}
