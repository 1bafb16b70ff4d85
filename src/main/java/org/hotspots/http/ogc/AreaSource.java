package org.hotspots.http.ogc;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hotspots.area.Area;
import org.hotspots.area.AreaKind;
import org.hotspots.geo.BritishNationalGrid;
import org.hotspots.hotspot.Engine;
import org.hotspots.http.Problem;
import org.hotspots.http.ProblemException;
import org.hotspots.http.ProblemType;
import org.hotspots.http.Shown;
import org.hotspots.snapshot.DataVersion;
import org.hotspots.snapshot.Snapshot;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.densify.Densifier;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.GeometryFactory;

/** The named areas of one kind, pinned by the number of their data version. */
record AreaSource(Engine engine, AreaKind kind) implements FeatureSource {
    static final String PIN = "data_version";
    private static final double STEP_METRES = 2000;

    @Override
    public String id() {
        return "areas-" + kind.word();
    }

    @Override
    public String title() {
        return kind == AreaKind.LSOA
                ? "LSOAs"
                : kind.word().substring(0, 1).toUpperCase(Locale.ROOT)
                        + kind.word().substring(1) + "s";
    }

    @Override
    public String pinName() {
        return PIN;
    }

    @Override
    public Content current(Snapshot newest) {
        List<Area> areas = newest.areas().areas().stream()
                .filter(area -> area.address().kind() == kind)
                .toList();
        return new Areas(kind, newest.version(), areas);
    }

    @Override
    public Content pinned(String pin) {
        long newest = engine.snapshot().version().number();
        if (!pin.matches("[0-9]{1,18}") || Long.parseLong(pin) > newest) {
            String reason = PIN + "=" + Shown.value(pin) + ": a whole number up to " + newest;
            throw new ProblemException(ProblemType.INVALID_PARAMETER, reason, new Problem.Fault("query", PIN, reason));
        }
        return current(engine.findSnapshot(Long.parseLong(pin))
                .orElseThrow(() -> new ProblemException(
                        ProblemType.VERSION_GONE, "Data version " + pin + " is not kept: ask without " + PIN)));
    }

    /** The areas of one data version. */
    private record Areas(AreaKind kind, DataVersion version, List<Area> areas) implements Content {
        @Override
        public String description() {
            return "Outlines of the areas of the kind " + kind.word() + " that are loaded; data version "
                    + version.number() + ".";
        }

        @Override
        public String pin() {
            return PIN + "=" + version.number();
        }

        @Override
        public String fingerprint() {
            return version.fingerprint();
        }

        @Override
        public boolean tellsOffences() {
            return false;
        }

        @Override
        public Envelope extent() {
            Envelope grid = new Envelope();
            areas.forEach(area -> grid.expandToInclude(area.outline().getEnvelopeInternal()));
            // The sides of the box bulge in degrees: points on them keep it around all areas.
            Geometry box = Densifier.densify(new GeometryFactory().toGeometry(grid), STEP_METRES);
            return BritishNationalGrid.toLonLat(box).getEnvelopeInternal();
        }

        @Override
        public @Nullable Period period() {
            return null;
        }

        @Override
        public List<Item> items() {
            return areas.stream().<Item>map(AreaItem::new).toList();
        }

        @Override
        public Optional<Item> find(String id) {
            return items().stream().filter(item -> item.id().equals(id)).findFirst();
        }

        @Override
        public ObjectNode provenance() {
            return JsonNodeFactory.instance.objectNode().put("data_version", version.number());
        }
    }

    /** An area under its slug, which is its own within the kind. */
    private record AreaItem(Area area) implements Item {
        @Override
        public String id() {
            return area.address().slug();
        }

        @Override
        public Geometry geometry() {
            return area.outline();
        }

        @Override
        public void writeProperties(JsonGenerator json) throws IOException {
            json.writeStringField("address", area.address().toString());
            json.writeStringField("kind", area.address().kind().word());
            json.writeStringField("slug", area.address().slug());
            json.writeStringField("code", area.code());
            json.writeStringField("name", area.name());
        }
    }
}
