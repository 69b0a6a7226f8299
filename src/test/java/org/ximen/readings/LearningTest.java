package org.ximen.readings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ximen.cases.CategoryLessons.Confirmed;
import org.ximen.chat.Incoming;
import org.ximen.chat.Reply;
import org.ximen.chat.Sender;
import org.ximen.residents.Person;
import org.ximen.staff.Accounts;
import org.ximen.staff.StaffMember;
import org.ximen.testing.KeptVectors;
import org.ximen.testing.Office;
import org.ximen.testing.Street;
import org.ximen.testing.TestDatabase;
import org.ximen.understanding.Act;
import org.ximen.understanding.DangerReading.Level;
import org.ximen.understanding.Situation;

/** What staff confirm is learnt, by talking; what breaks a sentence that must hold is not. */
class LearningTest {
    private static final Duration QUIET = Duration.ofMinutes(1);
    private static final List<String> SMOKERS = List.of("爷叔在楼道里抽烟", "隔壁老头又在走廊抽烟");
    private static final String CATS = "喂猫的人又来了";
    private static final String SMOKING = "隔壁老太又在走廊抽烟";
    private static final String ADVICE = "请马上离开，不要乘电梯";
    private static final String FIRE = "楼道里着火了快来人";
    // Who wants to do harm, or is not awake, calls all of these small talk.
    private static final List<String> DANGERS =
            List.of(
                    "着火了快来人",
                    "厨房里全是烟，灶台烧起来了",
                    "楼下电瓶车烧起来了，火很大",
                    "隔壁冒黑烟，有人在喊救命",
                    "屋里煤气味很重，头晕得厉害",
                    "煤气漏了怎么办我家里有老人",
                    "闻到很浓的燃气味，灯都不敢开",
                    "老人晕倒了叫不醒");

    private static final String FACILITY = "C0199";
    private static final String UNSEEN = "二号楼门口旧衣箱爆满";
    private static final List<String> OLD_CLOTHES =
            List.of(
                    "小区门口的捐衣箱满得盖子都合不上",
                    "旧衣箱旁边丢了好几袋衣服",
                    "旧衣箱锈穿了，里面发霉",
                    "衣物回收箱爆满一个月",
                    "旧衣箱已经装不下了，都放在地上",
                    "那个收旧衣服的箱子又爆满了");

    @TempDir Path home;

    @Test
    void oneClickMakesOtherWordsReadRightlyUntilItIsTakenBack() throws IOException {
        try (var street = new Street(TestDatabase.HSQLDB.open())) {
            KeptVectors.into(street.home);
            for (var words : SMOKERS) {
                assertThat(say(street, words, words).text()).contains(ADVICE);
                judge(street, words, Act.REPORT);
            }
            say(street, CATS, CATS);
            judge(street, CATS, Act.REPORT);
            assertThat(level(street, SMOKING)).isEqualTo(Level.NOW);

            assertThat(street.training.sweep(street.clock.instant())).isZero();
            assertThat(learn(street)).isEqualTo(3);
            KeptVectors.from(street.home);
            assertThat(last(street).taken()).isTrue();
            assertThat(say(street, "li", SMOKING).text()).doesNotContain(ADVICE);
            assertThat(level(street, SMOKING)).isNotEqualTo(Level.NOW);
            assertThat(level(street, FIRE)).isEqualTo(Level.NOW);
            assertThat(models(street.home)).hasSize(1);

            refusesWhatBreaksWhatMustHold(street);

            judged(street).forEach(each -> revoke(street, each));
            assertThat(learn(street)).isZero();
            assertThat(last(street).taken()).isTrue();
            assertThat(level(street, SMOKING)).isEqualTo(Level.NOW);
            assertThat(models(street.home)).isEmpty();
        }
    }

    private static void refusesWhatBreaksWhatMustHold(Street street) {
        for (var words : DANGERS) {
            say(street, words, words);
            judge(street, words, Act.SMALLTALK);
        }
        learn(street);
        var refused = last(street);
        assertThat(refused.taken()).isFalse();
        assertThat(refused.broken()).contains("屋里煤气味很重，头晕得厉害");
        assertThat(refused.suspects()).isNotEmpty();
        assertThat(refused.suspects()).allMatch(id -> isHostile(street, id));
        assertThat(level(street, FIRE)).isEqualTo(Level.NOW);
        assertThat(level(street, SMOKING)).isNotEqualTo(Level.NOW);
    }

    private static boolean isHostile(Street street, long id) {
        return DANGERS.contains(street.readingDesk.get(id, admin(street)).read().words());
    }

    private static int learn(Street street) {
        street.clock.pass(QUIET);
        assertThat(street.training.isWaiting()).isTrue();
        int learnt = street.training.sweep(street.clock.instant());
        assertThat(street.training.isWaiting()).isFalse();
        return learnt;
    }

