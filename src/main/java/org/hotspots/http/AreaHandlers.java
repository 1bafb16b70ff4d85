package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.hotspots.area.Area;
import org.hotspots.area.AreaFile;
import org.hotspots.area.AreaFileException;
import org.hotspots.area.AreaKind;
import org.hotspots.area.AreaStore;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.geo.BritishNationalGrid;
import org.hotspots.geo.LonLat;
import org.hotspots.hotspot.Engine;
import org.hotspots.snapshot.Snapshot;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.Geometry;
import org.locationtech.jts.geom.Point;

/** The named areas that questions can be about, and their replacement. */
final class AreaHandlers {
    private static final String KIND = "kind";
    private static final String OUTLINES = "outlines";
    private static final String CODE_FIELD = "code_field";
    private static final String NAME_FIELD = "name_field";
    private static final String CRS = "crs";
    private static final Set<String> TYPES = Set.of(GeoJson.TYPE, Json.TYPE);
    private static final String KINDS =
            Arrays.stream(AreaKind.values()).map(AreaKind::word).collect(Collectors.joining(", "));

    private final Engine engine;
    private final AreaStore areaStore;

    AreaHandlers(Engine engine, AreaStore areaStore) {
        this.engine = engine;
        this.areaStore = areaStore;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/api/v1/areas", GeoJson.TYPE, Set.of(KIND, OUTLINES), this::list),
                new Route(
                        HandlerType.PUT,
                        "/api/v1/areas/{kind}",
                        Json.TYPE,
                        Set.of(CODE_FIELD, NAME_FIELD, CRS),
                        this::replace));
    }

    /** 200, 304; 400 for a kind that is none; 503 while there are no data. */
    private void list(Context ctx, Parameters parameters) throws IOException {
        Set<AreaKind> kinds = parameters.read(
                KIND,
                AreaHandlers::kinds,
                "one or more of " + KINDS + ", separated by commas",
                EnumSet.of(AreaKind.DISTRICT, AreaKind.TOWN));
        boolean isOutlined = parameters.flag(OUTLINES, true);
        parameters.refuseFaults();
        Snapshot snapshot = engine.snapshot();
        String tag = Answers.hash(snapshot.version().fingerprint() + kinds + isOutlined);
        if (Answers.isKnown(ctx, tag, Answers.REVALIDATE)) {
            return;
        }
        ctx.res().setContentType(GeoJson.TYPE);
        Problems.beginStream(ctx);
        JsonGenerator json = Json.generator(ctx.outputStream());
        json.writeStartObject();
        json.writeStringField("type", "FeatureCollection");
        json.writeArrayFieldStart("features");
        for (Area area : snapshot.areas().areas()) {
            if (kinds.contains(area.address().kind())) {
                writeFeature(json, area, isOutlined);
            }
        }
        json.writeEndArray();
        json.writeEndObject();
        json.close();
    }

    private static Optional<Set<AreaKind>> kinds(String words) {
        EnumSet<AreaKind> kinds = EnumSet.noneOf(AreaKind.class);
        for (String word : words.split(",", -1)) {
            Optional<AreaKind> kind = AreaKind.find(word);
            if (kind.isEmpty() || !kinds.add(kind.get())) {
                return Optional.empty();
            }
        }
        return Optional.of(kinds);
    }

    private static void writeFeature(JsonGenerator json, Area area, boolean isOutlined) throws IOException {
        Geometry lonLat = BritishNationalGrid.toLonLat(area.outline());
        json.writeStartObject();
        json.writeStringField("type", "Feature");
        json.writeStringField("id", area.address().toString());
        json.writeFieldName("geometry");
        if (isOutlined) {
            GeoJson.writeGeometry(json, lonLat);
        } else {
            json.writeNull();
        }
        json.writeObjectFieldStart("properties");
        json.writeStringField("address", area.address().toString());
        json.writeStringField("kind", area.address().kind().word());
        json.writeStringField("slug", area.address().slug());
        json.writeStringField("code", area.code());
        json.writeStringField("name", area.name());
        json.writeFieldName("label");
        Point inside = area.outline().getInteriorPoint();
        LonLat label = BritishNationalGrid.toLonLat(new BritishGridPoint(inside.getX(), inside.getY()));
        GeoJson.writePosition(json, label.longitude(), label.latitude());
        json.writeFieldName("bbox");
        Envelope box = lonLat.getEnvelopeInternal();
        GeoJson.writeBox(json, box.getMinX(), box.getMinY(), box.getMaxX(), box.getMaxY());
        json.writeEndObject();
        json.writeEndObject();
    }

    /** 200 with what was loaded; 400, 413, 415; 422 with every fault of the file; 503, 507. */
    private void replace(Context ctx, Parameters parameters) throws IOException {
        AreaKind kind = AreaKind.find(ctx.pathParam(KIND)).orElseThrow(() -> noSuchKind(ctx.pathParam(KIND)));
        AreaFile.Options options = new AreaFile.Options(
                kind,
                parameters.get(CODE_FIELD, "code"),
                parameters.get(NAME_FIELD, "name"),
                parameters.find(CRS).orElse(null));
        parameters.refuseFaults();
        if (!TYPES.contains(MediaType.of(ctx.contentType()))) {
            throw new ProblemException(ProblemType.UNSUPPORTED_MEDIA_TYPE, "Areas are sent as " + GeoJson.TYPE);
        }
        AreaFile file = read(Uploads.bytes(ctx, AreaFile.MAX_BYTES), options);
        long places = areaStore.replaceAreas(kind, file.areas(), file.sha256());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator json = Json.generator(bytes)) {
            json.writeStartObject();
            json.writeStringField("kind", kind.word());
            json.writeNumberField("areas", file.areas().size());
            json.writeNumberField("places_assigned", places);
            json.writeArrayFieldStart("repairs");
            for (String repair : file.repairs()) {
                json.writeString(repair);
            }
            json.writeEndArray();
            json.writeEndObject();
        }
        Answers.sendUnkept(ctx, 200, Json.TYPE, bytes.toByteArray());
    }

    private static AreaFile read(byte[] geoJson, AreaFile.Options options) throws IOException {
        try {
            return AreaFile.read(geoJson, options);
        } catch (AreaFileException e) {
            List<Problem.Fault> faults = e.faults().stream()
                    .map(fault -> new Problem.Fault("body", "areas", fault))
                    .toList();
            throw new ProblemException(
                    Problem.of(ProblemType.UNUSABLE_AREAS, faults.size() + " faults; the errors name each.", faults));
        }
    }

    private static ProblemException noSuchKind(String kind) {
        String reason = "kind=" + Shown.value(kind) + ": one of " + KINDS;
        return new ProblemException(ProblemType.INVALID_PARAMETER, reason, new Problem.Fault("path", KIND, reason));
    }
}
