package org.instantlogs.suite.descriptor;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.instantlogs.fixtures.Edition;

/**
 * One target, as its descriptor tells it: target contract, section 1. Values are checked when it is read; what is left
 * out has the contract's default.
 *
 * @param name the label in every report
 * @param profile the edition of the documents that binds the target
 * @param api base URL of the API, without a trailing slash
 * @param auth the owner's login
 * @param stranger the login of an account that owns none of the zones
 * @param tls what to trust
 * @param zones at least one
 * @param inject where records are posted; {@code {zone}} stands for the zone's id
 * @param clock how time is moved, where it can be
 * @param reset where a zone is reset
 * @param limits what the target is configured with
 * @param plaintext where a ws:// attempt is to be made
 * @param stream what to expect of delivery
 * @param pace what the suite never exceeds
 */
public record Descriptor(
        String name,
        Edition profile,
        URI api,
        Login auth,
        Optional<Login> stranger,
        Tls tls,
        List<ZoneEntry> zones,
        Optional<String> inject,
        Optional<Clock> clock,
        Optional<URI> reset,
        Limits limits,
        Optional<URI> plaintext,
        StreamTerms stream,
        Pace pace) {

    public Descriptor {
        zones = List.copyOf(zones);
    }

    /** Either way of authentication, or both; at least one. */
    public record Login(Optional<EmailKey> emailKey, Optional<String> token) {
        @Override
        public String toString() {
            return "Login[redacted]";
        }
    }

    /** X-Auth-Email and X-Auth-Key. */
    public record EmailKey(String email, String key) {
        @Override
        public String toString() {
            return "EmailKey[redacted]";
        }
    }

    /** What to trust beside the platform's own certificates. */
    public record Tls(Optional<Path> trust, boolean insecure) {}

    /** A zone; {@code edge} is where its HTTP requests go in. */
    public record ZoneEntry(String id, Optional<String> host, Optional<URI> edge) {}

    /** The target's clock, and whose time a step moves. */
    public record Clock(URI advance, Scope scope) {}

    /** Whose time a step of the clock moves. */
    public enum Scope {
        ZONE,
        GLOBAL
    }

    /** So many per so long; both positive. */
    public record Rate(int count, Duration per) {}

    /**
     * What the target is configured with.
     *
     * @param session the maximum session time
     * @param idle how long a socket may go unheard
     * @param connects the limit on connection requests; empty = unknown
     * @param recordsPerSecond the maximum data rate of a session, after filter and sample; empty = unknown
     */
    public record Limits(
            Duration session, Duration idle, Optional<Rate> connects, Optional<Integer> recordsPerSecond) {}

    /**
     * What to expect of delivery, and for how long.
     *
     * @param settle how long silence lasts before "not delivered" is concluded
     * @param ordered whether records of a zone arrive in the order they were taken in
     * @param deliverWithin a record that is not there by then counts as lost
     */
    public record StreamTerms(Duration settle, boolean ordered, Duration deliverWithin) {}

    /** What the suite never exceeds; empty = no bound. */
    public record Pace(Optional<Rate> api, Optional<Rate> connects) {}
}
