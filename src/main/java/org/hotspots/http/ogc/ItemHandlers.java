package org.hotspots.http.ogc;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import io.javalin.http.HandlerType;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.hotspots.hotspot.Engine;
import org.hotspots.http.Answers;
import org.hotspots.http.GeoJson;
import org.hotspots.http.Json;
import org.hotspots.http.Parameters;
import org.hotspots.http.ProblemException;
import org.hotspots.http.ProblemType;
import org.hotspots.http.Problems;
import org.hotspots.http.Route;
import org.hotspots.http.Shown;

/** The features of a collection, page by page or one by its id. */
final class ItemHandlers {
    private static final String ITEMS = Links.ROOT + "/collections/{" + OgcHandlers.COLLECTION + "}/items";
    private static final List<String> TYPES = List.of(GeoJson.TYPE, Form.HTML_TYPE);
    private static final String FEATURE = "feature";

    private final Engine engine;
    private final Catalogue catalogue;

    ItemHandlers(Engine engine, Catalogue catalogue) {
        this.engine = engine;
        this.catalogue = catalogue;
    }

    List<Route> routes() {
        Set<String> ofOne = Set.of(Form.NAME, ItemsQuery.CRS, RunSource.PIN, AreaSource.PIN);
        Set<String> ofAll = new TreeSet<>(ofOne);
        ofAll.addAll(ItemsQuery.names());
        return List.of(
                new Route(HandlerType.GET, ITEMS, TYPES, ofAll, this::items),
                new Route(HandlerType.GET, ITEMS + "/{" + FEATURE + "}", TYPES, ofOne, this::item));
    }

    /** 200, 304; 400 with every fault, 404; 410 where the pinned data are gone; 503 while too much is being computed. */
    private void items(Context ctx, Parameters parameters) throws IOException {
        FeatureSource source = catalogue.get(ctx.pathParam(OgcHandlers.COLLECTION));
        Form form = Form.of(ctx, parameters);
        ItemsQuery query = ItemsQuery.read(parameters);
        Content content = content(source, parameters);
        if (isKnown(ctx, form, content)) {
            return;
        }
        FeaturePage.Found found = FeaturePage.Found.of(content, query);
        FeaturePage page = new FeaturePage(
                query.crs(), found, content.provenance(), links(ctx, form, source, content, query, found.matched()));
        send(ctx, form, source.title(), query.crs(), page::write);
    }

    /** 200, 304; 400 with every fault, 404; 410 where the pinned data are gone; 503 while too much is being computed. */
    private void item(Context ctx, Parameters parameters) throws IOException {
        FeatureSource source = catalogue.get(ctx.pathParam(OgcHandlers.COLLECTION));
        Form form = Form.of(ctx, parameters);
        Crs crs = ItemsQuery.crs(parameters);
        Content content = content(source, parameters);
        if (isKnown(ctx, form, content)) {
            return;
        }
        String id = ctx.pathParam(FEATURE);
        Item item = content.find(id)
                .orElseThrow(() -> new ProblemException(
                        ProblemType.NOT_FOUND, "feature=" + Shown.value(id) + ": not one of " + source.id()));
        ObjectNode provenance = content.provenance();
        Links links = Links.of(ctx, form, GeoJson.TYPE)
                .add("collection", Json.TYPE, source.title(), "/collections/" + source.id());
        send(ctx, form, id, crs, json -> FeaturePage.writeOne(json, item, crs, provenance, links));
    }

    /** What is asked of: pinned or newest. Refuses all faults of the parameters first. */
    private Content content(FeatureSource source, Parameters parameters) {
        for (String pin : List.of(RunSource.PIN, AreaSource.PIN)) {
            if (!pin.equals(source.pinName()) && parameters.find(pin).isPresent()) {
                parameters.fault(pin, pin + ": not of this collection, which is pinned by " + source.pinName());
            }
        }
        parameters.refuseFaults();
        return parameters.find(source.pinName()).map(source::pinned).orElseGet(() -> source.current(engine.snapshot()));
    }

    /** An answer depends on what is asked, of which content, and on the name that the server is called by. */
    private static boolean isKnown(Context ctx, Form form, Content content) {
        String tag = Answers.hash(
                content.fingerprint() + " " + form + " " + ctx.host() + ctx.path() + "?" + ctx.queryString());
        boolean isKnown = Answers.isKnown(ctx, tag, content.tellsOffences() ? Answers.UNKEPT : Answers.REVALIDATE);
        ctx.header("Vary", "Accept, Accept-Encoding");
        return isKnown;
    }

    private static Links links(
            Context ctx, Form form, FeatureSource source, Content content, ItemsQuery query, int matched) {
        String path = "/collections/" + source.id();
        Links links = Links.of(ctx, form, GeoJson.TYPE).add("collection", Json.TYPE, source.title(), path);
        String type = form.type(GeoJson.TYPE);
        if (query.offset() > 0) {
            int before = Math.max(0, query.offset() - query.limit());
            links.add("prev", type, "The page before", path + "/items" + page(ctx, form, content, query, before));
        }
        long after = (long) query.offset() + query.limit();
        if (after < matched) {
            links.add("next", type, "The next page", path + "/items" + page(ctx, form, content, query, (int) after));
        }
        return links;
    }

    /** The query of another page of the same content. */
    private static String page(Context ctx, Form form, Content content, ItemsQuery query, int offset) {
        String[] pin = content.pin().split("=", 2);
        return QueryText.of(ctx)
                .with(Form.NAME, form.word())
                .with(pin[0], pin[1])
                .with(ItemsQuery.LIMIT, Integer.toString(query.limit()))
                .with(ItemsQuery.OFFSET, Integer.toString(offset))
                .toString();
    }

    /** Writes a document of features. */
    @FunctionalInterface
    private interface Body {
        void writeTo(JsonGenerator json) throws IOException;
    }

    private static void send(Context ctx, Form form, String title, Crs crs, Body body) throws IOException {
        ctx.header("Content-Crs", "<" + crs.uri() + ">");
        if (form == Form.HTML) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try (JsonGenerator json = Json.generator(bytes)) {
                body.writeTo(json);
            }
            ctx.res().setContentType(Form.HTML_TYPE + ";charset=utf-8");
            ctx.result(DocumentPage.of(title, Json.READER.readTree(bytes.toByteArray()))
                    .getBytes(StandardCharsets.UTF_8));
            return;
        }
        ctx.res().setContentType(GeoJson.TYPE);
        // Everything is computed by now: from here on a failure can only cut the answer off.
        Problems.beginStream(ctx);
        try (JsonGenerator json = Json.generator(ctx.outputStream())) {
            body.writeTo(json);
        }
    }
}
