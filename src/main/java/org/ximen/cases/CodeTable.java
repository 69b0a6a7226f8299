package org.ximen.cases;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.ximen.district.District;
import org.ximen.text.Plain;

/** One version of the code table, ready to score texts. */
final class CodeTable {
    private static final int SURE = 4;
    private static final int LIKELY = 2;
    private static final int HINT = 1;
    private static final int NEVER = -4;
    private static final int SHOWN = 3;

    final CategoriesFile file;
    final DangersFile dangers;
    final Map<String, Category> byCode = new HashMap<>();
    private final List<Scorer> scorers = new ArrayList<>();
    private final List<Warner> warners = new ArrayList<>();

    /** A category that a text fits, and how well. */
    record Scored(Category category, double score) {}

    private record Scorer(Category category, Map<Phrase, Integer> weights) {}

    private record Warner(String danger, List<Phrase> words) {}

    CodeTable(CategoriesFile file, DangersFile dangers, District district) {
        this.file = file;
        this.dangers = dangers;
        for (var entry : file.categories()) {
            if (district.department(entry.department()).isEmpty()) {
                throw unknownDepartment(entry);
            }
            var category = entry.category();
            byCode.put(category.code(), category);
            scorers.add(new Scorer(category, weights(entry)));
        }
        for (var hazard : file.dangers()) {
            warners.add(new Warner(hazard.id(), hazard.words().stream().map(Phrase::of).toList()));
        }
        for (var danger : dangers.dangers()) {
            check(danger, district);
            byCode.put(danger.category().code(), danger.category());
        }
    }

    private void check(DangersFile.Entry danger, District district) {
        if (district.department(danger.duty()).isEmpty()) {
            throw new IllegalArgumentException(
                    "险情 %s 的值守单位 %s 不在 district.yaml 的 departments 里"
                            .formatted(danger.id(), danger.duty()));
        }
        var hazard = danger.hazardCategory();
        if (hazard != null && !byCode.containsKey(hazard)) {
            throw new IllegalArgumentException(
                    "险情 %s 的类别 %s 不在 categories.yaml 里".formatted(danger.id(), hazard));
        }
    }

    /** The danger with this id. */
    Optional<DangersFile.Entry> family(String id) {
        return dangers.dangers().stream().filter(danger -> danger.id().equals(id)).findFirst();
    }

    private static IllegalArgumentException unknownDepartment(CategoriesFile.Entry entry) {
        return new IllegalArgumentException(
                "类别 "
                        + entry.code()
                        + " 的部门 "
                        + entry.department()
                        + " 不在 district.yaml 的 departments 里");
    }

    /** Best first, at most three; ties in the order of the file. */
    List<Scored> score(String comparable) {
        return scorers.stream()
                .map(scorer -> new Scored(scorer.category(), sum(scorer, comparable)))
                .filter(scored -> scored.score() > 0)
                .sorted(Comparator.comparingDouble(Scored::score).reversed())
                .limit(SHOWN)
                .toList();
    }

    /** The first danger of the file that the text names. */
    Optional<Danger> danger(String comparable) {
        return warners.stream()
                .filter(warner -> warner.words().stream().anyMatch(word -> word.in(comparable)))
                .findFirst()
                .flatMap(warner -> family(warner.danger()))
                .map(DangersFile.Entry::danger);
    }

    /** The category with this code or name; else the first whose name holds the words. */
    Optional<Category> named(String words) {
        var key = key(words);
        return first(category -> names(category).contains(key))
                .or(() -> key.length() < 2 ? Optional.empty() : first(c -> holds(c, key)));
    }

    private Optional<Category> first(Predicate<Category> which) {
        return scorers.stream().map(Scorer::category).filter(which).findFirst();
    }

    private static boolean holds(Category category, String key) {
        return names(category).stream().anyMatch(name -> name.contains(key));
    }

    private static Set<String> names(Category category) {
        var names = new HashSet<String>();
        names.add(key(category.code()));
        names.add(key(category.name()));
        names.add(key(category.local()));
        return names;
    }

    private static String key(String words) {
        return Plain.comparable(words).replace(" ", "");
    }

    private static double sum(Scorer scorer, String comparable) {
        double sum = 0;
        for (var weight : scorer.weights().entrySet()) {
            sum += weight.getKey().in(comparable) ? weight.getValue() : 0;
        }
        return sum;
    }

    private static Map<Phrase, Integer> weights(CategoriesFile.Entry entry) {
        var weights = new HashMap<Phrase, Integer>();
        var words = entry.words();
        if (words != null) {
            var seen = new HashSet<String>();
            add(weights, seen, words.never(), NEVER);
            add(weights, seen, words.sure(), SURE);
            add(weights, seen, words.likely(), LIKELY);
            add(weights, seen, words.hint(), HINT);
        }
        return weights;
    }

    private static void add(
            Map<Phrase, Integer> weights, Set<String> seen, List<String> words, int weight) {
        words.stream()
                .filter(word -> seen.add(Plain.comparable(word)))
                .forEach(word -> weights.put(Phrase.of(word), weight));
    }
}
