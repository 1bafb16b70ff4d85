package org.hotspots.http;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The contract of the interface, for programs and for people. */
final class ContractHandlers {
    static final String DOCUMENT = "/openapi.json";
    static final String PAGE = "/docs";

    private final String softwareVersion;
    private @Nullable Made made;

    /** @param softwareVersion version of the program */
    ContractHandlers(String softwareVersion) {
        this.softwareVersion = softwareVersion;
    }

    /** The contract in both forms. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Made(byte[] document, byte[] page) {
        static Made of(String softwareVersion) {
            ObjectNode contract = Contract.of(softwareVersion);
            return new Made(
                    contract.toString().getBytes(StandardCharsets.UTF_8),
                    ContractPage.of(contract).getBytes(StandardCharsets.UTF_8));
        }
    }

    List<Route> routes() {
        return List.of(
                Route.get(DOCUMENT, Json.TYPE, ctx -> Answers.send(ctx, Json.TYPE, made().document())),
                Route.get(PAGE, "text/html", ctx -> Answers.send(ctx, ProblemBody.HTML, made().page())));
    }

    /** Made when first asked for: few ask, and the server's start waits for nothing it does not need. */
    private synchronized Made made() {
        if (made == null) {
            made = Made.of(softwareVersion);
        }
        return made;
    }
}
