package org.hotspots.question;

import java.util.List;
import java.util.stream.Collectors;

/** A question that cannot be asked; tells everything that is wrong with it. */
public final class RefusedQuestionException extends RuntimeException {
    private final transient List<Fault> faults;

    public RefusedQuestionException(List<Fault> faults) {
        super(faults.stream().map(Fault::reason).collect(Collectors.joining("; ")));
        this.faults = List.copyOf(faults);
    }

    /** All faults, at least one. */
    public List<Fault> faults() {
        return faults;
    }
}
