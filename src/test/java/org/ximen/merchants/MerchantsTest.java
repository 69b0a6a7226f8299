package org.ximen.merchants;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.chat.Sender;
import org.ximen.merchants.MerchantDesk.ShopFilter;
import org.ximen.outbox.OutboxLine;
import org.ximen.residents.Person;
import org.ximen.staff.NewAccount;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;
import org.ximen.testing.SharedEmbedder;
import org.ximen.testing.Street;
import org.ximen.testing.TestDatabase;
import org.ximen.understanding.Situation;

class MerchantsTest {
    private static final String PASSWORD = "correct horse battery";
    private static final Sender TEA_SHOP = new Sender("web", "tea");
    private static final ShopDetails TEA =
            new ShopDetails("老西门茶铺", "drinks", "文庙路12号", "310101019003", "run");

    @Test
    void theModelIsLearntFromTheExamplesThatShip() {
        assertThat(ShopStages.shippedKey())
                .isEqualTo(ShopStages.examples().key(SharedEmbedder.INSTANCE.model()));
    }

    @ParameterizedTest
    @EnumSource
    void aShopIsNotVisitedTwiceInAWhileWithoutAReason(TestDatabase database) throws Exception {
        try (var street = new Street(database.open())) {
            var visits = street.features.merchants().visits();
            var admin = admin(street);
            var now = street.clock.instant();
            var shop = kept(street);
            var first = visits.plan(shop.id(), plan(now, 2, null), admin, now);
            assertThatThrownBy(() -> visits.plan(shop.id(), plan(now, 30, null), admin, now))
                    .isInstanceOf(StaffRefused.class)
                    .hasMessageContaining("60 天之内再去，请写明原因");
            // The same place without its registration is the same shop.
            assertThatThrownBy(() -> visits.plan(null, plan(now, 30, null), admin, now))
                    .isInstanceOf(StaffRefused.class);
            // However it is written.
            assertThatThrownBy(() -> visits.plan(null, plan("黄浦区文庙路 12 号奶茶店", now, 30), admin, now))
                    .isInstanceOf(StaffRefused.class);
            var again = visits.plan(shop.id(), plan(now, 30, "复查"), admin, now);
            // The same time is the same visit, whatever the reason.
            assertThatThrownBy(() -> visits.plan(shop.id(), plan(now, 30, "再查"), admin, now))
                    .hasMessageContaining("这个时间已经约好了");
            assertThat(again.plan().reason()).isEqualTo("复查");
            // Without a house number only the same time counts.
            visits.plan(null, plan("文庙路", now, 5), admin, now);
            visits.plan(null, plan("文庙路", now, 6), admin, now);
            assertThatThrownBy(() -> visits.plan(null, plan("文庙路", now, 6), admin, now))
                    .hasMessageContaining("这个时间已经约好了");
            visits.plan(shop.id(), plan(now, 120, null), admin, now);
            assertThatThrownBy(() -> visits.finish(first.id(), "都好", admin, now))
                    .hasMessageContaining("约的时间还没有到");
            var later = street.clock.pass(Duration.ofDays(3));
            visits.finish(first.id(), "招牌松了", admin, later);
            assertThatThrownBy(() -> visits.cancel(first.id(), "下雨", admin, later))
                    .hasMessageContaining("已经写过结果");
            var number = visits.raise(first.id(), "文庙路12号招牌松动", admin, later);
            assertThat(visits.raise(first.id(), "文庙路12号招牌松动", admin, later)).isEqualTo(number);
            assertThat(visits.get(first.id(), admin).cases()).containsExactly(number);
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatIsDeletedLeavesNoNameWithVisits(TestDatabase database) throws Exception {
        try (var street = new Street(database.open())) {
            var merchants = street.features.merchants();
            var admin = admin(street);
            var now = street.clock.instant();
            var shop = kept(street);
            // What is typed for a noted shop does not count.
            var visit = merchants.visits().plan(shop.id(), plan("别处", now, 2), admin, now);
            assertThat(visit.plan().place()).isEqualTo("文庙路12号");
            var kept = merchants.visitHolding();
            assertThat(kept.export().of(person(street)))
                    .singleElement()
                    .asString()
                    .contains("联合走访", "文庙路12号：市场监管所、综合行政执法队，看后厨和招牌");
            merchants.holding().erase().person(person(street), now);
            assertThat(merchants.of(person(street))).isEmpty();
            var left = merchants.visits().get(visit.id(), admin);
            assertThat(left.plan().name()).isNull();
            assertThat(left.shop()).isNull();
            assertThat(kept.trim().before(now)).isZero();
            assertThat(kept.trim().before(now.plus(Duration.ofDays(3)))).isOne();
        }
    }

    @ParameterizedTest
    @EnumSource
    void staffSeeTheShopsOfTheirAreas(TestDatabase database) throws Exception {
        try (var street = new Street(database.open())) {
            kept(street);
            var desk = street.features.merchants().desk();
            assertThat(desk.list(ShopFilter.ALL, leader(street, "near", "310101019003")))
                    .hasSize(1);
            assertThat(desk.list(ShopFilter.ALL, leader(street, "far", "310101019001"))).isEmpty();
            assertThat(desk.list(new ShopFilter("food", null, null), admin(street))).isEmpty();
            var export = new MerchantExport(desk);
            var file =
                    new String(
                            export.csv(ShopFilter.ALL, admin(street), street.clock.instant()),
                            StandardCharsets.UTF_8);
            assertThat(file).contains("老西门茶铺,奶茶饮品,文庙路12号,文庙居委会,经营");
        }
    }

    @ParameterizedTest
    @EnumSource
    void policiesAreToldOnceToWhomTheyReach(TestDatabase database) throws Exception {
        try (var street = new Street(database.open())) {
            var merchants = street.features.merchants();
            var now = street.clock.instant();
            merchants.sweep(now);
            kept(street);
            publish(street, "policy/" + "long-name-".repeat(19), "merchant");
            publish(street, "policy/inside", "staff");
            street.features.residents().reachable(TEA_SHOP, false);
            merchants.sweep(now);
            assertThat(told(street)).isEmpty();
            assertThat(merchants.visits().reaches(1L)).isFalse();
            street.features.residents().reachable(TEA_SHOP, true);
            merchants.sweep(now);
            merchants.sweep(now);
            assertThat(told(street)).hasSize(1);
            assertThat(merchants.holding().export().of(person(street)))
                    .hasSize(2)
                    .last()
                    .asString()
                    .contains("告诉过您的政策", "新规定 merchant");
            assertThat(merchants.guide("policy/inside", now)).isEmpty();
            assertThat(merchants.quiet(person(street))).isTrue();
            publish(street, "policy/next", "merchant");
            merchants.sweep(street.clock.pass(Duration.ofDays(8)));
            assertThat(told(street)).hasSize(1);
        }
    }

    @Test
    void aNameEndsWhereTheAddressBegins() throws Exception {
        try (var street = new Street(TestDatabase.HSQLDB.open())) {
            assertThat(name(street, "我的店叫老西门茶铺在文庙路12号卖奶茶")).isEqualTo("老西门茶铺");
            assertThat(name(street, "我的店叫老西门茶铺文庙路12号")).isEqualTo("老西门茶铺");
            assertThat(name(street, "店名改成老西门茶铺")).isEqualTo("老西门茶铺");
            assertThat(name(street, "店名叫“自在卖场”，卖奶茶")).isEqualTo("自在卖场");
            assertThat(name(street, "店名叫老王茶铺13812345678")).isEqualTo("老王茶铺");
            assertThat(name(street, "店名不对")).isNull();
            var number = new ShopDetails("茶铺138 1234 5678", "drinks", "文庙路12号", null, "run");
            assertThat(number.name()).isEqualTo("茶铺");
        }
    }

    private static @Nullable String name(Street street, String words) {
        var reading = street.features.reader().read(words, Situation.IDLE);
        return street.features.merchants().reader().read(words, reading.places()).name();
    }

    private static void publish(Street street, String id, String audience) {
        var article =
                "---\nkind: POLICY\ntitle: 新规定 %s\naudience: [%s]\ntags: [餐饮]\n---\n# 新规定\n标糖量。\n"
                        .formatted(audience, audience);
        var now = street.clock.instant();
        street.db.run(() -> street.library.publishWritten(id, article, now));
        street.library.refresh(now);
    }

    private static List<OutboxLine> told(Street street) {
        return street.outbox.lines(TEA_SHOP, 10);
    }

    private static Shop kept(Street street) {
        var now = street.clock.instant();
        return street.features.merchants().keep(person(street), TEA, now);
    }

    private static Person person(Street street) {
        return street.features.residents().meet(TEA_SHOP, street.clock.instant());
    }

    private static JointVisitPlan plan(Instant now, int days, @Nullable String reason) {
        return plan("文庙路12号", now, days, reason);
    }

    private static JointVisitPlan plan(String place, Instant now, int days) {
        return plan(place, now, days, null);
    }

    private static JointVisitPlan plan(
            String place, Instant now, int days, @Nullable String reason) {
        return new JointVisitPlan(
                "老西门茶铺",
                place,
                List.of("市场监管所", "综合行政执法队"),
                "看后厨和招牌",
                now.plus(Duration.ofDays(days)),
                reason);
    }

    private static StaffMember admin(Street street) {
        street.accounts.ensureAdmin(street.home, PASSWORD, street.clock.instant());
        return street.accounts.find("admin").orElseThrow();
    }

    private static StaffMember leader(Street street, String name, String... areas) {
        var account = new NewAccount(name, PASSWORD, Role.LEADER, null, Stream.of(areas).toList());
        return street.accounts.create(account, admin(street), street.clock.instant());
    }
}
