package org.ximen.testing;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.ximen.cases.Actor;
import org.ximen.cases.CasePhoto;
import org.ximen.cases.Cases;
import org.ximen.cases.GridCase;
import org.ximen.cases.Move;
import org.ximen.cases.NoPhotoReason;
import org.ximen.cases.Outcome;
import org.ximen.cases.PhotoPhase;
import org.ximen.cases.Proof;
import org.ximen.cases.Verb;
import org.ximen.chat.Sender;
import org.ximen.photos.Photos;

/** Steps with the evidence that they cannot do without. */
public final class Proven {
    private static final Sender STAFF = new Sender("staff", "小张");

    private Proven() {}

    /** With a reason in place of each picture, and the closing condition ticked. */
    public static Move of(Move move, GridCase item) {
        return switch (move.verb()) {
            case HANDLE -> move.showing(Proof.without(NoPhotoReason.INDOORS));
            case VERIFY -> move.showing(Proof.call("王阿姨"));
            case CLOSE -> solved(move) ? move.under(item.filed().id()) : move;
            default -> move;
        };
    }

    private static boolean solved(Move move) {
        return move.outcome() == null || move.outcome() == Outcome.RESOLVED;
    }

    /** The same as the body of a call. */
    public static Map<String, Object> body(String verb, String note, String condition) {
        Map<String, Object> body = new HashMap<>(Map.of("verb", verb, "note", note));
        switch (verb) {
            case "HANDLE" -> body.put("reason", "室内");
            case "VERIFY" -> body.putAll(Map.of("reason", "电话核实", "called", "王阿姨"));
            case "CLOSE" -> body.put("condition", condition);
            default -> {}
        }
        return body;
    }

    /** Adds a picture for a step; returns its id. */
    public static String picture(
            Cases cases, Photos photos, String number, Verb verb, byte[] file, Instant now) {
        var phase = verb == Verb.HANDLE ? PhotoPhase.AFTER : PhotoPhase.VERIFIED;
        try {
            var id = photos.accept(new ByteArrayInputStream(file), STAFF, now).id();
            var photo = new CasePhoto(id, phase, 0, "小张", now, null, List.of());
            return cases.attach(number, photo, STAFF, Actor.system());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
