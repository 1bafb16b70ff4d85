package org.hotspots.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import org.hotspots.http.HeldToContract;

/** Speaks to a server over its socket, and holds every answer to the contract. */
record Client(int port) {
    private static final HttpClient HTTP = HttpClient.newHttpClient();
    /** Strict: NaN, comments and the like are errors. */
    private static final JsonMapper JSON = JsonMapper.builder().build();

    HttpResponse<byte[]> get(String path, String... headers) throws IOException, InterruptedException {
        return send(request(path, headers));
    }

    JsonNode json(String path) throws IOException, InterruptedException {
        return JSON.readTree(get(path).body());
    }

    static JsonNode json(byte[] body) throws IOException {
        return JSON.readTree(body);
    }

    HttpResponse<byte[]> post(String path, byte[] body, String contentType) throws IOException, InterruptedException {
        HttpRequest.Builder request = request(path, "Content-Type", contentType);
        return send(request.POST(HttpRequest.BodyPublishers.ofByteArray(body)));
    }

    /** Server-sent events, until the server ends them. */
    List<String> events(String path) throws IOException, InterruptedException {
        return HTTP.send(request(path).build(), BodyHandlers.ofLines()).body().toList();
    }

    private static HttpResponse<byte[]> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        HttpResponse<byte[]> response = HTTP.send(request.build(), BodyHandlers.ofByteArray());
        HeldToContract.check(response, response.body());
        return response;
    }

    private HttpRequest.Builder request(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        return headers.length == 0 ? request : request.headers(headers);
    }
}
