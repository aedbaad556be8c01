package org.instantlogs.suite.probe;

import java.io.IOException;

/** The target sent more than is kept: nothing against the target, but the end of what can be judged. */
final class TooMuch extends IOException {

    TooMuch(String what) {
        super(what
                + ", more than the suite keeps: 64 MiB of messages, and of all connections together what fits a third of"
                + " its heap (java -Xmx raises it)");
    }
}
