package org.hotspots.http;

import io.javalin.http.Context;
import io.javalin.http.staticfiles.ResourceHandler;
import io.javalin.http.staticfiles.StaticFileConfig;
import io.javalin.security.RouteRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The page and what it is made of: the project's own files under {@code /}, and the files of Leaflet that it needs
 * under {@code /lib/leaflet/}. Only plain names with a known ending are looked up, so nothing can be listed and no path
 * leads out.
 */
final class Page implements ResourceHandler {
    private static final Pattern NAME = Pattern.compile("(/[A-Za-z0-9_][A-Za-z0-9_-]*(\\.[A-Za-z0-9_-]+)*)+");
    /** What is ours and written by hand. */
    private static final Pattern SOURCE = Pattern.compile("/(src|styles)/.*\\.(js|css)");

    private static final String LEAFLET = "/lib/leaflet/";
    private static final Set<String> LEAFLET_FILES = Set.of(
            "leaflet-src.esm.js",
            "leaflet.css",
            "images/layers.png",
            "images/layers-2x.png",
            "images/marker-icon.png",
            "images/marker-icon-2x.png",
            "images/marker-shadow.png");
    private static final Map<String, String> TYPES = Map.of(
            "html", "text/html;charset=utf-8",
            "css", "text/css;charset=utf-8",
            "js", "text/javascript;charset=utf-8",
            "json", "application/json",
            "svg", "image/svg+xml",
            "png", "image/png",
            "ico", "image/x-icon",
            "webmanifest", "application/manifest+json",
            "woff2", "font/woff2");

    private final Map<String, PageFile> files = new ConcurrentHashMap<>();
    private final PageBundle bundle = new PageBundle(name -> new String(bytes("/web" + name), StandardCharsets.UTF_8));
    private final String leafletFolder = "/META-INF/resources/webjars/leaflet/" + leafletVersion() + "/dist/";

    @Override
    public boolean canHandle(Context ctx) {
        return exists(ctx.path());
    }

    @Override
    public boolean handle(Context ctx) {
        Optional<PageFile> file = find(ctx.path());
        file.ifPresent(found -> found.send(ctx));
        return file.isPresent();
    }

    boolean exists(String path) {
        return find(path).isPresent();
    }

    private Optional<PageFile> find(String path) {
        String name = path.equals("/") ? "/index.html" : path;
        PageFile known = files.get(name);
        if (known != null) {
            return Optional.of(known);
        }
        String contentType = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        String resource = resource(name);
        if (contentType == null || resource == null || Page.class.getResource(resource) == null) {
            return Optional.empty();
        }
        byte[] bytes =
                SOURCE.matcher(name).matches() ? bundle.text(name).getBytes(StandardCharsets.UTF_8) : bytes(resource);
        PageFile file = PageFile.of(contentType, bytes);
        files.put(name, file);
        return Optional.of(file);
    }

    private @Nullable String resource(String name) {
        if (!NAME.matcher(name).matches()) {
            return null;
        }
        if (name.startsWith(LEAFLET)) {
            String file = name.substring(LEAFLET.length());
            return LEAFLET_FILES.contains(file) ? leafletFolder + file : null;
        }
        return "/web" + name;
    }

    /** @throws IllegalStateException where there is none */
    private static byte[] bytes(String resource) {
        try (InputStream in = Page.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("there is no " + resource);
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    private static String leafletVersion() {
        String file = "/META-INF/maven/org.webjars.npm/leaflet/pom.properties";
        try (InputStream in = Page.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("Leaflet's webjar is not on the class path");
            }
            Properties properties = new Properties();
            properties.load(in);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    @Override
    public boolean addStaticFileConfig(StaticFileConfig config) {
        throw new UnsupportedOperationException("all files are served by this handler");
    }

    @Override
    public Set<RouteRole> resourceRouteRoles(Context ctx) {
        return Set.of();
    }
}
