package org.ximen.dialogue;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.ximen.chat.Choice;
import org.ximen.chat.Incoming;
import org.ximen.chat.Incoming.Manner;
import org.ximen.chat.Reply;
import org.ximen.text.Plain;

/** The words of a button typed instead of pressed: they act as the button. */
final class Typed {
    // Quoted as our own sentences quote it, ended as a sentence is.
    private static final Pattern AROUND = Pattern.compile("[\\s\"'“”‘’「」\\[\\]。.!！,，~]+");
    private static final int LONGEST = 80;

    private Typed() {}

    /** Whether words may be those of a button at all. */
    static boolean mayBe(Incoming incoming) {
        var text = incoming.text();
        return text != null
                && !text.isBlank()
                && text.length() <= LONGEST
                && incoming.choice() == null
                && incoming.photos().isEmpty()
                && !incoming.is(Manner.EDITED);
    }

    /**
     * @param last what the chat was told last, newest first
     * @return the same message, or the button that its words name
     */
    static Incoming read(Incoming incoming, List<Reply> last) {
        return named(String.valueOf(incoming.text()), last)
                .map(choice -> incoming.pressing(choice.value()))
                .orElse(incoming);
    }

    private static Optional<Choice> named(String text, List<Reply> last) {
        var typed = bare(text);
        return last.stream()
                .flatMap(reply -> reply.choices().stream())
                .filter(choice -> !typed.isEmpty() && bare(choice.label()).equals(typed))
                .findFirst();
    }

    private static String bare(String text) {
        return AROUND.matcher(Plain.comparable(text)).replaceAll("");
    }
}
