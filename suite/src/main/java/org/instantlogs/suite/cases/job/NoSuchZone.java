package org.instantlogs.suite.cases.job;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.zone.Zone;

/** An id that is no zone's, made of one that is. */
enum NoSuchZone implements Variant {
    UNKNOWN("unknown") {
        @Override
        List<String> ids(String real) {
            return List.of(otherThan(real));
        }
    },
    LAST_DIGIT_CHANGED("last-digit-changed") {
        @Override
        List<String> ids(String real) {
            var rest = real.substring(0, real.length() - 1);
            // where ids are counted up there may well be a zone of some of these
            return Stream.of("7", "3", "e", "b", "9", "0")
                    .filter(digit -> !real.endsWith(digit))
                    .map(rest::concat)
                    .toList();
        }
    },
    CUT("cut") {
        @Override
        List<String> ids(String real) {
            return List.of(real.substring(0, real.length() - 1));
        }
    },
    LENGTHENED("lengthened") {
        @Override
        List<String> ids(String real) {
            return List.of(real + "0");
        }
    },
    FIRST_DIGIT_MISSING("first-digit-missing") {
        @Override
        List<String> ids(String real) {
            return List.of(real.substring(1));
        }
    },
    WORD("word") {
        @Override
        List<String> ids(String real) {
            return List.of("not-a-zone");
        }
    },
    NUMBER("number") {
        @Override
        List<String> ids(String real) {
            return List.of("0");
        }
    },
    QUOTED("quoted") {
        @Override
        List<String> ids(String real) {
            return List.of("%22" + real + "%22");
        }
    },
    WITH_A_BLANK("with-a-blank") {
        @Override
        List<String> ids(String real) {
            return List.of(real + "%20");
        }
    },
    WITH_A_NUL("with-a-nul") {
        @Override
        List<String> ids(String real) {
            return List.of(real + "%00");
        }
    },
    WITH_A_SUFFIX("with-a-suffix") {
        @Override
        List<String> ids(String real) {
            return List.of(real + ".json");
        }
    },
    NOT_ASCII("not-ascii") {
        @Override
        List<String> ids(String real) {
            return List.of("z%C3%B6ne");
        }
    },
    LONG("long") {
        @Override
        List<String> ids(String real) {
            return List.of("a".repeat(300));
        }
    },
    WILDCARD("wildcard") {
        @Override
        List<String> ids(String real) {
            return List.of("*");
        }
    };

    private final String word;

    NoSuchZone(String word) {
        this.word = word;
    }

    static List<NoSuchZone> all() {
        return List.of(values());
    }

    /** Such ids as they stand in a path. */
    abstract List<String> ids(String real);

    /** Those among them that the descriptor does not give as a zone's. */
    List<String> ids(Zone zone, Judgement judgement) {
        var ids = ids(zone.id()).stream().filter(id -> !zone.isListed(id)).toList();
        if (ids.isEmpty()) {
            throw judgement.notTested(
                    "zones of which none has the id " + ids(zone.id()).get(0));
        }
        return ids;
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
