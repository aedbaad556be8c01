@NullMarked
package org.instantlogs.reports.known;

import org.jspecify.annotations.NullMarked;
