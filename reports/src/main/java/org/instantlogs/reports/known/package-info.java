/**
 * The list of known deviations: which violations a run lets pass, for what reason, until when, and in which form. Start
 * reading at {@code Ledger}. It knows the model of a report and none of its renderings.
 */
@NullMarked
package org.instantlogs.reports.known;

import org.jspecify.annotations.NullMarked;
