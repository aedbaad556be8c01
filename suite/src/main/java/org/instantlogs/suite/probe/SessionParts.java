package org.instantlogs.suite.probe;

import java.net.URI;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/**
 * All parts of an address that may tell its session from others, in their order: those in which it differs from every address of
 * other jobs that has as many parts. Where no other is known, or none differs, all parts that look like a secret; else the longest
 * one. What differs may still say nothing (a time, a number), so all are changed together.
 *
 * @param address the whole address
 * @param parts without what they have in common with the others' before or after a separator, such as a name or an ending
 */
public record SessionParts(String address, List<SessionPart> parts) {
    private static final String SEPARATORS = "._~:,-";

    public SessionParts {
        parts = List.copyOf(parts);
    }

    /**
     * Finds them.
     *
     * @param others addresses of other jobs, best of the same zone
     */
    public static SessionParts of(URI address, Collection<URI> others) {
        var own = SessionPart.all(address.toString());
        var compared = others.stream()
                .filter(other -> !other.equals(address))
                .map(other -> SessionPart.all(other.toString()))
                .filter(other -> other.size() == own.size())
                .toList();
        var differing = new ArrayList<SessionPart>();
        for (int i = 0; i < own.size() && !compared.isEmpty(); i++) {
            int place = i;
            var texts = compared.stream().map(other -> other.get(place).text()).toList();
            if (!texts.contains(own.get(i).text())) {
                differing.add(core(own.get(i), texts));
            }
        }
        return new SessionParts(address.toString(), differing.isEmpty() ? alone(address.toString(), own) : differing);
    }

    private static List<SessionPart> alone(String address, List<SessionPart> all) {
        var secrets = all.stream().filter(SessionPart::looksLikeASecret).toList();
        return secrets.isEmpty() ? List.of(SessionPart.of(address)) : secrets;
    }

    /**
     * The texts that may tell sessions apart, place by place: those of each part that is not the same in all addresses. One place
     * where the addresses differ in form, or in nothing.
     *
     * @return for each place a text of each address, in the addresses' order
     */
    public static List<List<String>> columns(List<URI> addresses) {
        var all = addresses.stream()
                .map(address -> SessionPart.all(address.toString()))
                .toList();
        boolean sameForm = all.stream().map(List::size).distinct().count() == 1;
        var columns = IntStream.range(0, sameForm ? all.get(0).size() : 0)
                .mapToObj(place ->
                        all.stream().map(parts -> parts.get(place).text()).toList())
                .filter(column -> column.stream().distinct().count() > 1)
                .toList();
        return columns.isEmpty()
                ? List.of(addresses.stream()
                        .map(address -> SessionPart.of(address).text())
                        .toList())
                : columns;
    }

    /** The address with every part changed; again the same where the change leaves each as it is. */
    public URI with(UnaryOperator<String> change) {
        var changed = new StringBuilder(address);
        for (int i = parts.size() - 1; i >= 0; i--) {
            var part = parts.get(i);
            changed.replace(part.from(), part.to(), SessionPart.whole(change.apply(part.text())));
        }
        return URI.create(changed.toString());
    }

    /** Without a beginning and an end that every text has, as far as they end at a separator: chance has no part in them. */
    private static SessionPart core(SessionPart part, List<String> others) {
        String text = part.text();
        int before = 0;
        int after = 0;
        for (int i = 0; i < text.length(); i++) {
            String beginning = text.substring(0, i + 1);
            String end = text.substring(i);
            if (isSeparator(text.charAt(i)) && others.stream().allMatch(other -> other.startsWith(beginning))) {
                before = i + 1;
            }
            if (after == 0 && isSeparator(text.charAt(i)) && others.stream().allMatch(other -> other.endsWith(end))) {
                after = end.length();
            }
        }
        return before + after < text.length()
                ? new SessionPart(part.address(), part.from() + before, part.to() - after)
                : part;
    }

    private static boolean isSeparator(char character) {
        return SEPARATORS.indexOf(character) >= 0;
    }
}
