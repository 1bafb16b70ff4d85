package org.hotspots.http;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hotspots.area.Area;
import org.hotspots.area.AreaKind;
import org.hotspots.hotspot.Crosswalk;
import org.hotspots.support.TestWorld;
import org.junit.jupiter.api.Test;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.MultiPolygon;
import org.locationtech.jts.geom.Polygon;

class CrosswalkTableTest {
    private static final MultiPolygon GROUND =
            new GeometryFactory().createMultiPolygon(new Polygon[] {TestWorld.box(400_000, 300_000, 400_200, 300_200)});

    private static NamedCsvRecord row(String code, String name) throws IOException {
        Area area = new Area(TestWorld.TOWN, code, name, GROUND);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        CrosswalkTable.writeCsv(out, new Crosswalk(AreaKind.TOWN, List.of(new Crosswalk.Row("SQ200-1-1", area, 0.5))));
        try (CsvReader<NamedCsvRecord> reader =
                CsvReader.builder().ofNamedCsvRecord(out.toString(StandardCharsets.UTF_8))) {
            return reader.stream().findFirst().orElseThrow();
        }
    }

    @Test
    void U29_anAreaNamedAsAFormulaIsAText() throws IOException {
        NamedCsvRecord row = row("@E1", "=HYPERLINK(\"http://example.org\",\"Middleton\")");
        assertThat(row.getField("area_code")).isEqualTo("'@E1");
        assertThat(row.getField("area_name")).isEqualTo("'=HYPERLINK(\"http://example.org\",\"Middleton\")");
        assertThat(row.getField("share")).isEqualTo("0.5");
        assertThat(row("E1", "Stratford-upon-Avon").getField("area_name")).isEqualTo("Stratford-upon-Avon");
    }
}
