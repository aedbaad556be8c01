package org.instantlogs.server;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.util.Set;
import org.instantlogs.server.control.Control;
import org.instantlogs.server.front.Manner;
import org.instantlogs.server.session.Account;
import org.instantlogs.server.zone.Zone;

/** A running server's descriptor: the YAML of the target contract, section 1. It holds credentials. */
final class DescriptorText {
    private final ReferenceServer server;
    private final Set<Offer> offers;
    private final StringBuilder yaml = new StringBuilder();

    private DescriptorText(ReferenceServer server, Set<Offer> offers) {
        this.server = server;
        this.offers = offers;
    }

    /**
     * @param offers what it offers; what goes through the control listener only where there is one
     */
    static String of(ReferenceServer server, String name, Set<Offer> offers) {
        var text = new DescriptorText(server, offers);
        text.write(name);
        return text.yaml.toString();
    }

    private void write(String name) {
        line("contract: 1");
        line("name: " + quoted(name));
        line("profile: docs-2022");
        line("api: " + quoted(server.api()));
        logins();
        line("tls:");
        line("  trust: " + quoted(server.caFile().toString()));
        zones();
        server.controlPort().ifPresent(port -> control("http://" + Control.LOOPBACK + ":" + port));
        limits();
        if (offers.contains(Offer.PLAINTEXT)) {
            line("plaintext: " + quoted("ws://" + host() + ":" + server.plainPort()));
        }
        line("stream:");
        // Records that overtake each other do so within 300 ms.
        boolean shuffled = server.options().manners().contains(Manner.SHUFFLED);
        line("  settle: " + (shuffled ? "PT0.5S" : "PT0.1S"));
        line("  ordered: " + !shuffled);
    }

    private void logins() {
        var accounts = server.options().accounts();
        login("auth", accounts.get(0));
        if (accounts.size() > 1) {
            login("stranger", accounts.get(1));
        }
    }

    private void login(String role, Account account) {
        line(role + ":");
        line("  email: " + quoted(account.email()));
        line("  key: " + quoted(account.key()));
        line("  token: " + quoted(account.token()));
    }

    private void zones() {
        line("zones:");
        for (Zone zone : server.zones()) {
            line("  - id: " + quoted(zone.id()));
            line("    host: " + quoted(zone.host()));
            if (offers.contains(Offer.EDGE)) {
                line("    edge: " + quoted("http://" + host() + ":" + server.edgePort()));
            }
        }
    }

    private void control(String base) {
        if (offers.contains(Offer.INJECT)) {
            line("traffic:");
            line("  inject: " + quoted(base + "/zones/{zone}/records"));
        }
        if (offers.contains(Offer.CLOCK)) {
            line("clock:");
            line("  advance: " + quoted(base + "/clock/advance"));
            line("  scope: zone");
        }
        if (offers.contains(Offer.RESET)) {
            line("reset: " + quoted(base + "/reset"));
        }
    }

    private void limits() {
        var settings = server.options().settings();
        line("limits:");
        line("  session: " + settings.session());
        line("  idle: " + settings.idle());
        line("  connects: {count: " + settings.connects().count() + ", per: "
                + settings.connects().per() + "}");
        line("  records-per-second: " + settings.recordsPerSecond());
    }

    private String host() {
        return server.options().listening().reachableHost();
    }

    private void line(String text) {
        yaml.append(text).append('\n');
    }

    /** A JSON string is a YAML string. */
    private static String quoted(String text) {
        return '"' + new String(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }
}
