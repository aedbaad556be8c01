package org.instantlogs.suite;

import picocli.CommandLine.IVersionProvider;

/** The release this is. */
final class Version implements IVersionProvider {
    Version() {}

    static String current() {
        var version = Version.class.getPackage().getImplementationVersion();
        return version == null ? "development" : version;
    }

    @Override
    public String[] getVersion() {
        return new String[] {"instant-logs-suite " + current()};
    }
}
