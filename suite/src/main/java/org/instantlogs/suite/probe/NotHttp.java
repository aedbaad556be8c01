package org.instantlogs.suite.probe;

import java.io.IOException;

/** What was read is no HTTP, or too much of it. */
final class NotHttp extends IOException {

    private final NoAnswer.Kind kind;

    NotHttp(NoAnswer.Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    NoAnswer.Kind kind() {
        return kind;
    }
}
