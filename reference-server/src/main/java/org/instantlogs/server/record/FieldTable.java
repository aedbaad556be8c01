package org.instantlogs.server.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import org.instantlogs.fixtures.Dataset;
import org.instantlogs.fixtures.Field;

/** Every field of every edition by its ordinal, its place in a {@link LogRecord}. */
public final class FieldTable {
    private static final List<Field> FIELDS = Dataset.httpRequests().fields();
    private static final List<ValueForm> FORMS = forms();
    private static final Map<String, Integer> ORDINALS = ordinals();

    private FieldTable() {}

    /** How many fields there are. */
    public static int size() {
        return FIELDS.size();
    }

    /** The ordinal of that field; empty if there is none of that exact name. */
    public static OptionalInt ordinal(String name) {
        var ordinal = ORDINALS.get(name);
        return ordinal == null ? OptionalInt.empty() : OptionalInt.of(ordinal);
    }

    /** The field of that ordinal. */
    public static Field field(int ordinal) {
        return FIELDS.get(ordinal);
    }

    static ValueForm form(int ordinal) {
        return FORMS.get(ordinal);
    }

    private static List<ValueForm> forms() {
        List<ValueForm> forms = new ArrayList<>();
        FIELDS.forEach(field -> forms.add(ValueForm.of(field)));
        return List.copyOf(forms);
    }

    private static Map<String, Integer> ordinals() {
        Map<String, Integer> ordinals = new HashMap<>();
        FIELDS.forEach(field -> ordinals.put(field.name(), ordinals.size()));
        return Map.copyOf(ordinals);
    }
}
