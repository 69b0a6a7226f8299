package org.ximen.wechat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.chat.Channel;
import org.ximen.chat.Delivery;
import org.ximen.chat.Look;
import org.ximen.chat.Outgoing;
import org.ximen.chat.Rate;
import org.ximen.chat.Reply;

/** Sends customer-service messages while WeChat lets us, and tells how each send ended. */
final class WechatChannel implements Channel {
    /** The name of this channel. */
    static final String NAME = "wechat";

    private static final Logger LOG = LoggerFactory.getLogger(WechatChannel.class);
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final Duration SOON = Duration.ofSeconds(2);
    private static final Duration MINUTE = Duration.ofMinutes(1);
    // Woken earlier by the person's next word.
    private static final Duration UNTIL_NEXT_LOOK = Duration.ofHours(6);

    private final WechatApi api;
    private final WechatSettings settings;
    private final ReplyWindows windows;
    private final WechatAlarms alarms;
    private final InstantSource clock;
    private volatile boolean active;
    private volatile @Nullable ImageSender images;

    WechatChannel(
            WechatApi api,
            WechatSettings settings,
            ReplyWindows windows,
            WechatAlarms alarms,
            InstantSource clock) {
        this.api = api;
        this.settings = settings;
        this.windows = windows;
        this.alarms = alarms;
        this.clock = clock;
    }

    /** From now on pictures can be sent. */
    void images(ImageSender sender) {
        images = sender;
    }

    /** Whether it is this machine that sends. */
    void active(boolean now) {
        active = now;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Optional<Set<String>> reachable() {
        return active ? Optional.empty() : Optional.of(Set.of());
    }

    @Override
    public boolean dropsRepeats() {
        return false;
    }

    @Override
    public int atOnce() {
        return settings.limits().atOnce();
    }

    @Override
    public Optional<Rate> rate() {
        return settings.limits().overall();
    }

    @Override
    public List<Reply> fit(Reply reply) {
        return ByteParts.of(reply, settings.limits().textBytes());
    }

    @Override
    public List<Look> preview(Reply reply) {
        return fit(reply).stream()
                .map(part ->
                        new Look(
                                WechatWords.of(part),
                                ChoiceLines.of(part).stream().map(List::of).toList()))
                .toList();
    }

    @Override
    public Optional<String> reach(Instant now) {
        return Optional.of(
                "公众号：现在可以直接发给 "
                        + windows.open(now)
                        + " 人（"
                        + settings.limits().window().toHours()
                        + " 小时内说过话的，按全部关注的人算）；其余的人"
                        + (settings.template().isOn()
                                ? "先收到一条提醒（模板消息或订阅通知），下次开口时收到全文。"
                                : "下次开口时收到。"));
    }

    @Override
    public Delivery send(Outgoing message) {
        var openid = message.to().address();
        if (!windows.take(openid, now())) {
            return waiting(message, "回复窗口已过，等对方再开口");
        }
        try {
            say(message);
            return new Delivery.Sent();
        } catch (WechatRefused e) {
            return refused(e, message);
        } catch (WechatUnreachable e) {
            return unreachable(e, openid);
        }
    }

    private void say(Outgoing message) throws WechatRefused, WechatUnreachable {
        if (message.reply().text().isEmpty()) {
            show(message);
            return;
        }
        boolean menu =
                settings.choices() == WechatSettings.Choices.MENU
                        && !message.reply().choices().isEmpty();
        if (!menu) {
            api.message(MessageJson.text(message));
            return;
        }
        try {
            api.message(MessageJson.menu(message));
        } catch (WechatRefused e) {
            if (e.meaning() != WechatRefused.Meaning.FINAL) {
                throw e;
            }
            LOG.warn("message {} went out without a menu: {}", message.id(), e.getMessage());
            api.message(MessageJson.text(message));
        }
    }

    private void show(Outgoing message) throws WechatRefused, WechatUnreachable {
        var sender = images;
        if (sender == null) {
            throw new WechatRefused(WechatRefused.NO_PICTURE, "pictures cannot be sent yet");
        }
        sender.send(message);
    }

    private Delivery unreachable(WechatUnreachable e, String openid) {
        var why = String.valueOf(e.getMessage());
        if (e.mayHaveArrived()) {
            return new Delivery.Unknown(why);
        }
        windows.giveBack(openid);
        alarms.raise(WechatAlarms.Kind.OUTAGE, why, now());
        return new Delivery.AllLater(now().plus(SOON), why);
    }

    private Delivery refused(WechatRefused e, Outgoing message) {
        var why = String.valueOf(e.getMessage());
        if (e.meaning() == WechatRefused.Meaning.WINDOW_OVER) {
            windows.shut(message.to().address());
            return waiting(message, why);
        }
        windows.giveBack(message.to().address());
        return switch (e.meaning()) {
            case GONE -> new Delivery.Gone(why);
            case TOKEN, ACCOUNT -> {
                alarms.raise(WechatAlarms.Kind.ACCOUNT, why, now());
                yield new Delivery.AllLater(now().plus(MINUTE), why);
            }
            case QUOTA -> {
                alarms.raise(WechatAlarms.Kind.QUOTA, why, now());
                yield new Delivery.AllLater(afterQuota(), why);
            }
            case FLOOD -> new Delivery.AllLater(now().plus(MINUTE), why);
            case PASSING, WINDOW_OVER -> new Delivery.Later(now().plus(SOON), why);
            case MEDIA, FINAL -> new Delivery.Refused(why);
        };
    }

    private Instant afterQuota() {
        var pause = now().plus(settings.limits().quotaPause());
        var midnight =
                now().atZone(SHANGHAI).toLocalDate().plusDays(1).atStartOfDay(SHANGHAI).toInstant();
        return pause.isBefore(midnight) ? pause : midnight;
    }

    /** The message waits for the person's next word, of which the person may be reminded once. */
    private Delivery waiting(Outgoing message, String why) {
        var openid = message.to().address();
        boolean reminded =
                settings.template().isOn() && windows.remind(openid, now()) && remind(message);
        // The person may have spoken while the reminder was on its way.
        var rest = windows.isOpen(openid, now()) ? SOON : UNTIL_NEXT_LOOK;
        return new Delivery.Later(now().plus(rest), reminded ? why + "（已发提醒）" : why);
    }

    private boolean remind(Outgoing message) {
        try {
            api.remind(MessageJson.reminder(message, settings.template(), page()));
            return true;
        } catch (WechatRefused | WechatUnreachable e) {
            LOG.warn("a reminder for message {} was not sent: {}", message.id(), e.getMessage());
            return false;
        }
    }

    private String page() {
        return settings.pageUrl() == null ? "" : settings.pageUrl() + PageDoor.PATH;
    }

    private Instant now() {
        return clock.instant();
    }
}
