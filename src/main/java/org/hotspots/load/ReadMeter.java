package org.hotspots.load;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.function.LongSupplier;

/** How far the reading of an import has come, in bytes of the files as given, and how much has been decompressed. */
final class ReadMeter {
    /** Small files may compress beyond any ratio; a mebibyte harms nobody. */
    private static final long RATIO_FROM_BYTES = 1 << 20;

    private final ReadLimits limits;
    private final long bytesTotal;
    private double bytesRead;
    private long decompressed;

    ReadMeter(ReadLimits limits, long bytesTotal) {
        this.limits = limits;
        this.bytesTotal = bytesTotal;
    }

    long bytesRead() {
        return Math.min((long) bytesRead, bytesTotal);
    }

    /** Counts what is read of a file as it was given. */
    InputStream counting(InputStream in) {
        return new Counting(in, n -> bytesRead += n);
    }

    /**
     * Watches what comes out of an archive.
     *
     * @param compressed the compressed bytes that have gone in so far, in the same stream
     * @param bytesPerByte compressed bytes to count as read for each byte that comes out, 0 where they are counted
     *     where they go in
     */
    InputStream decompressing(InputStream in, LongSupplier compressed, double bytesPerByte) {
        long[] out = {0};
        return new Counting(in, n -> {
            out[0] += n;
            decompressed += n;
            bytesRead += n * bytesPerByte;
            if (decompressed > limits.maxDecompressedBytes()) {
                throw tooLarge("more than " + limits.maxDecompressedBytes() + " bytes decompressed");
            }
            if (out[0] > RATIO_FROM_BYTES && out[0] / limits.maxRatio() > compressed.getAsLong()) {
                throw tooLarge("decompressed to more than " + limits.maxRatio() + " times its size");
            }
        });
    }

    private static ImportException tooLarge(String detail) {
        return new ImportException(new ImportProblem("decompressed-too-large", 413, detail, List.of()));
    }

    private interface Meter {
        void add(long bytes);
    }

    private static final class Counting extends FilterInputStream {
        private final Meter meter;

        Counting(InputStream in, Meter meter) {
            super(in);
            this.meter = meter;
        }

        @Override
        public int read() throws IOException {
            int one = in.read();
            if (one >= 0) {
                meter.add(1);
            }
            return one;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = in.read(buffer, offset, length);
            if (n > 0) {
                meter.add(n);
            }
            return n;
        }

        @Override
        public long skip(long wanted) throws IOException {
            long n = in.skip(wanted);
            meter.add(n);
            return n;
        }
    }
}
