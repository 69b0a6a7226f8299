package org.ximen.console;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.ximen.testing.Workbench;

class NoticePagesTest {
    @TempDir static Path home;
    private static Workbench bench;

    @BeforeAll
    static void open() {
        bench = Workbench.open(home);
    }

    @AfterAll
    static void close() {
        bench.close();
    }

    @Test
    void aNoticeThatIsSentBackIsChangedByItsAuthorAndHandedInAgain() throws Exception {
        var editor = Guest.signedIn(bench, "editor");
        var page = written(editor, "周日停电");
        var approver = Guest.signedIn(bench, "approver");
        var old = Map.of("step", "APPROVE", "revision", "1");
        var back = Map.of("step", "RETURN", "reason", "请写明几点<b>");
        assertThat(approver.post(page, page + "/steps", back).statusCode()).isEqualTo(302);
        assertThat(editor.get("/console").body()).contains("等我修改");
        assertThat(editor.get(page).body()).contains("退回：", "请写明几点&lt;b&gt;", page + "/edit");
        assertThat(approver.get(page + "/edit").statusCode()).isEqualTo(302);
        var edit = editor.get(page + "/edit").body();
        assertThat(edit).contains("请写明几点", "周日停电");
        var now = Map.of("title", "周日停电", "body", "周日 8 点到 12 点停电。", "act", "write");
        assertThat(editor.post(page + "/edit", page + "/edit", now).statusCode()).isEqualTo(302);
        var part = approver.get(page + "/progress?revision=1");
        assertThat(part.headers().firstValue("HX-Refresh")).contains("true");
        var late = approver.post(page, page + "/steps", old);
        assertThat(late.statusCode()).isEqualTo(409);
        assertThat(late.body()).contains("看过新的内容");
        var seen = Map.of("step", "APPROVE", "revision", "2");
        assertThat(approver.post(page, page + "/steps", seen).statusCode()).isEqualTo(302);
    }

    @Test
    void aReasonIsAskedForAndTheAuthorCanTakeTheNoticeBack() throws Exception {
        var editor = Guest.signedIn(bench, "editor");
        var page = written(editor, "周一停电");
        var approver = Guest.signedIn(bench, "approver");
        var blank = Map.of("step", "RETURN", "reason", " ");
        var refused = approver.post(page, page + "/steps", blank);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("请写明退回的原因");
        var mine = Map.of("step", "TAKE_BACK");
        assertThat(approver.post(page, page + "/steps", mine).statusCode()).isEqualTo(409);
        assertThat(editor.post(page, page + "/steps", mine).statusCode()).isEqualTo(302);
        assertThat(editor.get(page).body()).contains("待修改", page + "/edit");
    }

    @Test
    void anAreaThatIsNoMoreStaysChosenSoThatItIsNotSentToEverybody() throws Exception {
        var editor = Guest.signedIn(bench, "editor");
        var form = Map.of("title", "停水", "body", "明天停水。", "act", "write", "areas", "gone");
        var refused = editor.post("/console/notices/new", "/console/notices/new", form);
        assertThat(refused.statusCode()).isEqualTo(400);
        assertThat(refused.body()).contains("value=\"gone\" checked", "配置里没有了");
    }

    @Test
    void whoSendsTooMuchIsLedBackToTheirPage() throws Exception {
        var editor = Guest.signedIn(bench, "editor");
        var page = "/console/notices/new?from=here";
        var huge = editor.post(page, page, Map.of("title", "长", "body", "x".repeat(3_000_000)));
        assertThat(huge.statusCode()).isEqualTo(413);
        assertThat(huge.body()).contains("太大", "href=\"" + page + "\"").doesNotContain("回到对话");
    }

    private static String written(Guest editor, String title) throws Exception {
        var form = Map.of("title", title, "body", title + "。", "act", "write");
        var made = editor.post("/console/notices/new", "/console/notices/new", form);
        assertThat(made.statusCode()).isEqualTo(302);
        return made.headers()
                .firstValue("Location")
                .orElseThrow()
                .replaceFirst("^http.*?(?=/c)", "");
    }
}