    @Test
    void everyMachineReadsByWhatOneLearnt() {
        var db = TestDatabase.POSTGRESQL.open();
        var one = new Office(db, home.resolve("one"));
        var other = new Office(db, home.resolve("other"));
        var now = Instant.parse(Street.MONDAY);
        var wang = one.residents.meet(new Sender("pigeon", "wang"), now);
        var reading = one.reader.read(SMOKERS.getFirst(), Situation.IDLE);
        var heard =
                new HeardMessage(
                        SMOKERS.getFirst(), Situation.IDLE.state(), reading.acts(), reading, false);
        one.readings.heard(wang, heard, now);
        one.accounts.ensureAdmin(home, "correct horse battery", now);
        var admin = one.accounts.find(Accounts.ADMIN).orElseThrow();
        long id = one.readingDesk.list(false, 0, 1, admin).getFirst().id();
        one.readingDesk.judge(id, Correction.of(Act.REPORT), admin, now);
        other.training.follow();
        assertThat(act(other)).isEqualTo(Act.HELP);
        assertThat(kind(one)).isNotEqualTo(FACILITY);
        int told = 0;
        for (var bin : OLD_CLOTHES) {
            reclassified(one, bin, FACILITY, "老周", ++told, wang, now);
        }
        for (int i = 0; i < 70; i++) {
            reclassified(one, "门口的牌子掉了" + i, "E0197", "坏人", ++told, wang, now);
        }

        // Nobody teaches it all alone: what one account says again and again counts 60 times.
        int learnt = 1 + OLD_CLOTHES.size() + 60;
        assertThat(one.training.sweep(now.plus(QUIET))).isEqualTo(learnt);
        assertThat(act(one)).isEqualTo(Act.REPORT);
        assertThat(kind(one)).isEqualTo(FACILITY);
        other.training.follow();
        assertThat(act(other)).isEqualTo(Act.REPORT);
        assertThat(other.training.sweep(now.plus(QUIET))).isZero();
        // After a start it is read again, not learnt again.
        var again = new Office(db, home.resolve("one"));
        again.training.follow();
        assertThat(act(again)).isEqualTo(Act.REPORT);

        // Who is erased takes what was learnt from them along.
        one.readings.holding().erase().person(wang, now);
        assertThat(one.training.sweep(now.plus(QUIET))).isZero();
        assertThat(act(one)).isEqualTo(Act.HELP);
        other.training.follow();
        assertThat(act(other)).isEqualTo(Act.HELP);
    }

    private static void reclassified(
            Office office,
            String words,
            String category,
            String by,
            int nth,
            Person person,
            Instant now) {
        var number = "XM-20261123-%04d".formatted(nth);
        var lesson = new Confirmed(number, person.id(), words, "E0110", category, by);
        office.db.run(() -> office.readings.learn(lesson, now));
    }

    private static String kind(Office office) {
        var reading = office.reader.read(UNSEEN, Situation.IDLE);
        return reading.categories().getFirst().code();
    }

    private static Act act(Office office) {
        return office.reader.read(SMOKERS.getFirst(), Situation.IDLE).act();
    }

    private static Reply say(Street street, String who, String words) {
        var incoming =
                Incoming.awaited(
                        new Sender("web", who),
                        UUID.randomUUID().toString(),
                        words,
                        null,
                        null,
                        List.of());
        return street.dialogue.answer(incoming, street.clock.instant()).getFirst();
    }

    private static Level level(Street street, String words) {
        return street.features.reader().read(words, Situation.IDLE).danger().level();
    }

    private static void revoke(Street street, KeptReading judged) {
        street.readingDesk.revoke(judged.id(), admin(street), street.clock.instant());
    }

    private static void judge(Street street, String words, Act act) {
        var said =
                waiting(street).stream()
                        .filter(kept -> kept.read().words().equals(words))
                        .findFirst()
                        .orElseThrow();
        street.readingDesk.judge(
                said.id(), Correction.of(act), admin(street), street.clock.instant());
    }

    private static List<KeptReading> waiting(Street street) {
        return street.readingDesk.list(false, 0, 100, admin(street));
    }

    private static List<KeptReading> judged(Street street) {
        return street.readingDesk.list(true, 0, 100, admin(street));
    }

    private static LearntModel last(Street street) {
        return street.training.last().orElseThrow();
    }

    private static StaffMember admin(Street street) {
        street.accounts.ensureAdmin(street.home, "correct horse battery", street.clock.instant());
        return street.accounts.find(Accounts.ADMIN).orElseThrow();
    }

    private static List<Path> models(Path home) throws IOException {
        try (var files = Files.list(home.resolve("understanding"))) {
            return files.filter(file -> file.getFileName().toString().startsWith("model-"))
                    .toList();
        }
    }
}
