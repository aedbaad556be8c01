package org.instantlogs.suite.descriptor;

import java.net.URI;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.instantlogs.fixtures.Edition;

/** Puts a descriptor together from its values, in the contract's order, and judges how they go together. */
final class Assembly {
    private final Values values;
    private final Addresses addresses;
    private final Path folder;

    Assembly(Values values, Path folder) {
        this.values = values;
        this.addresses = new Addresses(values);
        this.folder = folder;
    }

    /**
     * The descriptor.
     *
     * @throws DescriptorException if anything is wrong with it
     */
    Descriptor descriptor() {
        checkContract();
        Optional<String> name = values.text("name");
        Edition profile = profile();
        Optional<URI> api = addresses.api("api");
        require("api", "give the base URL of the target's API, such as `https://127.0.0.1:8443/client/v4`");
        Logins logins = new Logins(values);
        Optional<Descriptor.Login> auth = logins.owner();
        Optional<Descriptor.Login> stranger = logins.stranger(auth);
        Descriptor.Tls tls = tls();
        List<Descriptor.ZoneEntry> zones = new Zones(values, addresses).all();
        Optional<String> inject = addresses.template("traffic.inject", zones.size());
        Optional<Descriptor.Clock> clock = clock();
        Optional<URI> reset = addresses.http("reset", "http://127.0.0.1:9900/reset");
        Descriptor.Limits limits = new Descriptor.Limits(
                values.duration("limits.session", "PT60M").orElse(Duration.ofMinutes(60)),
                values.duration("limits.idle", "PT5M").orElse(Duration.ofMinutes(5)),
                values.rate("limits.connects"),
                values.count("limits.records-per-second"));
        Optional<URI> plaintext = addresses.plainSocket("plaintext");
        Descriptor.StreamTerms stream = stream();
        Descriptor.Pace pace = new Descriptor.Pace(values.rate("pace.api"), values.rate("pace.connects"));
        values.problems().refuseIfAny();

        URI address = api.orElseThrow();
        return new Descriptor(
                name.orElse(address.getRawAuthority()),
                profile,
                address,
                auth.orElseThrow(),
                stranger,
                tls,
                zones,
                inject,
                clock,
                reset,
                limits,
                plaintext,
                stream,
                pace);
    }

    /** There is one version so far, so a descriptor that doesn't say is of that one. */
    private void checkContract() {
        values.text("contract")
                .filter(contract -> !contract.equals("1"))
                .ifPresent(contract ->
                        values.refused("contract", contract, "this suite knows version `1` of the target contract"));
    }

    private void require(String path, String wayOut) {
        if (!values.given(path)) {
            values.problems().add(values.name(path) + " is missing; " + wayOut);
        }
    }

    private Edition profile() {
        Optional<String> label = values.text("profile");
        List<String> known = Arrays.stream(Edition.values()).map(Edition::label).toList();
        if (label.isPresent() && !known.contains(label.get())) {
            values.refused(
                    "profile",
                    label.get(),
                    "give " + known.stream().map(Wording::quoted).collect(Collectors.joining(" or ")));
            return Edition.DOCS_2022;
        }
        return label.map(Edition::labelled).orElse(Edition.DOCS_2022);
    }

    private Descriptor.Tls tls() {
        boolean insecure = values.flag("tls.insecure");
        Optional<Path> trust = values.text("tls.trust").flatMap(this::trusted);
        if (insecure && values.given("tls.trust")) {
            values.problems()
                    .add(
                            "`tls.trust` and `tls.insecure` contradict each other; give the file to trust, or trust anything");
        }
        return new Descriptor.Tls(trust, insecure);
    }

    private Optional<Path> trusted(String text) {
        try {
            Path path = folder.resolve(text);
            new PemFile(path).certificates();
            return Optional.of(path);
        } catch (InvalidPathException noPath) {
            return values.refused("tls.trust", text, "give the path of a PEM file");
        } catch (DescriptorException unusable) {
            values.problems().add(String.valueOf(unusable.getMessage()));
            return Optional.empty();
        }
    }

    private Optional<Descriptor.Clock> clock() {
        Optional<URI> advance = addresses.http("clock.advance", "http://127.0.0.1:9900/clock/advance");
        Optional<String> label = values.text("clock.scope");
        Descriptor.Scope scope = Arrays.stream(Descriptor.Scope.values())
                .filter(known -> label.filter(known.name().toLowerCase(Locale.ROOT)::equals)
                        .isPresent())
                .findFirst()
                .orElse(Descriptor.Scope.GLOBAL);
        if (label.isPresent() && !label.get().equals(scope.name().toLowerCase(Locale.ROOT))) {
            values.refused("clock.scope", label.get(), "give `zone` or `global`");
        }
        if (label.isPresent() && !values.given("clock.advance")) {
            values.problems()
                    .add(
                            values.name("clock.scope")
                                    + " is given without `clock.advance`; give the address that moves the clock, or leave both out");
        }
        return advance.map(address -> new Descriptor.Clock(address, scope));
    }

    private Descriptor.StreamTerms stream() {
        Duration settle = values.duration("stream.settle", "PT0.5S").orElse(Duration.ofMillis(500));
        boolean ordered = values.flag("stream.ordered");
        Duration within = values.duration("stream.deliver-within", "PT30S").orElse(Duration.ofSeconds(30));
        if (settle.compareTo(within) > 0) {
            values.refused(
                    "stream.settle",
                    settle.toString(),
                    "it may not be longer than `stream.deliver-within`, which is `" + within + "`");
        }
        return new Descriptor.StreamTerms(settle, ordered, within);
    }
}
