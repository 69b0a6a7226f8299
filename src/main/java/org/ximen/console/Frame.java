package org.ximen.console;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.ximen.opinions.OpinionDesk;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;

/** What stands around every page: who is signed in and where they may go. */
@ControllerAdvice(assignableTypes = Page.class)
public final class Frame {
    private static final String OPINIONS = "/console/opinions";
    private static final String VISITS = "/console/visits";
    private static final String PRAISE = "/console/praise";
    private static final String WECHAT = "/console/wechat";
    private static final String DRAFTS = "/console/drafts";
    private static final List<Link> LINKS =
            List.of(
                    new Link("/console", "今天", false, 0),
                    new Link("/console/cases", "案件", false, 0),
                    new Link("/console/map", "地图", false, 0),
                    new Link("/console/topics", "一类事", false, 0),
                    new Link("/console/deliberations", "协商", false, 0),
                    new Link("/console/projects", "项目", false, 0),
                    new Link(VISITS, "走访", false, 0),
                    new Link("/console/merchants", "商户", false, 0),
                    new Link("/console/joint-visits", "联合走访", false, 0),
                    new Link("/console/figures", "统计", false, 0),
                    new Link("/console/tickets", "人工接待", false, 0),
                    new Link(OPINIONS, "建议与表扬", false, 0),
                    new Link(PRAISE, "收到的表扬", false, 0),
                    new Link("/console/notices", "通知", false, 0),
                    new Link("/console/activities", "活动", false, 0),
                    new Link("/console/articles", "资料库", false, 0),
                    new Link("/console/gaps", "待解答", false, 0),
                    new Link("/console/readings", "听错的话", false, 0),
                    new Link(DRAFTS, "草稿", false, 0),
                    new Link("/console/accounts", "账号", false, 0),
                    new Link("/console/audit", "操作记录", false, 0),
                    new Link(WECHAT, "公众号", false, 0));

    private final OpinionDesk opinions;
    private final Extras extras;

    /**
     * What not every street has.
     *
     * @param wechat an account (公众号)
     * @param drafts a model that drafts
     */
    public record Extras(boolean wechat, boolean drafts) {
        private boolean has(Link link) {
            return switch (link.path()) {
                case WECHAT -> wechat;
                case DRAFTS -> drafts;
                default -> true;
            };
        }
    }

    /**
     * One entry of the navigation.
     *
     * @param open how much waits there; 0 where nothing does or nobody counts it
     */
    record Link(String path, String label, boolean here, long open) {
        Link at(String address) {
            boolean below = address.startsWith(path + "/") && !path.equals("/console");
            return new Link(path, label, address.equals(path) || below, open);
        }

        Link with(long waiting) {
            return new Link(path, label, here, waiting);
        }
    }

    /** Frames the pages of a street that has these extras. */
    public Frame(OpinionDesk opinions, Extras extras) {
        this.opinions = opinions;
        this.extras = extras;
    }

    /** The same for a page that no controller made. */
    Map<String, Object> around(HttpServletRequest request) {
        var login = SecurityContextHolder.getContext().getAuthentication();
        return login != null && login.getPrincipal() instanceof StaffMember me
                ? Map.of("me", me, "nav", links(me, request))
                : Map.of();
    }

    private List<Link> links(StaffMember me, HttpServletRequest request) {
        return LINKS.stream()
                .filter(extras::has)
                .filter(link -> Access.opens(me.role(), link.path()))
                .filter(link -> isFor(link, me))
                .map(link -> link.at(request.getRequestURI()))
                .toList();
    }

    /** Units are given praise and do not visit; who belongs to none is given no praise here. */
    private static boolean isFor(Link link, StaffMember me) {
        return switch (link.path()) {
            case PRAISE -> me.department() != null;
            case VISITS -> !me.is(Role.HANDLER) || me.department() == null;
            default -> true;
        };
    }

    @ModelAttribute("me")
    @Nullable StaffMember me(@AuthenticationPrincipal @Nullable StaffMember me) {
        return me;
    }

    /** Whether pages offer to have something drafted. */
    @ModelAttribute("drafts")
    boolean drafts() {
        return extras.drafts();
    }

    @ModelAttribute("nav")
    List<Link> nav(@AuthenticationPrincipal @Nullable StaffMember me, HttpServletRequest request) {
        return me == null
                ? List.of()
                : links(me, request).stream().map(link -> counted(link, me)).toList();
    }

    private Link counted(Link link, StaffMember me) {
        return link.path().equals(OPINIONS) ? link.with(opinions.open(me)) : link;
    }
}
