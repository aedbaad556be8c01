package org.instantlogs.server.session;

/** Holds a zone's handshakes to their limit. Guarded by the zone's lock. */
public interface ConnectGate {

    /**
     * Counts one more, if there is room for it.
     *
     * @throws AttachRefused if there is not
     */
    void count() throws AttachRefused;

    /** Forgets what was counted. */
    void forget();
}
