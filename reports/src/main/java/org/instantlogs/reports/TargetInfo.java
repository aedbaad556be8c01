package org.instantlogs.reports;

import java.util.List;

/**
 * What was judged.
 *
 * @param name the descriptor's label
 * @param api base URL of the API, without credentials
 * @param offers what the target offers the suite beyond the API, such as {@code inject}
 * @param notices what a reader of the report has to know about the target, such as that any certificate is trusted
 */
public record TargetInfo(String name, String api, List<String> offers, List<String> notices) {

    public TargetInfo {
        Required.text("target.name", name);
        Required.text("target.api", api);
        offers = List.copyOf(offers);
        notices = List.copyOf(notices);
    }
}
