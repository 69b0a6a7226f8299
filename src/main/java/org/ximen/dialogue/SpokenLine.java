package org.ximen.dialogue;

import org.ximen.chat.Choice;

/** What somebody said or did, in one line for a person to read. */
final class SpokenLine {
    private SpokenLine() {}

    /** Words, the label of a button, or that there was a picture or a place; else empty. */
    static String of(Turn turn) {
        var incoming = turn.incoming();
        var line = new StringBuilder(turn.words());
        var pressed = incoming.choice();
        if (pressed != null) {
            line.append(label(turn, pressed));
        }
        if (!incoming.photos().isEmpty()) {
            line.append("〔照片〕");
        }
        if (incoming.location() != null) {
            line.append("〔位置〕");
        }
        return line.toString();
    }

    private static String label(Turn turn, String pressed) {
        return turn.around().last().stream()
                .flatMap(reply -> reply.choices().stream())
                .filter(choice -> choice.value().equals(pressed))
                .findFirst()
                .map(Choice::label)
                .map(label -> "〔" + label + "〕")
                .orElse("");
    }
}
