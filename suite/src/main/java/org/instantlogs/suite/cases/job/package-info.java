/**
 * Area JOB: creating a job, and everything that may be wrong with asking for one. Start reading at
 * {@link org.instantlogs.suite.cases.job.JobCases}. It must not know the runner.
 */
@NullMarked
package org.instantlogs.suite.cases.job;

import org.jspecify.annotations.NullMarked;
