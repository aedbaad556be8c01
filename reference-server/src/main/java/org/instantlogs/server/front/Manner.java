package org.instantlogs.server.front;

/**
 * What the documents permit a server and few clients reckon with: for trying clients, and judges, against. Source page: "Connect to
 * WebSocket", which promises neither an order nor one line a message; RFC 6455 7.1.5 for the missing close frame.
 */
public enum Manner {
    /** Records overtake each other: each is held back for up to 300 ms. */
    SHUFFLED,

    /** Up to five lines share a message. */
    BATCHED,

    /** Messages are binary ones. */
    BINARY,

    /** The API answers after 150 ms. */
    LATE,

    /** A limit ends the connection without a close frame. */
    CURT
}
