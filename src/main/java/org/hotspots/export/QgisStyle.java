package org.hotspots.export;

import java.util.List;

/** The run's breaks and colours as QGIS writes a graduated style down; where nothing is painted, plain outlines or points. */
final class QgisStyle {
    private static final String HEAD =
            "<!DOCTYPE qgis PUBLIC 'http://mrcc.com/qgis.dtd' 'SYSTEM'>\n<qgis version=\"3.22.0\" styleCategories=\"Symbology\">\n";
    private static final String SINGLE_SYMBOL =
            " <renderer-v2 type=\"singleSymbol\" symbollevels=\"0\" enableorderby=\"0\" forceraster=\"0\">\n";
    /** As QGIS numbers kinds of geometry. */
    private static final int POINTS = 0;

    private static final int POLYGONS = 2;
    private static final double NO_END = Double.MAX_VALUE;
    /** Of 255: the map beneath shows through. */
    private static final int OPACITY = 180;

    private QgisStyle() {}

    static String of(VectorLayer layer) {
        Style style = layer.style();
        StringBuilder qml = new StringBuilder(4096).append(HEAD);
        if (style == null) {
            qml.append(SINGLE_SYMBOL);
            marker(qml);
        } else if (style.legend().breaks().isEmpty()) {
            qml.append(SINGLE_SYMBOL);
            symbols(qml, List.of("#ffffff"), 0);
        } else {
            qml.append(" <renderer-v2 type=\"graduatedSymbol\" attr=\"")
                    .append(XmlText.ascii(style.column().name()))
                    .append(
                            "\" graduatedMethod=\"GraduatedColor\" symbollevels=\"0\" enableorderby=\"0\" forceraster=\"0\">\n");
            ranges(qml, style);
            symbols(qml, style.legend().colours(), OPACITY);
        }
        return qml.append(" </renderer-v2>\n <layerGeometryType>")
                .append(style == null ? POINTS : POLYGONS)
                .append("</layerGeometryType>\n</qgis>\n")
                .toString();
    }

    /**
     * The highest class first: QGIS takes the first range that holds a value, both ends included, and a value on a break is of the
     * class that begins there. The highest has no end, because rounded figures may lie above the greatest value.
     */
    private static void ranges(StringBuilder qml, Style style) {
        qml.append("  <ranges>\n");
        List<Double> breaks = style.legend().breaks();
        for (int index = breaks.size() - 1; index >= 0; index--) {
            boolean isLast = index + 1 == breaks.size();
            String label =
                    isLast ? "from " + breaks.get(index) : breaks.get(index) + " to under " + breaks.get(index + 1);
            qml.append("   <range render=\"true\" symbol=\"").append(index);
            qml.append("\" lower=\"").append(breaks.get(index));
            qml.append("\" upper=\"").append(isLast ? NO_END : breaks.get(index + 1));
            qml.append("\" label=\"").append(label).append("\"/>\n");
        }
        qml.append("  </ranges>\n");
    }

    private static void symbols(StringBuilder qml, List<String> colours, int opacity) {
        qml.append("  <symbols>\n");
        for (int index = 0; index < colours.size(); index++) {
            qml.append("   <symbol type=\"fill\" name=\"").append(index);
            qml.append("\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\">\n");
            qml.append("    <layer class=\"SimpleFill\" enabled=\"1\" locked=\"0\" pass=\"0\">\n");
            property(qml, "color", rgb(colours.get(index)) + "," + opacity);
            property(qml, "style", "solid");
            property(qml, "outline_color", "51,51,51,255");
            property(qml, "outline_style", "solid");
            property(qml, "outline_width", "0.2");
            property(qml, "outline_width_unit", "MM");
            qml.append("    </layer>\n   </symbol>\n");
        }
        qml.append("  </symbols>\n");
    }

    /** Many points lie on one another: small ones, through which those beneath show. */
    private static void marker(StringBuilder qml) {
        qml.append(
                "  <symbols>\n   <symbol type=\"marker\" name=\"0\" alpha=\"1\" clip_to_extent=\"1\" force_rhr=\"0\">\n");
        qml.append("    <layer class=\"SimpleMarker\" enabled=\"1\" locked=\"0\" pass=\"0\">\n");
        property(qml, "name", "circle");
        property(qml, "color", "51,51,51," + OPACITY);
        property(qml, "outline_style", "no");
        property(qml, "size", "1.4");
        property(qml, "size_unit", "MM");
        qml.append("    </layer>\n   </symbol>\n  </symbols>\n");
    }

    private static void property(StringBuilder qml, String name, String value) {
        qml.append("     <prop k=\"")
                .append(name)
                .append("\" v=\"")
                .append(value)
                .append("\"/>\n");
    }

    private static String rgb(String colour) {
        int rgb = Integer.parseInt(colour.substring(1), 16);
        return (rgb >> 16) + "," + (rgb >> 8 & 0xFF) + "," + (rgb & 0xFF);
    }
}
