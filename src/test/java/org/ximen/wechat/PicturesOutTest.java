package org.ximen.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.ximen.chat.Choice;
import org.ximen.chat.Reply;
import org.ximen.chat.Sender;
import org.ximen.photos.PhotoRecords;
import org.ximen.played.Follower;
import org.ximen.played.Heard;
import org.ximen.testing.Snapshot;

/** Pictures follow their words, are uploaded once in three days, and never stop the words. */
class PicturesOutTest extends OnWechat {
    private static final String UPLOAD = "media/upload";

    private Follower known(String name) {
        var person = played.person(name);
        tell(person, "谢谢");
        return person;
    }

    private static Sender chat(Follower person) {
        return new Sender("wechat", person.openid());
    }

    private String photo(int shade, Follower... viewers) {
        try {
            var bytes = new ByteArrayInputStream(Snapshot.jpeg(shade));
            var owner = new Sender("staff", "老陈");
            var photos = account.street.features.photos();
            var id = photos.accept(bytes, owner, clock.instant()).id();
            List.of(viewers).forEach(person -> new PhotoRecords(db).show(id, chat(person)));
            return id;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> say(Follower person, String words, String photo) {
        int before = person.inbox().size();
        var reply = Reply.of(Reply.Kind.STATUS, words, new Choice("解决了", "solved:XM-1.1"));
        account.street.outbox.say(chat(person), reply.picturing(photo), clock.instant());
        account.settle();
        return person.inbox().stream().skip(before).map(Heard::kind).toList();
    }

    @Test
    void wordsWithTheirLinesAreFollowedByThePicture() {
        var one = known("图一");
        var other = known("图二");
        var photo = photo(111, one, other);
        int before = played.count(UPLOAD);
        assertThat(say(one, "已结案", photo)).containsExactly("msgmenu", "image");
        assertThat(say(other, "也告诉您", photo)).containsExactly("msgmenu", "image");
        assertThat(played.count(UPLOAD)).isEqualTo(before + 1);
    }

    @Test
    void afterThreeDaysItIsUploadedAgainAndWhatWechatLostAtOnce() {
        var person = known("三天");
        var photo = photo(112, person);
        say(person, "第一次", photo);
        int before = played.count(UPLOAD);
        clock.pass(Duration.ofDays(3));
        tell(person, "在吗");
        assertThat(say(person, "第二次", photo)).contains("image");
        assertThat(played.count(UPLOAD)).isEqualTo(before + 1);
        played.forgetUploads();
        tell(person, "还在吗");
        assertThat(say(person, "第三次", photo)).contains("image");
        assertThat(played.count(UPLOAD)).isEqualTo(before + 2);
    }

    @Test
    void aPictureThatIsNotTakenDoesNotStopTheWords() {
        var person = known("坏图");
        played.faults()
                .on(UPLOAD)
                .always()
                .answer(200, "{\"errcode\":45001,\"errmsg\":\"media size out of limit\"}");
        assertThat(say(person, "已结案", photo(113, person))).containsExactly("msgmenu");
        played.faults().clear();
        played.faults()
                .on(UPLOAD)
                .always()
                .answer(200, "{\"errcode\":45009,\"errmsg\":\"reach max api daily quota limit\"}");
        tell(person, "在吗");
        assertThat(say(person, "又结案", photo(114, person))).containsExactly("msgmenu");
        played.faults().clear();
        played.faults().on(UPLOAD).always().resetAfter();
        tell(person, "在吗");
        assertThat(say(person, "再结案", photo(115, person))).containsExactly("msgmenu");
        assertThat(account.newest(person.openid()).orElseThrow()).startsWith("FAILED");
    }

    @Test
    void theLastMessageOfTheWindowIsForTheWords() {
        var person = known("最后一条");
        for (int i = 0; i < 3; i++) {
            say(person, "第 " + i + " 条");
        }
        int left = 5 - (int) person.inbox().stream().count();
        assertThat(left).isOne();
        assertThat(say(person, "已结案", photo(116, person))).containsExactly("msgmenu");
        tell(person, "在吗");
        assertThat(person.inbox()).extracting(Heard::kind).contains("image");
    }

    @Test
    void aLostTokenIsRenewedForThePictureToo() {
        var person = known("令牌");
        played.faults().on(UPLOAD).answer(200, "{\"errcode\":40001,\"errmsg\":\"invalid\"}");
        assertThat(say(person, "已结案", photo(117, person))).containsExactly("msgmenu", "image");
    }

    @Test
    void whoMayNotSeeAPictureGetsTheWords() {
        var person = known("外人");
        assertThat(say(person, "与您无关的照片", photo(118))).containsExactly("msgmenu");
    }
}
