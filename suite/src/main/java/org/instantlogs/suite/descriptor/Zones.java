package org.instantlogs.suite.descriptor;

import java.net.URI;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The zones of a descriptor: at least one, each once. */
final class Zones {
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._~-]{1,64}");
    private static final Pattern HOST = Pattern.compile(
            "(?!.{254})[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?(\\.[A-Za-z0-9_]([A-Za-z0-9_-]*[A-Za-z0-9_])?)*(:[0-9]{1,5})?");

    private final Values values;
    private final Addresses addresses;

    Zones(Values values, Addresses addresses) {
        this.values = values;
        this.addresses = addresses;
    }

    List<Descriptor.ZoneEntry> all() {
        if (values.size("zones") == 0) {
            values.problems().add("`zones` is missing or empty; give at least one zone, as `zones[0].id`");
        }
        List<Descriptor.ZoneEntry> zones = new ArrayList<>();
        Map<String, String> ids = new HashMap<>();
        Map<String, String> hosts = new HashMap<>();
        for (String path : values.entries("zones")) {
            Optional<String> id = id(path + ".id");
            id.ifPresent(text -> refuseSecond(ids, text, path + ".id", text, "zone"));
            Optional<String> host = host(path + ".host");
            Optional<URI> edge = addresses.http(path + ".edge", "http://127.0.0.1:8080");
            host.ifPresent(text -> edge.ifPresent(address -> refuseSecond(
                    hosts, text.toLowerCase(Locale.ROOT) + " " + address, path + ".host", text, "host at an edge")));
            id.ifPresent(text -> zones.add(new Descriptor.ZoneEntry(text, host, edge)));
        }
        return zones;
    }

    private Optional<String> id(String path) {
        if (!values.given(path)) {
            values.problems().add(values.name(path) + " is missing; give the zone's id");
        }
        return values.text(path)
                .flatMap(text -> ID.matcher(text).matches()
                        ? Optional.of(text)
                        : values.refused(path, text, "give a zone id such as `0123456789abcdef0123456789abcdef`"));
    }

    private Optional<String> host(String path) {
        return values.text(path)
                .flatMap(text -> HOST.matcher(text).matches()
                        ? Optional.of(text)
                        : values.refused(path, text, "give a host name alone, such as `shop.example.com`"));
    }

    private void refuseSecond(Map<String, String> seen, String key, String path, String shown, String what) {
        String first = seen.putIfAbsent(key, path);
        if (first != null) {
            values.refused(path, shown, "`" + first + "` is the same; give each " + what + " once");
        }
    }
}
