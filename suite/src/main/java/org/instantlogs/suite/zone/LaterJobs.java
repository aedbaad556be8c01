package org.instantlogs.suite.zone;

/** Jobs that others came before in their zone: a mistake may show only when several have been there. */
public final class LaterJobs {
    private LaterJobs() {}

    /** A job made after so many others, without a reset between them; the last that was made where the target takes no more. */
    public static Job behind(int others, Zone zone, JobSpec spec) {
        var job = zone.job(spec);
        for (int made = 0; made < others; made++) {
            job = zone.create(spec).job().orElse(job);
        }
        return job;
    }
}
