package org.instantlogs.server.fault;

import org.instantlogs.server.session.Reader;
import org.instantlogs.server.session.Watch;

/** A watch that passes on what it is told. */
class PassingWatch implements Watch {
    private final Watch watch;

    PassingWatch(Watch watch) {
        this.watch = watch;
    }

    @Override
    public void attached(Reader reader) {
        watch.attached(reader);
    }

    @Override
    public void detached() {
        watch.detached();
    }

    @Override
    public void beginStep(boolean listening) {
        watch.beginStep(listening);
    }

    @Override
    public void endStep() {
        watch.endStep();
    }

    @Override
    public void stop() {
        watch.stop();
    }
}
