package org.hotspots.snapshot;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
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
import org.hotspots.area.AskedArea;
import org.hotspots.area.DrawnArea;
import org.hotspots.kernel.DataWindow;
import org.hotspots.offence.OffenceTable;
import org.hotspots.wording.Wording;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.algorithm.locate.IndexedPointInAreaLocator;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.Location;
import org.locationtech.jts.geom.Polygon;
import org.locationtech.jts.geom.PrecisionModel;
import org.locationtech.jts.geom.util.PolygonExtracter;
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
    private static final int DRAWN_KEPT = 16;
    private static final double M2_PER_KM2 = 1e6;
    /** Less is a difference in drawing. */
    private static final double LEAST_TOLD_KM2 = 0.005;

    private static final GeometryFactory GEOMETRY = new GeometryFactory(new PrecisionModel(), 27700);

    private final OffenceTable.Places places;
    private final AreaIndex areas;
    private final String forceName;
    private final ConcurrentMap<Optional<AreaAddress>, StudyArea> made = new ConcurrentHashMap<>();
    /** There are as many as anybody cares to draw, so only the last are kept. */
    private final Cache<DrawnArea, StudyArea> drawn =
            Caffeine.newBuilder().maximumSize(DRAWN_KEPT).build();

    /** The whole force is called by the name, or where it is null, as its offences call it. */
    public StudyAreas(Snapshot snapshot, @Nullable String forceName) {
        this.places = snapshot.offences().places();
        this.areas = snapshot.areas();
        this.forceName = forceName == null ? snapshot.forceName() : forceName;
    }

    /**
     * The area, or the whole force for null. Throws IllegalArgumentException where the area is not loaded, or lies nowhere
     * in the force.
     */
    public StudyArea get(@Nullable AskedArea area) {
        if (area instanceof DrawnArea ring) {
            return drawn.get(ring, this::make);
        }
        AreaAddress address = area instanceof AreaAddress named ? named : null;
        return made.computeIfAbsent(Optional.ofNullable(address), wanted -> make(wanted.orElse(null)));
    }

    /**
     * The places that a question about an area counts, or about the whole force for null; no ground is made for it. Throws
     * IllegalArgumentException where the area is not loaded.
     */
    public BitSet placesInside(@Nullable AreaAddress address) {
        if (address == null) {
            return isForceABox() ? get(null).inside() : placesInForce();
        }
        return placesIn(address.kind(), ordinal(address));
    }

    /** Whether there is ground for the area: it is loaded, or enough of what was drawn lies in the force. */
    public boolean isGround(AskedArea area) {
        return area instanceof DrawnArea ring
                ? inForce(ring).isPresent()
                : area instanceof AreaAddress address && areas.find(address).isPresent();
    }

    /** What is to be said about the ground of a question; blank for nothing. */
    public String note(@Nullable AskedArea area) {
        if (isForceABox()) {
            return "No areas are loaded: the study area is a box around the data.";
        }
        if (area instanceof DrawnArea ring) {
            return beyondForce(ring);
        }
        return area == null && forceKind() != AreaKind.DISTRICT
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
        short ordinal = ordinal(address);
        Area area = areas.areas().get(ordinal);
        BitSet inside = placesIn(address.kind(), ordinal);
        BitSet mapped = placesInForce();
        // A town may reach over the districts' edge; what is asked about is on the map.
        mapped.or(inside);
        return new StudyArea(address, area.name(), area.outline(), mapped, inside, () -> windowAround(area.outline()));
    }

    private short ordinal(AreaAddress address) {
        for (short ordinal = 0; ordinal < areas.areas().size(); ordinal++) {
            if (areas.areas().get(ordinal).address().equals(address)) {
                return ordinal;
            }
        }
        throw new IllegalArgumentException("area=" + address + ": no such area is loaded");
    }

    /**
     * What was drawn, as far as it lies in the force: beyond it nobody counted. Places are looked up in the ring itself, in
     * one pass over all of them with an indexed ring for those in its rectangle.
     */
    private StudyArea make(DrawnArea ring) {
        StudyArea force = get(null);
        Geometry outline = inForce(ring).orElseThrow(() -> new IllegalArgumentException("nowhere in the force"));
        Envelope box = outline.getEnvelopeInternal();
        IndexedPointInAreaLocator locator = new IndexedPointInAreaLocator(outline);
        BitSet mapped = force.mapped();
        BitSet inside = new BitSet(places.size());
        for (int place = mapped.nextSetBit(0); place >= 0; place = mapped.nextSetBit(place + 1)) {
            double easting = places.eastings()[place];
            double northing = places.northings()[place];
            inside.set(
                    place,
                    box.contains(easting, northing)
                            && locator.locate(new Coordinate(easting, northing)) != Location.EXTERIOR);
        }
        return new StudyArea(
                ring,
                ring.name(),
                outline,
                mapped,
                inside,
                () -> get(null).border().window());
    }

    /** The ground of what was drawn that lies in the force; empty where that is too little to be an area. */
    private Optional<Geometry> inForce(DrawnArea ring) {
        Geometry force = get(null).outline();
        Geometry outline = ring.outline();
        if (force.covers(outline)) {
            return Optional.of(outline);
        }
        // Where only a side is shared, an overlay leaves lines and points: these are no ground.
        List<?> parts = PolygonExtracter.getPolygons(OverlayNGRobust.overlay(force, outline, OverlayNG.INTERSECTION));
        Geometry within = GEOMETRY.createMultiPolygon(parts.toArray(Polygon[]::new));
        return within.getArea() < M2_PER_KM2 * DrawnArea.LEAST_KM2 ? Optional.empty() : Optional.of(within);
    }

    private String beyondForce(DrawnArea ring) {
        double km2 = ring.areaKm2() - get(ring).areaM2() / M2_PER_KM2;
        return km2 < LEAST_TOLD_KM2
                ? ""
                : Wording.of(
                        "%.2f km² of the drawn area lie beyond the force, where there are no data; they are left out.",
                        km2);
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
