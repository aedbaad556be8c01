package org.instantlogs.suite.probe;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.instantlogs.reports.Exchange.Header;

/** Undoes permessage-deflate (RFC 7692), for handshakes that offered it to a target that took it. For one thread. */
final class Inflation {

    private static final byte[] TAIL = {0, 0, (byte) 0xff, (byte) 0xff};

    private final boolean takesOver;
    private final Inflater inflater = new Inflater(true);

    private Inflation(boolean takesOver) {
        this.takesOver = takesOver;
    }

    /** What the target agreed to. */
    static Optional<Inflation> agreed(List<Header> answer) {
        return answer.stream()
                .filter(header -> header.name().equalsIgnoreCase("Sec-WebSocket-Extensions"))
                .map(header -> header.value().toLowerCase(Locale.ROOT))
                .filter(value -> value.contains("permessage-deflate"))
                .findFirst()
                .map(value -> new Inflation(!value.contains("server_no_context_takeover")));
    }

    byte[] inflate(byte[] compressed, FrameReader.Room room) throws Violation, TooMuch {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        try {
            for (byte[] part : List.of(compressed, TAIL)) {
                inflater.setInput(part);
                drain(whole, room);
            }
        } catch (DataFormatException broken) {
            throw new Violation(1007, "a compressed message that cannot be inflated");
        }
        if (!takesOver || inflater.finished()) {
            inflater.reset();
        }
        return whole.toByteArray();
    }

    private void drain(ByteArrayOutputStream whole, FrameReader.Room room) throws DataFormatException, TooMuch {
        byte[] buffer = new byte[8 * 1024];
        for (int count = inflater.inflate(buffer); count > 0; count = inflater.inflate(buffer)) {
            if (whole.size() + count > Inbox.MOST_BYTES || !room.fits(count)) {
                throw new TooMuch("a compressed message of more than " + whole.size() + " bytes");
            }
            whole.write(buffer, 0, count);
        }
    }
}
