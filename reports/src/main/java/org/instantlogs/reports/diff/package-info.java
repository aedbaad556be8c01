/**
 * Two to fifty reports held against each other, check by check. Start reading at {@code Comparison}. It knows the model of a
 * report; the page made of a comparison is in {@code html}.
 */
@NullMarked
package org.instantlogs.reports.diff;

import org.jspecify.annotations.NullMarked;
