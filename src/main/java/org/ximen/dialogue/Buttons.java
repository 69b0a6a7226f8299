package org.ximen.dialogue;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.ximen.chat.Choice;
import org.ximen.gaps.Reason;

/** What buttons stand for: their values are made and read here and nowhere else. */
final class Buttons {
    private static final Map<String, Intent> PLAIN =
            Map.ofEntries(
                    Map.entry("report", new Intent.Report("")),
                    Map.entry("submit", new Intent.Submit(false)),
                    Map.entry("submit-anonymous", new Intent.Submit(true)),
                    Map.entry("change-place", new Intent.Change(Intent.Part.PLACE)),
                    Map.entry("change-category", new Intent.Change(Intent.Part.CATEGORY)),
                    Map.entry("add-photo", new Intent.Change(Intent.Part.PHOTO)),
                    Map.entry("new", new Intent.New()),
                    Map.entry("cancel", new Intent.Cancel(null)),
                    Map.entry("status", new Intent.Status(null)),
                    Map.entry("help", new Intent.Help()),
                    Map.entry("person", new Intent.WantPerson(null)),
                    Map.entry("subscribe", new Intent.Subscribe(null)),
                    Map.entry("subscribe-area", new Intent.Subscribe("")),
                    Map.entry("unsubscribe", new Intent.Unsubscribe(null)),
                    Map.entry("merchant", new Intent.Merchant(true)),
                    Map.entry("resident", new Intent.Merchant(false)),
                    Map.entry("forget", new Intent.Forget(true)),
                    Map.entry("quiet", new Intent.Quiet()),
                    Map.entry("unknown-category", new Intent.Choose("")));

    private static final Map<String, Function<String, Intent>> WITH_VALUE =
            Map.of(
                    "category", Intent.Choose::new,
                    "join", Intent.Join::new,
                    "case", Intent.Status::new,
                    "cancel", Intent.Cancel::new,
                    "area", Intent.Subscribe::new,
                    "ask", value -> new Intent.Pick(number(value)),
                    "useful", value -> new Intent.Mark(id(value), true),
                    "useless", value -> new Intent.Mark(id(value), false),
                    "why", Buttons::why);

    private Buttons() {}

    static Choice plain(String label, String value) {
        if (!PLAIN.containsKey(value)) {
            throw new IllegalArgumentException("no such button: " + value);
        }
        return new Choice(label, value);
    }

    static Choice with(String label, String name, String value) {
        if (!WITH_VALUE.containsKey(name)) {
            throw new IllegalArgumentException("no such button: " + name);
        }
        return new Choice(label, name + ":" + value);
    }

    /** The intent of a pressed button; empty for a value that no button has. */
    static Optional<Intent> read(String value) {
        int colon = value.indexOf(':');
        if (colon < 0) {
            return Optional.ofNullable(PLAIN.get(value));
        }
        return Optional.ofNullable(WITH_VALUE.get(value.substring(0, colon)))
                .map(intent -> intent.apply(value.substring(colon + 1)));
    }

    // why:17.OUTDATED
    private static Intent why(String value) {
        var parts = value.split("\\.", 2);
        return Arrays.stream(Reason.values())
                .filter(reason -> parts.length == 2 && reason.name().equals(parts[1]))
                .findFirst()
                .<Intent>map(reason -> new Intent.Why(id(parts[0]), reason))
                .orElseGet(() -> new Intent.Pick(-1));
    }

    /** An id of ours, or 0, which nothing has. */
    private static long id(String value) {
        return value.matches("\\d{1,18}") ? Long.parseLong(value) : 0;
    }

    private static int number(String value) {
        return value.matches("\\d{1,2}") ? Integer.parseInt(value) : -1;
    }
}
