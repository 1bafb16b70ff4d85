package org.hotspots.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * The query parameters of one request, checked against the names that its route declares: unknown, repeated and empty
 * ones are faults. Faults are gathered while values are read and thrown together by {@link #refuseFaults}.
 */
public final class Parameters {
    private final Map<String, List<String>> values;
    private final List<Problem.Fault> faults = new ArrayList<>();
    private int unknown;
    private int duplicated;

    /**
     * @param values decoded, by name
     * @param declared the names the route knows
     */
    Parameters(Map<String, List<String>> values, Set<String> declared) {
        this.values = values;
        values.forEach((name, given) -> check(name, given, declared));
    }

    private void check(String name, List<String> given, Set<String> declared) {
        if (!declared.contains(name)) {
            unknown++;
            fault(name, "not a parameter of this address" + known(declared));
        } else if (given.size() > 1) {
            duplicated++;
            fault(name, "given " + given.size() + " times: give it once");
        } else if (given.get(0).isEmpty()) {
            fault(name, name + "=: a value, or leave the parameter out");
        }
    }

    private static String known(Set<String> declared) {
        return declared.isEmpty()
                ? ", which takes none"
                : ": " + String.join(", ", declared.stream().sorted().toList());
    }

    /** All names and values as they came, checked or not. */
    Map<String, List<String>> given() {
        return values;
    }

    public Optional<String> find(String name) {
        return Optional.ofNullable(values.get(name)).map(given -> given.get(0)).filter(value -> !value.isEmpty());
    }

    String get(String name, String whenAbsent) {
        return find(name).orElse(whenAbsent);
    }

    /** {@code true} or {@code false}; anything else is a fault. */
    boolean flag(String name, boolean whenAbsent) {
        return oneOf(name, Map.of("true", true, "false", false), whenAbsent);
    }

    /** The meaning of one of a few words; another word is a fault that lists them. */
    public <T> T oneOf(String name, Map<String, T> words, T whenAbsent) {
        return read(name, word -> Optional.ofNullable(words.get(word)), "one of " + sorted(words.keySet()), whenAbsent);
    }

    /**
     * A value read from its text.
     *
     * @param rule what is allowed, told where the reader finds no value
     */
    public <T> T read(String name, Function<String, Optional<T>> reader, String rule, T whenAbsent) {
        return find(name, reader, rule).orElse(whenAbsent);
    }

    /**
     * A value read from its text; empty where it is absent, or at fault.
     *
     * @param rule what is allowed, told where the reader finds no value
     */
    public <T> Optional<T> find(String name, Function<String, Optional<T>> reader, String rule) {
        Optional<String> text = find(name);
        Optional<T> value = text.flatMap(reader);
        if (text.isPresent() && value.isEmpty()) {
            fault(name, name + "=" + Shown.value(text.get()) + ": " + rule);
        }
        return value;
    }

    public void fault(String name, String reason) {
        faults.add(new Problem.Fault("query", Shown.value(name), reason));
    }

    /** Throws all faults found so far as one problem, if there is one. */
    public void refuseFaults() {
        if (!faults.isEmpty()) {
            throw new ProblemException(problem(faults, unknown, duplicated));
        }
    }

    /** The problem that names all faults; of the narrower type where all are of one kind. */
    static Problem problem(List<Problem.Fault> faults, int unknown, int duplicated) {
        ProblemType type = unknown == faults.size()
                ? ProblemType.UNKNOWN_PARAMETER
                : duplicated == faults.size() ? ProblemType.DUPLICATED_PARAMETER : ProblemType.INVALID_PARAMETER;
        String detail = faults.size() == 1
                ? faults.get(0).reason()
                : faults.size() + " parameters are not valid; the errors name each.";
        return Problem.of(type, detail, faults);
    }

    private static String sorted(Set<String> words) {
        return String.join(", ", words.stream().sorted().toList());
    }
}
