package org.instantlogs.server;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import java.util.Set;

/**
 * What a person needs to get in: commands to copy, and the files that they refer to. The credentials are in files that the
 * owner alone can read, and never in what is printed.
 */
final class WaysIn implements AutoCloseable {
    private static final String BODY =
            "{\"fields\":\"ClientIP,ClientRequestHost,ClientRequestMethod,ClientRequestURI,EdgeResponseStatus,RayID\","
                    + "\"sample\":1,\"filter\":\"\",\"kind\":\"instant-logs\"}";

    private final ReferenceServer server;
    private final Set<Offer> offers;
    private final Optional<Path> descriptor;
    private final Path headers;

    /**
     * @param descriptor where to write the descriptor; the file of the credentials' headers goes beside it, or without one
     *     among the temporary files
     */
    WaysIn(ReferenceServer server, Set<Offer> offers, Optional<Path> descriptor) throws IOException {
        this.server = server;
        this.offers = offers;
        this.descriptor = descriptor.map(Path::toAbsolutePath);
        this.headers = descriptor.isPresent()
                ? Path.of(descriptor.get().toAbsolutePath() + ".headers")
                : Files.createTempFile("instant-logs", ".headers");
    }

    void write() throws IOException {
        var owner = server.options().accounts().get(0);
        privately(
                "the credentials' headers",
                headers,
                "X-Auth-Email: " + owner.email() + "\nX-Auth-Key: " + owner.key() + "\n");
        if (descriptor.isPresent()) {
            privately("the descriptor", descriptor.get(), DescriptorText.of(server, "reference-server", offers));
        }
    }

    void print(PrintWriter out) {
        var zone = server.zones().get(0);
        var jobs = server.api() + "/zones/" + zone.id() + "/logpush/edge/jobs";
        var create = "curl -sS --cacert " + server.caFile() + " -H @" + headers
                + " -H 'Content-Type: application/json' -d '" + BODY + "' " + jobs;
        out.println("trust     " + server.caFile());
        out.println("create    " + create);
        out.println("watch     SSL_CERT_FILE=" + server.caFile() + " websocat -n \"$(" + create
                + " | sed 's/.*\"destination_conf\":\"\\([^\"]*\\)\".*/\\1/')\"");
        out.println("edge      curl -sS -H 'Host: " + zone.host() + "' 'http://"
                + server.options().listening().reachableHost() + ":" + server.edgePort()
                + "/status/404/not-there?from=curl'");
        server.controlPort()
                .ifPresent(port -> out.println("control   curl -sS -d '{\"by\":\"PT61M\",\"zone\":\"" + zone.id()
                        + "\"}' http://127.0.0.1:" + port + "/clock/advance"));
        descriptor.ifPresent(file -> out.println("descriptor " + file));
    }

    @Override
    public void close() {
        headers.toFile().delete();
    }

    private static void privately(String what, Path file, String text) throws IOException {
        try {
            Files.deleteIfExists(file);
            if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
                Files.createFile(
                        file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            }
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new CannotStart(what + " can't be written to " + file, e);
        }
    }
}
