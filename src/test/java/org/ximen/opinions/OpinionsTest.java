package org.ximen.opinions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.residents.Person;
import org.ximen.testing.Office;
import org.ximen.testing.TestDatabase;

class OpinionsTest {
    // Monday, 10:00 in Shanghai
    private static final Instant NOW = Instant.parse("2026-11-23T02:00:00Z");
    private static final Duration DAY = Duration.ofDays(1);

    @TempDir Path home;

    @ParameterizedTest
    @EnumSource
    void aSuggestionGetsANumberAndFifteenWorkingDays(TestDatabase database) {
        var office = new Office(database.open(), home);
        var wang = person(office, "wang");
        var first = office.opinions.take(suggestion("文庙路加一排长椅", "文庙路"), wang, NOW);
        assertThat(first.number()).isEqualTo("JY-20261123-001");
        assertThat(first.due()).isEqualTo(Instant.parse("2026-12-14T02:00:00Z"));
        assertThat(first.place()).isEqualTo("文庙路");
        assertThat(first.state()).isEqualTo(Opinion.State.OPEN);
        assertThat(first.isOverdue(NOW)).isFalse();
        assertThat(first.isOverdue(NOW.plus(DAY.multipliedBy(30)))).isTrue();
        assertThat(office.opinions.take(suggestion("加路灯", null), wang, NOW).number())
                .isEqualTo("JY-20261123-002");
        assertThat(office.opinions.take(suggestion("加路牌", null), wang, NOW.plus(DAY)).number())
                .isEqualTo("JY-20261124-001");
        assertThat(office.opinions.of(wang))
                .extracting(Opinion::words)
                .containsExactly("加路牌", "加路灯", "文庙路加一排长椅");
        assertThat(office.opinions.find("JY-20261123-001", wang)).contains(first);
    }

    @ParameterizedTest
    @EnumSource
    void praiseNeedsNoNumberAndNoTerm(TestDatabase database) {
        var office = new Office(database.open(), home);
        var wang = person(office, "wang");
        var praise =
                office.opinions.take(
                        new NewOpinion(Opinion.Kind.PRAISE, "环卫工人真负责", null, null), wang, NOW);
        assertThat(praise.number()).isNull();
        assertThat(praise.due()).isNull();
        assertThat(office.opinions.of(wang)).containsExactly(praise);
    }

    @ParameterizedTest
    @EnumSource
    void aNumberIsNeverGivenTwiceEvenWhenItsSuggestionIsErased(TestDatabase database) {
        var office = new Office(database.open(), home);
        var wang = person(office, "wang");
        office.opinions.take(suggestion("加路灯", null), wang, NOW);
        office.opinions.holding().erase().person(wang, NOW);
        var li = person(office, "li");
        assertThat(office.opinions.take(suggestion("加路灯", null), li, NOW).number())
                .isEqualTo("JY-20261123-002");
        // The clock ran ahead and was set back.
        assertThat(office.opinions.take(suggestion("加路灯", null), li, NOW.minus(DAY)).number())
                .isEqualTo("JY-20261123-003");
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheAuthorAddsWords(TestDatabase database) {
        var office = new Office(database.open(), home);
        var wang = person(office, "wang");
        var li = person(office, "li");
        var taken = office.opinions.take(suggestion("加路灯", null), wang, NOW);
        assertThat(office.opinions.addWords(taken.id(), wang, "晚上看不清", NOW).orElseThrow())
                .extracting(Opinion::additions)
                .asString()
                .contains("晚上看不清");
        assertThat(office.opinions.addWords(taken.id(), li, "我也是", NOW)).isEmpty();
        assertThat(office.opinions.find("JY-20261123-001", li)).isEmpty();
        assertThat(office.opinions.of(li)).isEmpty();
        assertThat(office.opinions.of(wang).getFirst().additions()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void showsAndErasesWhatItKeepsOfAPerson(TestDatabase database) {
        var office = new Office(database.open(), home);
        var wang = person(office, "wang");
        var taken = office.opinions.take(suggestion("加路灯，我的电话13812345678", null), wang, NOW);
        office.opinions.addWords(taken.id(), wang, "晚上看不清", NOW);
        var holding = office.opinions.holding();
        assertThat(holding.export().of(wang))
                .containsExactly("建议 JY-20261123-001：加路灯，我的电话138********；补充：晚上看不清（待处理）");
        holding.erase().person(wang, NOW);
        assertThat(holding.export().of(wang)).isEmpty();
        assertThat(office.opinions.addWords(taken.id(), wang, "还在吗", NOW)).isEmpty();
    }

    @Test
    void longWordsAreCutWithoutBreakingACharacter() {
        var kept = suggestion("长".repeat(3998) + "😀😀", null).words();
        assertThat(kept).hasSize(3999).endsWith("长…");
        assertThat(suggestion("短", " ").place()).isNull();
        assertThatThrownBy(() -> suggestion(" \u200b ", null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void readsANumberHoweverItIsTyped() {
        assertThat(OpinionNumber.in("我的建议ＪＹ－20261123－001怎么样了")).contains("JY-20261123-001");
        assertThat(OpinionNumber.in("jy 20261123 001")).contains("JY-20261123-001");
        assertThat(OpinionNumber.in("XM-20261123-0001")).isEmpty();
    }

    private static NewOpinion suggestion(String words, @Nullable String place) {
        return new NewOpinion(Opinion.Kind.SUGGESTION, words, place, null);
    }

    private static Person person(Office office, String address) {
        return office.subscriber(address, "", NOW);
    }
}
