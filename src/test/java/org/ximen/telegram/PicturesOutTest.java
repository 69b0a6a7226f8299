package org.ximen.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ximen.chat.Choice;
import org.ximen.chat.Reply;
import org.ximen.chat.Sender;
import org.ximen.photos.PhotoRecords;
import org.ximen.played.PlayedUser;
import org.ximen.played.Seen;
import org.ximen.testing.Snapshot;

/** Pictures go out with their words, are uploaded once, and never stop the words. */
class PicturesOutTest extends OnTelegram {
    private static final String BAD =
            "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: IMAGE_PROCESS_FAILED\"}";

    private PlayedUser known(String name) {
        var user = played.user(name);
        user.say("谢谢");
        bot.settle();
        return user;
    }

    private static Sender chat(PlayedUser user) {
        return new Sender("telegram", Long.toString(user.id()));
    }

    private String photo(int shade, PlayedUser... viewers) {
        try {
            var bytes = new java.io.ByteArrayInputStream(Snapshot.jpeg(shade));
            var owner = new Sender("staff", "老陈");
            var id = bot.street.features.photos().accept(bytes, owner, clock.instant()).id();
            List.of(viewers).forEach(user -> new PhotoRecords(db).show(id, chat(user)));
            return id;
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private List<Seen> say(PlayedUser user, String words, String photo) {
        int before = user.inbox().size();
        var reply = Reply.of(Reply.Kind.STATUS, words, new Choice("解决了", "solved:XM-1.1"));
        bot.street.outbox.say(chat(user), reply.picturing(photo), clock.instant());
        bot.settle();
        return user.inbox().subList(before, user.inbox().size());
    }

    @Test
    void aPictureCarriesItsWordsAndButtonsAndIsUploadedOnce() {
        var one = known("图一");
        var other = known("图二");
        var photo = photo(101, one, other);
        var seen = say(one, "已结案 <b>，修好了", photo);
        assertThat(seen)
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.photo()).isNotNull();
                    assertThat(message.text()).isEqualTo("已结案 <b>，修好了");
                    assertThat(message.labels()).containsExactly("解决了");
                });
        var again = say(other, "也告诉您", photo).getFirst();
        assertThat(again.photo()).isEqualTo(seen.getFirst().photo());
    }

    @Test
    void whatTelegramForgotIsUploadedAgain() {
        var user = known("忘");
        var photo = photo(102, user);
        say(user, "第一次", photo);
        played.forgetFiles();
        var again = say(user, "第二次", photo);
        assertThat(again).singleElement().extracting(Seen::photo).isNotNull();
    }

    @Test
    void longWordsFollowTheirPicture() {
        var user = known("长话");
        var words = "已经修好。".repeat(300);
        var seen = say(user, words, photo(103, user));
        assertThat(seen).hasSize(2);
        assertThat(seen.getFirst().photo()).isNotNull();
        assertThat(seen.getLast().text()).isEqualTo(words);
        assertThat(seen.getLast().labels()).containsExactly("解决了");
    }

    @Test
    void aPictureThatIsNotTakenDoesNotStopTheWords() {
        var user = known("坏图");
        played.faults().on("sendPhoto").always().answer(400, BAD);
        var seen = say(user, "已结案", photo(104, user));
        assertThat(seen)
                .singleElement()
                .satisfies(message -> {
                    assertThat(message.photo()).isNull();
                    assertThat(message.labels()).containsExactly("解决了");
                });
        played.faults().clear();
        played.faults().on("sendPhoto").always().html(502);
        assertThat(say(user, "又结案", photo(105, user))).extracting(Seen::text).contains("又结案");
    }

    @Test
    void anUploadWithoutAnAnswerIsFollowedByTheWordsAlone() {
        var user = known("断");
        played.faults().on("sendPhoto").always().resetAfter();
        var seen = say(user, "已结案", photo(106, user));
        assertThat(seen).hasSize(2).extracting(Seen::text).containsOnly("已结案");
        assertThat(seen.getLast().photo()).isNull();
        clock.pass(Duration.ofMinutes(1));
        assertThat(say(user, "还在", photo(107, user))).isNotEmpty();
    }

    @Test
    void whoMayNotSeeAPictureGetsTheWords() {
        var user = known("外人");
        var seen = say(user, "与您无关的照片", photo(108));
        assertThat(seen).singleElement().extracting(Seen::photo).isNull();
    }

    @Test
    void aFloodOfPicturesWaitsAsLongAsTelegramSays() {
        var user = known("快");
        var photo = photo(109, user);
        played.faults()
                .on("sendPhoto")
                .answer(
                        429,
                        """
                        {"ok":false,"error_code":429,"description":"Too Many Requests: retry after 7",
                         "parameters":{"retry_after":7}}\
                        """);
        var before = clock.instant();
        var seen = say(user, "慢慢来", photo);
        assertThat(seen).singleElement().extracting(Seen::photo).isNotNull();
        assertThat(clock.instant()).isAfterOrEqualTo(before.plusSeconds(7));
    }

    @Test
    void aStopBetweenThePictureAndItsWordsLosesAndDoublesNothing() {
        var user = known("停");
        int before = user.inbox().size();
        played.faults()
                .on("sendMessage")
                .to(user.id())
                .answer(
                        429,
                        """
                        {"ok":false,"error_code":429,"description":"Too Many Requests: retry after 9",
                         "parameters":{"retry_after":9}}\
                        """);
        var reply = Reply.of(Reply.Kind.STATUS, "已经修好。".repeat(300));
        var photo = photo(120, user);
        bot.street.outbox.say(chat(user), reply.picturing(photo), clock.instant());
        bot.read();
        bot.read();
        restart();
        bot.settle();
        var seen = user.inbox().subList(before, user.inbox().size());
        assertThat(seen).hasSize(2);
        assertThat(seen.getFirst().photo()).isNotNull();
        assertThat(seen.getLast().text()).isEqualTo(reply.text());
    }

    @Test
    void whoBlockedUsIsGone() {
        var user = known("拉黑");
        user.block();
        say(user, "已结案", photo(110, user));
        assertThat(
                        rows(
                                "select count(*) from outbox where address = ? and state = 'BLOCKED'",
                                Long.toString(user.id())))
                .isOne();
    }
}
