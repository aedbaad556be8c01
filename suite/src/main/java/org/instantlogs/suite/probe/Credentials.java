package org.instantlogs.suite.probe;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.instantlogs.suite.descriptor.Descriptor;
import org.instantlogs.suite.descriptor.Descriptor.EmailKey;
import org.instantlogs.suite.descriptor.Descriptor.Login;

/** Whose credentials a request carries. */
public sealed interface Credentials {

    /** The owner's login: e-mail and key where the descriptor has them, else the token; see {@link Target#logsInByToken}. */
    Credentials OWNER_ANY = Known.OWNER_ANY;

    /** The owner's e-mail and key. */
    Credentials OWNER_EMAIL_KEY = Known.OWNER_EMAIL_KEY;

    /** The owner's token. */
    Credentials OWNER_TOKEN = Known.OWNER_TOKEN;

    /** The other account's login, either way. */
    Credentials STRANGER = Known.STRANGER;

    /** No credentials at all. */
    Credentials NONE = new Explicit(Map.of());

    /** These headers and no others, such as a wrong key. */
    static Credentials of(Map<String, String> headers) {
        return new Explicit(headers);
    }

    /** Whether the descriptor gives what is needed. */
    boolean offeredBy(Descriptor descriptor);

    /**
     * The headers that carry them.
     *
     * @throws IllegalStateException where the descriptor does not give what is needed
     */
    Map<String, String> headers(Descriptor descriptor);

    /** Credentials that the descriptor holds. */
    enum Known implements Credentials {
        OWNER_ANY {
            @Override
            Optional<Map<String, String>> find(Descriptor descriptor) {
                return any(descriptor.auth());
            }
        },
        OWNER_EMAIL_KEY {
            @Override
            Optional<Map<String, String>> find(Descriptor descriptor) {
                return descriptor.auth().emailKey().map(Known::emailKey);
            }
        },
        OWNER_TOKEN {
            @Override
            Optional<Map<String, String>> find(Descriptor descriptor) {
                return descriptor.auth().token().map(Known::bearer);
            }
        },
        STRANGER {
            @Override
            Optional<Map<String, String>> find(Descriptor descriptor) {
                return descriptor.stranger().flatMap(Known::any);
            }
        };

        abstract Optional<Map<String, String>> find(Descriptor descriptor);

        @Override
        public boolean offeredBy(Descriptor descriptor) {
            return find(descriptor).isPresent();
        }

        @Override
        public Map<String, String> headers(Descriptor descriptor) {
            return find(descriptor)
                    .orElseThrow(() -> new IllegalStateException("the descriptor has no credentials for " + name()));
        }

        private static Optional<Map<String, String>> any(Login login) {
            return login.emailKey().map(Known::emailKey).or(() -> login.token().map(Known::bearer));
        }

        private static Map<String, String> emailKey(EmailKey login) {
            Map<String, String> headers = new LinkedHashMap<>();
            headers.put("X-Auth-Email", login.email());
            headers.put("X-Auth-Key", login.key());
            return headers;
        }

        private static Map<String, String> bearer(String token) {
            return Map.of("Authorization", "Bearer " + token);
        }
    }

    /** Headers as they are given. */
    record Explicit(Map<String, String> headers) implements Credentials {

        public Explicit {
            headers = Map.copyOf(headers);
        }

        @Override
        public boolean offeredBy(Descriptor descriptor) {
            return true;
        }

        @Override
        public Map<String, String> headers(Descriptor descriptor) {
            return headers;
        }

        @Override
        public String toString() {
            return "Explicit[redacted]";
        }
    }
}
