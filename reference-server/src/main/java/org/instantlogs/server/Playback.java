package org.instantlogs.server;

import io.vertx.core.DeploymentOptions;
import io.vertx.core.Future;
import io.vertx.core.ThreadingModel;
import io.vertx.core.VerticleBase;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.instantlogs.server.demo.DemoTraffic;
import org.instantlogs.server.replay.Recording;

/** Feeds made-up or recorded traffic into a running server, on a worker of its own, until the server is closed. */
final class Playback extends VerticleBase {
    private static final long TICK_MILLIS = 50;

    private final Source source;
    private long last = System.nanoTime();

    private Playback(Source source) {
        this.source = source;
    }

    /** Makes traffic from now on. */
    static void demo(ReferenceServer server, double perSecond) {
        var traffic = new DemoTraffic(
                server.zones(), perSecond, server.options().settings().seed());
        start(server, seconds -> {
            var sessions = server.sessions();
            var now = sessions.clock(server.zones().get(0).id()).instant();
            traffic.after(seconds, now).forEach((zone, records) -> sessions.publish(zone.id(), records));
            return true;
        });
    }

    /**
     * Plays a recording back into the first zone, once, and closes it.
     *
     * @param perSecond records a second
     * @param said what there is to say at its end, or about a line that is no record
     */
    static void replay(ReferenceServer server, Recording recording, double perSecond, Consumer<String> said) {
        var zone = server.zones().get(0).id();
        start(server, new Source() {
            private double owed;
            private long played;

            @Override
            public boolean tick(double seconds) throws IOException {
                owed += seconds * perSecond;
                int due = (int) owed;
                owed -= due;
                try {
                    var records = recording.next(due);
                    server.sessions().publish(zone, records);
                    played += records.size();
                    if (records.size() == due) {
                        return true;
                    }
                    said.accept("replay: " + played + " records played");
                } catch (IOException e) {
                    said.accept("replay stopped after " + played + " records: " + e.getMessage());
                }
                recording.close();
                return false;
            }
        });
    }

    private static void start(ReferenceServer server, Source source) {
        server.vertx()
                .deployVerticle(new Playback(source), new DeploymentOptions().setThreadingModel(ThreadingModel.WORKER));
    }

    @Override
    public Future<?> start() {
        vertx.setPeriodic(TICK_MILLIS, this::tick);
        return Future.succeededFuture();
    }

    private void tick(long timer) {
        long now = System.nanoTime();
        double seconds = (now - last) / (double) TimeUnit.SECONDS.toNanos(1);
        last = now;
        try {
            if (!source.tick(seconds)) {
                vertx.cancelTimer(timer);
            }
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    /** Traffic by and by. */
    private interface Source {

        /** Takes in what is due after so many seconds more; says whether there will be more. */
        boolean tick(double seconds) throws IOException;
    }
}
