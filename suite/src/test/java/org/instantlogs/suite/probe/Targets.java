package org.instantlogs.suite.probe;

import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.suite.descriptor.Descriptor;
import org.instantlogs.suite.descriptor.Descriptor.Clock;
import org.instantlogs.suite.descriptor.Descriptor.EmailKey;
import org.instantlogs.suite.descriptor.Descriptor.Limits;
import org.instantlogs.suite.descriptor.Descriptor.Login;
import org.instantlogs.suite.descriptor.Descriptor.Pace;
import org.instantlogs.suite.descriptor.Descriptor.Scope;
import org.instantlogs.suite.descriptor.Descriptor.StreamTerms;
import org.instantlogs.suite.descriptor.Descriptor.Tls;
import org.instantlogs.suite.descriptor.Descriptor.ZoneEntry;

/** Targets for tests: little patience, known credentials. */
final class Targets {

    static final String KEY = "key-0123456789";
    static final String EMAIL = "owner@example.com";
    static final String TOKEN = "token-abcdefghij";
    static final String ZONE = "0123456789abcdef0123456789abcdef";
    static final String SESSION = "fedcba98765432100123456789abcdef";

    private Targets() {}

    static Patience patience() {
        return new Patience(
                Duration.ofSeconds(2), Duration.ofSeconds(3), Duration.ofSeconds(2), Duration.ofMillis(100));
    }

    static Target at(URI base) {
        return at(base, new Pace(Optional.empty(), Optional.empty()), new Tls(Optional.empty(), false));
    }

    static Target at(URI base, Pace pace, Tls tls) {
        return Target.of(descriptor(base, pace, tls), patience(), InstantSource.system());
    }

    static Descriptor descriptor(URI base, Pace pace, Tls tls) {
        return new Descriptor(
                "test",
                Edition.DOCS_2022,
                base.resolve("/client/v4"),
                new Login(Optional.of(new EmailKey(EMAIL, KEY)), Optional.of(TOKEN)),
                Optional.empty(),
                tls,
                List.of(new ZoneEntry(ZONE, Optional.of("shop.example.com"), Optional.of(base))),
                Optional.of(base.resolve("/zones/") + "{zone}/records"),
                Optional.of(new Clock(base.resolve("/clock/advance"), Scope.ZONE)),
                Optional.of(base.resolve("/reset")),
                new Limits(Duration.ofMinutes(60), Duration.ofMinutes(5), Optional.empty(), Optional.empty()),
                Optional.empty(),
                new StreamTerms(Duration.ofMillis(100), false, Duration.ofSeconds(2)),
                pace);
    }
}
