package org.ximen.handoff;

import java.util.List;

/**
 * The contents of {@code config/replies.yaml}: what staff say often, to be changed before it is
 * sent.
 */
public record RepliesFile(List<CannedReply> replies) {
    private static final int LONGEST_NAME = 40;
    private static final int LONGEST_TEXT = 1000;

    /** None at all. */
    public static final RepliesFile EMPTY = new RepliesFile(List.of());

    /**
     * One reply.
     *
     * @param name by which it is chosen
     */
    public record CannedReply(String name, String text) {
        public CannedReply {
            name = checked("name", name, LONGEST_NAME);
            text = checked("text", text, LONGEST_TEXT);
        }

        private static String checked(String what, String value, int most) {
            if (value == null || value.isBlank() || value.length() > most) {
                throw new IllegalArgumentException(
                        "常用回复的 " + what + " 要写，最多 " + most + " 个字：" + value);
            }
            return value.strip();
        }
    }

    public RepliesFile {
        replies = replies == null ? List.of() : List.copyOf(replies);
    }
}
