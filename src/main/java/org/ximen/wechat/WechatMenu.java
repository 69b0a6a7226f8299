package org.ximen.wechat;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** The menu below the line for typing: 问 · 报 · 我的. A tap says a command, as if it were typed. */
final class WechatMenu {
    private record Line(String label, String command) {}

    private static final List<Line> MINE =
            List.of(
                    new Line("进度", "/status"),
                    new Line("通知", "/notices"),
                    new Line("我的数据", "/privacy"),
                    new Line("找工作人员", "/person"));

    private WechatMenu() {}

    /**
     * @param page of the web chat, if it can be seen from outside
     */
    static JsonNode of(@Nullable URI page) {
        var menu = WechatHttp.JSON.createObjectNode();
        var buttons = menu.putArray("button");
        click(buttons.addObject(), new Line("问", "/help"));
        click(buttons.addObject(), new Line("报", "/report"));
        var mine = buttons.addObject().put("name", "我的").putArray("sub_button");
        MINE.forEach(line -> click(mine.addObject(), line));
        if (page != null) {
            mine.addObject()
                    .put("type", "view")
                    .put("name", "网页版")
                    .put("url", page + PageDoor.PATH);
        }
        return menu;
    }

    /** Its entries, one a line. */
    static List<String> lines(@Nullable URI page) {
        List<String> lines = new ArrayList<>();
        for (var button : of(page).path("button")) {
            lines.add(button.path("name").asString());
            button.path("sub_button")
                    .forEach(below ->
                            lines.add(
                                    button.path("name").asString()
                                            + " › "
                                            + below.path("name").asString()));
        }
        return lines;
    }

    private static void click(ObjectNode button, Line line) {
        button.put("type", "click").put("name", line.label()).put("key", line.command());
    }
}
