package org.ximen.readings;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.ximen.cases.Actor;
import org.ximen.cases.CaseChange;
import org.ximen.cases.Draft;
import org.ximen.cases.Move;
import org.ximen.cases.Verb;
import org.ximen.chat.Sender;
import org.ximen.staff.Accounts;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.testing.KeptVectors;
import org.ximen.testing.Street;
import org.ximen.testing.TestDatabase;
import org.ximen.understanding.Situation;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * What twenty cases that staff put right teach of the sentences of that kind that nobody has seen,
 * and of all others; and what one account can spoil that calls everything the same. Minutes.
 */
class CorrectionsBench {
    private static final Path EXAMPLES =
            Path.of("src/main/resources/org/ximen/understanding/examples");
    private static final Path SENTENCES =
            Path.of("src/test/resources/org/ximen/readings/corrected-kind.txt");
    private static final String FACILITY = "C0199";
    private static final String DOGS = "E0197";
    private static final int TWENTY = 20;
    private static final int HOSTILE = 120;
    private static final int EVERY = 17;
    private static final int PAGE = 100;
    private static final Duration QUIET = Duration.ofMinutes(1);
    private static final ObjectMapper JSON = new ObjectMapper();

    /** A sentence and its kind. */
    private record Told(String words, String category) {}

    @Test
    void twentyCasesPutRight() throws IOException {
        var told = sentences("learn");
        var unseen = sentences("unseen");
        var near = sentences("near");
        var all = shipped();
        try (var street = new Street(TestDatabase.HSQLDB.open())) {
            KeptVectors.into(street.home);
            figures(street, "before", unseen, near, all);
            int corrected = 0;
            for (var each : told) {
                corrected += corrected < TWENTY && reclassify(street, each, FACILITY, "老周") ? 1 : 0;
            }
            learn(street, corrected + " corrections");
            KeptVectors.from(street.home);
            figures(street, "after", unseen, near, all);

            for (int i = 0; i < HOSTILE; i++) {
                reclassify(street, all.get(i * 11 % all.size()), DOGS, "坏人");
            }
            learn(street, HOSTILE + " hostile ones of one account");
            figures(street, "hostile", unseen, near, all);
            revoke(street, "坏人");
            learn(street, "taken back");
            figures(street, "taken back", unseen, near, all);
        }
    }

    private static void figures(
            Street street, String when, List<Told> unseen, List<Told> near, List<Told> all) {
        System.out.printf(
                Locale.ROOT,
                "BENCH %-10s unseen of the kind %.2f, near by %.2f, all others %.3f (%d)%n",
                when,
                share(street, unseen),
                share(street, near),
                share(street, all),
                all.size());
    }

    private static double share(Street street, List<Told> all) {
        long right =
                all.stream().filter(told -> kind(street, told).equals(told.category())).count();
        return (double) right / all.size();
    }

    private static String kind(Street street, Told told) {
        var reading = street.features.reader().read(told.words(), Situation.IDLE);
        return reading.categories().getFirst().code();
    }

    private static boolean reclassify(Street street, Told told, String category, String by) {
        var now = street.clock.instant();
        var sender = new Sender("web", "w" + told.words().hashCode());
        var person = street.features.residents().meet(sender, now).id();
        var place = street.features.district().placeIn("文庙路215号").orElseThrow();
        var code = kind(street, told);
        var known = street.features.codeTable().categoryNamed(code).isPresent() ? code : null;
        var draft = new Draft(told.words(), known, place, List.of(), false, false, true);
        var item = street.features.cases().report(draft, person, sender, now);
        boolean other = !category.equals(known);
        if (other) {
            var change = new CaseChange(category, null, null, null, null, List.of(), null);
            street.features
                    .cases()
                    .move(
                            item.number(),
                            Move.of(Verb.RECLASSIFY, "看了照片", change),
                            Actor.staff(by, Role.DISPATCHER, null),
                            now);
        }
        return other;
    }

    private static void learn(Street street, String what) {
        street.clock.pass(QUIET);
        int learnt = street.training.sweep(street.clock.instant());
        var last = street.training.last().orElseThrow();
        System.out.printf(
                "BENCH %s: %d learnt from, taken %s, broken %s, suspects %d%n",
                what, learnt, last.taken(), last.broken(), last.suspects().size());
    }

    private static void revoke(Street street, String by) {
        for (var kept : judged(street)) {
            var judged = kept.judgement();
            if (judged != null && judged.by().equals(by)) {
                street.readingDesk.revoke(kept.id(), admin(street), street.clock.instant());
            }
        }
    }

    private static List<KeptReading> judged(Street street) {
        var all = new ArrayList<KeptReading>();
        for (int page = 0; all.size() == page * PAGE; page++) {
            all.addAll(street.readingDesk.list(true, page, PAGE, admin(street)));
        }
        return all;
    }

    private static StaffMember admin(Street street) {
        street.accounts.ensureAdmin(street.home, "correct horse battery", street.clock.instant());
        return street.accounts.find(Accounts.ADMIN).orElseThrow();
    }

    private static List<Told> sentences(String part) throws IOException {
        return Files.readAllLines(SENTENCES).stream()
                .map(line -> line.split("\t"))
                .filter(parts -> parts.length == 3 && parts[0].equals(part))
                .map(parts -> new Told(parts[2], parts[1]))
                .toList();
    }

    /** Some of the examples that ship, of every kind. */
    private static List<Told> shipped() throws IOException {
        var all = new ArrayList<Told>();
        try (var files = Files.list(EXAMPLES)) {
            for (var file : files.sorted().toList()) {
                Files.readAllLines(file).stream()
                        .map(JSON::readTree)
                        .filter(line -> line.hasNonNull("category"))
                        .map(CorrectionsBench::told)
                        .forEach(all::add);
            }
        }
        var some = new ArrayList<Told>();
        for (int i = 0; i < all.size(); i += EVERY) {
            some.add(all.get(i));
        }
        return some;
    }

    private static Told told(JsonNode line) {
        return new Told(line.path("text").asString(), line.path("category").asString());
    }
}
