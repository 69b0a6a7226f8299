package org.ximen.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.ximen.chat.Sender;
import org.ximen.played.PlayedWechat;
import org.ximen.posters.Poster;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.testing.Snapshot;

/** What WeChat brings, in the encrypted form. */
class CallbackTest extends OnWechat {
    private static final String CODE = "qrcode/create";

    private String now() {
        return Long.toString(clock.instant().getEpochSecond());
    }

    @Test
    void provesToWechatThatItIsTheRightServer() {
        var query = PlayedWechat.query(PlayedWechat.TOKEN, now(), "n1") + "&echostr=7261";
        var answer = account.get("/wechat/callback", query, null);
        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8))
                .isEqualTo("7261");
        var forged = PlayedWechat.query("another", now(), "n1") + "&echostr=7261";
        assertThat(account.get("/wechat/callback", forged, null).getStatus()).isEqualTo(403);
    }

    @Test
    void refusesAForgedAnOldAndAPlainCallback() {
        var person = played.person("forged");
        person.say("你好");
        account.settle();
        int heard = person.inbox().size();
        var brought = played.last();
        var forged = brought.query().replace("msg_signature=", "msg_signature=0");
        assertThat(account.post(forged, brought.body()).getStatus()).isEqualTo(403);
        assertThat(account.post(brought.query(), brought.xml()).getStatus()).isEqualTo(403);
        assertThat(account.post("", brought.body()).getStatus()).isEqualTo(403);
        clock.pass(Duration.ofMinutes(6));
        assertThat(account.post(brought.query(), brought.body()).getStatus()).isEqualTo(403);
        account.settle();
        assertThat(person.inbox()).hasSize(heard);
    }

    @Test
    void anEntityInAMessageReachesForNoFile() {
        var evil =
                "<!DOCTYPE xml [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><xml><FromUserName>oEvil01</FromUserName>"
                        + "<MsgType>text</MsgType><MsgId>99</MsgId><Content>&e;</Content></xml>";
        assertThat(played.bring(evil)).isEqualTo(200);
        account.settle();
        assertThat(rows("select count(*) from raw_message where state = 'ASIDE'")).isPositive();
    }

    @Test
    void aMessageThatIsBroughtThreeTimesIsAnsweredOnce() {
        var person = played.person("repeats");
        person.say("居住证怎么办");
        assertThat(played.repeat().body()).isEqualTo("success");
        assertThat(played.repeatSignedAnew().status()).isEqualTo(200);
        account.settle();
        int heard = person.inbox().size();
        assertThat(heard).isPositive();
        played.repeatSignedAnew();
        account.settle();
        assertThat(person.inbox()).hasSize(heard);
    }

    @Test
    void anEventThatIsBroughtTwiceIsAnsweredOnce() {
        var person = played.person("event");
        person.tapMenu("/status");
        played.repeatSignedAnew();
        account.settle();
        assertThat(person.inbox()).hasSize(1);
        clock.pass(Duration.ofSeconds(5));
        person.tapMenu("/status");
        account.settle();
        assertThat(person.inbox()).hasSize(2);
    }

    @Test
    void hearsWhatWechatUnderstoodOfAVoice() {
        var person = played.person("voice");
        person.speak("居住证怎么办");
        account.settle();
        assertThat(person.last().text()).contains("居住证");
        person.speak(null);
        account.settle();
        assertThat(person.last().text()).contains("语音我还听不懂");
    }

    @Test
    void aPictureAPlaceAndWordsBecomeOneReport() {
        var person = played.person("report");
        person.photo(Snapshot.jpeg());
        account.settle();
        assertThat(tell(person, "净土街8号门口垃圾没人收").toString()).contains("净土街8号");
        var map = ChineseMap.of(new org.ximen.chat.Location(31.2193, 121.4847));
        person.place(map.latitude(), map.longitude());
        account.settle();
        assertThat(person.last().text()).isNotEmpty();
        assertThat(rows("select count(*) from photo")).isPositive();
    }

    @Test
    void whatNobodyCanReadIsSaidSoPolitely() {
        var person = played.person("other");
        person.sendOther("video", Map.of("MediaId", "v"));
        account.settle();
        assertThat(person.last().text()).contains("视频我还看不了");
        person.sendOther("somethingnew", Map.of());
        account.settle();
        assertThat(person.last().text()).contains("请打字告诉我");
        person.link("关于老年食堂的消息", "https://news.example/1");
        account.settle();
        assertThat(person.inbox()).hasSizeGreaterThanOrEqualTo(3);
    }

    @Test
    void greetsWhoBeginsToFollowAndLeavesWhoEnds() {
        var person = played.person("follower");
        person.follow(null);
        account.settle();
        assertThat(person.inbox()).isNotEmpty();
        tell(person, "/subscribe");
        person.unfollow();
        account.settle();
        var reachable =
                "select count(*) from person where channel = 'wechat' and address = ? and reachable";
        assertThat(rows(reachable, person.openid())).isZero();
        person.follow("poster-1");
        account.settle();
        assertThat(rows(reachable, person.openid())).isOne();
        int before = person.inbox().size();
        person.scan("poster-1");
        person.event("LOCATION", "");
        person.event("TEMPLATESENDJOBFINISH", "");
        account.settle();
        assertThat(person.inbox()).hasSize(before + 1);
    }

    @Test
    void aPosterTellsWhereAReportIs() {
        var editor = new StaffMember(1, "editor", Role.EDITOR, null, List.of(), true);
        var area =
                account.street.features.district().areas().stream()
                        .filter(each -> each.name().contains("曹家街"))
                        .findFirst()
                        .orElseThrow();
        var posters = account.street.features.posters();
        var poster = posters.make(Poster.Kind.COMPOUND, area, "曹家街2弄", editor, clock.instant());
        int made = played.count(CODE);
        var link = account.wechat.posterLink(poster.key());
        assertThat(link.orElseThrow()).endsWith(poster.key());
        assertThat(account.wechat.posterLink(poster.key())).isEqualTo(link);
        assertThat(played.count(CODE)).isEqualTo(made + 1);
        for (var name : List.of("scans and follows", "follows and scans")) {
            var person = played.person(name);
            if (name.startsWith("scans")) {
                person.follow(poster.key());
            } else {
                person.scan(poster.key());
            }
            account.settle();
            assertThat(person.last().text()).contains("曹家街2弄");
            tell(person, "垃圾堆了三天没人收");
            assertThat(person.last().text()).contains("地点：曹家街2弄");
        }
        played.faults().on(CODE).answer(200, "{\"errcode\":48001,\"errmsg\":\"no\"}");
        var other = posters.make(Poster.Kind.COMPOUND, area, "曹家街4弄", editor, clock.instant());
        assertThat(account.wechat.posterLink(other.key())).isEmpty();
    }

    @Test
    void aNumberSaidToStaffIsANumber() {
        var person = played.person("floor");
        tell(person, "/person");
        var editor = new StaffMember(1, "editor", Role.EDITOR, null, List.of(), true);
        var handoff = account.street.features.handoff();
        var sender = new Sender("wechat", person.openid());
        long ticket = handoff.open(sender).orElseThrow().id();
        handoff.desk().claim(ticket, editor, clock.instant());
        handoff.desk().say(ticket, editor, "住几楼？", clock.instant());
        account.settle();
        tell(person, "1");
        assertThat(handoff.open(sender).orElseThrow().lines().getLast().text()).isEqualTo("1");
    }

    @Test
    void aChoiceIsATapOrItsNumber() {
        var person = played.person("choices");
        tell(person, "净土街8号路灯不亮");
        assertThat(person.last().labels()).contains("提交");
        person.sayNumberOf("改地点");
        account.settle();
        assertThat(person.last().text()).contains("在哪里");
        tell(person, "净土街10号");
        person.tap("提交");
        account.settle();
        assertThat(person.last().text()).contains("净土街10号");
        assertThat(person.inbox().stream().map(heard -> heard.kind())).contains("msgmenu");
    }
}
