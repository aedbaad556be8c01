package org.instantlogs.suite.check;

import java.util.Map;

/** One of several inputs that the same case is judged with; a record of the case class. */
public interface Variant {
    /** What tells it from the others, by axis: {@code {field=EdgeResponseStatus, value=404}}. Part of the check's id. */
    Map<String, String> axes();
}
