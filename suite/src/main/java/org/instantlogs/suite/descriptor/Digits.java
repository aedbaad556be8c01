package org.instantlogs.suite.descriptor;

import java.util.regex.Pattern;

/** What an index looks like; more than four digits are none. */
final class Digits {
    static final Pattern ONLY = Pattern.compile("[0-9]{1,4}");

    private Digits() {}
}
