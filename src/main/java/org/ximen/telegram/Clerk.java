package org.ximen.telegram;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.AnswerCallbackQuery;
import org.ximen.chat.Incoming;
import org.ximen.chat.Incoming.Manner;
import org.ximen.chat.MissedPart;
import org.ximen.chat.Reply;
import org.ximen.dialogue.Dialogue;
import org.ximen.inbox.Sorter;
import org.ximen.inbox.Stored;
import org.ximen.inbox.Verdict;
import org.ximen.outbox.Outbox;

/** Takes stored updates to the dialogue, the messages of an album together. */
final class Clerk implements Sorter.Reader {
    private static final Logger LOG = LoggerFactory.getLogger(Clerk.class);
    // The messages of an album come within a second or two of each other.
    private static final Duration QUIET = Duration.ofMillis(1500);
    private static final Duration SOON = Duration.ofSeconds(1);

    private final BotApi api;
    private final TypingSign typing;
    private final Pictures pictures;
    private final Dialogue dialogue;
    private final Outbox outbox;
    private final TelegramChannel channel;
    private final Alarms alarms;
    private final InstantSource clock;

    Clerk(
            BotApi api,
            TypingSign typing,
            Pictures pictures,
            Dialogue dialogue,
            Outbox outbox,
            TelegramChannel channel,
            Alarms alarms,
            InstantSource clock) {
        this.api = api;
        this.typing = typing;
        this.pictures = pictures;
        this.dialogue = dialogue;
        this.outbox = outbox;
        this.channel = channel;
        this.alarms = alarms;
        this.clock = clock;
    }

    @Override
    public Verdict read(List<Stored> waiting, Instant now) {
        boolean group = waiting.getFirst().raw().chat().startsWith("-");
        if (group && channel.bot().isEmpty()) {
            // Who does not know its own name cannot tell whether it is spoken to.
            return new Verdict.NotYet(now.plus(SOON));
        }
        var letter = open(waiting.getFirst());
        return letter.map(opened -> handle(opened, waiting, now))
                .orElseGet(() -> new Verdict.Unreadable("not an update that we know"));
    }

    private Optional<Letter> open(Stored stored) {
        try {
            return Optional.of(
                    Opening.of(Updates.read(stored.raw().body()), channel.bot().orElse(null)));
        } catch (JsonProcessingException | RuntimeException e) {
            LOG.debug("update {} cannot be read: {}", stored.id(), e.toString());
            return Optional.empty();
        }
    }

    private Verdict handle(Letter letter, List<Stored> waiting, Instant now) {
        return switch (letter) {
            case Letter.Message message -> message(message, waiting, now);
            case Letter.Press press -> press(press, now);
            case Letter.Membership(var chat, var reachable) -> {
                if (reachable) {
                    dialogue.returned(chat);
                } else {
                    dialogue.left(chat);
                }
                yield new Verdict.Handled(1);
            }
            case Letter.Nothing() -> new Verdict.Handled(1);
        };
    }

    private Verdict message(Letter.Message first, List<Stored> waiting, Instant now) {
        var album = album(first, waiting);
        var last = waiting.get(album.size() - 1).receivedAt();
        boolean mayGrow = first.album() != null && album.size() == waiting.size();
        if (mayGrow && now.isBefore(last.plus(QUIET))) {
            return new Verdict.NotYet(last.plus(QUIET));
        }
        try {
            answer(incoming(album, waiting.getFirst().receivedAt(), now), now);
            return new Verdict.Handled(album.size());
        } catch (Pictures.NotNow e) {
            return new Verdict.NotYet(now.plus(e.after()));
        }
    }

    /** The message and those right after it that belong to the same album. */
    private List<Letter.Message> album(Letter.Message first, List<Stored> waiting) {
        List<Letter.Message> album = new ArrayList<>(List.of(first));
        for (var next : waiting.subList(1, waiting.size())) {
            if (first.album() == null
                    || !(open(next).orElse(null) instanceof Letter.Message more)
                    || !first.album().equals(more.album())) {
                break;
            }
            album.add(more);
        }
        return album;
    }

    private Incoming incoming(List<Letter.Message> album, Instant received, Instant now)
            throws Pictures.NotNow {
        var first = album.getFirst();
        var all = album.stream().flatMap(message -> message.pictures().stream()).toList();
        var fetched = pictures.fetch(all, first.chat(), received, now);
        return new Incoming(
                first.chat(),
                first.id(),
                captions(album),
                null,
                first.location(),
                fetched.taken(),
                first.phone(),
                fetched.missed() == null
                        ? firstOf(album.stream().map(Letter.Message::missed).toList())
                        : fetched.missed(),
                first.manners());
    }

    /** All that was written below the pictures. */
    private static @Nullable String captions(List<Letter.Message> album) {
        var all = album.stream().map(Letter.Message::text).filter(Objects::nonNull).distinct();
        var words = all.collect(Collectors.joining("；"));
        return words.isEmpty() ? null : words;
    }

    private static @Nullable MissedPart firstOf(List<@Nullable MissedPart> parts) {
        return parts.stream().filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** Telegram is told first, so that the button stops turning. */
    private Verdict press(Letter.Press press, Instant now) {
        try {
            api.tell(new AnswerCallbackQuery(press.callback()));
        } catch (Refused | Unreachable e) {
            LOG.debug("a press was not acknowledged: {}", e.getMessage());
        }
        boolean settles = Keyboards.settles(press.data());
        boolean group = Chats.isGroup(press.chat());
        answer(
                new Incoming(
                        press.chat(),
                        Chats.pressed(press.on(), press.callback(), settles),
                        null,
                        Keyboards.value(press.data()),
                        null,
                        List.of(),
                        null,
                        null,
                        group ? Set.of(Manner.IN_PUBLIC) : Set.of()),
                now);
        return new Verdict.Handled(1);
    }

    private void answer(Incoming incoming, Instant now) {
        typing.show(incoming.sender());
        dialogue.answer(incoming, now);
        outbox.begin(clock.instant());
    }

    @Override
    public void setAside(Stored message, String why, Instant now) {
        alarms.raise(Alarms.Kind.POISON, "update " + message.id() + " was set aside: " + why, now);
        var chat = message.raw().chat();
        boolean person = chat.matches("[1-9]\\d*");
        if (person) {
            var sorry =
                    "抱歉，您刚才那条消息我没能看懂。请换个方式再发一次，例如打字。"
                            + "\nSorry, I could not read your last message. Please send it in another way.";
            outbox.say(Chats.sender(Long.parseLong(chat)), Reply.of(Reply.Kind.HELP, sorry), now);
        }
    }
}
