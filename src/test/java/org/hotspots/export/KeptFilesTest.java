package org.hotspots.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files appear when they are whole, and leave when there are too many. */
class KeptFilesTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    private final List<String> written = new ArrayList<>();

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private ExportedFile ten(Path target) throws IOException {
        written.add(target.getFileName().toString());
        return WholeFile.write(target, part -> {
            Files.writeString(part, "0123456789");
            return 3;
        });
    }

    @Test
    void Q29_whatFailsHalfWayLeavesNothingAndWhatWasThereStays() throws IOException {
        Path target = Files.writeString(folder.resolve("hotspots.csv"), "the old one");
        assertThatThrownBy(() -> WholeFile.write(target, part -> {
                    Files.writeString(part, "half");
                    throw new IOException("the disk is full");
                }))
                .hasMessage("the disk is full");
        assertThat(names()).containsExactly("hotspots.csv");
        assertThat(target).hasContent("the old one");

        ExportedFile whole = ten(target);
        assertThat(names()).containsExactly("hotspots.csv");
        assertThat(whole.bytes()).isEqualTo(10);
        assertThat(whole.count()).isEqualTo(3);
        // printf 0123456789 | sha256sum
        assertThat(whole.sha256()).isEqualTo("84d89877f0d4041efb6bf91a16f0248f2fd573e6af05c19f96bedb9f882f7882");
    }

    @Test
    void theShelfForgetsWhatWasNotAskedForTheLongest() throws IOException {
        Files.writeString(folder.resolve("left-by-a-killed-server.part"), "half");
        ExportShelf shelf = ExportShelf.in(folder, 2, 1000);
        assertThat(names()).isEmpty();
        for (String name : List.of("a", "b", "a", "c")) {
            shelf.open(name, this::ten).close();
        }
        assertThat(written).containsExactly("a", "b", "c");
        assertThat(names()).containsExactly("a", "c");
        shelf.open("b", this::ten).close();
        assertThat(written).containsExactly("a", "b", "c", "b");
    }

    @Test
    void theShelfIsBoundedInBytesAndAnOpenFileStaysReadable() throws IOException {
        ExportShelf shelf = ExportShelf.in(folder, 100, 25);
        try (ExportShelf.Opened first = shelf.open("a", this::ten)) {
            shelf.open("b", this::ten).close();
            shelf.open("c", this::ten).close();
            assertThat(names()).containsExactly("b", "c");
            ByteBuffer bytes = ByteBuffer.allocate(10);
            assertThat(first.channel().read(bytes, 0)).isEqualTo(10);
            assertThat(new String(bytes.array(), StandardCharsets.US_ASCII)).isEqualTo("0123456789");
        }
    }
}
