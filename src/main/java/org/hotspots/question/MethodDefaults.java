package org.hotspots.question;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hotspots.area.Area;
import org.hotspots.area.AreaAddress;
import org.hotspots.area.AreaKind;
import org.hotspots.area.AskedArea;
import org.hotspots.area.DrawnArea;
import org.hotspots.offence.Theme;
import org.hotspots.question.MethodChoice.Setting;
import org.hotspots.question.MethodDefault.By;
import org.hotspots.question.MethodDefault.Tested;
import org.hotspots.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * The methods of questions that name none, over one snapshot: what the newest back-test of the theme in the area chose, or
 * where the area has none, that of the district it lies in, or else that of the force; without any, and where no method
 * could be preferred, the general default. Immutable.
 */
public final class MethodDefaults {
    private final Snapshot snapshot;
    private final MethodChoices choices;

    public MethodDefaults(Snapshot snapshot, MethodChoices choices) {
        this.snapshot = snapshot;
        this.choices = choices;
    }

    /**
     * The default of a theme in an area.
     *
     * @param area a loaded or a drawn area; null for the whole force
     */
    public MethodDefault get(Theme theme, @Nullable AskedArea area) {
        for (Optional<AreaAddress> asked : placesToAsk(area)) {
            AreaAddress tested = asked.orElse(null);
            Optional<MethodChoice> choice =
                    choices.findNewest(theme, tested, snapshot.version().number());
            if (choice.isPresent()) {
                return chosen(choice.get(), tested, area);
            }
        }
        return new MethodDefault(
                general(area),
                By.GENERAL,
                null,
                "No back-test of this theme is stored for the area, its district or the force; this is the general default.");
    }

    /** A test that keeps the general default of its own area gives no reason to leave that of another. */
    private static MethodDefault chosen(MethodChoice choice, @Nullable AreaAddress tested, @Nullable AskedArea area) {
        Setting setting = choice.setting();
        return new MethodDefault(
                setting == null || setting.equals(general(tested)) ? general(area) : setting,
                setting == null ? By.GENERAL : By.BACKTEST,
                new Tested(tested, choice.dataVersion()),
                choice.reason());
    }

    /** The area itself where it is a loaded one, the district that it lies in, and the force, which is empty. */
    private List<Optional<AreaAddress>> placesToAsk(@Nullable AskedArea area) {
        List<Optional<AreaAddress>> places = new ArrayList<>();
        if (area instanceof AreaAddress loaded) {
            places.add(Optional.of(loaded));
        }
        if (area != null) {
            districtOf(area)
                    .filter(district -> !district.equals(area))
                    .map(Optional::of)
                    .ifPresent(places::add);
        }
        places.add(Optional.empty());
        return places;
    }

    /** The district that holds a point well inside the area. */
    private Optional<AreaAddress> districtOf(AskedArea area) {
        Optional<Geometry> outline = area instanceof DrawnArea drawn
                ? Optional.of(drawn.outline())
                : snapshot.areas().find((AreaAddress) area).map(Area::outline);
        return outline.map(Geometry::getInteriorPoint)
                .flatMap(inside ->
                        Optional.ofNullable(snapshot.areas().areaAt(AreaKind.DISTRICT, inside.getX(), inside.getY())))
                .map(Area::address);
    }

    private static Setting general(@Nullable AskedArea area) {
        return new Setting(
                Method.KDE_QUARTIC,
                QuestionParameters.BANDWIDTH_M.name(),
                QuestionParameters.defaultBandwidthMetres(area));
    }
}
