@NullMarked
package org.instantlogs.reports.replay;

import org.jspecify.annotations.NullMarked;
