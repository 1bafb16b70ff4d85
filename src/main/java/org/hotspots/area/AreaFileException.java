package org.hotspots.area;

import java.util.List;

/** Thrown where a file of areas cannot be used; lists every fault that was found, and nothing of it is stored. */
public final class AreaFileException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<String> faults;

    public AreaFileException(List<String> faults) {
        super(String.join("; ", faults));
        this.faults = List.copyOf(faults);
    }

    /** The faults, each a sentence that names the feature and the rule. */
    public List<String> faults() {
        return faults;
    }
}
