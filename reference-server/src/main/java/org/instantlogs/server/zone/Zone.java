package org.instantlogs.server.zone;

/**
 * One domain whose traffic is logged.
 *
 * @param id 32 hexadecimal digits
 * @param number a number of its own, the dataset's {@code ZoneID}; positive
 * @param host its host name, lower case; names below it belong to it as well
 * @param owner the id of the account that owns it
 */
public record Zone(String id, int number, String host, String owner) {

    public Zone {
        if (!id.matches("[0-9a-f]{32}")) {
            throw new IllegalArgumentException("a zone's id has 32 hexadecimal digits");
        }
    }
}
