package org.instantlogs.server.session;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;

/** A reader that keeps what it is told, and answers as it is told to. */
final class FakeReader implements Reader {
    final List<String> lines = new CopyOnWriteArrayList<>();
    final List<EndReason> ends = new CopyOnWriteArrayList<>();
    final List<CompletableFuture<Boolean>> questions = new ArrayList<>();
    private @Nullable Boolean answer;
    private int backlog;

    /** A reader that listens. */
    static FakeReader listening() {
        return new FakeReader().answering(true);
    }

    /** From now on it answers so; {@code null} leaves questions open. */
    FakeReader answering(@Nullable Boolean newAnswer) {
        answer = newAnswer;
        return this;
    }

    FakeReader laggingBy(int lagging) {
        backlog = lagging;
        return this;
    }

    @Override
    public void deliver(List<byte[]> delivered) {
        delivered.forEach(line -> lines.add(new String(line, UTF_8)));
    }

    @Override
    public int backlog() {
        return backlog;
    }

    @Override
    public CompletionStage<Boolean> isListening() {
        var question = new CompletableFuture<Boolean>();
        questions.add(question);
        if (answer != null) {
            question.complete(answer);
        }
        return question;
    }

    @Override
    public void end(EndReason reason) {
        ends.add(reason);
    }
}
