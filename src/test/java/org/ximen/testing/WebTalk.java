package org.ximen.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.chat.Choice;
import org.ximen.chat.Incoming;
import org.ximen.chat.Location;
import org.ximen.chat.Outgoing;
import org.ximen.chat.Reply;
import org.ximen.chat.Sender;
import org.ximen.db.Db;
import org.ximen.photos.Viewer;

/** Talks with the dialogue as the web page does. */
final class WebTalk implements Talk {
    private final Db db;
    private final Map<String, List<Reply>> before = new HashMap<>();
    private Street street;
    private int pictures;

    WebTalk(Db db) {
        this.db = db;
        this.street = new Street(db);
    }

    @Override
    public Street street() {
        return street;
    }

    @Override
    public List<Said> say(
            String who,
            @Nullable String words,
            @Nullable String label,
            @Nullable Location location,
            boolean photo) {
        var sender = new Sender("web", "chat-" + who);
        var incoming =
                Incoming.awaited(
                        sender,
                        UUID.randomUUID().toString(),
                        words,
                        label == null ? null : value(who, label),
                        location,
                        photo ? List.of(photo(sender)) : List.of());
        var replies = street.dialogue.answer(incoming, street.clock.instant());
        before.put(who, replies);
        // Who was forgotten is a stranger, even with the same words again.
        if (street.features.residents().find(sender).isPresent()) {
            assertThat(street.dialogue.answer(incoming, street.clock.instant()))
                    .as("the same message again")
                    .isEqualTo(replies);
        }
        return replies.stream().map(reply -> said(sender, reply)).toList();
    }

    private Said said(Sender to, Reply reply) {
        var picture = reply.picture();
        var viewer = new Viewer.Owner(to);
        return new Said(
                "[" + reply.kind() + "]" + reply.text(),
                reply.choices().stream().map(Choice::label).collect(Collectors.toSet()),
                reply.citations().toString(),
                picture != null && street.features.photos().open(picture, viewer).isPresent());
    }

    private String value(String who, String label) {
        var unasked =
                street.heard.reversed().stream()
                        .filter(message -> message.to().address().equals("chat-" + who))
                        .map(Outgoing::reply);
        return Stream.concat(before.getOrDefault(who, List.of()).stream(), unasked)
                .flatMap(reply -> reply.choices().stream())
                .filter(choice -> choice.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + label))
                .value();
    }

    private String photo(Sender sender) {
        try {
            var stream = new ByteArrayInputStream(Snapshot.jpeg(100 + pictures++));
            return street.features.photos().accept(stream, sender, street.clock.instant()).id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public List<Said> heard() {
        street.settle();
        return street.heard.stream().map(message -> said(message.to(), message.reply())).toList();
    }

    @Override
    public void restart() {
        var at = street.clock.instant();
        close();
        street = new Street(db);
        street.clock.pass(Duration.between(street.clock.instant(), at));
    }

    @Override
    public String expected(String pattern) {
        return pattern;
    }

    @Override
    public void close() {
        try {
            street.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
