package org.ximen.dialogue.directory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.ximen.directory.FactWanted;

/** Facts as they stand behind a button and in a conversation. */
final class FactButton {
    private static final String AND = "+";
    private static final Set<FactWanted> NO_BUTTON =
            Set.of(FactWanted.SAME, FactWanted.HANDLED, FactWanted.FIGURES, FactWanted.NONE);

    private FactButton() {}

    static String value(List<FactWanted> facts) {
        return facts.stream().map(FactWanted::name).collect(Collectors.joining(AND));
    }

    /** The facts of a value; none where it is not one of ours. */
    static List<FactWanted> facts(String value) {
        var facts = new ArrayList<FactWanted>();
        for (var name : value.split(Pattern.quote(AND))) {
            Arrays.stream(FactWanted.values())
                    .filter(fact -> fact.name().equals(name) && !NO_BUTTON.contains(fact))
                    .forEach(facts::add);
        }
        return facts;
    }
}
