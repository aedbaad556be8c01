/**
 * Area JOB: creating a job. Start reading at {@link org.instantlogs.suite.cases.job.JobCases}. It must not know the runner.
 */
@NullMarked
package org.instantlogs.suite.cases.job;

import org.jspecify.annotations.NullMarked;
