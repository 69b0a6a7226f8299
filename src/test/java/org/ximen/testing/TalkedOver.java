package org.ximen.testing;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.ximen.deliberation.BallotCode;
import org.ximen.deliberation.DeliberationDesk;
import org.ximen.deliberation.DeliberationStep;
import org.ximen.deliberation.DeliberationText;
import org.ximen.deliberation.DeliberationVerb;
import org.ximen.staff.StaffMember;

/** What an administrator does in a transcript with what is talked over. */
final class TalkedOver {
    private static final LocalDate LAST = LocalDate.of(2026, 11, 30);
    private static final Instant MEETING = Instant.parse("2026-11-24T11:00:00Z");

    private final Talk talk;
    private List<BallotCode> codes = List.of();

    TalkedOver(Talk talk) {
        this.talk = talk;
    }

    void propose(String line) {
        var parts = List.of(line.split(" \\| "));
        var options = parts.subList(2, parts.size());
        var text = new DeliberationText(parts.get(0), parts.get(1), null, options);
        desk().propose(text, null, admin(), now());
    }

    void step(String verb) {
        var step =
                switch (DeliberationVerb.valueOf(verb)) {
                    case OPEN -> new DeliberationStep.Open(LAST);
                    case MEET -> new DeliberationStep.Meet(MEETING, "居民活动室");
                    case MINUTES -> new DeliberationStep.Minutes("来了 20 户，南面 14 户赞成。");
                    case VOTE -> new DeliberationStep.Vote(LAST);
                    case PUBLISH -> new DeliberationStep.Publish("装在南面", "北面挡一楼的光。");
                    case CARRY_OUT ->
                            new DeliberationStep.CarryOut("打桩", LocalDate.of(2026, 12, 31));
                    case FINISH -> new DeliberationStep.Finish("电梯开了。");
                    default -> new DeliberationStep.Drop("不做了。");
                };
        desk().take(newest(), step, admin(), now());
        talk.street().features.deliberations().sweep(now());
        talk.street().read();
    }

    void ballots(int households) {
        codes =
                desk().makeCodes(
                                newest(),
                                new DeliberationDesk.CodeOrder(households, 0),
                                admin(),
                                now());
    }

    /** The words with the codes in place of what stands for them. */
    String coded(String words) {
        var said = words;
        for (int i = 0; i < codes.size(); i++) {
            said = said.replace("〈票" + (i + 1) + "〉", codes.get(i).printed());
        }
        return said;
    }

    private long newest() {
        return desk().list(null, admin()).getFirst().id();
    }

    private DeliberationDesk desk() {
        return talk.street().features.deliberations().desk();
    }

    private Instant now() {
        return talk.street().clock.instant();
    }

    private StaffMember admin() {
        var street = talk.street();
        street.accounts.ensureAdmin(street.home, "correct horse battery", now());
        return street.accounts.find("admin").orElseThrow();
    }
}
