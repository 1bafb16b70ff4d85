package org.hotspots.http.ogc;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.hotspots.hotspot.Engine;
import org.hotspots.http.Json;
import org.hotspots.http.Route;
import org.hotspots.http.ogc.Documents.Document;
import org.hotspots.snapshot.Snapshot;

/** The landing page of the standard interface, what it conforms to, its contract, and its collections. */
public final class OgcHandlers {
    static final String COLLECTION = "collection";

    private static final String DESCRIPTION =
            "Areas, and the hotspots, clusters, cells and offences of the last twelve months, for map programs.";

    private final Engine engine;
    private final Catalogue catalogue;

    public OgcHandlers(Engine engine) {
        this.engine = engine;
        this.catalogue = new Catalogue(engine);
    }

    /** All routes under {@code /ogc}. */
    public List<Route> routes() {
        List<Route> own = List.of(
                document("", Json.TYPE, this::landing),
                document("/conformance", Json.TYPE, OgcHandlers::conformance),
                document("/api", Contract.TYPE, this::contract),
                document("/collections", Json.TYPE, this::collections),
                document("/collections/{" + COLLECTION + "}", Json.TYPE, this::collection));
        return Stream.of(own, new ItemHandlers(engine, catalogue).routes(), new TilesetHandlers(catalogue).routes())
                .flatMap(List::stream)
                .toList();
    }

    /** Answers with a document in either form. */
    @FunctionalInterface
    interface DocumentAction {
        Document answer(Context ctx, Form form);
    }

    /** A route that knows the parameter {@code f} alone. */
    static Route document(String path, String jsonType, DocumentAction action) {
        return new Route(
                HandlerType.GET,
                Links.ROOT + path,
                List.of(jsonType, Form.HTML_TYPE),
                Set.of(Form.NAME),
                (ctx, parameters) -> {
                    Form form = Form.of(ctx, parameters);
                    parameters.refuseFaults();
                    Documents.send(ctx, form, action.answer(ctx, form));
                });
    }

    /** 200, 304. */
    private Document landing(Context ctx, Form form) {
        Links links = Links.of(ctx, form, Json.TYPE)
                .add("service-desc", Contract.TYPE_WITH_VERSION, "The contract of this interface", "/api?f=json")
                .add("service-doc", Form.HTML_TYPE, "The contract as a page", "/api?f=html")
                .add("conformance", Json.TYPE, "What this interface conforms to", "/conformance")
                .add("data", Json.TYPE, "The collections", "/collections")
                .add(TileMatrixSet.SCHEMES, Json.TYPE, "The tiling schemes", TileMatrixSet.LIST_PATH);
        return document("Hotspots for map programs", DESCRIPTION, links);
    }

    private static Document document(String title, String description, Links links) {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("title", title).put("description", description);
        json.set("links", links.toJson());
        return new Document(title, Json.TYPE, json);
    }

    /** 200, 304. */
    private static Document conformance(Context ctx, Form form) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode classes = json.putArray("conformsTo");
        Conformance.CLASSES.forEach(classes::add);
        json.set("links", Links.of(ctx, form, Json.TYPE).toJson());
        return new Document("What this interface conforms to", Json.TYPE, json);
    }

    /** 200, 304; 503 while there are no data. */
    private Document contract(Context ctx, Form form) {
        String root = Links.of(ctx, form, Contract.TYPE).root();
        return new Document("The contract", Contract.TYPE_WITH_VERSION, Contract.of(root, catalogue.all()));
    }

    /** 200, 304; 503 while there are no data. */
    private Document collections(Context ctx, Form form) {
        Links links = Links.of(ctx, form, Json.TYPE);
        Snapshot newest = engine.snapshot();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode collections = json.putArray("collections");
        for (FeatureSource source : catalogue.all()) {
            String path = "/collections/" + source.id();
            Links own = links.ofPart().add("self", Json.TYPE, "This collection", path);
            collections.add(CollectionDocument.of(source, source.current(newest), own));
        }
        ArrayNode systems = json.putArray("crs");
        Crs.uris().forEach(systems::add);
        json.set("links", links.toJson());
        return new Document("Collections", Json.TYPE, json);
    }

    /** 200, 304; 404; 503 while there are no data. */
    private Document collection(Context ctx, Form form) {
        FeatureSource source = catalogue.get(ctx.pathParam(COLLECTION));
        Links links = Links.of(ctx, form, Json.TYPE);
        return new Document(
                source.title(), Json.TYPE, CollectionDocument.of(source, source.current(engine.snapshot()), links));
    }
}
