package org.instantlogs.server.session;

/**
 * Who may create jobs, and the credentials that prove it.
 *
 * @param id a name for the account, no secret
 * @param email goes with {@code key}
 * @param key the API key, a secret
 * @param token the bearer token, a secret
 */
public record Account(String id, String email, String key, String token) {

    /** Shows the id only: credentials are in no message and no log. */
    @Override
    public String toString() {
        return "account " + id;
    }
}
