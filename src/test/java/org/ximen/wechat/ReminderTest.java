package org.ximen.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.ximen.testing.Account;

/** What people outside the reply window get, where the street has a template. */
class ReminderTest extends OnWechat {
    @Override
    WechatSettings settings() {
        played.encrypted();
        var plain = Account.settings(played, true);
        var template =
                new WechatSettings.Template(
                        WechatSettings.Template.Kind.TEMPLATE, "template-1", "thing1", 20);
        return Account.settings(played, true, template, plain.limits());
    }

    @Test
    void oneReminderTellsThatSomethingWaits() {
        var person = played.person("reminded");
        int before = played.reminders().size();
        tell(person, "你好");
        clock.pass(Duration.ofHours(49));
        say(person, "您反映的净土街8号路灯已经修好，请看看还有没有问题");
        say(person, "还有一条");
        assertThat(played.reminders()).hasSize(before + 1);
        assertThat(
                        played.reminders()
                                .getLast()
                                .path("data")
                                .path("thing1")
                                .path("value")
                                .asString())
                .hasSizeLessThanOrEqualTo(20)
                .startsWith("您反映的净土街8号");
        assertThat(account.newest(person.openid()).orElseThrow()).startsWith("PENDING");
        tell(person, "我来看看");
        assertThat(texts(person)).contains("您反映的净土街8号路灯已经修好，请看看还有没有问题", "还有一条");
        clock.pass(Duration.ofHours(49));
        say(person, "再一条");
        assertThat(played.reminders()).hasSize(before + 2);
    }

    @Test
    void whoHasNotSpokenForLongIsRemindedTooAndOnce() {
        var person = played.person("long ago");
        tell(person, "/subscribe");
        clock.pass(Duration.ofDays(40));
        new WechatRecords(db).trim(clock.instant().minus(Duration.ofDays(30)));
        int before = played.reminders().size();
        say(person, "净土街周六停水");
        say(person, "停水改到周日");
        assertThat(played.reminders()).hasSize(before + 1);
        tell(person, "怎么了");
        assertThat(texts(person)).contains("净土街周六停水", "停水改到周日");
    }

    @Test
    void theApproverReadsWhatABroadcastReaches() {
        tell(played.person("counted"), "你好");
        assertThat(account.wechat.channel().reach(clock.instant()).orElseThrow())
                .contains("现在可以直接发给")
                .contains("先收到一条提醒");
    }
}
