package org.instantlogs.suite.probe;

import java.net.URI;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/**
 * The part of a socket's address that tells sessions apart: a segment of the path or a value of the query, wherever a target
 * has it. As far as one address shows, it is the longest one that holds a digit and has room for a secret, as those that are written by hand ({@code sessions},
 * {@code stream.ndjson}) rarely do; where there is none such, the longest one at all.
 *
 * @param address the whole address
 * @param from where the part begins
 * @param to where it ends, exclusively; as {@code from} where the address has no part at all
 */
public record SessionPart(String address, int from, int to) {
    /** 16 digits of hexadecimal are 64 bits: half of what a secret should have, and more than a version or a number. */
    private static final int ROOM_FOR_A_SECRET = 16;

    private static final Pattern AUTHORITY = Pattern.compile("^[^:/?]*:?/*[^/?]*");
    /** Padding of base 32 and base 64 says nothing, escaped or not. */
    private static final Pattern PART = Pattern.compile("[^/?&=;]+?(?=(?:%3[Dd])*(?:[/?&=;]|$))");

    private static final Pattern BROKEN_ESCAPE = Pattern.compile("%[0-9A-Fa-f]?$");

    /** Finds it in an address. */
    public static SessionPart of(URI address) {
        return of(address.toString());
    }

    static SessionPart of(String address) {
        return all(address).stream()
                .max(Comparator.comparing(SessionPart::looksLikeASecret)
                        .thenComparing(part -> part.to() - part.from())
                        .thenComparing(SessionPart::from))
                .orElseGet(() -> new SessionPart(address, address.length(), address.length()));
    }

    /** Every segment of its path and every name and value of its query, in their order. A fragment is never sent. */
    static List<SessionPart> all(String address) {
        var authority = AUTHORITY.matcher(address);
        int from = authority.find() ? authority.end() : 0;
        int fragment = address.indexOf('#', from);
        return PART.matcher(address)
                .region(from, fragment < 0 ? address.length() : fragment)
                .results()
                .map(part -> new SessionPart(address, part.start(), part.end()))
                .toList();
    }

    boolean looksLikeASecret() {
        return to - from >= ROOM_FOR_A_SECRET && text().chars().anyMatch(Character::isDigit);
    }

    /** The part as the address has it. */
    public String text() {
        return address.substring(from, to);
    }

    /** The address with another text in this part's place, without the beginning of an escape at its end. */
    public URI with(String other) {
        return URI.create(address.substring(0, from) + whole(other) + address.substring(to));
    }

    static String whole(String other) {
        return BROKEN_ESCAPE.matcher(other).replaceAll("");
    }
}
