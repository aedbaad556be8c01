package org.instantlogs.suite.ndjson;

/** Says that a text can't be read further, and why. */
final class UnreadableException extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Defect defect;

    UnreadableException(Defect defect) {
        // It is part of the reading, never shown: a stack trace for each of a million lines would cost more than they
        // do.
        super(defect.text(), null, false, false);
        this.defect = defect;
    }

    Defect defect() {
        return defect;
    }
}
