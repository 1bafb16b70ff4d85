package org.hotspots.offence;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * The codebooks that questions may name.
 *
 * @param codebooks all of them; the first is taken where a question names none
 */
public record Codebooks(List<Codebook> codebooks) {
    public static final Codebooks NONE = new Codebooks(List.of());

    public Codebooks {
        codebooks = List.copyOf(codebooks);
        long names = codebooks.stream()
                .map(codebook -> codebook.name() + ":" + codebook.version())
                .distinct()
                .count();
        if (names != codebooks.size()) {
            throw new IllegalArgumentException("two codebooks have the same name and version: " + names(codebooks));
        }
    }

    /** The codebook of this id, of this "name:version", or the last version of this name. */
    public Optional<Codebook> find(String words) {
        return codebooks.stream()
                .filter(codebook -> words.equals(codebook.name())
                        || words.equals(codebook.name() + ":" + codebook.version())
                        || words.equals(codebook.id()))
                .max(Comparator.comparing(Codebook::version));
    }

    /** The codebook that is taken where a question names none. */
    public Optional<Codebook> findDefault() {
        return codebooks.stream().findFirst();
    }

    /** Names and versions, such as "statutory-maximum:1, ours:2026". */
    public String names() {
        return codebooks.isEmpty() ? "none" : names(codebooks);
    }

    private static String names(List<Codebook> codebooks) {
        return String.join(
                ", ",
                codebooks.stream()
                        .map(codebook -> codebook.name() + ":" + codebook.version())
                        .toList());
    }
}
