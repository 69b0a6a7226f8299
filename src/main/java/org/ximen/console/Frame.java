package org.ximen.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.ximen.staff.StaffMember;

/** What stands around every page: who is signed in and where they may go. */
@ControllerAdvice(assignableTypes = Page.class)
public final class Frame {
    private static final List<Link> LINKS =
            List.of(
                    new Link("/console", "今天", false),
                    new Link("/console/cases", "案件", false),
                    new Link("/console/map", "地图", false),
                    new Link("/console/figures", "统计", false),
                    new Link("/console/tickets", "人工接待", false),
                    new Link("/console/notices", "通知", false),
                    new Link("/console/articles", "资料库", false),
                    new Link("/console/gaps", "待解答", false),
                    new Link("/console/accounts", "账号", false),
                    new Link("/console/audit", "操作记录", false));

    /** One entry of the navigation. */
    record Link(String path, String label, boolean here) {
        Link at(String address) {
            boolean below = address.startsWith(path + "/") && !path.equals("/console");
            return new Link(path, label, address.equals(path) || below);
        }
    }

    /** The same for a page that no controller made. */
    static Map<String, Object> around(HttpServletRequest request) {
        var login = SecurityContextHolder.getContext().getAuthentication();
        return login != null && login.getPrincipal() instanceof StaffMember me
                ? Map.of("me", me, "nav", links(me, request))
                : Map.of();
    }

    private static List<Link> links(StaffMember me, HttpServletRequest request) {
        return LINKS.stream()
                .filter(link -> Access.opens(me.role(), link.path()))
                .map(link -> link.at(request.getRequestURI()))
                .toList();
    }

    @ModelAttribute("me")
    @Nullable StaffMember me(@AuthenticationPrincipal @Nullable StaffMember me) {
        return me;
    }

    @ModelAttribute("nav")
    List<Link> nav(@AuthenticationPrincipal @Nullable StaffMember me, HttpServletRequest request) {
        return me == null ? List.of() : links(me, request);
    }
}
