package org.ximen.notices;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.residents.Profile;
import org.ximen.residents.Residents;
import org.ximen.staff.Role;
import org.ximen.testing.Office;
import org.ximen.testing.TestDatabase;

class InForceTest {
    // Monday, 10:00 in Shanghai
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);
    private static final Set<String> ALL = Set.of();

    @TempDir Path home;

    @ParameterizedTest
    @EnumSource
    void holdsToTheEndOfItsLastDay(TestDatabase database) {
        var office = new Office(database.open(), home);
        // Sent at 23:59 of the 22nd in Shanghai, without a last day.
        send(office, "停水", ALL, Set.of(), null, Instant.parse("2026-11-22T15:59:00Z"));
        send(office, "义诊", ALL, Set.of(), LocalDate.of(2026, 12, 3), NOW);
        assertThat(titles(office, ALL, LocalDate.of(2026, 12, 3))).containsExactly("义诊", "停水");
        assertThat(titles(office, ALL, LocalDate.of(2026, 12, 4))).containsExactly("停水");
        assertThat(titles(office, ALL, LocalDate.of(2026, 12, 22))).containsExactly("停水");
        assertThat(titles(office, ALL, LocalDate.of(2026, 12, 23))).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void showsTheNoticeInShort(TestDatabase database) {
        var office = new Office(database.open(), home);
        var wenmiao = office.district.area("文庙居委会").orElseThrow();
        var id = send(office, "停水", Set.of("文庙居委会"), Set.of(), null, NOW);
        assertThat(office.notices.inForce(ALL, Profile.RESIDENT, TODAY))
                .containsExactly(
                        new CurrentNotice(
                                id,
                                "停水",
                                "停水，请提前准备。",
                                TODAY,
                                LocalDate.of(2026, 12, 23),
                                List.of(wenmiao.name())));
    }

    @ParameterizedTest
    @EnumSource
    void whatWasNotSentOrWasStoppedDoesNotHold(TestDatabase database) {
        var office = new Office(database.open(), home);
        var approver = office.hire(Role.APPROVER, home, NOW);
        var text = text("草稿", ALL, Set.of(), null);
        office.notices.write(text, office.hire(Role.EDITOR, home, NOW), NOW);
        var cancelled = send(office, "取消的", ALL, Set.of(), null, NOW);
        var paused = send(office, "暂停的", ALL, Set.of(), null, NOW);
        office.notices.take(Step.CANCEL, cancelled, approver, NOW);
        office.notices.take(Step.PAUSE, paused, approver, NOW);
        assertThat(titles(office, ALL, TODAY)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void everybodySeesWhatTheSubscribersOfTheirAreasWereSent(TestDatabase database) {
        var office = new Office(database.open(), home);
        var wenmiao = office.district.area("文庙居委会").orElseThrow();
        var above = String.valueOf(wenmiao.parent());
        send(office, "全街道", ALL, Set.of(), null, NOW);
        send(office, "文庙", Set.of(wenmiao.code()), Set.of(), null, NOW.plusSeconds(60));
        send(office, "街区", Set.of(above), Set.of(), null, NOW.plusSeconds(120));
        send(office, "商户", ALL, Set.of(Profile.MERCHANT), null, NOW.plusSeconds(180));
        assertThat(titles(office, ALL, TODAY)).containsExactly("街区", "文庙", "全街道");
        assertThat(titles(office, Set.of(wenmiao.code()), TODAY))
                .containsExactly("街区", "文庙", "全街道");
        assertThat(titles(office, Set.of(above), TODAY)).containsExactly("街区", "全街道");
        assertThat(titles(office, Set.of(Residents.WHOLE_STREET), TODAY)).containsExactly("全街道");
        assertThat(office.notices.inForce(ALL, Profile.MERCHANT, TODAY))
                .extracting(CurrentNotice::title)
                .first()
                .isEqualTo("商户");
    }

    @ParameterizedTest
    @EnumSource
    void listsTheNewestTen(TestDatabase database) {
        var office = new Office(database.open(), home);
        IntStream.range(0, 12)
                .forEach(i ->
                        send(
                                office,
                                "第" + i,
                                ALL,
                                Set.of(),
                                null,
                                NOW.plus(Duration.ofMinutes(i))));
        assertThat(titles(office, ALL, TODAY)).hasSize(10).startsWith("第11").endsWith("第2");
    }

    private static List<String> titles(Office office, Set<String> areas, LocalDate today) {
        return office.notices.inForce(areas, Profile.RESIDENT, today).stream()
                .map(CurrentNotice::title)
                .toList();
    }

    private long send(
            Office office,
            String title,
            Set<String> areas,
            Set<Profile> profiles,
            @Nullable LocalDate expires,
            Instant at) {
        // Somebody is still waited for, so that it can be stopped.
        office.subscriber("wang", "", at);
        var text = text(title, areas, profiles, expires);
        var id = office.notices.write(text, office.hire(Role.EDITOR, home, at), at).id();
        office.notices.take(Step.APPROVE, id, office.hire(Role.APPROVER, home, at), at);
        office.notices.sweep(at);
        return id;
    }

    private static NewNotice text(
            String title, Set<String> areas, Set<Profile> profiles, @Nullable LocalDate expires) {
        var body = title + "，请提前准备。有问题请问居委会。";
        return new NewNotice(title, body, areas, profiles, null, expires);
    }
}
