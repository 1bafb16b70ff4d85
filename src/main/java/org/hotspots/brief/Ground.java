package org.hotspots.brief;

import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.hotspots.area.Area;
import org.hotspots.area.AreaKind;
import org.hotspots.hotspot.Run;
import org.locationtech.jts.geom.Geometry;

/**
 * What lies under the figures of a map: the force's ground is white and all else hatched, so that a place at the edge is
 * seen to be one.
 *
 * @param districts the ground of the data; the run's area where no districts are loaded
 * @param towns built-up areas
 * @param asked the run's area
 */
record Ground(List<Geometry> districts, List<Geometry> towns, Geometry asked) {
    private static final float BEYOND = 0.9f;
    private static final float HATCH = 0.68f;
    private static final float HATCH_POINTS = 5;
    private static final float TOWN = 0.95f;
    private static final float EDGE = 0.55f;

    Ground {
        districts = List.copyOf(districts);
        towns = List.copyOf(towns);
    }

    static Ground of(Run run) {
        Geometry asked = run.area().outline();
        List<Geometry> districts = outlines(run, AreaKind.DISTRICT);
        return new Ground(districts.isEmpty() ? List.of(asked) : districts, outlines(run, AreaKind.TOWN), asked);
    }

    private static List<Geometry> outlines(Run run, AreaKind kind) {
        return run.snapshot().areas().areas().stream()
                .filter(area -> area.address().kind() == kind)
                .<Geometry>map(Area::outline)
                .toList();
    }

    /** Paints the frame. */
    void draw(Sheet sheet, MapWindow window) throws IOException {
        PDPageContentStream out = sheet.out();
        MapWindow.Frame frame = window.frame();
        Shapes shapes = new Shapes(sheet, window);
        drawBeyond(sheet, frame);
        out.setNonStrokingColor(1f);
        for (Geometry district : districts) {
            shapes.fill(district);
        }
        out.setNonStrokingColor(TOWN);
        for (Geometry town : towns) {
            shapes.fill(town);
        }
    }

    /** Grey and hatched, since the lightest colours of a map are as light when it is printed in grey. */
    private static void drawBeyond(Sheet sheet, MapWindow.Frame frame) throws IOException {
        PDPageContentStream out = sheet.out();
        out.setNonStrokingColor(BEYOND);
        out.addRect(frame.left(), frame.bottom(), frame.width(), frame.height());
        out.fill();
        out.setStrokingColor(HATCH);
        out.setLineWidth(0.5f);
        for (float along = -frame.height(); along < frame.width(); along += HATCH_POINTS) {
            float left = frame.left() + along;
            out.moveTo(left, frame.bottom());
            out.lineTo(left + frame.height(), frame.top());
        }
        out.stroke();
    }

    /** Draws the edges: districts as long dashes, the area that was asked about as a line. */
    void drawEdges(Sheet sheet, MapWindow window) throws IOException {
        PDPageContentStream out = sheet.out();
        Shapes shapes = new Shapes(sheet, window);
        out.setStrokingColor(EDGE);
        out.setLineWidth(0.6f);
        out.setLineDashPattern(new float[] {5, 2}, 0);
        for (Geometry district : districts) {
            shapes.stroke(district);
        }
        out.setLineDashPattern(new float[0], 0);
        for (Geometry town : towns) {
            shapes.stroke(town);
        }
        out.setLineWidth(1);
        out.setStrokingColor(0.3f);
        shapes.stroke(asked);
    }
}
