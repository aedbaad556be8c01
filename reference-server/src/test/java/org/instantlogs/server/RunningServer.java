package org.instantlogs.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.CertificateFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManagerFactory;
import org.instantlogs.server.session.Account;
import org.instantlogs.server.zone.Zone;

/** A server under test and a client that trusts it. */
final class RunningServer implements AutoCloseable {
    private static final JsonMapper JSON = new JsonMapper();

    private final ReferenceServer server;
    private final SSLContext tls;
    private final HttpClient client;

    private RunningServer(ReferenceServer server) throws IOException, GeneralSecurityException {
        this.server = server;
        this.tls = trusting(server);
        this.client = HttpClient.newBuilder().sslContext(tls).build();
    }

    static RunningServer with(ServerOptions options) throws IOException, GeneralSecurityException {
        return new RunningServer(ReferenceServer.start(options));
    }

    ReferenceServer server() {
        return server;
    }

    Zone zone() {
        return server.zones().get(0);
    }

    Account owner() {
        return server.options().accounts().get(0);
    }

    String jobs(Zone zone) {
        return server.api() + "/zones/" + zone.id() + "/logpush/edge/jobs";
    }

    String control(String path) {
        return "http://127.0.0.1:" + server.controlPort().orElseThrow() + path;
    }

    HttpRequest.Builder to(String uri) {
        return HttpRequest.newBuilder(URI.create(uri));
    }

    HttpRequest.Builder authorised(String uri) {
        return to(uri).header("Authorization", "Bearer " + owner().token());
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return client.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpResponse<String> post(String uri, String body) throws IOException, InterruptedException {
        return send(authorised(uri).POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    /** Creates a job for these fields without a filter, and gives its address. */
    URI job(String fields) throws IOException, InterruptedException {
        return job(zone(), fields);
    }

    URI job(Zone zone, String fields) throws IOException, InterruptedException {
        var body = JsonNodeFactory.instance.objectNode().put("fields", fields);
        return URI.create(json(post(jobs(zone), body.toString()))
                .required("result")
                .required("destination_conf")
                .textValue());
    }

    RawSocket stream(URI address) throws IOException {
        return RawSocket.handshake(tls, address);
    }

    /** Sends that head to the TLS listener as it is. */
    RawSocket handshake(String head) throws IOException {
        return RawSocket.request(tls, server.port(), head);
    }

    void inject(String ndjson) throws IOException, InterruptedException {
        inject(zone(), ndjson);
    }

    void inject(Zone zone, String ndjson) throws IOException, InterruptedException {
        var answer = post(control("/zones/" + zone.id() + "/records"), ndjson);
        if (answer.statusCode() != 202) {
            throw new IOException(answer.body());
        }
    }

    /** The values of one text field, of the next so many records. */
    static List<String> texts(RawSocket stream, String field, int count) throws IOException {
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            texts.add(JSON.readTree(stream.text()).required(field).asText());
        }
        return texts;
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    @Override
    public void close() {
        server.close();
    }

    private static SSLContext trusting(ReferenceServer server) throws IOException, GeneralSecurityException {
        var store = KeyStore.getInstance(KeyStore.getDefaultType());
        store.load(null, null);
        try (var pem = Files.newInputStream(server.caFile())) {
            store.setCertificateEntry(
                    "ca", CertificateFactory.getInstance("X.509").generateCertificate(pem));
        }
        var trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
        trust.init(store);
        var context = SSLContext.getInstance("TLS");
        context.init(null, trust.getTrustManagers(), null);
        return context;
    }
}
