package org.instantlogs.server.fault;

import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.instantlogs.fixtures.BundledTarget;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.BundledReferenceServer;
import org.instantlogs.server.Parts;
import org.instantlogs.server.ServerOptions;

/** How a trial target is written down: its name, what it does, what it breaks, and the parts that make it do so. */
final class Trial {
    private final String name;
    private final String says;
    private Set<String> breaks = Set.of();
    private Set<String> mayBreak = Set.of();
    private Set<String> touches = Set.of();
    private UnaryOperator<ServerOptions> options = UnaryOperator.identity();
    private Edition edition = Edition.DOCS_2022;

    private Trial(String name, String says) {
        this.name = name;
        this.says = says;
    }

    /** A server with that mistake. */
    static Trial fault(String name, String says) {
        return new Trial(name, says);
    }

    /** A server that conforms, with that peculiarity. */
    static Trial personality(String name, String says) {
        return new Trial(name, says);
    }

    /** What must be found: ids of requirements or checks, or globs of check ids. */
    Trial breaks(String... selectors) {
        breaks = Set.of(selectors);
        return this;
    }

    /**
     * The ids of requirements that are violated as a consequence, or may be, beside those named before; of a personality, those of which
     * a warning is due.
     */
    Trial mayBreak(String... requirements) {
        mayBreak =
                Stream.concat(mayBreak.stream(), Set.of(requirements).stream()).collect(Collectors.toUnmodifiableSet());
        return this;
    }

    /**
     * Of a personality: the rules, ids or globs, whose checks could hold its peculiarity against it, beside those of which a warning is
     * due; all rules, if this is left out.
     */
    Trial touches(String... rules) {
        touches = Set.of(rules);
        return this;
    }

    /** Options that the server is started with, which its descriptor tells. */
    Trial options(UnaryOperator<ServerOptions> change) {
        options = change;
        return this;
    }

    /** The edition by which it asks to be judged, the source page's if this is left out. */
    Trial edition(Edition other) {
        edition = other;
        return this;
    }

    /** The target, put together from these parts. */
    TrialTarget of(Parts parts) {
        var server = new BundledReferenceServer(name, options, parts);
        var target = edition == Edition.DOCS_2022 ? server : new OfEdition(server, edition);
        return new TrialTarget(name, says, breaks, mayBreak, touched(), target);
    }

    private Set<String> touched() {
        return touches.isEmpty()
                ? Set.of()
                : Stream.concat(touches.stream(), mayBreak.stream()).collect(Collectors.toUnmodifiableSet());
    }

    /** A server whose descriptor names another edition than the source page's. */
    private record OfEdition(BundledTarget server, Edition edition) implements BundledTarget {

        @Override
        public Booted boot(int zones) {
            var booted = server.boot(zones);
            return new Booted() {
                @Override
                public String descriptor() {
                    return booted.descriptor()
                            .replace("profile: " + Edition.DOCS_2022.label(), "profile: " + edition.label());
                }

                @Override
                public void close() {
                    booted.close();
                }
            };
        }
    }
}
