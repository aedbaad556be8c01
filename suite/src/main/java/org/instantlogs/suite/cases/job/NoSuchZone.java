package org.instantlogs.suite.cases.job;

import java.util.List;
import java.util.Map;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.zone.Zone;

/** An id that is no zone's, made of one that is. */
enum NoSuchZone implements Variant {
    UNKNOWN("unknown") {
        @Override
        String id(String real) {
            return otherThan(real);
        }
    },
    LAST_DIGIT_CHANGED("last-digit-changed") {
        @Override
        String id(String real) {
            return real.substring(0, real.length() - 1) + (real.endsWith("7") ? "3" : "7");
        }
    },
    CUT("cut") {
        @Override
        String id(String real) {
            return real.substring(0, real.length() - 1);
        }
    },
    LENGTHENED("lengthened") {
        @Override
        String id(String real) {
            return real + "0";
        }
    },
    FIRST_DIGIT_MISSING("first-digit-missing") {
        @Override
        String id(String real) {
            return real.substring(1);
        }
    },
    WORD("word") {
        @Override
        String id(String real) {
            return "not-a-zone";
        }
    },
    NUMBER("number") {
        @Override
        String id(String real) {
            return "0";
        }
    },
    QUOTED("quoted") {
        @Override
        String id(String real) {
            return "%22" + real + "%22";
        }
    },
    WITH_A_BLANK("with-a-blank") {
        @Override
        String id(String real) {
            return real + "%20";
        }
    },
    NOT_ASCII("not-ascii") {
        @Override
        String id(String real) {
            return "z%C3%B6ne";
        }
    },
    LONG("long") {
        @Override
        String id(String real) {
            return "a".repeat(300);
        }
    },
    WILDCARD("wildcard") {
        @Override
        String id(String real) {
            return "*";
        }
    };

    private final String word;

    NoSuchZone(String word) {
        this.word = word;
    }

    static List<NoSuchZone> all() {
        return List.of(values());
    }

    /** The id as it stands in a path. */
    abstract String id(String real);

    String id(Zone zone) {
        return id(zone.id());
    }

    @Override
    public Map<String, String> axes() {
        return Map.of("id", word);
    }

    /** An id of the same form that differs in every digit. */
    static String otherThan(String real) {
        var other = new StringBuilder();
        real.chars().forEach(digit -> other.append(digit == 'd' ? 'e' : 'd'));
        return other.toString();
    }
}
