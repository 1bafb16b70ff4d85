package org.hotspots.http;

import io.javalin.Javalin;
import io.javalin.compression.CompressionStrategy;
import io.javalin.compression.Gzip;
import io.javalin.config.JavalinConfig;
import io.javalin.http.HandlerType;
import io.javalin.util.JavalinBindException;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.hotspots.http.ogc.OgcHandlers;

/**
 * The web server: the interface under {@code /api/v1}, the page, and health. Listens on this machine's own address only.
 *
 * <p>Routes are declared by the handlers and gathered once, in the constructor. What goes wrong anywhere, in Jetty too,
 * is answered as a problem.
 */
public final class WebServer implements AutoCloseable {
    /** Longest request line with headers: leaves room for questions of several thousand characters. */
    static final int MAX_HEAD_BYTES = 16_384;

    /** Slowest body that is waited for. */
    private static final int MIN_BODY_BYTES_PER_SECOND = 512;
    /** Slowest reader of an answer. */
    private static final int MIN_ANSWER_BYTES_PER_SECOND = 2048;
    /**
     * Of a connection. The system reports room for more only when a third of it is free, and by itself takes megabytes: a
     * reader slow but steady would then be silent for longer than a connection may be.
     */
    private static final int SEND_BUFFER_BYTES = 1 << 16;

    /** Shortest answer that is compressed: a shorter one would hardly become shorter. */
    private static final int MIN_COMPRESSED_BYTES = 500;

    private static final int HEARTBEAT_SECONDS = 15;

    private static final int MIN_THREADS = 8;
    private static final int MAX_THREADS = 64;

    private final WebSettings settings;
    private final List<Route> routes;
    private final Javalin javalin;
    private final Runnable closedFirst;
    private final Runnable closedLast;

    /** Not listening yet: {@link #start} does that. */
    public WebServer(WebSettings settings, Collaborators collaborators) {
        this(
                settings,
                collaborators,
                new ImportDesk(collaborators.importer(), collaborators.importStore(), HEARTBEAT_SECONDS),
                new ExportDesk(collaborators.engine(), settings.exportFolder()));
    }

    private WebServer(WebSettings settings, Collaborators collaborators, ImportDesk importDesk, ExportDesk exportDesk) {
        this(settings, routes(settings, collaborators, importDesk, exportDesk), importDesk::close, exportDesk::close);
    }

    /**
     * @param closedFirst told to stop before connections are closed
     * @param closedLast told to stop once the last request has been answered
     */
    WebServer(WebSettings settings, List<Route> routes, Runnable closedFirst, Runnable closedLast) {
        this.settings = settings;
        this.routes = List.copyOf(routes);
        this.closedFirst = closedFirst;
        this.closedLast = closedLast;
        SecurityHeaders securityHeaders = new SecurityHeaders(settings.baseMap());
        ServerErrors serverErrors = new ServerErrors(securityHeaders);
        this.javalin = Javalin.create(config -> {
            configureJetty(config, serverErrors);
            configureRouting(config, routes, securityHeaders);
        });
    }

