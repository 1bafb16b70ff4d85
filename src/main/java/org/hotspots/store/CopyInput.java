package org.hotspots.store;

import java.sql.SQLException;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyOut;

/**
 * Reads rows in PostgreSQL's binary COPY format, field by field in the order of the query; the counterpart of
 * {@link CopyBuffer}. A result set makes an object of each text and parses each date; this makes neither.
 */
final class CopyInput {
    private static final int FIXED_HEAD_BYTES = 19;
    private static final int NULL = -1;
    private static final int EPOCH_DAY_2000 = 10_957;

    private final CopyOut copy;
    private byte[] bytes = new byte[0];
    private int position;

    private CopyInput(CopyOut copy) {
        this.copy = copy;
    }

    /** @param copySql {@code copy (…) to stdout (format binary)} */
    static CopyInput open(PGConnection connection, String copySql) throws SQLException {
        CopyInput input = new CopyInput(connection.getCopyAPI().copyOut(copySql));
        input.require(FIXED_HEAD_BYTES);
        input.position = FIXED_HEAD_BYTES;
        return input;
    }

    /** Goes to the next row; false after the last. */
    boolean next() throws SQLException {
        require(2);
        int fields = readShort();
        if (fields >= 0) {
            return true;
        }
        // What follows the end of the data is the end of the command, which has to be read too.
        if (copy.readFromCopy() != null) {
            throw new IllegalStateException("data after the end of a binary COPY");
        }
        return false;
    }

    /** The next field, a smallint; or what stands for null. */
    int read2(int ifNull) throws SQLException {
        return field() == NULL ? ifNull : readShort();
    }

    /** The next field, an integer; or what stands for null. */
    int read4(int ifNull) throws SQLException {
        return field() == NULL ? ifNull : readInt();
    }

    /** The next field, a double precision that is not null. */
    double readDouble() throws SQLException {
        field();
        long high = readInt();
        return Double.longBitsToDouble((high << 32) | (readInt() & 0xffffffffL));
    }

    /** The next field, a boolean that is not null. */
    boolean readBoolean() throws SQLException {
        field();
        return bytes[position++] != 0;
    }

    /** The next field as 1 for true and 0 for false. */
    int readBoolean(int ifNull) throws SQLException {
        return field() == NULL ? ifNull : bytes[position++];
    }

    /** The next field, a date that is not null, as epoch day. */
    int readEpochDay() throws SQLException {
        field();
        return readInt() + EPOCH_DAY_2000;
    }

    /** The next field, a text, as its number in the dictionary; or what stands for null. */
    int readText(ByteDictionary dictionary, int ifNull) throws SQLException {
        int length = field();
        if (length == NULL) {
            return ifNull;
        }
        int number = dictionary.number(bytes, position, length);
        position += length;
        return number;
    }

    private int field() throws SQLException {
        require(4);
        int length = readInt();
        if (length > 0) {
            require(length);
        }
        return length;
    }

    private int readShort() {
        int value = (bytes[position] << 8) | (bytes[position + 1] & 0xff);
        position += 2;
        return value;
    }

    private int readInt() {
        int value = (bytes[position] << 24)
                | ((bytes[position + 1] & 0xff) << 16)
                | ((bytes[position + 2] & 0xff) << 8)
                | (bytes[position + 3] & 0xff);
        position += 4;
        return value;
    }

    /** Makes sure that so many bytes can be read; a message usually holds a whole row, but need not. */
    private void require(int count) throws SQLException {
        while (bytes.length - position < count) {
            byte @Nullable [] message = copy.readFromCopy();
            if (message == null) {
                throw new IllegalStateException("a binary COPY ended within a row");
            }
            if (position == bytes.length) {
                bytes = message;
            } else {
                byte[] joined = Arrays.copyOfRange(bytes, position, bytes.length + message.length);
                System.arraycopy(message, 0, joined, bytes.length - position, message.length);
                bytes = joined;
            }
            position = 0;
        }
    }
}
