package org.instantlogs.suite.probe;

/** Sends requests to the API, paced and recorded; redirects are never followed. Thread-safe. */
public interface ApiProbe {

    /**
     * Sends a request; a 429 is waited out (Retry-After, else back-off) and counted, and comes back only where the budget
     * for waiting is spent.
     *
     * @throws NoAnswer where no whole answer came in time
     */
    Answer send(ApiRequest request);

    /**
     * Sends a request once; a 429 comes back as it is.
     *
     * @throws NoAnswer where no whole answer came in time
     */
    Answer sendOnce(ApiRequest request);
}
