package org.hotspots.load;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hotspots.offence.Codebook;
import org.hotspots.offence.Codebooks;
import org.hotspots.offence.HomeOfficeCode;
import org.jspecify.annotations.Nullable;

/**
 * Codebooks as CSV files, UTF-8, named {@code NAME_VERSION.csv}, with the columns {@code ho_class}, {@code ho_subclass}
 * (blank for the whole class), {@code offence}, {@code weight}, {@code unit} (the same in every row) and {@code source}
 * (where the weight is from; never blank). A file with any fault is refused whole, with every fault.
 */
public final class CodebookFile {
    private static final String SHIPPED = "statutory-maximum_1.csv";
    private static final List<String> COLUMNS =
            List.of("ho_class", "ho_subclass", "offence", "weight", "unit", "source");
    private static final Pattern FILE_NAME =
            Pattern.compile("(?<name>[a-z0-9]+(-[a-z0-9]+)*)_(?<version>[0-9a-z]+([.-][0-9a-z]+)*)\\.csv");
    private static final Pattern WEIGHT = Pattern.compile("[0-9]{1,9}(\\.[0-9]{1,9})?");
    private static final long MAX_BYTES = 1 << 20;

    private final List<ImportProblem.Fault> faults = new ArrayList<>();
    private final List<Codebook.Weight> weights = new ArrayList<>();
    private final Set<HomeOfficeCode> codes = new HashSet<>();
    private @Nullable String unit;

    private CodebookFile() {}

    /**
     * The codebook that comes with the program, and those of a folder, which need not exist.
     *
     * @throws ImportException {@code invalid-codebook} for the first file that is none
     */
    public static Codebooks shippedAndIn(Path folder) throws IOException {
        List<Codebook> codebooks = new ArrayList<>(List.of(shipped()));
        if (Files.isDirectory(folder)) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(f -> f.toString().endsWith(".csv"))
                        .sorted()
                        .toList()) {
                    codebooks.add(read(file));
                }
            }
        }
        return new Codebooks(codebooks);
    }

    /** The codebook that comes with the program. */
    public static Codebook shipped() throws IOException {
        try (InputStream in = CodebookFile.class.getResourceAsStream("/data/codebooks/" + SHIPPED)) {
            if (in == null) {
                throw new IOException("The program was built without its codebook: " + SHIPPED);
            }
            return parse(SHIPPED, in.readAllBytes());
        }
    }

    /** @throws ImportException {@code invalid-codebook} with every fault */
    public static Codebook read(Path file) throws IOException {
        String name = file.getFileName().toString();
        if (Files.size(file) > MAX_BYTES) {
            throw invalid(List.of(new ImportProblem.Fault(name, "at most 1 MiB")));
        }
        return parse(name, Files.readAllBytes(file));
    }

    /**
     * @param fileName which has the codebook's name and version
     * @throws ImportException {@code invalid-codebook} with every fault
     */
    public static Codebook parse(String fileName, byte[] csv) {
        CodebookFile file = new CodebookFile();
        Matcher named = FILE_NAME.matcher(fileName);
        if (!named.matches()) {
            file.fault(fileName, "a file named NAME_VERSION.csv, of lower-case letters, digits and hyphens");
        }
        file.readRows(csv);
        if (file.unit == null && file.faults.isEmpty()) {
            file.fault(fileName, "at least one weight");
        }
        if (!file.faults.isEmpty() || file.unit == null) {
            throw invalid(file.faults);
        }
        return new Codebook(named.group("name"), named.group("version"), file.unit, sha256(csv), file.weights);
    }

    private void readRows(byte[] csv) {
        try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().ofNamedCsvRecord(text(csv))) {
            boolean first = true;
            for (NamedCsvRecord row : rows) {
                if (first && !row.getHeader().equals(COLUMNS)) {
                    fault("header", "the columns " + String.join(", ", COLUMNS) + ", in this order");
                    return;
                }
                first = false;
                readRow(row);
            }
        } catch (CharacterCodingException e) {
            fault("file", "UTF-8");
        } catch (CsvParseException e) {
            fault("file", "CSV: " + e.getMessage());
        } catch (IOException e) {
            throw new IllegalStateException("text in memory can be read and closed", e);
        }
    }

    private void readRow(NamedCsvRecord row) {
        String at = "line " + row.getStartingLineNumber();
        HomeOfficeCode code = new HomeOfficeCode(row.getField("ho_class"), row.getField("ho_subclass"));
        String weight = row.getField("weight").strip();
        if (code.hoClass().isEmpty()) {
            fault(at, "ho_class: not blank");
        } else if (!codes.add(code)) {
            fault(at, "ho_class=" + code.hoClass() + ", ho_subclass=" + code.hoSubclass() + ": once");
        }
        if (row.getField("source").isBlank()) {
            fault(at, "source: where the weight is from");
        }
        checkUnit(at, row.getField("unit").strip());
        if (!WEIGHT.matcher(weight).matches()) {
            fault(at, "weight=" + weight + ": a number from 0, such as 12 or 0.5");
        } else if (faults.isEmpty()) {
            weights.add(new Codebook.Weight(code, Double.parseDouble(weight)));
        }
    }

    private void checkUnit(String at, String words) {
        if (words.isEmpty() || (unit != null && !unit.equals(words))) {
            fault(at, "unit=" + words + ": not blank, and the same in every row");
        } else {
            unit = words;
        }
    }

    /** Spreadsheet programs put a byte order mark before UTF-8. */
    private static String text(byte[] csv) throws CharacterCodingException {
        String text =
                StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(csv)).toString();
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private void fault(String name, String reason) {
        faults.add(new ImportProblem.Fault(name, reason));
    }

    private static ImportException invalid(List<ImportProblem.Fault> faults) {
        return new ImportException(new ImportProblem(
                "invalid-codebook",
                422,
                faults.get(0).name() + ": " + faults.get(0).reason(),
                faults));
    }
}
