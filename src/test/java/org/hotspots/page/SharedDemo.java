package org.hotspots.page;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** One demo server for all classes that look at the sample: its start takes longer than most of what they do. */
final class SharedDemo implements BeforeAllCallback {
    private static volatile String origin = "";
    private static volatile Path folder = Path.of("");

    /** The origin of the running demo, without a slash at its end. */
    static String origin() {
        return origin;
    }

    /** Its data folder, where another process finds the same database. */
    static Path folder() {
        return folder;
    }

    @Override
    public void beforeAll(ExtensionContext context) {
        Started started = context.getRoot()
                .getStore(ExtensionContext.Namespace.create(SharedDemo.class))
                .getOrComputeIfAbsent(Started.class, ignored -> Started.now(), Started.class);
        origin = started.origin();
        folder = started.folder();
    }

    /** Stopped with the last class of the test run. */
    private record Started(DemoServer server, String origin, Path folder) implements AutoCloseable {
        static Started now() {
            try {
                Path folder = Files.createTempDirectory("shared-demo");
                DemoServer server = new DemoServer(folder);
                return new Started(server, server.origin(), folder);
            } catch (Exception e) {
                throw new IllegalStateException("The demo does not start.", e);
            }
        }

        @Override
        public void close() throws IOException {
            server.close();
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, IOException fault) throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        }
    }
}
