package org.ximen.outbox;

/** How far the messages of a notice have come, in recipients; paused ones count as pending. */
public record Progress(
        long pending, long sent, long blocked, long failed, long unknown, long cancelled) {

    /** All of them. */
    public long recipients() {
        return pending + sent + blocked + failed + unknown + cancelled;
    }
}
