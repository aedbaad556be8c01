@NullMarked
package org.instantlogs.reports.diff;

import org.jspecify.annotations.NullMarked;
