package org.hotspots.http.ogc;

import io.javalin.http.Context;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The query of an address, to be changed in places. */
final class QueryText {
    private final Map<String, String> values = new LinkedHashMap<>();

    private QueryText() {}

    /** That of a request whose parameters were found to be given once each. */
    static QueryText of(Context ctx) {
        QueryText query = new QueryText();
        for (Map.Entry<String, List<String>> parameter : ctx.queryParamMap().entrySet()) {
            query.values.put(parameter.getKey(), parameter.getValue().get(0));
        }
        return query;
    }

    QueryText with(String name, String value) {
        values.put(name, value);
        return this;
    }

    /** With the question mark. */
    @Override
    public String toString() {
        return values.entrySet().stream()
                .map(value -> encoded(value.getKey()) + "=" + encoded(value.getValue()))
                .collect(Collectors.joining("&", "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
