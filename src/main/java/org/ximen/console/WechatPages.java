package org.ximen.console;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.servlet.ModelAndView;
import org.ximen.staff.Audit;
import org.ximen.staff.StaffMember;

/** The street's WeChat account: how it stands, and its menu. */
@Controller
@RequestMapping("/console/wechat")
public final class WechatPages implements Page {
    private final Optional<WechatDesk> desk;
    private final Audit audit;
    private final InstantSource clock;

    public WechatPages(Optional<WechatDesk> desk, Audit audit, InstantSource clock) {
        this.desk = desk;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView show() {
        var page = new ModelAndView("console/wechat");
        page.addObject("on", desk.isPresent());
        page.addObject("menu", desk.map(WechatDesk::menu).orElse(List.of()));
        return page.addObject("open", desk.map(WechatDesk::open).orElse(0L));
    }

    @PostMapping("/menu")
    ModelAndView publish(@AuthenticationPrincipal StaffMember me) {
        var problem = desk.map(WechatDesk::publishMenu).orElse(Optional.of("没有接公众号"));
        if (problem.isEmpty()) {
            audit.record(me.name(), "设置公众号菜单", "公众号", clock.instant());
        }
        return show().addObject("problem", problem.orElse(null))
                .addObject("done", problem.isEmpty());
    }
}
