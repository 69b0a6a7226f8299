package org.ximen.knowledge;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.documents.Unreadable;

/** Why something was not taken in, as the editor reads it. */
final class RefusalReason {
    private static final Logger LOG = LoggerFactory.getLogger(RefusalReason.class);

    private RefusalReason() {}

    /**
     * The sentence. What nobody foresaw is our own mistake, and goes to the log with all of it.
     *
     * @param name of the file or article
     */
    static String of(String name, Throwable why) {
        return switch (why) {
            case BadArticle bad -> String.valueOf(bad.getMessage());
            case Unreadable unreadable -> String.valueOf(unreadable.getMessage());
            case StackOverflowError deep -> "层层嵌套得太深，没有收";
            default -> {
                LOG.error("{} could not be read", name, why);
                yield "程序读不了这份内容（" + why.getClass().getSimpleName() + "），请交给维护的人";
            }
        };
    }
}
