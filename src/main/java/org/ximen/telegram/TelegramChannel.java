package org.ximen.telegram;

import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.ReplyParameters;
import org.ximen.chat.Channel;
import org.ximen.chat.Delivery;
import org.ximen.chat.Look;
import org.ximen.chat.Outgoing;
import org.ximen.chat.Rate;
import org.ximen.chat.Reply;
import org.ximen.chat.Sender;

/** Sends messages by Telegram and tells how each send ended. */
final class TelegramChannel implements Channel {
    /** The name of this channel. */
    static final String NAME = "telegram";

    private static final Logger LOG = LoggerFactory.getLogger(TelegramChannel.class);
    private static final Duration SOON = Duration.ofSeconds(2);

    private final BotApi api;
    private final TelegramSettings.Limits limits;
    private final Flood flood;
    private final InstantSource clock;
    private volatile boolean active;
    private volatile @Nullable String bot;
    private volatile @Nullable PictureSender pictures;

    TelegramChannel(BotApi api, TelegramSettings.Limits limits, InstantSource clock) {
        this.api = api;
        this.limits = limits;
        this.flood = new Flood();
        this.clock = clock;
    }

    /** Whether it is this machine that sends. */
    void active(boolean now) {
        active = now;
    }

    /** From now on pictures can be sent. */
    void pictures(PictureSender sender) {
        pictures = sender;
    }

    /** The bot's name, once it is known. */
    void bot(String name) {
        bot = name;
    }

    Optional<String> bot() {
        return Optional.ofNullable(bot);
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
        return limits.atOnce();
    }

    @Override
    public Optional<Rate> rate() {
        return limits.overall();
    }

    @Override
    public Optional<Rate> rate(Sender to) {
        return Chats.isGroup(to) ? limits.group() : limits.chat();
    }

    @Override
    public List<Reply> fit(Reply reply) {
        return Portions.of(reply);
    }

    @Override
    public List<Look> preview(Reply reply) {
        return fit(reply).stream()
                .map(part -> new Look(Form.plain(part), Keyboards.labels(part, bot)))
                .toList();
    }

    @Override
    public Delivery send(Outgoing message) {
        try {
            var edited = Edit.of(message);
            boolean done = edited.isPresent() && edit(edited.get());
            if (done || isPictured(message)) {
                return new Delivery.Sent();
            }
            if (message.reply().text().isEmpty()) {
                return new Delivery.Refused("the picture cannot be sent");
            }
            say(message);
            return new Delivery.Sent();
        } catch (Refused e) {
            return refused(e, message);
        } catch (Unreachable e) {
            return e.mayHaveArrived()
                    ? new Delivery.Unknown(String.valueOf(e.getMessage()))
                    : new Delivery.AllLater(now().plus(SOON), String.valueOf(e.getMessage()));
        }
    }

    /** False where the old message is gone, so that a new one is needed. */
    private boolean edit(EditMessageText edit) throws Refused, Unreachable {
        try {
            api.tell(edit);
            return true;
        } catch (Refused e) {
            return switch (e.meaning()) {
                case UNCHANGED -> true;
                case FINAL, UNPARSABLE -> false;
                default -> throw e;
            };
        }
    }

    /** False where it has to be said in words alone. */
    private boolean isPictured(Outgoing message) throws Refused, Unreachable {
        var sender = pictures;
        return sender != null && sender.send(message, photo -> caption(photo, message));
    }

    private void caption(PhotoMessage photo, Outgoing message) {
        boolean group = Chats.isGroup(message.to());
        if (!message.reply().text().isEmpty()) {
            photo.setCaption(Form.html(message.reply()));
            photo.setParseMode("HTML");
            Keyboards.of(message.reply(), group, bot).ifPresent(photo::setReplyMarkup);
        }
        if (group) {
            Chats.messageId(message.answers()).ifPresent(id -> photo.setReplyParameters(to(id)));
        }
    }

    private void say(Outgoing message) throws Refused, Unreachable {
        try {
            api.tell(message(message, Form.html(message.reply()), "HTML"));
        } catch (Refused e) {
            if (e.meaning() != Refused.Meaning.UNPARSABLE) {
                throw e;
            }
            LOG.error("message {} went out without marks: {}", message.id(), e.getMessage());
            api.tell(message(message, Form.plain(message.reply()), null));
        }
    }

    private BotApiMethod<? extends Serializable> message(
            Outgoing message, String words, @Nullable String marks) {
        boolean group = Chats.isGroup(message.to());
        var send =
                SendMessage.builder()
                        .chatId(message.to().address())
                        .text(words)
                        .parseMode(marks)
                        .linkPreviewOptions(LinkPreviewOptions.builder().isDisabled(true).build());
        Keyboards.of(message.reply(), group, bot).ifPresent(send::replyMarkup);
        if (group) {
            Chats.messageId(message.answers()).ifPresent(id -> send.replyParameters(to(id)));
        }
        return send.build();
    }

    private static ReplyParameters to(int messageId) {
        return ReplyParameters.builder()
                .messageId(messageId)
                .allowSendingWithoutReply(true)
                .build();
    }

    private Delivery refused(Refused e, Outgoing message) {
        var why = String.valueOf(e.getMessage());
        return switch (e.meaning()) {
            case GONE -> new Delivery.Gone(why);
            case MOVED -> new Delivery.Moved(Long.toString(e.movedTo()));
            case FLOOD -> flood(message.to(), now().plus(e.retryAfter()), why);
            case TOKEN, CONFLICT -> new Delivery.AllLater(now().plus(Duration.ofMinutes(1)), why);
            case PASSING -> new Delivery.Later(now().plus(SOON), why);
            case UNCHANGED -> new Delivery.Sent();
            case UNPARSABLE, FINAL -> new Delivery.Refused(why);
        };
    }

    private Delivery flood(Sender chat, Instant until, String why) {
        var here = new Delivery.Later(until, why);
        return flood.general(chat, until, now())
                .<Delivery>map(all -> new Delivery.AllLater(all, here))
                .orElse(here);
    }

    private Instant now() {
        return clock.instant();
    }
}
