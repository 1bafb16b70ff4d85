package org.hotspots.http.ogc;

import io.javalin.http.Context;
import java.util.Map;
import org.hotspots.http.Accept;
import org.hotspots.http.Parameters;
import org.hotspots.http.Route;

/** In which of two forms a document is answered: as the parameter {@code f} says, else as the Accept header does. */
enum Form {
    JSON("json"),
    HTML("html");

    static final String NAME = Route.FORM;
    static final String HTML_TYPE = "text/html";
    private static final Map<String, Form> WORDS = Map.of("json", JSON, "html", HTML);

    private final String word;

    Form(String word) {
        this.word = word;
    }

    String word() {
        return word;
    }

    Form other() {
        return this == JSON ? HTML : JSON;
    }

    /** The media type in this form of what is of this type in JSON. */
    String type(String jsonType) {
        return this == JSON ? jsonType : HTML_TYPE;
    }

    static Form of(Context ctx, Parameters parameters) {
        return parameters.oneOf(NAME, WORDS, Accept.prefersHtml(ctx.header("Accept")) ? HTML : JSON);
    }
}
