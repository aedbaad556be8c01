package org.instantlogs.reports;

/**
 * What judged.
 *
 * @param version of the suite
 * @param catalogue the requirement catalogue's digest, such as {@code sha256:…}
 * @param edition of the documents that bind, such as {@code docs-2022}
 * @param seed of all randomness in the run
 */
public record SuiteInfo(String version, String catalogue, String edition, long seed) {

    public SuiteInfo {
        Required.text("suite.version", version);
        Required.text("suite.catalogue", catalogue);
        Required.text("suite.edition", edition);
    }
}
