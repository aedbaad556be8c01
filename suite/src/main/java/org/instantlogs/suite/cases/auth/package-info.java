/**
 * Area AUTH: whose credentials open a job, and where credentials show. Start reading at
 * {@link org.instantlogs.suite.cases.auth.LoginCases}. It must not know the runner.
 */
@NullMarked
package org.instantlogs.suite.cases.auth;

import org.jspecify.annotations.NullMarked;
