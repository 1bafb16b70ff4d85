package org.hotspots.offence;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is counted, and when: the part of a question that an offence alone answers.
 *
 * @param theme theme
 * @param strand only offences of this strand; null for every strand. Only with the theme hate
 * @param asbType only ASB of this type; null for every type. Only with the theme ASB
 * @param from first day counted (London calendar)
 * @param to the day after the last day counted, after {@code from}
 * @param setting only offences of this setting and those whose source does not know the setting; null for any.
 *     {@link Setting#UNKNOWN} cannot be asked for
 * @param countingBasis what counts as one
 * @param policeFound whether offences that police work brought to light count
 * @param times only offences known to have happened at these times of the week; null for any time
 */
public record OffenceFilter(
        Theme theme,
        @Nullable HateStrand strand,
        @Nullable AsbType asbType,
        LocalDate from,
        LocalDate to,
        @Nullable Setting setting,
        CountingBasis countingBasis,
        PoliceFound policeFound,
        @Nullable WeekTimes times) {

    public OffenceFilter {
        require(strand == null || theme == Theme.HATE, "strand: only with theme=hate");
        require(asbType == null || theme == Theme.ASB, "asb_type: only with theme=asb");
        require(from.isBefore(to), "from=" + from + ": before to (" + to + ")");
        require(setting != Setting.UNKNOWN, "setting=unknown: cannot be asked for");
    }

    /** Whatever the time of the week. */
    public OffenceFilter(
            Theme theme,
            @Nullable HateStrand strand,
            @Nullable AsbType asbType,
            LocalDate from,
            LocalDate to,
            @Nullable Setting setting,
            CountingBasis countingBasis,
            PoliceFound policeFound) {
        this(theme, strand, asbType, from, to, setting, countingBasis, policeFound, null);
    }

    /** The same at other times of the week, or at any time for null. */
    public OffenceFilter at(@Nullable WeekTimes other) {
        return new OffenceFilter(theme, strand, asbType, from, to, setting, countingBasis, policeFound, other);
    }

    /** The same in another period. */
    public OffenceFilter during(LocalDate otherFrom, LocalDate otherTo) {
        return new OffenceFilter(
                theme, strand, asbType, otherFrom, otherTo, setting, countingBasis, policeFound, times);
    }

    /** The same of another kind of offence. */
    public OffenceFilter about(Theme otherTheme, @Nullable HateStrand otherStrand, @Nullable AsbType otherType) {
        return new OffenceFilter(
                otherTheme, otherStrand, otherType, from, to, setting, countingBasis, policeFound, times);
    }

    /** The same in another setting, or in any for null. */
    public OffenceFilter in(@Nullable Setting other) {
        return new OffenceFilter(theme, strand, asbType, from, to, other, countingBasis, policeFound, times);
    }

    /** The same by another counting basis. */
    public OffenceFilter countedAs(CountingBasis other) {
        return new OffenceFilter(theme, strand, asbType, from, to, setting, other, policeFound, times);
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