    private static List<Route> routes(
            WebSettings settings, Collaborators asked, ImportDesk importDesk, ExportDesk exportDesk) {
        ImportUpload upload = new ImportUpload(asked.importer(), importDesk, settings);
        return Stream.of(
                        new RunHandlers(asked.engine()).routes(),
                        new ViewHandlers(asked.engine()).routes(),
                        new ExportHandlers(exportDesk).routes(),
                        new TileHandlers(asked.engine()).routes(),
                        new AreaHandlers(asked.engine(), asked.areaStore()).routes(),
                        new SearchHandlers(asked.engine()).routes(),
                        new ThemeHandlers(asked.engine().codebooks()).routes(),
                        new DataHandlers(asked.engine(), asked.importStore(), asked.database()).routes(),
                        new BacktestHandlers(asked.backtestStore()).routes(),
                        new DrawnAreaHandlers().routes(),
                        new MethodDefaultHandlers(asked.engine()).routes(),
                        new ImportHandlers(asked.importStore(), importDesk, upload).routes(),
                        new HealthHandlers(asked.engine(), asked.snapshotStore()).routes(),
                        new ConfigHandlers(settings).routes(),
                        new OgcHandlers(asked.engine()).routes(),
                        new ConnectHandlers(asked.engine()).routes(),
                        new ContractHandlers(asked.engine().softwareVersion()).routes(),
                        new ProblemHandlers().routes())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Starts listening.
     *
     * @throws JavalinBindException where the port is taken
     */
    public void start() {
        javalin.start();
    }

    /** Everything that is answered but the page's files. */
    List<Route> routes() {
        return routes;
    }

    /** The port that is listened on. */
    public int port() {
        return javalin.port();
    }

    /** Stops listening, once running requests have been answered or have had their time. */
    @Override
    public void close() {
        closedFirst.run();
        javalin.stop();
        closedLast.run();
    }

    private void configureJetty(JavalinConfig config, ServerErrors serverErrors) {
        config.startup.showJavalinBanner = false;
        config.startup.showOldJavalinVersionWarning = false;
        config.startup.startupWatcherEnabled = false;
        config.jetty.threadPool = new QueuedThreadPool(MAX_THREADS, MIN_THREADS);
        config.jetty.modifyHttpConfiguration(this::limit);
        config.jetty.modifyServer(server -> {
            server.setErrorHandler(serverErrors);
            server.setStopTimeout(20_000);
            HeadDeadline deadline = new HeadDeadline(server, settings.headerTimeout());
            server.insertHandler(
                    new SlowClients(MIN_BODY_BYTES_PER_SECOND, MIN_ANSWER_BYTES_PER_SECOND, settings.headerTimeout()));
            server.insertHandler(deadline);
            server.addBean(deadline);
        });
        config.jetty.modifyServletContextHandler(context -> context.setErrorHandler(serverErrors));
        config.jetty.addConnector(this::connector);
    }

    private void limit(HttpConfiguration http) {
        http.setSendServerVersion(false);
        http.setSendDateHeader(true);
        http.setRequestHeaderSize(MAX_HEAD_BYTES);
        http.setHttpCompliance(HttpCompliance.RFC9110);
        // The gate is stricter, and says what is wrong.
        http.setUriCompliance(UriCompliance.UNSAFE);
    }

    private ServerConnector connector(Server server, HttpConfiguration http) {
        ServerConnector connector = new ServerConnector(server, new HttpConnectionFactory(http));
        connector.setHost(settings.host());
        connector.setPort(settings.port());
        connector.setAcceptedSendBufferSize(SEND_BUFFER_BYTES);
        connector.setIdleTimeout(settings.headerTimeout().toMillis());
        connector.addBean(server.getBean(HeadDeadline.class), false);
        return connector;
    }

    private static void configureRouting(JavalinConfig config, List<Route> routes, SecurityHeaders securityHeaders) {
        config.http.prefer405over404 = true;
        config.http.defaultContentType = "application/octet-stream";
        config.http.compressionStrategy = new CompressionStrategy(null, new Gzip());
        config.http.compressionStrategy.setDefaultMinSizeForCompression(MIN_COMPRESSED_BYTES);
        config.router.ignoreTrailingSlashes = false;
        config.router.javaLangErrorHandler(Problems::answerError);
        Page page = new Page();
        config.resourceHandler(page);
        new Problems(page).register(config.routes);
        config.routes.before(new Gate(securityHeaders));
        for (Route route : routes) {
            config.routes.addHttpHandler(route.method(), route.path(), route);
            if (route.method().equals(HandlerType.GET)) {
                config.routes.addHttpHandler(HandlerType.HEAD, route.path(), route);
            }
        }
    }
}
