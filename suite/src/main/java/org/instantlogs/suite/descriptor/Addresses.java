package org.instantlogs.suite.descriptor;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The addresses in a descriptor: absolute, with a host, without user, query, fragment or trailing slash. A value that
 * may hold a credential, be it against the rules, is not repeated in the message.
 */
final class Addresses {
    private static final Pattern LOOPBACK =
            Pattern.compile("(.+\\.)?localhost|127(\\.[0-9]{1,3}){3}|\\[::1]|\\[0:0:0:0:0:0:0:1]");

    private final Values values;

    Addresses(Values values) {
        this.values = values;
    }

    /** The API takes credentials, so plain http has to stay on the machine. */
    Optional<URI> api(String path) {
        Optional<URI> api = read(path, List.of("https", "http"), "https://api.example.com/client/v4");
        if (api.isPresent() && api.get().getScheme().equals("http") && !loopback(api.get())) {
            return values.refused(
                    path,
                    api.get().toString(),
                    "plain http is allowed on loopback only, credentials would travel in the clear; give an https address");
        }
        return api;
    }

    Optional<URI> http(String path, String example) {
        return read(path, List.of("http", "https"), example);
    }

    Optional<URI> plainSocket(String path) {
        return read(path, List.of("ws"), "ws://127.0.0.1:8080");
    }

    /** An address in which {@code {zone}} stands for a zone's id. */
    Optional<String> template(String path, int zones) {
        String example = "http://127.0.0.1:9900/zones/{zone}/records";
        Optional<String> text = values.text(path);
        if (text.isEmpty()
                || parse(path, text.get(), text.get().replace("{zone}", "zone"), List.of("http", "https"), example)
                        .isEmpty()) {
            return Optional.empty();
        }
        if (zones > 1 && !text.get().contains("{zone}")) {
            return values.refused(
                    path, text.get(), "there are " + zones + " zones, so put `{zone}` where the zone's id belongs");
        }
        return text;
    }

    private Optional<URI> read(String path, List<String> schemes, String example) {
        return values.text(path).flatMap(text -> parse(path, text, text, schemes, example));
    }

    private Optional<URI> parse(String path, String shown, String text, List<String> schemes, String example) {
        URI uri;
        try {
            uri = new URI(text);
        } catch (URISyntaxException noAddress) {
            return noAddress(path, shown, schemes, example);
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (uri.getRawUserInfo() != null) {
            return instead(path, "holds a user name or password; credentials belong in `auth`");
        }
        if (uri.getRawQuery() != null || uri.getRawFragment() != null) {
            return instead(path, "has a query or a fragment; end the address with its path, as in `" + example + "`");
        }
        if (!schemes.contains(scheme) || uri.getHost() == null || uri.getPort() == 0 || uri.getPort() > 65_535) {
            return noAddress(path, shown, schemes, example);
        }
        String rest = uri.toString().substring(uri.getScheme().length()).replaceAll("/+$", "");
        return Optional.of(URI.create(scheme + rest));
    }

    private <T> Optional<T> noAddress(String path, String shown, List<String> schemes, String example) {
        String wayOut = "give an absolute " + String.join(" or ", schemes) + " address such as `" + example + "`";
        return shown.contains("@") ? instead(path, "is no address; " + wayOut) : values.refused(path, shown, wayOut);
    }

    private <T> Optional<T> instead(String path, String problem) {
        values.problems().add(values.name(path) + " " + problem);
        return Optional.empty();
    }

    /** Whether the host is this machine by its very name; nothing is resolved. */
    static boolean loopback(URI address) {
        String host = address.getHost();
        return host != null && LOOPBACK.matcher(host.toLowerCase(Locale.ROOT)).matches();
    }
}
