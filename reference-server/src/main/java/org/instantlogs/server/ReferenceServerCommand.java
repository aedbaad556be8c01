package org.instantlogs.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.instantlogs.server.front.Manner;
import org.instantlogs.server.replay.Recording;
import org.instantlogs.server.session.Account;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The server from the command line: starts it, prints the ways in, and serves until it is told to end. */
@Command(
        name = "reference-server",
        description = "Serves Instant Logs: the API, the streams, an edge, and where asked for a control listener.",
        mixinStandardHelpOptions = true,
        versionProvider = ReferenceServerCommand.Version.class,
        sortOptions = false)
final class ReferenceServerCommand implements Callable<Integer> {
    private static final int USAGE = 2;

    /** Held, for a logger that nobody holds forgets its level. */
    private static final List<Logger> QUIET =
            Stream.of("io.vertx", "io.netty").map(Logger::getLogger).toList();

    @Mixin
    private ListeningArguments listening = new ListeningArguments();

    @Mixin
    private SessionArguments sessions = new SessionArguments();

    @Option(
            names = "--zones",
            paramLabel = "N",
            defaultValue = "4",
            description = "how many zones (default: ${DEFAULT-VALUE})")
    private int zones;

    @Option(
            names = "--origin",
            paramLabel = "URL",
            description = "pass the edge's requests on to this web application (default: a built-in origin)")
    private @Nullable URI origin;

    @Option(
            names = "--account",
            paramLabel = "EMAIL:KEY:TOKEN",
            split = " ",
            description =
                    "an account, repeatable; the first owns the zones; $INSTANT_LOGS_ACCOUNTS holds them apart by blanks (default: two, made up at each start)")
    private List<Account> accounts = new ArrayList<>();

    @Option(
            names = "--descriptor",
            paramLabel = "FILE",
            description = "write the target descriptor, with the credentials, readable by you alone")
    private @Nullable Path descriptor;

    @Option(
            names = "--offer",
            paramLabel = "WHAT",
            split = ",",
            description =
                    "what the descriptor offers, of inject,edge,clock,reset,plaintext (default: all that is there)")
    private List<Offer> offers = new ArrayList<>();

    @Option(
            names = "--manner",
            paramLabel = "WHAT",
            split = ",",
            description =
                    "what is permitted and unusual, to try clients against, of shuffled (records overtake each other within 300 ms),"
                            + " batched (several lines a message), binary (messages), late (API answers after 150 ms),"
                            + " curt (limits end the connection without a close frame)")
    private List<Manner> manners = new ArrayList<>();

    @Option(
            names = "--demo-traffic",
            paramLabel = "RATE",
            description = "make believable requests, so many a second over all zones")
    private @Nullable Double demoTraffic;

    @Option(
            names = "--replay",
            paramLabel = "FILE",
            description = "play records back into the first zone: one JSON object a line, plain or gzipped")
    private @Nullable Path replay;

    @Option(
            names = "--replay-rate",
            paramLabel = "RATE",
            defaultValue = "100",
            description = "records a second of --replay (default: ${DEFAULT-VALUE})")
    private double replayRate;

    private final PrintWriter out;
    private final PrintWriter err;

    ReferenceServerCommand(PrintWriter out, PrintWriter err) {
        this.out = out;
        this.err = err;
    }

    /** Runs until the process is told to end: exit code 0 then, 2 if it can't start. */
    public static void main(String[] args) {
        QUIET.forEach(logger -> logger.setLevel(Level.OFF));
        // The platform's resolver is enough, and is there at once.
        System.setProperty("vertx.disableDnsResolver", "true");
        System.exit(run(
                args,
                new PrintWriter(System.out, true, StandardCharsets.UTF_8),
                new PrintWriter(System.err, true, StandardCharsets.UTF_8)));
    }

    static int run(String[] args, PrintWriter out, PrintWriter err) {
        return ArgumentForms.register(new CommandLine(new ReferenceServerCommand(out, err)))
                .setOut(out)
                .setErr(err)
                .setParameterExceptionHandler((fault, arguments) -> refuse(err, fault.getMessage()))
                .execute(args);
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            var options = options();
            var offered = offered();
            try (var recording = replay == null ? null : Recording.open(replay)) {
                return serve(options, offered, recording);
            }
        } catch (IllegalArgumentException | CommandLine.TypeConversionException | IOException fault) {
            return refuse(err, fault.getMessage());
        }
    }

    private int serve(ServerOptions options, Set<Offer> offered, @Nullable Recording recording)
            throws IOException, InterruptedException {
        var server = ReferenceServer.start(options);
        try (var ways = new WaysIn(server, offered, Optional.ofNullable(descriptor))) {
            ways.write();
            endWith(server, ways);
            if (demoTraffic != null) {
                Playback.demo(server, demoTraffic);
            }
            if (recording != null) {
                Playback.replay(server, recording, replayRate, err::println);
            }
            ways.print(out);
            out.println("ready in " + ManagementFactory.getRuntimeMXBean().getUptime() + " ms; end it with Ctrl-C");
            new CountDownLatch(1).await();
            return 0;
        } finally {
            server.close();
        }
    }

    /** A process that was told to end has done well: exit code 0, and nothing of it is left. */
    private static void endWith(ReferenceServer server, WaysIn ways) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            server.close();
            ways.close();
            Runtime.getRuntime().halt(0);
        }));
    }

    private ServerOptions options() {
        positive("--demo-traffic", demoTraffic);
        positive("--replay-rate", replayRate);
        return new ServerOptions(
                listening.listening(),
                zones,
                allAccounts(),
                sessions.settings(),
                Optional.ofNullable(origin).map(ReferenceServerCommand::webApplication),
                Set.copyOf(manners));
    }

    private List<Account> allAccounts() {
        var environment = System.getenv("INSTANT_LOGS_ACCOUNTS");
        if (!accounts.isEmpty()) {
            return accounts;
        }
        if (environment == null || environment.isBlank()) {
            return List.of(Credentials.fresh("owner"), Credentials.fresh("stranger"));
        }
        return Stream.of(environment.strip().split("\\s+"))
                .map(ArgumentForms::account)
                .toList();
    }

    private Set<Offer> offered() {
        if (offers.isEmpty()) {
            return EnumSet.allOf(Offer.class);
        }
        for (Offer offer : offers) {
            if (offer.needsControl() && !listening.hasControl()) {
                throw new IllegalArgumentException("--offer " + offer.name().toLowerCase(Locale.ROOT)
                        + " needs the control listener: add --control");
            }
        }
        return EnumSet.copyOf(offers);
    }

    private static void positive(String option, @Nullable Double value) {
        if (value != null && !(value > 0 && value <= 1_000_000)) {
            throw new IllegalArgumentException(
                    option + " is " + value + "; give a rate above 0, up to 1000000 a second");
        }
    }

    private static URI webApplication(URI uri) {
        if (uri.getHost() == null || !Set.of("http", "https").contains(String.valueOf(uri.getScheme()))) {
            throw new IllegalArgumentException("--origin is no web address; give one such as http://127.0.0.1:3000");
        }
        return uri;
    }

    private static int refuse(PrintWriter err, @Nullable String message) {
        err.println("reference-server: "
                + String.valueOf(message).lines().findFirst().orElse("it can't start"));
        return USAGE;
    }

    /** The version of the jar's manifest. */
    static final class Version implements CommandLine.IVersionProvider {

        @Override
        public String[] getVersion() {
            var version = ReferenceServerCommand.class.getPackage().getImplementationVersion();
            return new String[] {"reference-server " + (version == null ? "(from classes)" : version)};
        }
    }
}
