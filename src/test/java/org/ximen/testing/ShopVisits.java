package org.ximen.testing;

import java.time.Duration;
import java.util.List;
import org.ximen.merchants.JointVisitPlan;
import org.ximen.merchants.MerchantDesk.ShopFilter;
import org.ximen.staff.StaffMember;

/** What staff and the library do for the shop that was noted last. */
final class ShopVisits {
    private final Talk talk;

    ShopVisits(Talk talk) {
        this.talk = talk;
    }

    /** {@code id | title | tags | body}: an article for merchants. */
    void publish(String[] words) {
        var street = talk.street();
        var article =
                """
                ---
                kind: POLICY
                title: %s
                audience: [merchant]
                tags: [%s]
                ---
                # %s
                %s
                """
                        .formatted(words[1], words[2], words[1], words[3]);
        var now = street.clock.instant();
        street.db.run(() -> street.library.publishWritten(words[0], article, now));
        street.read();
    }

    /** {@code in how long | unit、unit | why}: a visit of the shop. */
    void plan(String[] words) {
        var street = talk.street();
        var now = street.clock.instant();
        var merchants = street.features.merchants();
        var shop = merchants.desk().list(ShopFilter.ALL, admin()).getFirst();
        var plan =
                new JointVisitPlan(
                        shop.details().name(),
                        String.valueOf(shop.details().place()),
                        List.of(words[1].split("、")),
                        words[2],
                        now.plus(Duration.parse(words[0])),
                        null);
        merchants.visits().plan(shop.id(), plan, admin(), now);
    }

    /** The result of the latest visit. */
    void finish(String result) {
        var street = talk.street();
        var visits = street.features.merchants().visits();
        var latest = visits.list(admin()).getFirst();
        visits.finish(latest.id(), result, admin(), street.clock.instant());
    }

    private StaffMember admin() {
        var street = talk.street();
        street.accounts.ensureAdmin(street.home, "correct horse battery", street.clock.instant());
        return street.accounts.find("admin").orElseThrow();
    }
}
