package org.hotspots.store;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Numbers distinct byte strings 0, 1, 2 … in the order in which they first come, without an object for each: a million
 * incident numbers as strings would be a hundred megabytes of garbage. Their bytes lie one after the other in one array;
 * a table of open addresses leads from a hash to a number.
 */
final class ByteDictionary {
    private static final int EMPTY = -1;

    private byte[] bytes = new byte[1024];
    private int[] starts = new int[64];
    private int[] table = new int[128];
    private int count;

    ByteDictionary() {
        Arrays.fill(table, EMPTY);
    }

    int size() {
        return count;
    }

    /** The number of these bytes, a new one where they are new. */
    int number(byte[] source, int from, int length) {
        int mask = table.length - 1;
        int slot = hash(source, from, length) & mask;
        while (table[slot] != EMPTY) {
            int number = table[slot];
            if (Arrays.equals(bytes, starts[number], starts[number + 1], source, from, from + length)) {
                return number;
            }
            slot = (slot + 1) & mask;
        }
        table[slot] = count;
        append(source, from, length);
        if (2 * count > table.length) {
            rehash();
        }
        return count - 1;
    }

    /** What was numbered so, read as UTF-8. */
    String text(int number) {
        return new String(bytes, starts[number], starts[number + 1] - starts[number], StandardCharsets.UTF_8);
    }

    private void append(byte[] source, int from, int length) {
        int start = starts[count];
        if (start + length > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, start + length));
        }
        System.arraycopy(source, from, bytes, start, length);
        count++;
        if (count + 1 > starts.length) {
            starts = Arrays.copyOf(starts, 2 * starts.length);
        }
        starts[count] = start + length;
    }

    private void rehash() {
        table = new int[2 * table.length];
        Arrays.fill(table, EMPTY);
        int mask = table.length - 1;
        for (int number = 0; number < count; number++) {
            int slot = hash(bytes, starts[number], starts[number + 1] - starts[number]) & mask;
            while (table[slot] != EMPTY) {
                slot = (slot + 1) & mask;
            }
            table[slot] = number;
        }
    }

    private static int hash(byte[] source, int from, int length) {
        int hash = 0;
        for (int i = from; i < from + length; i++) {
            hash = 31 * hash + source[i];
        }
        // Low bits of sums over digits are poor; the golden ratio spreads them.
        hash *= 0x9E3779B9;
        return hash ^ (hash >>> 15);
    }
}
