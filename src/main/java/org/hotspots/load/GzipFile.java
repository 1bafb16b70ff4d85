package org.hotspots.load;

import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/** A gzip of one text file. */
record GzipFile(String name, Path path, ReadMeter meter) implements TextFile {
    private static final int BUFFER_BYTES = 1 << 16;

    @Override
    public InputStream open() throws IOException {
        InputStream file = Files.newInputStream(path);
        try {
            AtomicLong compressed = new AtomicLong();
            InputStream in = new FilterInputStream(meter.counting(file)) {
                @Override
                public int read(byte[] buffer, int offset, int length) throws IOException {
                    int n = super.read(buffer, offset, length);
                    compressed.addAndGet(Math.max(n, 0));
                    return n;
                }
            };
            return meter.decompressing(new Gunzip(new GZIPInputStream(in, BUFFER_BYTES), name), compressed::get, 0);
        } catch (IOException | RuntimeException e) {
            file.close();
            throw e instanceof IOException fault ? translated(fault, name) : (RuntimeException) e;
        }
    }

    private static ImportException translated(IOException e, String name) throws IOException {
        if (e instanceof EOFException) {
            return ImportException.unprocessable("truncated-archive", name + ": the gzip ends before its content does");
        }
        if (e instanceof ZipException) {
            return ImportException.unprocessable("corrupt-archive", name + ": the gzip is damaged");
        }
        throw e;
    }

    private static final class Gunzip extends FilterInputStream {
        private final String name;

        Gunzip(InputStream in, String name) {
            super(in);
            this.name = name;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            try {
                return in.read(buffer, offset, length);
            } catch (IOException e) {
                throw translated(e, name);
            }
        }
    }
}
