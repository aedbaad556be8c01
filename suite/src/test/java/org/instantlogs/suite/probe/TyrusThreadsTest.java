package org.instantlogs.suite.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tyrus stops its own threads when it thinks the last session closed; a session that needs them then fails to open. */
@Timeout(60)
final class TyrusThreadsTest {

    @Test
    void noSessionNeedsAThreadThatTheEndOfAnotherMayStop() throws IOException {
        try (HostileServer server = HostileServer.upgrading(visitor -> {
                    visitor.frame(RawFrame.text("one"));
                    visitor.drain();
                });
                Target target = Targets.at(server.address("http", ""));
                Connection connection = target.sockets(target.transcript()).connect(server.socket())) {
            assertThat(connection.awaitUntil(messages -> !messages.isEmpty(), Duration.ofSeconds(5)))
                    .isTrue();

            assertThat(Thread.getAllStackTraces().keySet())
                    .extracting(Thread::getName)
                    .noneMatch(name -> name.startsWith("tyrus-"));
        }
    }
}
