package org.instantlogs.server.fault;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.instantlogs.server.session.AttachRefused;
import org.instantlogs.server.session.Attachment;
import org.instantlogs.server.session.EndReason;
import org.instantlogs.server.session.Reader;
import org.instantlogs.server.session.SessionRegistry;
import org.jspecify.annotations.Nullable;

/** Whoever connects to an address reads beside those who are there: each gets every record, and the last to leave leaves it alone. */
class TwoReaders extends ZoneParts {
    private final Map<String, Readers> bySecret = new ConcurrentHashMap<>();

    /** A reader has left the zone's session to others; as it stands here, that is nothing. */
    void leftToOthers(String zoneId) {}

    @Override
    SessionRegistry sessions(SessionRegistry right) {
        return new PassingSessions(right) {
            @Override
            public Attachment attach(String secret, Reader reader) throws AttachRefused {
                var readers = bySecret.computeIfAbsent(secret, unseen -> new Readers());
                synchronized (readers) {
                    var together = new Together(readers.all);
                    var before = readers.together;
                    if (before != null) {
                        before.follows = true;
                    }
                    readers.all.add(reader);
                    try {
                        readers.attachment = super.attach(secret, together);
                        readers.together = together;
                    } catch (AttachRefused refused) {
                        readers.all.remove(reader);
                        if (before != null) {
                            before.follows = false;
                        }
                        throw refused;
                    }
                }
                return () -> leaves(readers, reader, zoneOfSecret(secret));
            }
        };
    }

    private void leaves(Readers readers, Reader reader, String zoneId) {
        synchronized (readers) {
            if (!readers.all.remove(reader)) {
                return;
            }
            var attachment = readers.attachment;
            if (!readers.all.isEmpty()) {
                leftToOthers(zoneId);
            } else if (attachment != null) {
                readers.together = null;
                attachment.detach();
            }
        }
    }

    /** Those of one address. */
    private static final class Readers {
        private final List<Reader> all = new CopyOnWriteArrayList<>();
        private @Nullable Together together;
        private @Nullable Attachment attachment;
    }

    /** All readers of an address, whom the session takes for one. */
    private static final class Together implements Reader {
        private final List<Reader> all;
        /** Another one of the same readers takes its place. */
        private volatile boolean follows;

        Together(List<Reader> all) {
            this.all = all;
        }

        @Override
        public void deliver(List<byte[]> lines) {
            all.forEach(reader -> reader.deliver(lines));
        }

        @Override
        public int backlog() {
            return all.stream().mapToInt(Reader::backlog).max().orElse(0);
        }

        @Override
        public long backlogBytes() {
            return all.stream().mapToLong(Reader::backlogBytes).max().orElse(0);
        }

        @Override
        public CompletionStage<Boolean> isListening() {
            CompletionStage<Boolean> anyIs = CompletableFuture.completedFuture(false);
            for (Reader reader : all) {
                anyIs = anyIs.thenCombine(reader.isListening(), (one, other) -> one || other);
            }
            return anyIs;
        }

        @Override
        public void end(EndReason reason) {
            if (!follows) {
                all.forEach(reader -> reader.end(reason));
            }
        }
    }
}
