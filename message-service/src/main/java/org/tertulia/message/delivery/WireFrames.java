package org.tertulia.message.delivery;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import java.util.List;

/**
 * WebSocket messages as they go over the wire: each in one frame, its header (RFC 6455, section 5.2) and the payload,
 * not masked, since a server masks nothing. So the same bytes are right for every connection.
 */
final class WireFrames {

    private static final int FINAL_TEXT = 0x81;
    private static final int FINAL_BINARY = 0x82;

    /** Up to here the length stands in the second byte itself. */
    private static final int SHORT = 125;

    private static final int TWO_BYTES_FOLLOW = 126;
    private static final int EIGHT_BYTES_FOLLOW = 127;
    private static final int MOST_IN_TWO_BYTES = 0xFFFF;

    private WireFrames() {}

    /** One message each, in their order, in one buffer that the caller releases. */
    static ByteBuf encode(ByteBufAllocator buffers, List<byte[]> payloads, boolean binary) {
        var length = 0;
        for (var payload : payloads) {
            length += headerLength(payload.length) + payload.length;
        }
        // Of the kind that the socket takes as it is; others it copies for each connection.
        var wire = buffers.directBuffer(length, length);
        for (var payload : payloads) {
            writeHeader(wire, payload.length, binary ? FINAL_BINARY : FINAL_TEXT);
            wire.writeBytes(payload);
        }
        return wire;
    }

    private static int headerLength(int length) {
        if (length <= SHORT) {
            return 2;
        }
        return length <= MOST_IN_TWO_BYTES ? 2 + Short.BYTES : 2 + Long.BYTES;
    }

    private static void writeHeader(ByteBuf wire, int length, int opcode) {
        wire.writeByte(opcode);
        if (length <= SHORT) {
            wire.writeByte(length);
        } else if (length <= MOST_IN_TWO_BYTES) {
            wire.writeByte(TWO_BYTES_FOLLOW).writeShort(length);
        } else {
            wire.writeByte(EIGHT_BYTES_FOLLOW).writeLong(length);
        }
    }
}
