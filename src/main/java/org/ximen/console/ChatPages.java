package org.ximen.console;

import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.servlet.ModelAndView;
import org.ximen.posters.QrCode;
import org.ximen.staff.Bindings;
import org.ximen.staff.StaffMember;

/** One's own chat: bound by a link that is opened in it. */
@Controller
public final class ChatPages implements Page {
    private final Bindings bindings;
    private final Supplier<Optional<String>> bot;
    private final InstantSource clock;

    /**
     * The way into Telegram.
     *
     * @param picture the QR code of the address, as a {@code data:} address of its own
     */
    record Link(String address, String picture) {
        static Link to(String bot, String code) {
            var address = "https://t.me/" + bot + "?start=" + code;
            var drawing = Base64.getEncoder().encodeToString(QrCode.of(address).svg());
            return new Link(address, "data:image/svg+xml;base64," + drawing);
        }
    }

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
        var chat = bindings.of(me).map(each -> Line.of(each, clock.instant()));
        return page.addObject("chat", chat.orElse(null));
    }

    @PostMapping("/console/chat/code")
    ModelAndView code(@AuthenticationPrincipal StaffMember me) {
        var now = clock.instant();
        var code = bindings.code(me, now);
        var page = show(me).addObject("code", code);
        page.addObject("telegram", bot.get().map(name -> Link.to(name, code)).orElse(null));
        return page.addObject("until", Shown.time(now.plus(Bindings.GOOD_FOR), now));
    }

    @PostMapping("/console/chat/unbind")
    ModelAndView unbind(@AuthenticationPrincipal StaffMember me) {
        bindings.unbind(me, me, clock.instant());
        return show(me).addObject("done", true);
    }
}
