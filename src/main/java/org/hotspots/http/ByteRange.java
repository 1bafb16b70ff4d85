package org.hotspots.http;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A part of a file, as RFC 9110 lets a client ask for one.
 *
 * @param first first byte, from 0
 * @param last last byte, included
 */
record ByteRange(long first, long last) {
    private static final Pattern ONE = Pattern.compile("bytes=([0-9]{0,18})-([0-9]{0,18})");

    long length() {
        return last - first + 1;
    }

    /**
     * The part that a header asks for; empty where the whole is to be sent: without the header, with several ranges, or
     * with a text that is none.
     *
     * @param length of the file
     * @throws ProblemException 416 where the file has no such part
     */
    static Optional<ByteRange> find(@Nullable String header, long length) {
        Matcher range = ONE.matcher(header == null ? "" : header.trim());
        if (!range.matches() || (range.group(1).isEmpty() && range.group(2).isEmpty())) {
            return Optional.empty();
        }
        boolean isTail = range.group(1).isEmpty();
        long end = range.group(2).isEmpty() ? length - 1 : Long.parseLong(range.group(2));
        long first = isTail ? Math.max(0, length - end) : Long.parseLong(range.group(1));
        long last = isTail ? length - 1 : Math.min(end, length - 1);
        if (!isTail && !range.group(2).isEmpty() && end < first) {
            return Optional.empty();
        }
        if (first > last) {
            throw new ProblemException(
                    Problem.of(
                            ProblemType.RANGE_NOT_SATISFIABLE,
                            "Range " + Shown.value(range.group()) + ": the file has " + length + " bytes"),
                    Map.of("Content-Range", "bytes */" + length));
        }
        return Optional.of(new ByteRange(first, last));
    }
}
