package org.instantlogs.server.session;

/**
 * A created job, as the API shows it.
 *
 * @param id unique among all jobs of the server
 * @param sessionId the secret: 32 lower-case hex digits, last segment of the address
 * @param fields the requested fields that exist, in the requested order, each once, joined by commas
 * @param sample one in how many records the client asked for, at least 1
 * @param filter the filter as it was sent; empty if there is none
 */
public record Job(long id, String sessionId, String fields, long sample, String filter) {

    /** The only kind of job there is. */
    public String kind() {
        return JobRequest.KIND;
    }

    /** Shows the id only: the address is in no message and no log. */
    @Override
    public String toString() {
        return "job " + id;
    }
}
