/**
 * What a run found, and its renderings: report.json and the forms made from it. Start reading at {@code Report}. It must
 * not know the suite, the fixtures or the reference server.
 */
@NullMarked
package org.instantlogs.reports;

import org.jspecify.annotations.NullMarked;
