package org.ximen.drafts;

import java.util.List;

/**
 * What was drafted.
 *
 * @param text of the draft, without the mark
 * @param missing what a notice should say and this one does not: 什么事, 什么时候, 在哪里, 找谁
 */
public record StaffDraft(String text, List<String> missing) {
    private static final String MARK = "【草稿，未发送，请核对】";

    public StaffDraft {
        missing = List.copyOf(missing);
    }

    /** As it is shown: nobody can take it for something that was sent. */
    public String shown() {
        return MARK + "\n" + text;
    }
}
