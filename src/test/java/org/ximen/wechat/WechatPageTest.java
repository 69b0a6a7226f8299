package org.ximen.wechat;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.servlet.http.Cookie;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.ximen.chat.Incoming;
import org.ximen.chat.Sender;
import org.ximen.played.Follower;

/** The web chat, opened inside WeChat. */
class WechatPageTest extends OnWechat {
    private String conversation(Follower person) {
        var asked = account.get("/wechat/page", "", null);
        assertThat(asked.getRedirectedUrl()).startsWith("https://open.example/connect/oauth2");
        var state = cookie(asked, "ximen-wechat");
        var query = "code=" + played.code(person) + "&state=" + state.getValue();
        var entered = account.get("/wechat/page", query, state);
        assertThat(entered.getRedirectedUrl()).isEqualTo("/");
        return cookie(entered, "ximen-conversation").getValue();
    }

    private static Cookie cookie(MockHttpServletResponse answer, String name) {
        return Optional.ofNullable(answer.getCookie(name)).orElseThrow();
    }

    @Test
    void isTheSamePersonAsInTheChat() {
        var person = played.person("page");
        tell(person, "净土街8号路灯不亮");
        tell(person, "提交");
        var number = person.last().text().replaceAll("(?s).*(XM-\\d+-\\d+).*", "$1");
        var onPage = account.wechat.onPage(conversation(person)).orElseThrow();
        assertThat(onPage).isEqualTo(new Sender("wechat", person.openid()));
        var replies =
                account.street.dialogue.answer(
                        Incoming.words(onPage, UUID.randomUUID().toString(), "进度"),
                        clock.instant());
        assertThat(replies.toString()).contains(number);
        int heard = person.inbox().size();
        account.settle();
        assertThat(person.inbox()).hasSize(heard);
    }

    @Test
    void isAPageOfItsOwnWhereSomebodyElseAskedOrWechatDoesNotSay() {
        var person = played.person("foreign");
        var query = "code=" + played.code(person) + "&state=guessed";
        var foreign = account.get("/wechat/page", query, new Cookie("ximen-wechat", "mine"));
        assertThat(foreign.getRedirectedUrl()).isEqualTo("/");
        assertThat(foreign.getCookie("ximen-conversation")).isNull();
        var used =
                account.get("/wechat/page", "code=used&state=a", new Cookie("ximen-wechat", "a"));
        assertThat(used.getRedirectedUrl()).isEqualTo("/");
        assertThat(used.getCookie("ximen-conversation")).isNull();
    }

    @Test
    void nothingIsLeftOfAPersonWhoIsForgotten() {
        var person = played.person("forgotten");
        conversation(person);
        tell(person, "忘记我");
        tell(person, "确认删除");
        assertThat(person.last().text()).contains("已删除");
        var records = new WechatRecords(db);
        records.trim(clock.instant().minusSeconds(1));
        assertThat(rows("select count(*) from wechat_chat where openid = ?", person.openid()))
                .isZero();
        assertThat(rows("select count(*) from wechat_page where openid = ?", person.openid()))
                .isZero();
    }
}
