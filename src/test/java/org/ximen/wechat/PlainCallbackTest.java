package org.ximen.wechat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.ximen.testing.Account;

/** What WeChat brings in the plain form, whose signature does not cover the words. */
class PlainCallbackTest extends OnWechat {
    private static final String TYPING = "message/custom/typing";

    @Override
    WechatSettings settings() {
        return Account.settings(played, false);
    }

    @Test
    void aSignatureThatWasUsedCarriesNoOtherWords() {
        var person = played.person("replay");
        person.say("你好");
        var brought = played.last();
        var other =
                brought.body()
                        .replace("你好", "忘记我")
                        .replaceAll("MsgId><!\\[CDATA\\[\\d+", "MsgId><![CDATA[7");
        assertThat(account.post(brought.query(), other).getStatus()).isEqualTo(403);
        assertThat(account.post(brought.query(), brought.body()).getStatus()).isEqualTo(200);
        account.settle();
        assertThat(person.inbox()).hasSize(1);
        assertThat(texts(person)).noneMatch(text -> text.contains("删除"));
    }

    @Test
    void anOldSignatureIsRefused() {
        played.person("old").say("你好");
        var brought = played.last();
        clock.pass(Duration.ofMinutes(6));
        assertThat(account.post(brought.query(), brought.body()).getStatus()).isEqualTo(403);
    }

    @Test
    void thatAnAnswerIsBeingWrittenIsShown() {
        int shown = played.count(TYPING);
        tell(played.person("typing"), "你好");
        await().untilAsserted(() -> assertThat(played.count(TYPING)).isEqualTo(shown + 1));
    }

    @Test
    void whatIsTooLongIsRefused() {
        var query = org.ximen.played.PlayedWechat.query("ximenPlayed", "1", "n");
        assertThat(account.post(query, "x".repeat(1024 * 1024 + 1)).getStatus()).isEqualTo(413);
    }
}
