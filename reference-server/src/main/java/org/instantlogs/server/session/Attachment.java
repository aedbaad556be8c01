package org.instantlogs.server.session;

/** A reader's place in its session, from {@link Sessions#attach} on. */
@FunctionalInterface
public interface Attachment {

    /**
     * Says that the socket is gone. The session lives on until its limits; does nothing if the reader was ended or detached
     * before. Safe on every thread.
     */
    void detach();
}
