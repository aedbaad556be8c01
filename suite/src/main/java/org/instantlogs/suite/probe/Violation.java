package org.instantlogs.suite.probe;

import java.io.IOException;

/** The target broke RFC 6455; carries the close code that says so. */
final class Violation extends IOException {

    private final int code;

    Violation(int code, String message) {
        super(message);
        this.code = code;
    }

    int code() {
        return code;
    }
}
