package org.instantlogs.server.zone;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** All zones of the server, by id and by host. Immutable. */
public final class Zones {
    private final Map<String, Zone> byId = new LinkedHashMap<>();
    private final Map<String, Zone> byHost = new LinkedHashMap<>();

    /** These zones, in their order. */
    public Zones(List<Zone> zones) {
        for (Zone zone : zones) {
            byId.put(zone.id(), zone);
            byHost.put(zone.host(), zone);
        }
    }

    /**
     * So many zones of that owner, {@code zone1.example.com} and so on. Their ids are the same at every start, so that a
     * command line that worked yesterday works today.
     */
    public static Zones of(int count, String owner) {
        return new Zones(
                IntStream.rangeClosed(1, count).mapToObj(n -> zone(n, owner)).toList());
    }

    /** In their order. */
    public List<Zone> all() {
        return List.copyOf(byId.values());
    }

    public Optional<Zone> byId(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    /**
     * The zone that a host name belongs to: its own name or one below it.
     *
     * @param authority as a Host header has it: any case, with or without a port or a final dot
     */
    public Optional<Zone> byHost(String authority) {
        var name = withoutPort(authority).toLowerCase(Locale.ROOT);
        if (name.endsWith(".")) {
            name = name.substring(0, name.length() - 1);
        }
        while (!name.isEmpty()) {
            var zone = byHost.get(name);
            if (zone != null) {
                return Optional.of(zone);
            }
            int dot = name.indexOf('.');
            name = dot < 0 ? "" : name.substring(dot + 1);
        }
        return Optional.empty();
    }

    private static String withoutPort(String authority) {
        int colon = authority.lastIndexOf(':');
        return colon >= 0 && authority.indexOf(']', colon) < 0 ? authority.substring(0, colon) : authority;
    }

    private static Zone zone(int number, String owner) {
        var host = "zone" + number + ".example.com";
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(host.getBytes(StandardCharsets.UTF_8));
            return new Zone(HexFormat.of().formatHex(digest, 0, 16), number, host, owner);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
