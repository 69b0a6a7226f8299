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
import org.ximen.residents.Person;
import org.ximen.staff.NewAccount;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;
import org.ximen.testing.SharedEmbedder;
import org.ximen.testing.Street;
import org.ximen.testing.TestDatabase;

class MerchantsTest {
    private static final String PASSWORD = "correct horse battery";
    private static final ShopDetails TEA =
            new ShopDetails("老西门茶铺", "drinks", "文庙路12号", "310101019003", "run");

    @Test
    void theModelIsLearntFromTheExamplesThatShip() {
        assertThat(ShopStages.shippedKey())
                .isEqualTo(ShopStages.key(SharedEmbedder.INSTANCE.model()));
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
            visits.plan(shop.id(), plan(now, 30, "复查"), admin, now);
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
            var visit = merchants.visits().plan(shop.id(), plan(now, 2, null), admin, now);
            merchants.holding().erase().person(person(street), now);
            assertThat(merchants.of(person(street))).isEmpty();
            var left = merchants.visits().get(visit.id(), admin);
            assertThat(left.plan().name()).isNull();
            assertThat(left.shop()).isNull();
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

    private static Shop kept(Street street) {
        var now = street.clock.instant();
        return street.features.merchants().keep(person(street), TEA, now);
    }

    private static Person person(Street street) {
        return street.features.residents().meet(new Sender("web", "tea"), street.clock.instant());
    }

    private static JointVisitPlan plan(Instant now, int days, @Nullable String reason) {
        return new JointVisitPlan(
                "老西门茶铺",
                "文庙路12号",
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
