package org.instantlogs.server.fault;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import org.instantlogs.server.session.AttachRefused;
import org.instantlogs.server.session.Attachment;
import org.instantlogs.server.session.Reader;
import org.instantlogs.server.session.SessionRegistry;

/** Gives other lines to whoever connects to an address that was connected to before. */
final class LaterLines extends ZoneParts {
    private final UnaryOperator<String> change;
    private final String banner;
    private final Map<String, Boolean> known = new ConcurrentHashMap<>();

    /** @param banner comes before the first line; none where it is empty */
    LaterLines(UnaryOperator<String> change, String banner) {
        this.change = change;
        this.banner = banner;
    }

    @Override
    SessionRegistry sessions(SessionRegistry right) {
        return new PassingSessions(right) {
            @Override
            public Attachment attach(String secret, Reader reader) throws AttachRefused {
                boolean later = known.put(secret, true) != null;
                return super.attach(secret, later ? changed(reader) : reader);
            }
        };
    }

    private Reader changed(Reader reader) {
        return new PassingReader(reader) {
            private boolean begun = banner.isEmpty();

            @Override
            public void deliver(List<byte[]> lines) {
                if (!begun) {
                    begun = true;
                    super.deliver(List.of(banner.getBytes(StandardCharsets.UTF_8)));
                }
                super.deliver(lines.stream()
                        .map(line -> change.apply(new String(line, StandardCharsets.UTF_8))
                                .getBytes(StandardCharsets.UTF_8))
                        .toList());
            }
        };
    }
}
