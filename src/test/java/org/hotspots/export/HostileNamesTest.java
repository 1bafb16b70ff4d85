package org.hotspots.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.hotspot.Legend;
import org.hotspots.snapshot.Marking;
import org.hotspots.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Names that would be formulas in a spreadsheet, or tags in a document, stay names. */
class HostileNamesTest {
    @TempDir
    static Path folder;

    /** One place of this name, its figure below nought, as most longitudes of England are. */
    private static VectorLayer layer(String name) {
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        figures.put("near", name).put("z", -1.5).putNull("town").put("count", 7);
        List<Column> columns =
                List.of(Column.text("near"), Column.real("z"), Column.text("town"), Column.whole("count"));
        Feature feature = new Feature(
                "h1",
                TestWorld.box(400_000, 300_000, 400_200, 300_200),
                new BritishGridPoint(400_100, 300_100),
                figures);
        return new VectorLayer(
                Layer.HOTSPOTS,
                new Provenance("ab".repeat(32), name, name, Marking.OFFICIAL, "{}", "2026-01-01T00:00:00.000Z"),
                new Style(columns.get(3), new Legend(name, "", List.of(5.0), List.of("#112233"), 9)),
                columns,
                sink -> sink.take(feature));
    }

    private static CsvRecord csv(String name) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(CsvTable.write(layer(name), out)).isEqualTo(1);
        try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(out.toString(StandardCharsets.UTF_8))) {
            return reader.stream().skip(1).findFirst().orElseThrow();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "=HYPERLINK(\"http://example.org\",\"Mill Lane\")",
                "+44",
                "-2+3",
                "@SUM(A1)",
                "\tTab",
                "\rReturn",
                "\nLine",
                "=cmd|' /C calc'!A0"
            })
    void U29_aFormulaIsATextAndANumberANumber(String name) throws IOException {
        CsvRecord row = csv(name);
        assertThat(row.getField(0)).isEqualTo("'" + name);
        assertThat(row.getField(1)).isEqualTo("-1.5");
        assertThat(row.getField(6)).as("longitude").startsWith("-1.99");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Mill Lane", "A \"quoted\", lane", "Two\r\nlines", "Heol y Frenhines Ŵ", "1=1"})
    void otherNamesStayAsTheyAre(String name) throws IOException {
        assertThat(csv(name).getField(0)).isEqualTo(name);
        assertThat(csv(name).getField(2)).as("no town").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"<img src=x onerror=alert(1)>", "]]> & \"x\" 'y'", "Bell\u0007 and \uFFFE", "Ŵ \uD83D\uDE00"})
    void tagsAreTextInKmlAndInTheGeoTiffsMetadata(String name)
            throws IOException, ParserConfigurationException, SAXException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        KmlDocument.write(layer(name), out);
        String expected = name.replaceAll("[\u0007\uFFFE]", "\uFFFD");
        Document document = parsed(out.toByteArray());
        assertThat(document.getElementsByTagName("img").getLength()).isZero();
        NodeList data = document.getElementsByTagName("SimpleData");
        assertThat(data.item(0).getTextContent()).isEqualTo(expected);
        // Google Earth shows a description as HTML.
        assertThat(document.getElementsByTagName("description").item(0).getTextContent())
                .startsWith(expected.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;"));
        String escaped = "<t>" + XmlText.ascii(name) + "</t>";
        assertThat(escaped).isASCII();
        assertThat(parsed(escaped.getBytes(StandardCharsets.US_ASCII))
                        .getDocumentElement()
                        .getTextContent())
                .isEqualTo(expected);
    }

    private static Document parsed(byte[] xml) throws IOException, ParserConfigurationException, SAXException {
        return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    @Test
    void aGeoPackageHoldsTheNameAsItIs() throws IOException, SQLException {
        String name = "=1'; drop table hotspots; --<b>\"";
        Path file = Files.createTempFile(folder, "hostile", ".gpkg");
        GeoPackage.write(layer(name), Crs.BRITISH_NATIONAL_GRID, file);
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                ResultSet found =
                        connection.createStatement().executeQuery("select near, z, town, count from hotspots")) {
            assertThat(found.getString(1)).isEqualTo(name);
            assertThat(found.getDouble(2)).isEqualTo(-1.5);
            assertThat(found.getString(3)).isNull();
            assertThat(found.getLong(4)).isEqualTo(7);
        }
    }
}
