package org.instantlogs.suite.probe;

import java.net.URI;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.instantlogs.suite.descriptor.Descriptor;
import org.instantlogs.suite.descriptor.Descriptor.Login;

/**
 * The names that recorded cases have for what is a target's or a secret: addresses, zones, logins, sessions. Text is made
 * free of values by {@link #hide} and given a target's values by {@link #fill}. Not thread-safe.
 */
public final class Placeholders {
    private static final Pattern NAME = Pattern.compile("\\{\\{([^{}]+)}}");
    private static final String SESSION = "session ";
    private static final String PATH = " path";

    /** By name. */
    private final Map<String, String> addresses = new LinkedHashMap<>();

    private final Map<String, String> secrets = new LinkedHashMap<>();
    private int sessions;

    private Placeholders() {}

    /** Names for what a descriptor holds. */
    public static Placeholders of(Descriptor target) {
        var names = new Placeholders();
        names.addresses.put("api", target.api().toString());
        for (var i = 0; i < target.zones().size(); i++) {
            var zone = target.zones().get(i);
            var number = " " + (i + 1);
            names.addresses.put("zone" + number, zone.id());
            zone.host().ifPresent(host -> names.addresses.put("host" + number, host));
            zone.edge().ifPresent(edge -> names.addresses.put("edge" + number, edge.toString()));
            target.inject()
                    .ifPresent(door -> names.addresses.put("inject" + number, door.replace("{zone}", zone.id())));
        }
        target.clock()
                .ifPresent(clock -> names.addresses.put("clock", clock.advance().toString()));
        target.reset().ifPresent(door -> names.addresses.put("reset", door.toString()));
        target.plaintext().ifPresent(address -> names.addresses.put("plaintext", address.toString()));
        names.login("owner", target.auth());
        target.stranger().ifPresent(login -> names.login("stranger", login));
        return names;
    }

    private void login(String who, Login login) {
        login.token().ifPresent(token -> secrets.put(who + ".token", token));
        login.emailKey().ifPresent(pair -> {
            secrets.put(who + ".email", pair.email());
            secrets.put(who + ".key", pair.key());
        });
    }

    /** What the names of addresses stand for; no secrets. */
    Map<String, String> told() {
        return Map.copyOf(new TreeMap<>(addresses));
    }

    /** Gives a session's address a name of its own, such as {@code session 1}; the one it has where it has one. */
    String session(String address) {
        var known = secrets.entrySet().stream()
                .filter(entry ->
                        entry.getKey().startsWith(SESSION) && entry.getValue().equals(address))
                .map(Map.Entry::getKey)
                .findFirst();
        return known.orElseGet(() -> {
            var name = SESSION + ++sessions;
            remember(name, address);
            return name;
        });
    }

    /** Says what a name of a session stands for from now on. */
    public void remember(String name, String address) {
        secrets.put(name, address);
        path(address).ifPresent(path -> secrets.put(name + PATH, path));
    }

    // The same session is also asked for on the plaintext listener, by its path alone.
    private static Optional<String> path(String address) {
        try {
            var uri = URI.create(address);
            var path = String.valueOf(uri.getRawPath());
            var whole = uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery();
            return Optional.of(whole).filter(text -> text.length() > 8);
        } catch (IllegalArgumentException noUri) {
            return Optional.empty();
        }
    }

    /** Puts names in the place of values: of secrets first, for an address may be part of one. */
    public String hide(String text) {
        return hideAddresses(hideSecrets(text));
    }

    /** Puts names in the place of sessions and logins. */
    String hideSecrets(String text) {
        return hide(text, secrets);
    }

    /** Puts names in the place of addresses and zones. */
    String hideAddresses(String text) {
        return hide(text, addresses);
    }

    private static String hide(String text, Map<String, String> named) {
        var longestFirst = new ArrayList<>(named.entrySet());
        longestFirst.sort(Comparator.comparingInt(
                (Map.Entry<String, String> entry) -> -entry.getValue().length()));
        var hidden = text;
        for (var entry : longestFirst) {
            if (entry.getValue().length() > 3) {
                hidden = hidden.replace(entry.getValue(), "{{" + entry.getKey() + "}}");
            }
        }
        return hidden;
    }

    /**
     * Puts values in the place of names.
     *
     * @param missing is told of each name that there is no value for; what it returns takes the name's place
     */
    public String fill(String text, UnaryOperator<String> missing) {
        return NAME.matcher(text).replaceAll(found -> {
            var name = found.group(1);
            var value = Optional.ofNullable(addresses.get(name)).or(() -> Optional.ofNullable(secrets.get(name)));
            return Matcher.quoteReplacement(value.orElseGet(() -> missing.apply(name)));
        });
    }

    /** Puts the target's addresses in the place of their names; secrets keep theirs. */
    public String show(String text) {
        return NAME.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(addresses.getOrDefault(found.group(1), found.group())));
    }
}
