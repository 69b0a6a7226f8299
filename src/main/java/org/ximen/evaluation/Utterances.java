package org.ximen.evaluation;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ximen.understanding.Act;
import org.ximen.understanding.DangerReading.Level;
import org.ximen.understanding.DialogueState;
import org.ximen.understanding.MessageReading;

/** Whether messages are understood in their situation: act, danger, category, place. */
final class Utterances {
    // Nearer than this the dialogue asks with two buttons.
    private static final double MARGIN = 0.25;

    private static final Measure ACT = new Measure("act", item -> true, Item::right);
    private static final Measure EXACT = new Measure("exact", item -> true, Item::exact);
    private static final Measure ONE_TAP = new Measure("onetap", item -> true, Item::withinOneTap);
    private static final Measure SOFT_ALARMS =
            new Measure("soft_alarms", Item::safe, Item::alarmsSoftly);
    private static final List<Measure> OTHERS =
            List.of(
                    new Measure("danger_recall", Item::endangered, Item::alarms),
                    new Measure("soft_recall", Item::endangered, Item::alarmsSoftly),
                    new Measure("false_alarms", Item::safe, Item::alarms),
                    new Measure("category_top1", Item::sorted, item -> item.categoryWithin(1)),
                    new Measure("category_top3", Item::sorted, item -> item.categoryWithin(3)),
                    new Measure("place", Item::somewhere, Item::placed));

    private final List<Item> items = new ArrayList<>();

    /** A share: of which messages, and which of them count. */
    private record Measure(String name, Predicate<Item> of, Predicate<Item> hit) {}

    /**
     * A message as it was meant.
     *
     * @param category empty where none is labelled
     * @param place empty where none is named
     */
    record Meant(Act act, DialogueState state, Level level, String category, String place) {}

    private record Item(Meant meant, MessageReading read) {
        boolean right() {
            return serves(0);
        }

        boolean exact() {
            return read.act() == meant.act();
        }

        boolean withinOneTap() {
            var acts = read.acts();
            boolean asked = acts.get(0).probability() - acts.get(1).probability() < MARGIN;
            return serves(0) || asked && serves(1);
        }

        private boolean serves(int guess) {
            return FairPairs.serve(read.acts().get(guess).act(), meant.act(), meant.state());
        }

        boolean endangered() {
            return meant.level() == Level.NOW;
        }

        boolean safe() {
            return meant.level() == Level.NONE || meant.level() == Level.MENTIONED;
        }

        boolean alarms() {
            return read.danger().level() == Level.NOW;
        }

        boolean alarmsSoftly() {
            return alarms() || read.danger().level() == Level.SOFT;
        }

        boolean categoryWithin(int guesses) {
            return read.categories().stream()
                    .limit(guesses)
                    .anyMatch(guess -> guess.code().equals(meant.category()));
        }

        boolean sorted() {
            return !meant.category().isEmpty();
        }

        boolean somewhere() {
            return !meant.place().isEmpty();
        }

        boolean placed() {
            return read.places().stream()
                    .anyMatch(found -> PlaceAgreement.agrees(meant.place(), found.text()));
        }
    }

    void add(Meant meant, MessageReading read) {
        items.add(new Item(meant, read));
    }

    Figures figures() {
        var figures = new Figures().count("items", items.size());
        share(figures, ACT);
        share(figures, ONE_TAP);
        figures.value("macroF1", macroF1());
        OTHERS.forEach(measure -> share(figures, measure));
        return figures;
    }

    private void share(Figures figures, Measure measure) {
        var hits = hits(measure);
        figures.share(measure.name(), hits.stream().filter(hit -> hit).count(), hits.size());
    }

    private List<Boolean> hits(Measure measure) {
        return items.stream().filter(measure.of()).map(measure.hit()::test).toList();
    }

    /** The mean over the acts that were meant or read; no pairs are made here. */
    private double macroF1() {
        var acts = EnumSet.noneOf(Act.class);
        items.forEach(item -> acts.addAll(List.of(item.meant().act(), item.read().act())));
        return acts.stream().mapToDouble(this::f1).average().orElse(Double.NaN);
    }

    private double f1(Act act) {
        long right = count(item -> item.meant().act() == act && item.exact());
        long meant = count(item -> item.meant().act() == act);
        long read = count(item -> item.read().act() == act);
        return 2.0 * right / (meant + read);
    }

    private long count(Predicate<Item> test) {
        return items.stream().filter(test).count();
    }

    /** Every share with its 95 % interval, a line each, and what the one line does not hold. */
    String details() {
        return Stream.of(List.of(ACT, EXACT, ONE_TAP), OTHERS, List.of(SOFT_ALARMS))
                .flatMap(List::stream)
                .map(measure -> measure.name() + " " + Bootstrap.interval(hits(measure)))
                .collect(Collectors.joining("\n"));
    }
}
