package org.ximen.wechat;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ximen.chat.Choice;
import org.ximen.chat.Reply;
import org.ximen.text.Plain;

/** Choices as numbered lines: WeChat has no buttons below a message. */
final class ChoiceLines {
    /** Below the choices. */
    static final String HINT = "回复数字即可 Reply with a number";

    private static final Pattern NUMBER = Pattern.compile("[(（]?(\\d{1,2})[)）.。、号]?");

    private ChoiceLines() {}

    /** The numbered labels. */
    static List<String> of(Reply reply) {
        return IntStream.range(0, reply.choices().size())
                .mapToObj(i -> (i + 1) + ". " + reply.choices().get(i).label())
                .toList();
    }

    /** Below the words; nothing where there is nothing to choose. */
    static String below(Reply reply) {
        return reply.choices().isEmpty()
                ? ""
                : of(reply).stream().collect(Collectors.joining("\n", "\n\n", "\n" + HINT));
    }

    /**
     * The choice that a number names.
     *
     * @param last what the chat was told last, newest first; the newest reply with choices counts
     */
    static Optional<Choice> named(String text, Supplier<List<Reply>> last) {
        var number = NUMBER.matcher(Plain.comparable(text).strip());
        if (!number.matches()) {
            return Optional.empty();
        }
        int at = Integer.parseInt(number.group(1)) - 1;
        return last.get().stream()
                .map(Reply::choices)
                .filter(choices -> !choices.isEmpty())
                .findFirst()
                .filter(choices -> at >= 0 && at < choices.size())
                .map(choices -> choices.get(at));
    }
}
