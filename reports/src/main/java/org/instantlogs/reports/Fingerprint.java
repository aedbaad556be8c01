package org.instantlogs.reports;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * How a target deviates, in a short form. What differs from run to run of one behaviour does not change it: identifiers,
 * times, addresses, quantities, the order and number of findings. What makes it another behaviour does: words, status and
 * error codes, whether something is none or some.
 */
public final class Fingerprint {

    /** Told apart so that a later way of making them does not look like another behaviour. */
    private static final String VERSION = "v1-";

    private static final int DIGEST_BYTES = 8;
    private static final Set<Verdict> VIOLATED = Set.of(Verdict.FAIL, Verdict.WARN);

    /** Texts that were cut are as long as what differs in them left room for. */
    private static final int SURE_OF_A_CUT_TEXT = 120;

    private static final Pattern AUTHORITY = Pattern.compile("(?i)\\b([a-z][a-z0-9+.-]*://)[^/\\s\"'`]+");
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[Tt ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d+)?)?([Zz]|[+-]\\d{2}:?\\d{2})?");
    private static final Pattern DURATION = Pattern.compile("\\bPT?(?=\\d)[0-9.DHMST]+\\b");
    private static final Pattern IDENTIFIER = Pattern.compile(
            "\\b[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}\\b|\\b[0-9a-fA-F]{8,}\\b|\\b(?=[A-Za-z_]*\\d)\\w{20,}\\b");
    /** Numbers that stand for something, and numbers that count or measure something. */
    private static final Pattern NUMBER = Pattern.compile(
            "(?<code>(?i:\\b(?:http|answered|status|code|opcode|close)\\b\\W{0,4}(?:is\\s+)?)\\d{1,5}\\b|^\\d{3,4}$|(?<=: )\\d{3}$)"
                    + "|(?<quantity>\\d+(?:[.,]\\d+)*(?:[eE][-+]?\\d+)?)");

    private static final Pattern LIST = Pattern.compile("#(?:\\s*,\\s*#)+");

    private Fingerprint() {}

    /** Returns a violated check's fingerprint, such as {@code v1-0123456789abcdef}; empty for a check that is not violated. */
    public static Optional<String> of(CheckResult check) {
        if (!VIOLATED.contains(check.unlisted())) {
            return Optional.empty();
        }
        var how = normalised(check.expected().orElse("")) + "\n"
                + normalised(check.actual().orElse(""));
        return Optional.of(VERSION + digest(how));
    }

    /** Returns each finding of the text once, sorted, without what differs from run to run. */
    public static String normalised(String text) {
        return Arrays.stream(text.split(";\\s+|\\R", -1))
                .map(Fingerprint::finding)
                .filter(finding -> !finding.isEmpty())
                .distinct()
                .sorted()
                .collect(Collectors.joining("\n"));
    }

    private static String finding(String text) {
        var line = text.replaceAll("\\s+", " ").strip();
        line = AUTHORITY.matcher(line).replaceAll("$1#");
        for (var pattern : List.of(TIME, DURATION, IDENTIFIER)) {
            line = pattern.matcher(line).replaceAll("#");
        }
        line = NUMBER.matcher(line).replaceAll(found -> Matcher.quoteReplacement(number(found)));
        line = LIST.matcher(line).replaceAll("#");
        return line.contains("…") && line.length() > SURE_OF_A_CUT_TEXT ? line.substring(0, SURE_OF_A_CUT_TEXT) : line;
    }

    // None and some are two behaviours; three and four of something are one.
    private static String number(MatchResult found) {
        var whole = found.group();
        return found.group(1) != null || whole.equals("0") ? whole : "#";
    }

    private static String digest(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
