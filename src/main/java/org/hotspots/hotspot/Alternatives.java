package org.hotspots.hotspot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.hotspots.area.Area;
import org.hotspots.area.AreaKind;
import org.hotspots.offence.AsbType;
import org.hotspots.offence.CountingBasis;
import org.hotspots.offence.HateStrand;
import org.hotspots.offence.OffenceFilter;
import org.hotspots.offence.Selection;
import org.hotspots.offence.Setting;
import org.hotspots.offence.Theme;
import org.hotspots.question.Shift;
import org.hotspots.snapshot.StudyAreas;
import org.jspecify.annotations.Nullable;

/**
 * How many events a run would count with another choice in its filter, one choice at a time and all else as it is: what a
 * form shows beside each value. A selection for each, some thirty in all; computed anew each time.
 */
public final class Alternatives {
    private static final Set<AreaKind> AREA_KINDS = EnumSet.of(AreaKind.DISTRICT, AreaKind.TOWN);
    private static final List<Setting> SETTINGS = List.of(Setting.PUBLIC_PLACE, Setting.DWELLING, Setting.ONLINE);

    private final RunInput input;
    private final OffenceFilter filter;
    private final List<Choice> choices = new ArrayList<>();

    private Alternatives(RunInput input) {
        this.input = input;
        this.filter = input.question().filter();
    }

    /**
     * @param parameter as a question has it, or {@code shift}
     * @param value as a question has it, or the word of a shift; null where the parameter is left out
     * @param n events that a run with this choice counts
     */
    public record Choice(String parameter, @Nullable String value, long n) {}

    /** Parameter by parameter, each as a form lists it. */
    static List<Choice> of(RunInput input) {
        Alternatives alternatives = new Alternatives(input);
        alternatives.themes();
        alternatives.areas();
        alternatives.others();
        return List.copyOf(alternatives.choices);
    }

    private void themes() {
        add("theme", List.of(Theme.values()), Theme::word, theme -> filter.about(theme, null, null));
        if (filter.theme() == Theme.HATE) {
            add(
                    "strand",
                    orNone(HateStrand.values()),
                    HateStrand::word,
                    strand -> filter.about(Theme.HATE, strand, null));
        }
        if (filter.theme() == Theme.ASB) {
            add("asb_type", orNone(AsbType.values()), AsbType::word, type -> filter.about(Theme.ASB, null, type));
        }
    }

    private void areas() {
        StudyAreas areas = new StudyAreas(input.snapshot(), "");
        choices.add(new Choice("area", null, count(filter, areas.placesInside(null))));
        for (Area area : input.snapshot().areas().areas()) {
            if (AREA_KINDS.contains(area.address().kind())) {
                long n = count(filter, areas.placesInside(area.address()));
                choices.add(new Choice("area", area.address().toString(), n));
            }
        }
    }

    private void others() {
        add("setting", orNone(SETTINGS.toArray(Setting[]::new)), Setting::word, filter::in);
        add("counting_basis", List.of(CountingBasis.values()), CountingBasis::word, filter::countedAs);
        add("shift", orNone(Shift.values()), Shift::word, shift -> filter.at(shift == null ? null : shift.times()));
    }

    private <T extends @Nullable Object> void add(
            String parameter, List<T> values, Function<T, String> word, Function<T, OffenceFilter> changed) {
        for (T value : values) {
            long n = count(changed.apply(value), input.area().inside());
            choices.add(new Choice(parameter, value == null ? null : word.apply(value), n));
        }
    }

    private long count(OffenceFilter changed, BitSet inside) {
        return Selection.of(input.snapshot().offences(), changed, inside, inside)
                .inside()
                .total();
    }

    private static <T> List<@Nullable T> orNone(T[] values) {
        List<@Nullable T> all = new ArrayList<>();
        all.add(null);
        all.addAll(Arrays.asList(values));
        return all;
    }
}
