package org.instantlogs.suite.descriptor;

import java.util.Optional;

/** The two logins of a descriptor. No message here holds a value. */
final class Logins {
    private final Values values;

    Logins(Values values) {
        this.values = values;
    }

    /** The zones' owner; mandatory. */
    Optional<Descriptor.Login> owner() {
        Optional<Descriptor.Login> login = login("auth");
        if (!values.given("auth.token") && !values.given("auth.email") && !values.given("auth.key")) {
            values.problems().add("`auth` is missing; give `auth.token`, or `auth.email` and `auth.key`, or all three");
        }
        return login;
    }

    /** Another account; one that is the owner's own would make cases judge nonsense. */
    Optional<Descriptor.Login> stranger(Optional<Descriptor.Login> owner) {
        Optional<Descriptor.Login> stranger = login("stranger");
        if (stranger.isPresent() && owner.isPresent() && shared(stranger.get(), owner.get())) {
            values.problems()
                    .add("`stranger` has a login of `auth`; give the credentials of another account, which owns none of"
                            + " the zones, or leave `stranger` out");
        }
        return stranger;
    }

    private static boolean shared(Descriptor.Login left, Descriptor.Login right) {
        return (left.token().isPresent() && left.token().equals(right.token()))
                || (left.emailKey().isPresent() && left.emailKey().equals(right.emailKey()));
    }

    private Optional<Descriptor.Login> login(String path) {
        Optional<String> email = credential(path + ".email");
        Optional<String> key = credential(path + ".key");
        Optional<String> token = credential(path + ".token");
        checkPair(path);
        if (token.isEmpty() && (email.isEmpty() || key.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new Descriptor.Login(
                email.flatMap(address -> key.map(secret -> new Descriptor.EmailKey(address, secret))), token));
    }

    /**
     * A half that only the environment gives beside a token is no contradiction: {@code TARGET_KEY} may be set for the
     * <code>${TARGET_KEY}</code> of another descriptor.
     */
    private void checkPair(String path) {
        boolean hasEmail = values.given(path + ".email");
        if (hasEmail == values.given(path + ".key")) {
            return;
        }
        String given = path + (hasEmail ? ".email" : ".key");
        if (values.given(path + ".token") && values.ofEnvironment(given)) {
            return;
        }
        values.problems()
                .add(values.name(given) + " is given without `" + path + (hasEmail ? ".key" : ".email")
                        + "`; give both, or `" + path + ".token`");
    }

    private Optional<String> credential(String path) {
        Optional<String> text = values.text(path);
        if (text.isPresent() && text.get().chars().anyMatch(unit -> unit <= ' ' || unit > '~')) {
            values.problems()
                    .add(
                            values.name(path)
                                    + " holds a blank or a character beyond ASCII; give the value alone, as it goes into a header");
            return Optional.empty();
        }
        return text;
    }
}
