package org.hotspots.load;

import org.hotspots.offence.Offence;

/** A row of a source file: good, or rejected with its reason. Bad data is a value, not an exception. */
public sealed interface Row {
    /** Record number within its file, the header not counted, from 1. */
    long record();

    /** Physical line on which the record starts, from 1. */
    long line();

    record Good(long record, long line, Offence offence) implements Row {}

    /**
     * @param reason stable word, such as {@code not-a-number}
     * @param detail the rule and the value, in one sentence
     * @param raw the row's fields of columns that the profile knows, as they stood in the file, cut to 2,000 characters
     */
    record Rejected(long record, long line, String reason, String detail, String raw) implements Row {}
}
