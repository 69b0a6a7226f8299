package org.ximen.wechat;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.chat.Incoming;
import org.ximen.chat.Reply;
import org.ximen.chat.Sender;
import org.ximen.dialogue.Dialogue;
import org.ximen.inbox.Sorter;
import org.ximen.inbox.Stored;
import org.ximen.inbox.Verdict;
import org.ximen.outbox.Outbox;

/** Takes stored callbacks to the dialogue. */
final class WechatReader implements Sorter.Reader {
    private static final Logger LOG = LoggerFactory.getLogger(WechatReader.class);

    private final Parts parts;
    private final Dialogue dialogue;
    private final Outbox outbox;
    private final boolean typing;
    private final InstantSource clock;

    /** What of the edge it needs. */
    record Parts(
            WechatApi api, WechatPictures pictures, ReplyWindows windows, WechatAlarms alarms) {}

    WechatReader(
            Parts parts, Dialogue dialogue, Outbox outbox, boolean typing, InstantSource clock) {
        this.parts = parts;
        this.dialogue = dialogue;
        this.outbox = outbox;
        this.typing = typing;
        this.clock = clock;
    }

    @Override
    public Verdict read(List<Stored> waiting, Instant now) {
        var stored = waiting.getFirst();
        return MessageXml.read(stored.raw().body())
                .map(Letters::of)
                .map(letter -> handle(letter, stored, now))
                .orElseGet(() -> new Verdict.Unreadable("not a message that we know"));
    }

    private Verdict handle(WechatLetter letter, Stored stored, Instant now) {
        var from = new Sender(WechatChannel.NAME, stored.raw().chat());
        return switch (letter) {
            case WechatLetter.Message message -> message(message, from, stored, now);
            case WechatLetter.Followed(var words) -> {
                dialogue.returned(from);
                yield message(
                        WechatLetter.Message.words(ReplyWindows.Cause.TAP, words),
                        from,
                        stored,
                        now);
            }
            case WechatLetter.Unfollowed() -> {
                parts.windows().shut(from.address());
                dialogue.left(from);
                yield new Verdict.Handled(1);
            }
            case WechatLetter.Nothing() -> new Verdict.Handled(1);
        };
    }

    private Verdict message(WechatLetter.Message message, Sender from, Stored stored, Instant now) {
        parts.windows().open(from.address(), message.cause(), stored.receivedAt());
        try {
            var incoming = incoming(message, from, stored, now);
            showTyping(from);
            dialogue.answer(incoming, now);
        } catch (WechatPictures.TryLater e) {
            return new Verdict.NotYet(now.plus(e.after()));
        }
        // What waited for this person's word can go too.
        outbox.wake(from, clock.instant());
        outbox.begin(clock.instant());
        return new Verdict.Handled(1);
    }

    private Incoming incoming(WechatLetter.Message message, Sender from, Stored stored, Instant now)
            throws WechatPictures.TryLater {
        var media = message.mediaId();
        var fetched =
                media == null
                        ? new WechatPictures.Fetched(List.of(), message.missed())
                        : parts.pictures().fetch(media, from, stored.receivedAt(), now);
        var incoming =
                new Incoming(
                        from,
                        stored.raw().key(),
                        message.text(),
                        message.choice(),
                        message.location(),
                        fetched.taken(),
                        null,
                        fetched.missed(),
                        Set.of());
        return numbered(incoming, now);
    }

    /** A typed number is the choice that has it, unless it is said to staff or by them. */
    private Incoming numbered(Incoming incoming, Instant now) {
        var text = incoming.text();
        return text == null || dialogue.isInTalk(incoming.sender(), now)
                ? incoming
                : ChoiceLines.named(text, () -> outbox.offered(incoming.sender()))
                        .map(choice -> incoming.pressing(choice.value()))
                        .orElse(incoming);
    }

    /** Nice to see, and nothing waits for it. */
    private void showTyping(Sender to) {
        if (typing) {
            Thread.ofVirtual().name("typing").start(() -> tryTyping(to));
        }
    }

    private void tryTyping(Sender to) {
        try {
            parts.api().typing(to.address());
        } catch (WechatRefused | WechatUnreachable e) {
            LOG.debug("typing was not shown: {}", e.getMessage());
        }
    }

    @Override
    public void setAside(Stored message, String why, Instant now) {
        parts.alarms()
                .raise(
                        WechatAlarms.Kind.POISON,
                        "message " + message.id() + " was set aside: " + why,
                        now);
        if (Callbacks.isOpenid(message.raw().chat())) {
            var sorry =
                    "抱歉，您刚才那条消息我没能看懂。请换个方式再发一次，例如打字。"
                            + "\nSorry, I could not read your last message. Please send it in another way.";
            outbox.say(
                    new Sender(WechatChannel.NAME, message.raw().chat()),
                    Reply.of(Reply.Kind.HELP, sorry),
                    now);
        }
    }
}
