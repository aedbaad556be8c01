package org.instantlogs.server;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The server could not be started; the message is one line that says which port or file is to blame. */
public final class CannotStart extends IOException {
    private static final long serialVersionUID = 1L;

    CannotStart(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
