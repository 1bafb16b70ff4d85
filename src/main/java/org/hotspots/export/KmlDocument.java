package org.hotspots.export;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.hotspots.geo.BritishNationalGrid;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.Orientation;
import org.locationtech.jts.geom.CoordinateSequence;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.LinearRing;
import org.locationtech.jts.geom.Point;
import org.locationtech.jts.geom.Polygon;

/** A layer as KML 2.2: a place mark for each feature, typed figures, a style for each of the run's colours. */
public final class KmlDocument {
    private static final String SCHEMA = "figures";
    private static final String PLAIN = "plain";
    /** Painted so that the map beneath shows through. */
    private static final String OPACITY = "99";

    private static final int DEGREE_DECIMALS = 7;

    private final VectorLayer layer;
    private final XMLStreamWriter xml;
    private long count;

    private KmlDocument(VectorLayer layer, XMLStreamWriter xml) {
        this.layer = layer;
        this.xml = xml;
    }

    /** Leaves the target open; returns the number of place marks. */
    public static long write(VectorLayer layer, OutputStream out) throws IOException {
        try {
            // The one of the JDK, whatever else lies on the class path: the same bytes everywhere.
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(out, "UTF-8");
            KmlDocument document = new KmlDocument(layer, xml);
            document.write();
            xml.flush();
            return document.count;
        } catch (XMLStreamException e) {
            throw new IOException("the document could not be written: " + e.getMessage(), e);
        }
    }

    private void write() throws XMLStreamException, IOException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("kml");
        xml.writeDefaultNamespace("http://www.opengis.net/kml/2.2");
        xml.writeStartElement("Document");
        Provenance provenance = layer.provenance();
        element("name", layer.layer().title() + ": " + provenance.title());
        element("description", XmlText.html(provenance.sentence()));
        styles();
        xml.writeStartElement("ExtendedData");
        datum("run_id", provenance.runId());
        datum("marking", provenance.marking().words());
        datum("method_card", provenance.methodCard());
        xml.writeEndElement();
        schema();
        layer.features().forEach(this::placeMark);
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndDocument();
    }

    private void styles() throws XMLStreamException {
        List<String> colours =
                layer.style() == null ? List.of() : layer.style().legend().colours();
        for (int index = 0; index < colours.size(); index++) {
            style(styleName(index), colours.get(index));
        }
        style(PLAIN, null);
    }

    private static String styleName(int index) {
        return "class-" + (index + 1);
    }

    private void style(String id, @Nullable String colour) throws XMLStreamException {
        xml.writeStartElement("Style");
        xml.writeAttribute("id", id);
        xml.writeStartElement("LineStyle");
        element("color", "ff333333");
        element("width", "1");
        xml.writeEndElement();
        xml.writeStartElement("PolyStyle");
        if (colour == null) {
            element("fill", "0");
        } else {
            element("color", OPACITY + colour.substring(5, 7) + colour.substring(3, 5) + colour.substring(1, 3));
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void schema() throws XMLStreamException {
        xml.writeStartElement("Schema");
        xml.writeAttribute("name", layer.layer().word());
        xml.writeAttribute("id", SCHEMA);
        for (Column column : layer.columns()) {
            xml.writeEmptyElement("SimpleField");
            xml.writeAttribute(
                    "type",
                    switch (column.kind()) {
                        case TEXT -> "string";
                        case WHOLE -> "int";
                        case REAL -> "double";
                    });
            xml.writeAttribute("name", column.name());
        }
        xml.writeEndElement();
    }

    private void placeMark(Feature feature) throws IOException {
        try {
            xml.writeStartElement("Placemark");
            xml.writeAttribute("id", feature.id());
            element("name", feature.id());
            element("styleUrl", "#" + styleOf(feature));
            figures(feature);
            geometry(BritishNationalGrid.toLonLat(feature.geometry()));
            xml.writeEndElement();
            count++;
        } catch (XMLStreamException e) {
            throw new IOException("the document could not be written: " + e.getMessage(), e);
        }
    }

    private String styleOf(Feature feature) {
        Style style = layer.style();
        return style == null
                ? PLAIN
                : style.classOf(feature.properties())
                        .map(KmlDocument::styleName)
                        .orElse(PLAIN);
    }

    private void figures(Feature feature) throws XMLStreamException {
        xml.writeStartElement("ExtendedData");
        xml.writeStartElement("SchemaData");
        xml.writeAttribute("schemaUrl", "#" + SCHEMA);
        for (Column column : layer.columns()) {
            String value = column.text(feature.properties());
            if (value != null) {
                xml.writeStartElement("SimpleData");
                xml.writeAttribute("name", column.name());
                xml.writeCharacters(XmlText.allowed(value));
                xml.writeEndElement();
            }
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private void geometry(Geometry lonLat) throws XMLStreamException {
        if (lonLat instanceof Point point) {
            xml.writeStartElement("Point");
            element("coordinates", degrees(point.getX()) + "," + degrees(point.getY()));
            xml.writeEndElement();
            return;
        }
        xml.writeStartElement("MultiGeometry");
        for (int part = 0; part < lonLat.getNumGeometries(); part++) {
            if (lonLat.getGeometryN(part) instanceof Polygon polygon && !polygon.isEmpty()) {
                xml.writeStartElement("Polygon");
                ring("outerBoundaryIs", polygon.getExteriorRing(), true);
                for (int hole = 0; hole < polygon.getNumInteriorRing(); hole++) {
                    ring("innerBoundaryIs", polygon.getInteriorRingN(hole), false);
                }
                xml.writeEndElement();
            }
        }
        xml.writeEndElement();
    }

    private void ring(String name, LinearRing ring, boolean counterClockwise) throws XMLStreamException {
        CoordinateSequence positions = ring.getCoordinateSequence();
        boolean asIs = Orientation.isCCW(positions) == counterClockwise;
        StringBuilder text = new StringBuilder(positions.size() * 24);
        for (int i = 0; i < positions.size(); i++) {
            int at = asIs ? i : positions.size() - 1 - i;
            text.append(i == 0 ? "" : " ").append(degrees(positions.getX(at)));
            text.append(',').append(degrees(positions.getY(at)));
        }
        xml.writeStartElement(name);
        xml.writeStartElement("LinearRing");
        element("coordinates", text.toString());
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static String degrees(double value) {
        return BigDecimal.valueOf(value)
                .setScale(DEGREE_DECIMALS, RoundingMode.HALF_EVEN)
                .toPlainString();
    }

    private void datum(String name, String value) throws XMLStreamException {
        xml.writeStartElement("Data");
        xml.writeAttribute("name", name);
        element("value", value);
        xml.writeEndElement();
    }

    private void element(String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(XmlText.allowed(text));
        xml.writeEndElement();
    }
}
