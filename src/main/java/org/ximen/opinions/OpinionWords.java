package org.ximen.opinions;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ximen.chat.Choice;
import org.ximen.chat.Reply;
import org.ximen.chat.Sender;
import org.ximen.db.Db;
import org.ximen.district.Department;
import org.ximen.opinions.Opinion.Addition;
import org.ximen.opinions.Opinion.Result;
import org.ximen.opinions.Opinions.Parts;
import org.ximen.residents.Person;
import org.ximen.residents.Residents;
import org.ximen.staff.Bindings;
import org.ximen.staff.Role;
import org.ximen.text.BilingualTexts;
import org.ximen.text.Language;
import org.ximen.workdays.WorkCalendar;

/** Tells the people of an opinion: its author, the department, the dispatchers. */
final class OpinionWords {
    private static final int SHORT = 40;

    private final Parts parts;
    private final Bindings bindings;
    private final BilingualTexts texts = new BilingualTexts(OpinionWords.class);

    OpinionWords(Db db, Parts parts) {
        this.parts = parts;
        this.bindings = new Bindings(db, parts.audit());
    }

    /** Whether its author has a chat in which they are told. */
    boolean isHeard(Opinion opinion) {
        return parts.residents().find(opinion.person()).filter(Residents::hasChat).isPresent();
    }

    void answered(Opinion opinion, Result result, String reason, Instant now) {
        var end = reason.matches("(?s).*[。！？!?.…]") ? "" : "。";
        var number = String.valueOf(opinion.number());
        parts.residents()
                .find(opinion.person())
                .filter(Residents::hasChat)
                .ifPresent(author -> {
                    var l = author.speaks();
                    var text = texts.say(l, "answered", number, result.shown(l), reason + end);
                    parts.outbox().say(author.sender(), asking(opinion, text, l), now);
                });
    }

    /** Of what is adopted its author is asked whether everybody may read of it. */
    private Reply asking(Opinion opinion, String text, Language language) {
        if (!opinion.isAdopted()) {
            return Reply.of(Reply.Kind.STATUS, text);
        }
        return Reply.of(
                Reply.Kind.STATUS,
                text + "\n" + texts.say(language, "asked"),
                choice(opinion, language, "opinion-public"),
                choice(opinion, language, "opinion-private"));
    }

    private Choice choice(Opinion opinion, Language language, String button) {
        return new Choice(texts.say(language, button), button + ":" + opinion.id());
    }

    void thanked(Opinion opinion, Department to, Instant now) {
        tellAuthor(opinion, language -> texts.say(language, "thanked", to.shown(language)), now);
    }

    /** False if nobody of the department has bound a chat. */
    boolean passedOn(Opinion praise, Department to, Instant now) {
        var chats =
                Arrays.stream(Role.values())
                        .flatMap(role -> bindings.of(role).stream())
                        .filter(chat -> to.id().equals(chat.member().department()))
                        .map(Bindings.Chat::sender)
                        .toList();
        tell(chats, "居民表扬" + to.name() + where(praise) + "：“" + said(praise) + "”", now);
        return !chats.isEmpty();
    }

    private static String where(Opinion opinion) {
        return opinion.place() == null ? "" : "（" + opinion.place() + "）";
    }

    private static String said(Opinion opinion) {
        return Stream.concat(
                        Stream.of(opinion.words()),
                        opinion.additions().stream().map(Addition::words))
                .collect(Collectors.joining("\n"));
    }

    List<Sender> dispatchers() {
        return bindings.of(Role.DISPATCHER).stream().map(Bindings.Chat::sender).toList();
    }

    void remind(Opinion opinion, List<Sender> chats, Instant now) {
        var due = opinion.due();
        var until =
                due == null
                        ? ""
                        : "要在 " + Language.ZH.moment(due.atZone(WorkCalendar.ZONE)) + " 前答复，";
        var head = "建议 " + opinion.number() + " " + until + "还没有答复：“";
        tell(chats, head + start(opinion) + "”", now);
    }

    private static String start(Opinion opinion) {
        var words = opinion.words().replaceAll("\\s+", " ");
        if (words.length() <= SHORT) {
            return words;
        }
        int end = Character.isHighSurrogate(words.charAt(SHORT - 1)) ? SHORT - 1 : SHORT;
        return words.substring(0, end) + "…";
    }

    private void tellAuthor(Opinion opinion, Function<Language, String> text, Instant now) {
        parts.residents()
                .find(opinion.person())
                .filter(Residents::hasChat)
                .ifPresent(author -> tell(author, text.apply(author.speaks()), now));
    }

    private void tell(Person author, String text, Instant now) {
        tell(List.of(author.sender()), text, now);
    }

    private void tell(List<Sender> chats, String text, Instant now) {
        var reply = Reply.of(Reply.Kind.STATUS, text);
        chats.forEach(chat -> parts.outbox().say(chat, reply, now));
    }
}
