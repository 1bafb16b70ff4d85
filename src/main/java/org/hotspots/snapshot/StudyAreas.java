package org.hotspots.snapshot;

import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.hotspots.area.Area;
import org.hotspots.area.AreaAddress;
import org.hotspots.area.AreaIndex;
import org.hotspots.area.AreaKind;
import org.hotspots.kernel.DataWindow;
import org.hotspots.offence.OffenceTable;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.operation.overlayng.OverlayNG;
import org.locationtech.jts.operation.overlayng.OverlayNGRobust;

/**
 * The study areas of one snapshot, each made when first asked for. The whole force is the union of the districts, or of
 * all areas of the first kind loaded where there are no districts. Without any areas it is a box around the data, the
 * outermost {@value #TRIMMED_PERCENT} % of the places on each side left out, since about one public record in a hundred
 * lies far outside its force and would stretch the box over half the country.
 */
public final class StudyAreas {
    private static final double TRIMMED_PERCENT = 0.5;
    /** Part of an area that may lie beyond the force because one of them is drawn more roughly. */
    private static final double MOST_DRAWING_ERROR = 0.01;

    private static final double LEAST_BOX_METRES = 1000;
    private static final GeometryFactory GEOMETRY = new GeometryFactory(new PrecisionModel(), 27700);

    private final OffenceTable.Places places;
    private final AreaIndex areas;
    private final String forceName;
    private final ConcurrentMap<Optional<AreaAddress>, StudyArea> made = new ConcurrentHashMap<>();

    public StudyAreas(Snapshot snapshot, String forceName) {
        this.places = snapshot.offences().places();
        this.areas = snapshot.areas();
        this.forceName = forceName;
    }

    /** The area, or the whole force for null. Throws IllegalArgumentException where the area is not loaded. */
    public StudyArea get(@Nullable AreaAddress address) {
        return made.computeIfAbsent(Optional.ofNullable(address), wanted -> make(wanted.orElse(null)));
    }

    /** What is to be said about the ground of a question; blank for nothing. */
    public String note(@Nullable AreaAddress address) {
        if (isForceABox()) {
            return "No areas are loaded: the study area is a box around the data.";
        }
        return address == null && forceKind() != AreaKind.DISTRICT
                ? "No districts are loaded: the whole force is every area of the kind "
                        + forceKind().word() + "."
                : "";
    }

    private boolean isForceABox() {
        return areas.areas().isEmpty();
    }

    private StudyArea make(@Nullable AreaAddress address) {
        if (address == null) {
            return isForceABox() ? box() : force();
        }
        for (short ordinal = 0; ordinal < areas.areas().size(); ordinal++) {
            Area area = areas.areas().get(ordinal);
            if (area.address().equals(address)) {
                BitSet inside = placesIn(address.kind(), ordinal);
                BitSet mapped = placesInForce();
                // A town may reach over the districts' edge; what is asked about is on the map.
                mapped.or(inside);
                return new StudyArea(
                        address, area.name(), area.outline(), mapped, inside, () -> windowAround(area.outline()));
            }
        }
        throw new IllegalArgumentException("area=" + address + ": no such area is loaded");
    }

    private StudyArea force() {
        AreaKind kind = forceKind();
        List<Geometry> outlines = areas.areas().stream()
                .filter(area -> area.address().kind() == kind)
                .map(area -> (Geometry) area.outline())
                .toList();
        BitSet mapped = placesInForce();
        Geometry outline = OverlayNGRobust.union(outlines);
        return new StudyArea(null, forceName, outline, mapped, mapped, () -> DataBorder.window(outline));
    }

    /**
     * The ground that the data of an area and its surroundings come from: the force, and where an area reaches over its
     * edge by more than a difference in drawing, both.
     */
    private DataWindow windowAround(Geometry outline) {
        StudyArea force = get(null);
        if (force.outline().covers(outline)) {
            return force.border().window();
        }
        Geometry beyond = OverlayNGRobust.overlay(outline, force.outline(), OverlayNG.DIFFERENCE);
        return beyond.getArea() > MOST_DRAWING_ERROR * outline.getArea()
                ? DataBorder.window(OverlayNGRobust.overlay(outline, force.outline(), OverlayNG.UNION))
                : force.border().window();
    }

    private BitSet placesInForce() {
        short[] ordinals = places.areaOrdinals()[forceKind().ordinal()];
        BitSet mapped = new BitSet(ordinals.length);
        for (int place = 0; place < ordinals.length; place++) {
            mapped.set(place, ordinals[place] != AreaIndex.NONE);
        }
        return mapped;
    }

    /** The kind whose areas make up the force: districts, or the first kind of which there are any. */
    AreaKind forceKind() {
        return Arrays.stream(AreaKind.values())
                .filter(kind ->
                        areas.areas().stream().anyMatch(area -> area.address().kind() == kind))
                .findFirst()
                .orElseThrow();
    }

    private BitSet placesIn(AreaKind kind, short ordinal) {
        short[] ordinals = places.areaOrdinals()[kind.ordinal()];
        BitSet inside = new BitSet(ordinals.length);
        for (int place = 0; place < ordinals.length; place++) {
            inside.set(place, ordinals[place] == ordinal);
        }
        return inside;
    }

    private StudyArea box() {
        Envelope box = places.size() == 0 ? new Envelope(0, 0, 0, 0) : trimmedBox();
        if (Math.min(box.getWidth(), box.getHeight()) < LEAST_BOX_METRES) {
            box.expandBy(LEAST_BOX_METRES / 2);
        }
        BitSet mapped = new BitSet(places.size());
        for (int place = 0; place < places.size(); place++) {
            mapped.set(place, box.contains(places.eastings()[place], places.northings()[place]));
        }
        Geometry outline = GEOMETRY.toGeometry(box);
        return new StudyArea(null, forceName, outline, mapped, mapped, () -> DataBorder.window(outline));
    }

    private Envelope trimmedBox() {
        double[] eastings = sorted(places.eastings());
        double[] northings = sorted(places.northings());
        int left = (int) (eastings.length * TRIMMED_PERCENT / 100);
        int right = eastings.length - 1 - left;
        return new Envelope(eastings[left], eastings[right], northings[left], northings[right]);
    }

    private static double[] sorted(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted;
    }
}
