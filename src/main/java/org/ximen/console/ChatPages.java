package org.ximen.console;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.ximen.staff.Bindings;
import org.ximen.staff.StaffMember;

/** One's own chat: bound by a code that is sent from it. */
@Controller
public final class ChatPages implements Page {
    private final Bindings bindings;
    private final Supplier<Optional<String>> bot;
    private final InstantSource clock;

    /** The chat as the page shows it; never its address. */
    record Line(String channel, String since) {
        static Line of(Bindings.Chat chat, Instant now) {
            return new Line(Preview.shown(chat.sender().channel()), Shown.time(chat.since(), now));
        }
    }

    /**
     * @param bot the bot's name, once Telegram has told it
     */
    public ChatPages(Bindings bindings, Supplier<Optional<String>> bot, InstantSource clock) {
        this.bindings = bindings;
        this.bot = bot;
        this.clock = clock;
    }

    @GetMapping("/console/chat")
    ModelAndView show(@AuthenticationPrincipal StaffMember me) {
        var page = new ModelAndView("console/chat");
        page.addObject("bot", bot.get().orElse(null));
        var chat = bindings.of(me).map(each -> Line.of(each, clock.instant()));
        return page.addObject("chat", chat.orElse(null));
    }

    @PostMapping("/console/chat/code")
    ModelAndView code(@AuthenticationPrincipal StaffMember me) {
        var now = clock.instant();
        var page = show(me).addObject("code", bindings.code(me, now));
        return page.addObject("until", Shown.time(now.plus(Bindings.GOOD_FOR), now));
    }

    @PostMapping("/console/chat/unbind")
    ModelAndView unbind(@AuthenticationPrincipal StaffMember me) {
        bindings.unbind(me, me, clock.instant());
        return show(me).addObject("done", true);
    }
}
