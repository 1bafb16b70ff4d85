package org.hotspots.http.ogc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import org.hotspots.http.Answers;

/** Sends small documents in the form that is asked for. */
final class Documents {
    private Documents() {}

    /** 200, 304. */
    static void send(Context ctx, Form form, Document document) {
        String text =
                form == Form.JSON ? document.json().toString() : DocumentPage.of(document.title(), document.json());
        String type = form == Form.JSON ? document.jsonType() : Form.HTML_TYPE + ";charset=utf-8";
        Answers.send(ctx, type, text.getBytes(StandardCharsets.UTF_8));
        ctx.header("Vary", "Accept, Accept-Encoding");
    }

    /**
     * What is sent.
     *
     * @param title of its page
     * @param jsonType media type of the JSON
     * @param json all of it
     */
    record Document(String title, String jsonType, ObjectNode json) {}
}
