package org.ximen.drafts;

/** What staff may have drafted. */
public enum DraftKind {
    /** A long talk or case in few words. */
    SUMMARY(
            "摘要",
            "Summarise \"material\" for a colleague who takes over: what is wanted, what was done, what"
                    + " is open. At most five short Chinese sentences."),
    /** An answer to the resident, for staff to finish. */
    REPLY(
            "回复居民",
            "Draft a short, polite, plain Chinese reply to the resident of \"material\". Promise nothing"
                    + " and name no time, place or telephone that does not stand there."),
    /** A notice out of notes. */
    NOTICE(
            "通知",
            "Draft a Chinese notice out of the notes in \"material\": what, when, where, whom to ask. What"
                    + " the notes do not say is left out."),
    /** An English message in Chinese. */
    CHINESE("译成中文", "Translate \"material\" into plain Chinese, whole and without additions.");

    private final String shown;
    private final String task;

    DraftKind(String shown, String task) {
        this.shown = shown;
        this.task = task;
    }

    /** In a word. */
    public String shown() {
        return shown;
    }

    String task() {
        return task;
    }
}
