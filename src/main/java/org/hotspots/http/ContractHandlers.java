package org.hotspots.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The contract of the interface, for programs and for people. */
final class ContractHandlers {
    static final String DOCUMENT = "/openapi.json";
    static final String PAGE = "/docs";

    private final byte[] document;
    private final byte[] page;

    /** @param softwareVersion version of the program */
    ContractHandlers(String softwareVersion) {
        ObjectNode contract = Contract.of(softwareVersion);
        this.document = contract.toString().getBytes(StandardCharsets.UTF_8);
        this.page = ContractPage.of(contract).getBytes(StandardCharsets.UTF_8);
    }

    List<Route> routes() {
        return List.of(
                Route.get(DOCUMENT, Json.TYPE, ctx -> Answers.send(ctx, Json.TYPE, document)),
                Route.get(PAGE, "text/html", this::page));
    }

    /** 200, 304. */
    private void page(Context ctx) {
        Answers.send(ctx, ProblemBody.HTML, page);
    }
}
