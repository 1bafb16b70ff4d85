package org.hotspots.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hotspots.question.Fault;
import org.hotspots.question.RefusedQuestionException;
import org.jspecify.annotations.Nullable;

/**
 * Which layer is wanted as which file.
 *
 * @param layer what
 * @param format as which kind of file; one that holds the layer
 * @param crs in which coordinate system; one of the format's
 */
public record Wanted(Layer layer, Format format, Crs crs) {
    public Wanted {
        if (!format.holds(layer) || !format.systems().contains(crs)) {
            throw new IllegalArgumentException(layer + " as " + format + " in " + crs + " is not written");
        }
    }

    /** The layer in the format's usual coordinate system. */
    public static Wanted of(Layer layer, Format format) {
        return new Wanted(layer, format, format.systems().get(0));
    }

    /**
     * What words ask for.
     *
     * @param in where they stand, for the faults: {@code path}, {@code query} or {@code body}
     * @param crs null for the format's usual one
     * @throws RefusedQuestionException with every fault
     */
    public static Wanted read(String in, String layer, String format, @Nullable String crs) {
        List<Fault> faults = new ArrayList<>();
        Optional<Layer> readLayer = Arrays.stream(Layer.values())
                .filter(one -> one.word().equals(layer))
                .findFirst();
        Optional<Format> readFormat = Arrays.stream(Format.values())
                .filter(one -> one.ending().equals(format))
                .findFirst();
        if (readLayer.isEmpty()) {
            faults.add(fault(in, "layer", layer, "one of " + words(Layer.values(), Layer::word)));
        }
        if (readFormat.isEmpty()) {
            faults.add(fault(in, "format", format, "one of " + words(Format.values(), Format::ending)));
        } else if (readLayer.isPresent() && !readFormat.get().holds(readLayer.get())) {
            List<Format> held = Arrays.stream(Format.values())
                    .filter(one -> one.holds(readLayer.get()))
                    .toList();
            faults.add(fault(
                    in,
                    "format",
                    format,
                    "for " + layer + " one of " + words(held.toArray(Format[]::new), Format::ending)));
        }
        Crs system = readFormat.map(one -> crs(in, one, crs, faults)).orElse(Crs.WGS84);
        if (!faults.isEmpty()) {
            throw new RefusedQuestionException(faults);
        }
        return new Wanted(readLayer.orElseThrow(), readFormat.orElseThrow(), system);
    }

    private static Crs crs(String in, Format format, @Nullable String crs, List<Fault> faults) {
        Crs usual = format.systems().get(0);
        if (crs == null) {
            return usual;
        }
        Optional<Crs> found = Crs.find(crs).filter(format.systems()::contains);
        if (found.isEmpty()) {
            String rule = "for " + format.ending() + " "
                    + words(format.systems().toArray(Crs[]::new), one -> Integer.toString(one.epsg()));
            faults.add(fault(in.equals("path") ? "query" : in, "crs", crs, rule));
        }
        return found.orElse(usual);
    }

    private static Fault fault(String in, String name, String value, String rule) {
        return new Fault(Fault.Kind.INVALID_PARAMETER, in, name, Fault.told(name, value, rule));
    }

    private static <T> String words(T[] values, Function<T, String> word) {
        return Arrays.stream(values).map(word).collect(Collectors.joining(", "));
    }

    /**
     * A file name that tells run, layer, system and kind, such as {@code hotspots-3f0c2a9d41b7-27700.gpkg}; the system
     * where the format leaves a choice.
     */
    public String fileName(String runId) {
        String system = format.systems().size() > 1 ? "-" + crs.epsg() : "";
        return layer.word() + "-" + runId.substring(0, 12) + system + "." + format.ending();
    }
}
