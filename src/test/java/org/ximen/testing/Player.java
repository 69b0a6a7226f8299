package org.ximen.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.Actor;
import org.ximen.cases.Move;
import org.ximen.cases.Verb;
import org.ximen.chat.Choice;
import org.ximen.chat.Incoming;
import org.ximen.chat.Location;
import org.ximen.chat.Reply;
import org.ximen.chat.Sender;
import org.ximen.db.Db;
import org.ximen.notices.NewNotice;
import org.ximen.notices.Step;
import org.ximen.staff.NewAccount;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;

/** Plays transcripts against a {@link Street}. */
public final class Player implements AutoCloseable {
    private static final Set<String> EXPECTATIONS = Set.of("答", "钮", "源", "无", "收");

    private final Db db;
    private Street street;
    private final Deque<Reply> replies = new ArrayDeque<>();
    private @Nullable Reply last;
    private List<Reply> before = List.of();
    private int heard;

    public Player(Db db) {
        this.db = db;
        this.street = new Street(db);
    }

    /** Plays every line; the first expectation that is not met fails with its place. */
    public void play(Transcript transcript) {
        for (var line : transcript.lines()) {
            try {
                play(line);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(
                        transcript.name() + ":" + line.number() + " " + e.getMessage(), e);
            }
        }
        assertThat(replies).as("replies that nobody expected").isEmpty();
        street.settle();
        assertThat(street.heard.subList(heard, street.heard.size()))
                .as("messages that nobody expected")
                .isEmpty();
    }

    private void play(Transcript.Line line) {
        if (!EXPECTATIONS.contains(line.head())) {
            assertThat(replies).as("replies that nobody expected").isEmpty();
        }
        switch (line.head()) {
            case "答" -> expect(line.rest(), replies.poll());
            case "收" -> expect(line.rest(), nextHeard());
            case "钮" -> buttons(line.rest());
            case "源" -> assertThat(current().citations().toString()).contains(line.rest());
            case "无" -> assertThat(flat(current().text())).doesNotContain(flat(line.rest()));
            case "员" -> move(line.rest().split(" ", 3));
            case "通知" -> notice(line.rest().split(" \\| ", 2));
            case "等" -> street.clock.pass(Duration.parse(line.rest()));
            case "重启" -> restart();
            default -> speak(line.head(), line.rest());
        }
    }

    // 我 | 王[label] | 我@lat,lon | 我#
    private static final Pattern SPEAKER =
            Pattern.compile("([^\\[@#]+)(?:\\[(.+)]|@([\\d.]+),([\\d.]+)|(#))?");

    private void speak(String head, String words) {
        var who = SPEAKER.matcher(head);
        assertThat(who.matches()).as("line " + head).isTrue();
        var sender = new Sender("web", "chat-" + who.group(1));
        var choice = who.group(2) == null ? null : value(who.group(2));
        var location =
                who.group(3) == null
                        ? null
                        : new Location(
                                Double.parseDouble(who.group(3)), Double.parseDouble(who.group(4)));
        List<String> photos = who.group(5) == null ? List.of() : List.of(photo(sender));
        var text = words.isEmpty() ? null : words;
        var incoming =
                Incoming.awaited(
                        sender, UUID.randomUUID().toString(), text, choice, location, photos);
        before = street.dialogue.answer(incoming, street.clock.instant());
        // Who was forgotten is a stranger, even with the same words again.
        if (street.features.residents().find(sender).isPresent()) {
            assertThat(street.dialogue.answer(incoming, street.clock.instant()))
                    .as("the same message again")
                    .isEqualTo(before);
        }
        replies.addAll(before);
    }

    private String value(String label) {
        return before.stream()
                .flatMap(reply -> reply.choices().stream())
                .filter(choice -> choice.label().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + label + " in " + before))
                .value();
    }

    private String photo(Sender sender) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "jpg", bytes);
            var stream = new ByteArrayInputStream(bytes.toByteArray());
            return street.features.photos().accept(stream, sender, street.clock.instant()).id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void expect(String pattern, @Nullable Reply reply) {
        assertThat(reply).as("a reply like " + pattern).isNotNull();
        last = reply;
        var said = "[" + current().kind() + "]" + flat(current().text());
        int from = 0;
        for (var piece : flat(pattern).split("…")) {
            int at = said.indexOf(piece, from);
            assertThat(at).as("“%s” in\n%s %s", piece, said, labels()).isNotNegative();
            from = at + piece.length();
        }
    }

    private List<String> labels() {
        return current().choices().stream().map(Choice::label).toList();
    }

    private Reply current() {
        var reply = last;
        if (reply == null) {
            throw new AssertionError("nothing was said yet");
        }
        return reply;
    }

    private void buttons(String labels) {
        assertThat(current().choices()).extracting(Choice::label).contains(labels.split(" *\\| *"));
    }

    private Reply nextHeard() {
        street.settle();
        assertThat(street.heard.size()).as("messages heard").isGreaterThan(heard);
        return street.heard.get(heard++).reply();
    }

    private void move(String[] words) {
        var actor = Actor.staff("小张", Role.ADMIN, null);
        var verb = Verb.valueOf(words[0]);
        var move = words.length > 2 ? Move.of(verb, words[2]) : Move.of(verb);
        street.features.cases().move(words[1], move, actor, street.clock.instant());
    }

    private void notice(String[] words) {
        var now = street.clock.instant();
        street.accounts.ensureAdmin(street.home, "correct horse battery", now);
        var admin = street.accounts.find("admin").orElseThrow();
        var editor = editor(admin);
        var notice =
                street.notices.write(
                        new NewNotice(words[0], words[1], Set.of(), Set.of(), null, null),
                        editor,
                        now);
        street.notices.take(Step.APPROVE, notice.id(), admin, now);
    }

    private StaffMember editor(StaffMember admin) {
        return street.accounts
                .find("editor")
                .orElseGet(() ->
                        street.accounts.create(
                                new NewAccount(
                                        "editor",
                                        "correct horse battery",
                                        Role.EDITOR,
                                        null,
                                        List.of()),
                                admin,
                                street.clock.instant()));
    }

    private void restart() {
        var at = street.clock.instant();
        close();
        street = new Street(db);
        street.clock.pass(Duration.between(street.clock.instant(), at));
        heard = 0;
    }

    private static String flat(String text) {
        return text.replaceAll("\\s+", "");
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
