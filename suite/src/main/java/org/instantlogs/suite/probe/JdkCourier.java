package org.instantlogs.suite.probe;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodySubscriber;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Flow.Subscription;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import org.instantlogs.reports.Exchange.Header;
import org.instantlogs.suite.probe.Deadlines.Deadline;

/** The JDK's HTTP client: HTTP/1.1, no redirects. Thread-safe. */
final class JdkCourier implements Courier, AutoCloseable {

    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        Thread thread = new Thread(task, "probe-http");
        thread.setDaemon(true);
        return thread;
    });
    private final HttpClient client;

    JdkCourier(SSLContext trust, Duration connect) {
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(connect)
                .sslContext(trust)
                .executor(threads)
                .build();
    }

    @Override
    public Delivered deliver(
            String method, URI uri, Map<String, String> headers, Optional<byte[]> body, Deadline deadline)
            throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri)
                .method(method, body.map(BodyPublishers::ofByteArray).orElse(BodyPublishers.noBody()));
        headers.forEach(request::header);
        CompletableFuture<HttpResponse<HttpHead.Body>> answer =
                client.sendAsync(request.build(), info -> new BoundedBody());
        try {
            HttpResponse<HttpHead.Body> response = answer.get(deadline.left().toNanos(), TimeUnit.NANOSECONDS);
            List<Header> answered = new ArrayList<>();
            response.headers()
                    .map()
                    .forEach((name, values) -> values.forEach(value -> answered.add(new Header(name, value))));
            return new Delivered(new HttpHead(response.statusCode(), answered), response.body());
        } catch (ExecutionException failed) {
            throw failed.getCause() instanceof Exception cause ? cause : failed;
        } finally {
            // nothing where it is done; else it closes the connection, wherever the exchange has got to
            answer.cancel(true);
        }
    }

    /** The client's own daemon thread ends when the client is collected: on 17 there is no other way. */
    @Override
    public void close() {
        threads.shutdownNow();
    }

    /** Keeps so much and then ends the connection. */
    private static final class BoundedBody implements BodySubscriber<HttpHead.Body> {
        private final CompletableFuture<HttpHead.Body> whole = new CompletableFuture<>();
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        private Optional<Subscription> source = Optional.empty();

        @Override
        public CompletionStage<HttpHead.Body> getBody() {
            return whole;
        }

        @Override
        public void onSubscribe(Subscription subscription) {
            source = Optional.of(subscription);
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(List<ByteBuffer> buffers) {
            for (ByteBuffer buffer : buffers) {
                byte[] part = new byte[Math.min(buffer.remaining(), MOST_BODY - bytes.size())];
                boolean tooMuch = part.length < buffer.remaining();
                buffer.get(part);
                bytes.writeBytes(part);
                if (tooMuch) {
                    source.ifPresent(Subscription::cancel);
                    whole.complete(new HttpHead.Body(bytes.toByteArray(), true));
                    return;
                }
            }
        }

        @Override
        public void onError(Throwable failure) {
            whole.completeExceptionally(failure);
        }

        @Override
        public void onComplete() {
            whole.complete(new HttpHead.Body(bytes.toByteArray(), false));
        }
    }
}
