package org.ximen.console;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.WebAttributes;
import org.springframework.security.web.csrf.CsrfException;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.ximen.admission.Networks;
import org.ximen.staff.Accounts;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;

/** Signing in, one's own password, and doors that stay closed. */
@Controller
public final class SignInPages implements Page {
    private final Accounts accounts;
    private final SignedIn sessions;
    private final InstantSource clock;

    public SignInPages(Accounts accounts, InstantSource clock) {
        this.accounts = accounts;
        this.sessions = new SignedIn(accounts, clock);
        this.clock = clock;
    }

    @GetMapping(ConsoleSecurity.LOGIN)
    String login(@AuthenticationPrincipal @Nullable StaffMember me) {
        return me == null ? "console/login" : "redirect:/console";
    }

    @RequestMapping(ConsoleSecurity.DENIED)
    ModelAndView denied(HttpServletRequest request) {
        boolean stale =
                request.getAttribute(WebAttributes.ACCESS_DENIED_403) instanceof CsrfException;
        var message = stale ? "页面停留太久，已失效。请返回上一页刷新后再试。" : "你的账号没有这项权限，请联系管理员。";
        return new ModelAndView(
                "console/refused", Map.of("message", message), HttpStatus.FORBIDDEN);
    }

    @GetMapping("/console/password")
    ModelAndView password(HttpServletRequest request) {
        return new ModelAndView("console/password", Map.of("first", SignedIn.isFirst(request)));
    }

    @PostMapping("/console/password")
    ModelAndView change(
            @RequestParam(defaultValue = "") String old,
            @RequestParam(defaultValue = "") String fresh,
            @RequestParam(defaultValue = "") String again,
            @AuthenticationPrincipal StaffMember me,
            HttpServletRequest request) {
        if (!fresh.equals(again)) {
            return problem(HttpStatus.BAD_REQUEST, "两次输入的新密码不一样，请重新输入。");
        }
        try {
            var network = Networks.of(request.getRemoteAddr());
            accounts.changePassword(me, old, fresh, network, clock.instant());
        } catch (StaffRefused e) {
            return problem(Refusals.status(e), String.valueOf(e.getMessage()));
        }
        sessions.renew(me, request);
        return new ModelAndView("console/password", Map.of("done", true));
    }

    private static ModelAndView problem(HttpStatus status, String message) {
        return new ModelAndView("console/password", Map.of("problem", message), status);
    }
}
