package org.hotspots.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.hotspots.area.Area;
import org.hotspots.area.AreaIndex;
import org.hotspots.area.AreaKind;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.search.NamedPlace.Fit;
import org.hotspots.search.TypedPosition.At;
import org.hotspots.search.TypedPosition.Beyond;
import org.hotspots.snapshot.NameText;
import org.hotspots.snapshot.Snapshot;
import org.hotspots.snapshot.StudyArea;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Point;

/**
 * Finds what people type: positions, areas by name, and the streets of the data ({@link org.hotspots.snapshot.Streets} says which and how
 * exactly). Immutable; safe for concurrent use. Making it, and a search, take one pass over the names.
 */
public final class PlaceSearch {
    /** Results at most. */
    public static final int MOST_RESULTS = 10;

    private static final Pattern POSTCODE = Pattern.compile("(?i)[a-z]{1,2}[0-9][a-z0-9]? ?[0-9][a-z]{2}");
    private static final Comparator<Match> ORDER = Comparator.comparing(Match::fit)
            .thenComparing(match -> match.place().found().kind())
            .thenComparing(Comparator.<Match>comparingInt(match -> match.place().places())
                    .reversed())
            .thenComparing(match -> match.place().nameAndContext())
            .thenComparing(match -> match.place().found().name());

    private final AreaIndex areas;
    private final List<NamedPlace> names;

    private PlaceSearch(AreaIndex areas, List<NamedPlace> names) {
        this.areas = areas;
        this.names = names;
    }

    /**
     * What was found.
     *
     * @param results the best first
     * @param note what is to be said; blank for nothing
     */
    public record Answer(List<FoundPlace> results, String note) {
        public Answer {
            results = List.copyOf(results);
        }
    }

    private record Match(NamedPlace place, Fit fit) {}

    public static PlaceSearch of(Snapshot snapshot) {
        List<NamedPlace> names = new ArrayList<>();
        for (Area area : snapshot.areas().areas()) {
            names.add(named(area, snapshot.areas()));
        }
        // Without areas a street is known by its square of 10 km; beyond the areas there is no question to ask of it.
        boolean isWithoutAreas = snapshot.areas().areas().isEmpty();
        snapshot.streets().all().stream()
                .filter(street -> isWithoutAreas || street.around().area() != null)
                .map(NamedPlace::street)
                .forEach(names::add);
        return new PlaceSearch(snapshot.areas(), List.copyOf(names));
    }

    private static NamedPlace named(Area area, AreaIndex areas) {
        Point inside = area.outline().getInteriorPoint();
        BritishGridPoint centre = new BritishGridPoint(inside.getX(), inside.getY());
        AreaKind kind = area.address().kind();
        Area district =
                kind == AreaKind.DISTRICT ? null : areas.areaAt(AreaKind.DISTRICT, inside.getX(), inside.getY());
        FoundPlace found = new FoundPlace(
                PlaceKind.of(kind),
                area.name(),
                district == null ? null : district.name(),
                centre,
                area.outline(),
                area.address());
        return NamedPlace.of(found, 0);
    }

    /** Whether there is anything in a text to search for. */
    public static boolean isSearchable(String text) {
        return !NameText.folded(text).isEmpty();
    }

    /**
     * The places that fit a text best, {@value #MOST_RESULTS} at most: a position first, then names that are the text, begin with it, have a
     * word that begins with it, have words that begin with each of its words, and those that have it inside.
     *
     * @param text {@linkplain #isSearchable searchable}
     * @param force the ground of the data, so that what lies beyond can be told
     */
    public Answer search(String text, StudyArea force) {
        String folded = NameText.folded(text);
        Optional<TypedPosition> position = TypedPosition.find(text);
        List<FoundPlace> results = Stream.concat(
                        position.stream().flatMap(this::found),
                        names.stream()
                                .map(place -> new Match(place, place.fit(folded)))
                                .filter(match -> match.fit() != Fit.NONE)
                                .sorted(ORDER)
                                .map(match -> match.place().found()))
                .limit(MOST_RESULTS)
                .toList();
        return new Answer(results, note(text, position.orElse(null), results, force));
    }

    private Stream<FoundPlace> found(TypedPosition position) {
        if (!(position instanceof At at)) {
            return Stream.empty();
        }
        Area town = areas.areaAt(AreaKind.TOWN, at.point().easting(), at.point().northing());
        Area district =
                areas.areaAt(AreaKind.DISTRICT, at.point().easting(), at.point().northing());
        Area around = town == null ? district : town;
        return Stream.of(new FoundPlace(
                at.kind(),
                at.name(),
                around == null ? null : around.name(),
                at.point(),
                at.extent(),
                around == null ? null : around.address()));
    }

    private static String note(
            String text, @Nullable TypedPosition position, List<FoundPlace> results, StudyArea force) {
        if (position instanceof Beyond beyond) {
            return beyond.name() + " is not in Great Britain.";
        }
        if (position instanceof At at) {
            boolean isInside = force.contains(at.point().easting(), at.point().northing());
            String outside = isInside
                    ? ""
                    : at.name() + " lies outside " + force.summary().name() + ".";
            return (outside + " " + at.note()).strip();
        }
        return results.isEmpty() && POSTCODE.matcher(text.strip()).matches()
                ? "Postcodes are not known here: a street, a town or a grid reference is."
                : "";
    }
}
