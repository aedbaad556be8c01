package org.instantlogs.suite;

import java.io.UncheckedIOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import org.instantlogs.fixtures.BundledTarget;
import org.instantlogs.suite.descriptor.Descriptor;
import org.instantlogs.suite.descriptor.DescriptorException;
import org.instantlogs.suite.descriptor.DescriptorReader;
import org.instantlogs.suite.probe.Target;
import org.instantlogs.suite.run.Preflight;

/**
 * The target a user has chosen: a descriptor's, one described by properties alone, or the bundled reference server, which is
 * booted for as long as this is open.
 *
 * @param replayOptions the options that choose it again
 */
record TargetChoice(Descriptor descriptor, String replayOptions, Optional<BundledTarget.Booted> booted)
        implements AutoCloseable {
    private static final String BUNDLED = "bundled";

    /**
     * Finds the target that was named.
     *
     * @param named a descriptor's file, {@code bundled}, or nothing
     * @param zones how many zones the bundled server is booted with
     * @throws UsageException if there is no such target
     */
    static TargetChoice of(Optional<String> named, int zones) {
        try {
            boolean described = DescriptorReader.overridden(System.getProperties(), System.getenv());
            if (named.isEmpty() && described) {
                return new TargetChoice(
                        DescriptorReader.read(Optional.empty(), System.getProperties(), System.getenv()),
                        "",
                        Optional.empty());
            }
            if (named.isEmpty() || named.get().equals(BUNDLED)) {
                return bundled(zones);
            }
            return new TargetChoice(
                    DescriptorReader.read(Optional.of(Path.of(named.get())), System.getProperties(), System.getenv()),
                    " --target " + named.get(),
                    Optional.empty());
        } catch (DescriptorException e) {
            throw new UsageException(e);
        } catch (InvalidPathException e) {
            throw new UsageException("`target` is `" + named.orElse("") + "`, which is no file name", e);
        }
    }

    /**
     * Asks what has to be asked before anything else: whether the target can be used, and by which login.
     *
     * @throws UsageException if it can't be used, with what is wrong in one line
     */
    static void refuseUnusable(Target reached) {
        Preflight.of(reached).ifPresent(problem -> {
            throw new UsageException(problem);
        });
    }

    private static TargetChoice bundled(int zones) {
        var server = ServiceLoader.load(BundledTarget.class)
                .findFirst()
                .orElseThrow(() -> new UsageException(
                        "the bundled server is not on the class path; name a descriptor with --target"));
        BundledTarget.Booted booted;
        try {
            booted = server.boot(zones);
        } catch (UncheckedIOException e) {
            throw new UsageException("the bundled server can't listen on loopback: " + e.getMessage(), e);
        }
        try {
            var descriptor = DescriptorReader.fromText(
                    booted.descriptor(), Path.of("").toAbsolutePath(), System.getProperties(), System.getenv());
            return new TargetChoice(descriptor, "", Optional.of(booted));
        } catch (RuntimeException e) {
            booted.close();
            throw e;
        }
    }

    @Override
    public void close() {
        booted.ifPresent(BundledTarget.Booted::close);
    }
}
