package org.hotspots.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.hotspots.geo.BritishNationalGrid;
import org.hotspots.geo.LonLat;
import org.hotspots.wording.SpreadsheetText;
import org.jspecify.annotations.Nullable;

/**
 * A layer as a table: RFC 4180, UTF-8, a row for each feature, its centre in both coordinate systems, and the run and
 * the marking in every row, since rows are copied from table to table.
 *
 * <p>No text is computed by a {@linkplain SpreadsheetText spreadsheet}. Numbers are left alone: most longitudes of England
 * begin with a minus sign.
 */
public final class CsvTable {
    private static final int METRE_DECIMALS = 1;
    private static final int DEGREE_DECIMALS = 7;

    private CsvTable() {}

    /** Leaves the target open; returns the number of rows below the header. */
    public static long write(VectorLayer layer, OutputStream out) throws IOException {
        Writer text = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text);
        List<String> header = new ArrayList<>();
        layer.columns().forEach(column -> header.add(column.name()));
        header.addAll(List.of("easting", "northing", "longitude", "latitude", "run_id", "marking"));
        csv.writeRecord(header);
        long[] rows = {0};
        layer.features().forEach(feature -> {
            csv.writeRecord(row(layer, feature));
            rows[0]++;
        });
        csv.flush();
        return rows[0];
    }

    private static List<@Nullable String> row(VectorLayer layer, Feature feature) {
        List<@Nullable String> row = new ArrayList<>();
        for (Column column : layer.columns()) {
            String value = column.text(feature.properties());
            row.add(value != null && column.kind() == Column.Kind.TEXT ? SpreadsheetText.safe(value) : value);
        }
        LonLat position = BritishNationalGrid.toLonLat(feature.centre());
        row.add(rounded(feature.centre().easting(), METRE_DECIMALS));
        row.add(rounded(feature.centre().northing(), METRE_DECIMALS));
        row.add(rounded(position.longitude(), DEGREE_DECIMALS));
        row.add(rounded(position.latitude(), DEGREE_DECIMALS));
        row.add(layer.provenance().runId());
        row.add(layer.provenance().marking().words());
        return row;
    }

    private static String rounded(double value, int decimals) {
        return BigDecimal.valueOf(value)
                .setScale(decimals, RoundingMode.HALF_EVEN)
                .toPlainString();
    }
}
