package org.ximen;

import org.springframework.context.SmartLifecycle;

/** Something to be done once before what starts later may begin. */
abstract class StartStep implements SmartLifecycle {
    private final int phase;
    private boolean running;

    /**
     * @param phase steps with lower numbers come first
     */
    StartStep(int phase) {
        this.phase = phase;
    }

    /** Does it; what starts later waits for it. */
    abstract void take();

    @Override
    public final void start() {
        take();
        running = true;
    }

    @Override
    public final void stop() {
        running = false;
    }

    @Override
    public final boolean isRunning() {
        return running;
    }

    @Override
    public final int getPhase() {
        return phase;
    }
}
