package org.instantlogs.server.fault;

import java.util.List;
import java.util.concurrent.CompletionStage;
import org.instantlogs.server.session.EndReason;
import org.instantlogs.server.session.Reader;

/** A reader that passes on what it is told. */
class PassingReader implements Reader {
    private final Reader reader;

    PassingReader(Reader reader) {
        this.reader = reader;
    }

    @Override
    public void deliver(List<byte[]> lines) {
        reader.deliver(lines);
    }

    @Override
    public int backlog() {
        return reader.backlog();
    }

    @Override
    public long backlogBytes() {
        return reader.backlogBytes();
    }

    @Override
    public CompletionStage<Boolean> isListening() {
        return reader.isListening();
    }

    @Override
    public void end(EndReason reason) {
        reader.end(reason);
    }
}
