package org.hotspots.http.ogc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.hotspots.hotspot.Run;
import org.hotspots.http.Answers;
import org.hotspots.http.Json;
import org.hotspots.http.Parameters;
import org.hotspots.http.ProblemException;
import org.hotspots.http.ProblemType;
import org.hotspots.http.Route;
import org.hotspots.http.Shown;
import org.hotspots.http.TileAnswers;
import org.hotspots.http.ogc.Documents.Document;
import org.locationtech.jts.geom.Envelope;

/** Tiles of collections, the documents that tell of them, and the tiling scheme. In addresses the row is before the column. */
final class TilesetHandlers {
    private static final String COLLECTION = "/collections/{" + OgcHandlers.COLLECTION + "}";
    private static final String SCHEME = "scheme";

    private final Catalogue catalogue;
    private final TileAnswers answers = new TileAnswers();

    TilesetHandlers(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** The tiles that an address means. */
    private record Asked(RunSource source, TileLayer layer) {}

    List<Route> routes() {
        String set = "/{" + SCHEME + "}";
        String tile = set + "/{z}/{y}/{x}";
        return List.of(
                OgcHandlers.document(TileMatrixSet.LIST_PATH, Json.TYPE, TilesetHandlers::schemes),
                OgcHandlers.document(TileMatrixSet.LIST_PATH + set, Json.TYPE, TilesetHandlers::scheme),
                OgcHandlers.document(COLLECTION + "/map/tiles", Json.TYPE, (ctx, form) -> list(ctx, form, true)),
                OgcHandlers.document(COLLECTION + "/tiles", Json.TYPE, (ctx, form) -> list(ctx, form, false)),
                OgcHandlers.document(
                        COLLECTION + "/map/tiles" + set, Json.TYPE, (ctx, form) -> tileset(ctx, form, true)),
                OgcHandlers.document(COLLECTION + "/tiles" + set, Json.TYPE, (ctx, form) -> tileset(ctx, form, false)),
                tiles(COLLECTION + "/map/tiles" + tile, TileAnswers.PNG, true),
                tiles(COLLECTION + "/tiles" + tile, TileAnswers.MVT, false));
    }

    private Route tiles(String path, String type, boolean isMap) {
        return new Route(
                HandlerType.GET,
                Links.ROOT + path,
                List.of(type),
                Set.of(Form.NAME, RunSource.PIN),
                (ctx, parameters) -> tile(ctx, parameters, isMap));
    }

    /** 200, 204, 304; 400, 404; 503 while too much is being computed. */
    private void tile(Context ctx, Parameters parameters, boolean isMap) {
        Asked asked = asked(ctx, isMap);
        requireScheme(ctx);
        parameters.oneOf(Form.NAME, Map.of(asked.layer().format(), true), true);
        parameters.refuseFaults();
        String pin = parameters.find(RunSource.PIN).orElse(null);
        Run run = pin == null ? asked.source().currentRun() : asked.source().pinnedRun(pin);
        TileAnswers.Source source =
                new TileAnswers.Source(run.id(), () -> run, pin == null ? Answers.REVALIDATE : Answers.IMMUTABLE);
        TileAnswers.Picture picture = asked.layer().picture();
        if (picture == null) {
            answers.vector(ctx, source);
        } else {
            TileAnswers.picture(ctx, source, picture);
        }
    }

    private Asked asked(Context ctx, boolean isMap) {
        FeatureSource source = catalogue.get(ctx.pathParam(OgcHandlers.COLLECTION));
        return TileLayer.of(source).stream()
                .filter(layer -> layer.isMap() == isMap)
                .map(layer -> new Asked((RunSource) source, layer))
                .findFirst()
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND,
                        source.id() + " has no tiles of this kind: its links tell those it has"));
    }

    private static void requireScheme(Context ctx) {
        String scheme = ctx.pathParam(SCHEME);
        if (!scheme.equals(TileMatrixSet.ID)) {
            throw new ProblemException(
                    ProblemType.NOT_FOUND, "scheme=" + Shown.value(scheme) + ": only " + TileMatrixSet.ID);
        }
    }

    /** 200, 304. */
    private static Document schemes(Context ctx, Form form) {
        Links links = Links.of(ctx, form, Json.TYPE);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ObjectNode only = json.putArray("tileMatrixSets")
                .addObject()
                .put("id", TileMatrixSet.ID)
                .put("uri", TileMatrixSet.URI);
        only.set(
                "links",
                links.ofPart()
                        .add("self", Json.TYPE, TileMatrixSet.ID, TileMatrixSet.PATH)
                        .toJson());
        json.set("links", links.toJson());
        return new Document("Tiling schemes", Json.TYPE, json);
    }

    /** 200, 304; 404. */
    private static Document scheme(Context ctx, Form form) {
        requireScheme(ctx);
        ObjectNode json = TileMatrixSet.definition();
        json.set("links", Links.of(ctx, form, Json.TYPE).toJson());
        return new Document(TileMatrixSet.ID, Json.TYPE, json);
    }

    /** 200, 304; 404; 503. */
    private Document list(Context ctx, Form form, boolean isMap) {
        Asked asked = asked(ctx, isMap);
        Links links = Links.of(ctx, form, Json.TYPE);
        Links own = links.ofPart()
                .add("self", Json.TYPE, "This tileset", tilesetPath(asked))
                .add(TileMatrixSet.SCHEME, Json.TYPE, "The tiling scheme", TileMatrixSet.PATH);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode tilesets = json.putArray("tilesets");
        tilesets.add(describe(asked, own));
        json.set("links", links.toJson());
        return new Document(asked.layer().title(), Json.TYPE, json);
    }

    /** 200, 304; 404; 503. The links to tiles are pinned, so that one map shows one run. */
    private Document tileset(Context ctx, Form form, boolean isMap) {
        Asked asked = asked(ctx, isMap);
        requireScheme(ctx);
        Run run = asked.source().currentRun();
        Links links = Links.of(ctx, form, Json.TYPE)
                .add(TileMatrixSet.SCHEME, Json.TYPE, "The tiling scheme", TileMatrixSet.PATH)
                .addTemplate(
                        "item",
                        asked.layer().mediaType(),
                        "A tile",
                        tilesetPath(asked) + "/{tileMatrix}/{tileRow}/{tileCol}?f="
                                + asked.layer().format() + "&run=" + run.id());
        ObjectNode json = describe(asked, links);
        json.put("description", new RunContent(asked.source().layer(), run).description());
        Envelope box = new RunContent(asked.source().layer(), run).extent();
        ObjectNode bounds = json.putObject("boundingBox").put("crs", Crs.CRS84.uri());
        bounds.putArray("lowerLeft").add(box.getMinX()).add(box.getMinY());
        bounds.putArray("upperRight").add(box.getMaxX()).add(box.getMaxY());
        if (!isMap) {
            json.putArray("layers").addObject().put("id", "cells").put("dataType", "vector");
        }
        return new Document(asked.layer().title(), Json.TYPE, json);
    }

    private static String tilesetPath(Asked asked) {
        return "/collections/" + asked.source().id() + asked.layer().path() + "/" + TileMatrixSet.ID;
    }

    private static ObjectNode describe(Asked asked, Links links) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("title", asked.source().title() + ": " + asked.layer().title())
                .put("dataType", asked.layer().dataType())
                .put("crs", Crs.EPSG_3857.uri())
                .put("tileMatrixSetURI", TileMatrixSet.URI);
        json.set("links", links.toJson());
        return json;
    }
}
