package org.hotspots.load;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The words that a column may hold and what they mean. A blank means "not said"; any other word is a reason to reject
 * the row, for dropping it would hide a knife or a strand: a profile says what a force's own words mean.
 */
final class Words<T> {
    private final Column column;
    private final Map<String, T> meanings;

    Words(Column column, Map<String, T> meanings) {
        this.column = column;
        this.meanings = meanings;
    }

    /** The words of an enumeration's own making. */
    static <E extends Enum<E>> Map<String, E> of(E[] values, Function<E, String> word) {
        return Stream.of(values).collect(Collectors.toMap(word, value -> value, (a, b) -> a, HashMap::new));
    }

    /** The meaning; null where the field is blank, or where the row was rejected. */
    @Nullable
    T read(CsvRow row, RowCheck check) {
        return meaning(column.read(row, check), check);
    }

    @Nullable
    T meaning(String word, RowCheck check) {
        if (word.isEmpty()) {
            return null;
        }
        T meaning = meanings.get(word);
        if (meaning == null) {
            meaning = meanings.get(word.toLowerCase(Locale.ROOT));
        }
        if (meaning == null) {
            check.reject(
                    "unknown-value",
                    column.name() + "=" + RowCheck.quoted(word) + ": one of "
                            + meanings.keySet().stream().sorted().collect(Collectors.joining(", ")));
        }
        return meaning;
    }
}
