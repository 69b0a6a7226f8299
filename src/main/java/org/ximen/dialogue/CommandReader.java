package org.ximen.dialogue;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads commands: with a slash, or as the same word without one. */
final class CommandReader {
    private static final Pattern FORM =
            Pattern.compile(
                    "(/?)([a-z]+|\\p{IsHan}{2,4})(?:@\\w+)?(?:\\s+(.{1,200}))?", Pattern.DOTALL);
    private static final String BINDING = "b_";
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern BLANK = Pattern.compile("\\s");

    private final SkillRegistry skills;

    CommandReader(SkillRegistry skills) {
        this.skills = skills;
    }

    /**
     * The command in a message. A word without a slash is one only alone or before a number or a
     * code: 查询 居住证 is a question, help my father fell down is none of ours.
     *
     * @param words as typed, since a code's letters are as they are
     */
    Optional<Call.Commanded> read(String words) {
        var form = FORM.matcher(words.strip());
        if (!form.matches() && !FORM.matcher(words.strip().toLowerCase(Locale.ROOT)).matches()) {
            return Optional.empty();
        }
        var parts = words.strip().split("\\s+", 2);
        var word = parts[0].toLowerCase(Locale.ROOT).replaceFirst("@\\w+$", "");
        var rest = parts.length > 1 ? parts[1].strip() : "";
        boolean slash = word.startsWith("/");
        boolean sentence = !slash && (HAN.matcher(rest).find() || BLANK.matcher(rest).find());
        return sentence
                ? Optional.empty()
                : skills.command(slash ? word.substring(1) : word)
                        .map(command -> new Call.Commanded(meant(command, rest), rest));
    }

    /** A link of the console starts the chat with a code to bind it; others are posters'. */
    private static String meant(String command, String rest) {
        return command.equals("start") && rest.startsWith(BINDING) ? "bind" : command;
    }
}
