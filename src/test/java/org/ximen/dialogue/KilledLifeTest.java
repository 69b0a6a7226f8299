package org.ximen.dialogue;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.ximen.cases.CaseBook;
import org.ximen.cases.CaseCount;
import org.ximen.cases.CaseSearch;
import org.ximen.cases.Event;
import org.ximen.cases.GridCase;
import org.ximen.cases.Rating;
import org.ximen.staff.StaffMember;
import org.ximen.testing.Player;
import org.ximen.testing.Street;
import org.ximen.testing.Transcript;
import org.ximen.understanding.Verdict;

/**
 * The product is ended as by a power cut at every line of the whole life of a case. The transcript
 * says what each person reads, once.
 */
class KilledLifeTest {
    private static final String LIFE = "whole-life.txt";
    private static final LocalDate DAY = LocalDate.of(2026, 11, 23);
    private static final List<String> STEPS =
            List.of(
                    "FILE",
                    "DISPATCH",
                    "NOTE",
                    "RECLASSIFY",
                    "ACCEPT",
                    // asked, answered, done
                    "ASSIST",
                    "ASSIST",
                    "ASSIST",
                    "HANDLE",
                    "VERIFY",
                    "CLOSE",
                    "APPEAL",
                    "NOTE",
                    "HANDLE",
                    "VERIFY",
                    "CLOSE");

    @Test
    void losesAndDoublesNothingOfAWholeLife() {
        try (var player = Player.killed()) {
            player.play(Transcript.of(LIFE));
            assertThat(player.deaths()).isGreaterThan(40);
            var street = player.street();
            var book =
                    new CaseBook(
                            street.db, street.features.codeTable(), street.features.district());
            assertHistory(book, street);
            assertFigures(book, street);
        }
    }

    private static void assertHistory(CaseBook book, Street street) {
        var admin = street.accounts.find("admin").orElseThrow();
        var item = book.find("XM-20261123-0001", admin).orElseThrow();
        assertThat(item.history().stream().map(Event::verb).filter(Objects::nonNull))
                .extracting(Enum::name)
                .containsExactlyElementsOf(STEPS);
        assertThat(item.photos()).hasSize(5);
        assertThat(numbers(book, admin, street))
                .containsExactly("XM-20261123-0002", "XM-20261123-0001");
    }

    private static List<String> numbers(CaseBook book, StaffMember admin, Street street) {
        var all = CaseSearch.ALL;
        return book.search(all, 0, 50, admin, street.clock.instant()).items().stream()
                .map(GridCase::number)
                .toList();
    }

    /** Closed, redirected and opened again once; not solved at first, solved in the end. */
    private static void assertFigures(CaseBook book, Street street) {
        var counts = book.wholeStreet(DAY, DAY, street.clock.instant());
        var closed = counts.stream().filter(CaseCount::closed).toList();
        assertThat(closed).hasSize(1);
        assertThat(closed.getFirst().redirected()).isTrue();
        assertThat(closed.getFirst().reopened()).isTrue();
        assertThat(closed.getFirst().returned()).isFalse();
        assertThat(closed.getFirst().ratings())
                .containsExactly(
                        Rating.NONE.with(Verdict.UNSOLVED),
                        Rating.NONE
                                .with(Verdict.SOLVED)
                                .with(Verdict.UNCONTACTED)
                                .with(Verdict.GOOD));
    }
}
