package org.instantlogs.server.session;

/** What a client asks for: a job that can be created as it stands. Immutable. */
public final class JobRequest {
    static final String KIND = "instant-logs";

    private JobRequest() {}

    /**
     * Reads the body of a creation.
     *
     * @throws JobRefused if it asks for nothing that can be had
     */
    public static JobRequest read(byte[] body) throws JobRefused {
        throw new UnsupportedOperationException();
    }
}
