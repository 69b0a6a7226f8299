package org.ximen.dialogue.officer;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.Actor;
import org.ximen.cases.CaseChange;
import org.ximen.cases.Draft;
import org.ximen.cases.GridCase;
import org.ximen.cases.Move;
import org.ximen.cases.NoPhotoReason;
import org.ximen.cases.Proof;
import org.ximen.cases.Verb;
import org.ximen.chat.Incoming;
import org.ximen.chat.Reply;
import org.ximen.chat.Sender;
import org.ximen.staff.NewAccount;
import org.ximen.staff.Role;
import org.ximen.testing.Snapshot;
import org.ximen.testing.Street;
import org.ximen.testing.TestDatabase;

/** The chats of staff with the whole product behind them. */
final class FieldChats implements AutoCloseable {
    final Street street;
    private int messages;

    FieldChats(TestDatabase database) {
        this.street = new Street(database.open());
    }

    Sender bind(String name, Role role, @Nullable String department, @Nullable String area) {
        var now = street.clock.instant();
        street.accounts.ensureAdmin(street.home, "correct horse battery", now);
        var admin = street.accounts.find("admin").orElseThrow();
        var areas = area == null ? List.<String>of() : List.of(area);
        var account = new NewAccount(name, "correct horse battery", role, department, areas);
        var member = street.accounts.create(account, admin, now);
        var chat = new Sender("web", name);
        say(chat, "/bind " + street.features.bindings().code(member, now), null, List.of());
        return chat;
    }

    void move(String number, Verb verb) {
        var now = street.clock.instant();
        var cases = street.features.cases();
        var item = cases.find(number).orElseThrow();
        var by =
                verb == Verb.CANCEL
                        ? Actor.reporter(cases.reporter(number).orElseThrow())
                        : Actor.system();
        var change = verb == Verb.HANDLE ? CaseChange.reason("一家就够") : CaseChange.NONE;
        var proof = verb == Verb.VERIFY ? Proof.call("王阿姨") : Proof.without(NoPhotoReason.INDOORS);
        var move = Move.of(verb, "按规定", change).showing(proof).under(item.filed().id());
        cases.move(number, move, by, now);
    }

    GridCase report(String words) {
        var now = street.clock.instant();
        var resident = new Sender("web", "报事人");
        var person = street.features.residents().meet(resident, now);
        var place = street.features.district().placeIn(words).orElseThrow();
        var draft = new Draft(words, "E0110", place, List.of(), false, false);
        return street.features.cases().report(draft, person.id(), resident, now);
    }

    GridCase item(String number) {
        return street.features.cases().find(number).orElseThrow();
    }

    /** With what only staff read. */
    GridCase staff(GridCase item) {
        var admin = street.accounts.find("admin").orElseThrow();
        return street.features.field().find(item.number(), admin).orElseThrow();
    }

    Reply press(Sender chat, FieldButton button, String value) {
        return say(chat, null, button.written() + ":" + value, List.of());
    }

    Reply say(Sender chat, @Nullable String words, @Nullable String choice, List<String> photos) {
        var id = String.valueOf(++messages);
        var incoming = Incoming.awaited(chat, id, words, choice, null, photos);
        return street.dialogue.answer(incoming, street.clock.instant()).getFirst();
    }

    String photo(Sender chat, int shade) throws IOException {
        var file = new ByteArrayInputStream(Snapshot.jpeg(shade));
        return street.features.photos().accept(file, chat, street.clock.instant()).id();
    }

    @Override
    public void close() throws IOException {
        street.close();
    }
}
