package org.instantlogs.suite;

import java.io.PrintWriter;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.instantlogs.suite.probe.ApiRequest;
import org.instantlogs.suite.probe.Connection;
import org.instantlogs.suite.probe.HandshakeRefused;
import org.instantlogs.suite.probe.NoAnswer;
import org.instantlogs.suite.probe.Target;
import org.instantlogs.suite.zone.JobSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code watch}: shows a zone's live records, a line each, until it is stopped or the session ends. */
@Command(
        name = "watch",
        description =
                "Shows the live records of a target's first zone, a line each, until Ctrl-C or the session's end.",
        mixinStandardHelpOptions = true)
final class WatchCommand implements Callable<Integer> {
    private static final Duration LOOK = Duration.ofSeconds(10);

    @Option(names = "--target", paramLabel = "FILE", required = true, description = "The target's descriptor.")
    private String target = "";

    @Option(
            names = "--fields",
            paramLabel = "LIST",
            description = "The fields to show, with commas between. Default: ${DEFAULT-VALUE}",
            defaultValue = JobSpec.EXAMPLE_FIELDS)
    private String fields = JobSpec.EXAMPLE_FIELDS;

    @Option(names = "--filter", paramLabel = "JSON", description = "The filter, as the API takes it.")
    private Optional<String> filter = Optional.empty();

    @Option(
            names = "--sample",
            paramLabel = "N",
            description = "Show one record in N. Default: ${DEFAULT-VALUE}",
            defaultValue = "1")
    private long sample = 1;

    @Option(names = "--count", paramLabel = "N", description = "Stop after so many records. Default: never")
    private Optional<Integer> count = Optional.empty();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    WatchCommand() {}

    @Override
    public Integer call() {
        try (var choice = TargetChoice.of(Optional.of(target), 2);
                var reached = Target.of(choice.descriptor(), Clock.systemUTC())) {
            TargetChoice.refuseUnusable(reached);
            try (var stream = connect(reached)) {
                show(stream);
            }
            return ExitCode.OK;
        } catch (NoAnswer | HandshakeRefused e) {
            throw new UsageException(e);
        }
    }

    private Connection connect(Target reached) {
        var job = JobSpec.job(fields).sample(sample).filter(filter.orElse(""));
        var transcript = reached.transcript();
        var zone = reached.descriptor().zones().get(0);
        var answer = reached.leanApi(transcript).send(ApiRequest.create(zone.id(), job.toJson()));
        var address = answer.json()
                .map(json -> json.path("result").path("destination_conf").textValue())
                .orElseThrow(() -> new UsageException("the target gave no stream: " + answer.describe()));
        return reached.sockets(transcript).connect(URI.create(address));
    }

    private void show(Connection stream) {
        PrintWriter out = spec.commandLine().getOut();
        int shown = 0;
        int wanted = count.orElse(Integer.MAX_VALUE);
        while (shown < wanted) {
            int seen = shown;
            stream.awaitUntil(messages -> messages.size() > seen, LOOK);
            var messages = stream.messages();
            for (; shown < Math.min(messages.size(), wanted); shown++) {
                out.println(messages.get(shown).string().stripTrailing());
            }
            out.flush();
            if (stream.ending().isPresent() && shown == stream.messages().size()) {
                return;
            }
        }
    }
}
