package org.hotspots.brief;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.hotspot.CellLayer;
import org.hotspots.hotspot.ContourBand;
import org.hotspots.hotspot.Legend;
import org.hotspots.hotspot.Run;
import org.hotspots.kernel.StudyCells;

/**
 * What a run's maps show in colours: the cells where the method looks at cells, the density otherwise; the same breaks
 * and colours as on the page.
 *
 * @param run the run
 * @param legend of what is shown
 * @param contours of the density, one for each break; empty where cells are shown
 */
record Paint(Run run, Legend legend, List<ContourBand> contours) {
    Paint {
        contours = List.copyOf(contours);
    }

    static Paint of(Run run) {
        return run.question().method().isOfCells()
                ? new Paint(run, run.cellsLegend(), List.of())
                : new Paint(run, run.densityLegend(), run.contours());
    }

    void draw(Sheet sheet, MapWindow window) throws IOException {
        if (run.question().method().isOfCells()) {
            drawCells(sheet, window);
        } else {
            Shapes shapes = new Shapes(sheet, window);
            for (int k = 0; k < contours.size(); k++) {
                sheet.out().setNonStrokingColor(Color.decode(legend.colours().get(k)));
                shapes.fill(contours.get(k).outline());
            }
        }
    }

    private void drawCells(Sheet sheet, MapWindow window) throws IOException {
        Shapes shapes = new Shapes(sheet, window);
        CellLayer layer = run.cells();
        StudyCells cells = layer.cells();
        float margin = (float) (-2 * cells.lattice().sideMetres() / window.metresPerPoint());
        for (int index = cells.inside().nextSetBit(0);
                index >= 0;
                index = cells.inside().nextSetBit(index + 1)) {
            int above = classOf(layer.values()[index]);
            BritishGridPoint centre = cells.lattice().centre(cells.cell(index));
            if (above >= 0 && window.holds(centre, margin)) {
                sheet.out().setNonStrokingColor(Color.decode(legend.colours().get(above)));
                shapes.fill(cells.lattice().polygon(cells.cell(index)));
            }
        }
    }

    /** The class of a value, or -1 where it is not painted. */
    private int classOf(double value) {
        int above = -1;
        while (above + 1 < legend.breaks().size() && value >= legend.breaks().get(above + 1)) {
            above++;
        }
        return above;
    }

    /** The legend's colours with their lowest values, from x, y to the right, and what they mean. */
    void drawLegend(Sheet sheet, float x, float y) throws IOException {
        PDPageContentStream out = sheet.out();
        Sheet.Style small = sheet.plain(7);
        float at = x;
        for (int k = 0; k < legend.breaks().size(); k++) {
            out.setNonStrokingColor(Color.decode(legend.colours().get(k)));
            out.addRect(at, y - 1, 12, 7);
            out.fill();
            String value = Figures.plain(legend.breaks().get(k));
            sheet.text(small, at + 14, y, value);
            at += 14 + small.face().width(value, small.size()) + 7;
        }
    }
}
