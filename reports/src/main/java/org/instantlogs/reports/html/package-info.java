/**
 * The pages for people: self-contained HTML made of a report's data, a view written in JavaScript, and the libraries that it
 * needs. Start reading at {@code ReportPage}; {@code Page} is the shell that every page shares. It must not know how a run is
 * made, and no page may need a network.
 */
@NullMarked
package org.instantlogs.reports.html;

import org.jspecify.annotations.NullMarked;
