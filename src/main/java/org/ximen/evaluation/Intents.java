package org.ximen.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/** Whether messages are taken for what they are. */
final class Intents {
    private final List<Item> items = new ArrayList<>();

    private record Item(Wish labelled, Wish understood, boolean hard) {
        boolean right() {
            return labelled == understood;
        }
    }

    /**
     * @param understand what a message is for
     */
    Intents(List<Line> lines, Function<String, Wish> understand) {
        for (var line : lines) {
            var label = label(line);
            boolean hard = line.has("hard") && line.flag("hard");
            items.add(new Item(label, understand.apply(line.text("text")), hard));
        }
    }

    private static Wish label(Line line) {
        var label = line.text("intent");
        return named(label).orElseThrow(() -> line.bad("不认识的意图 " + label));
    }

    private static Optional<Wish> named(String label) {
        return Arrays.stream(Wish.values())
                .filter(wish -> wish.name().toLowerCase(Locale.ROOT).equals(label))
                .findFirst();
    }

    Figures figures() {
        return new Figures()
                .count("items", items.size())
                .share("accuracy", count(Item::right), items.size())
                .share("hard", count(item -> item.hard() && item.right()), count(Item::hard))
                .value("macroF1", macroF1());
    }

    /** The mean over the labels that were given or understood. */
    private double macroF1() {
        var labels = EnumSet.noneOf(Wish.class);
        items.forEach(item -> labels.addAll(List.of(item.labelled(), item.understood())));
        return labels.stream().mapToDouble(this::f1).average().orElse(Double.NaN);
    }

    private double f1(Wish wish) {
        long right = count(item -> item.labelled() == wish && item.right());
        long given = count(item -> item.labelled() == wish);
        long taken = count(item -> item.understood() == wish);
        return 2.0 * right / (given + taken);
    }

    private long count(Predicate<Item> test) {
        return items.stream().filter(test).count();
    }

    /** Right of all, label by label. */
    String details() {
        var words = new ArrayList<String>();
        for (var wish : Wish.values()) {
            long given = count(item -> item.labelled() == wish);
            long right = count(item -> item.labelled() == wish && item.right());
            words.add(wish.name().toLowerCase(Locale.ROOT) + " " + right + "/" + given);
        }
        return String.join("，", words);
    }
}
