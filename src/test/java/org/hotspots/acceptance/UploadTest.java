package org.hotspots.acceptance;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Uploads to a database of their own for each test. */
abstract class UploadTest {
    @TempDir
    Path folder;

    Steward steward;

    @BeforeEach
    void open() {
        steward = new Steward(folder);
    }

    @AfterEach
    void close() {
        steward.close();
    }
}
