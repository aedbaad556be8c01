/** Tests of the pages. What they look like and do in a browser is in the classes that end in {@code BrowserTest}. */
@NullMarked
package org.instantlogs.reports.html;

import org.jspecify.annotations.NullMarked;
