package org.ximen.dialogue.deliberation;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ximen.chat.Incoming.Manner;
import org.ximen.deliberation.BallotCode;
import org.ximen.deliberation.Deliberations;
import org.ximen.dialogue.Turn;

/**
 * Finds the code of a ballot in what was typed: one that was handed out, wherever it stands; what
 * follows the command; what was asked for.
 */
final class TypedCode {
    static final String ASKED = "code";

    private final Deliberations deliberations;
    private final Set<String> commands;
    // Asked for several times a message, also inside its transaction; told apart by identity.
    private final Cache<Turn, Optional<String>> read = Caffeine.newBuilder().weakKeys().build();

    TypedCode(Deliberations deliberations, Set<String> commands) {
        this.deliberations = deliberations;
        this.commands = commands;
    }

    /** As it was typed, which may be wrong; empty where nothing says that it is one. */
    Optional<String> code(Turn turn) {
        return read.get(turn, this::find);
    }

    private Optional<String> find(Turn turn) {
        if (turn.incoming().choice() != null || turn.incoming().is(Manner.IN_PUBLIC)) {
            return Optional.empty();
        }
        return alone(turn).or(() -> turn.tellsOfDanger() ? Optional.empty() : among(turn));
    }

    /** All there is, apart from the command. */
    private Optional<String> alone(Turn turn) {
        return behindCommand(turn)
                .or(() ->
                        Optional.of(turn.plain())
                                .filter(BallotCode::isTried)
                                .filter(text -> isAsked(turn) || isHandedOut(text, turn)));
    }

    /** A number or the like that is none is a try: else codes could be guessed unasked. */
    private boolean isHandedOut(String text, Turn turn) {
        var codes = BallotCode.typed(text).stream().toList();
        boolean known = known(codes, turn).isPresent();
        if (!known && !BallotCode.triedAmong(text).isEmpty()) {
            deliberations.tried(turn.person(), turn.now());
        }
        return known;
    }

    private Optional<BallotCode> known(List<BallotCode> codes, Turn turn) {
        return deliberations.known(codes, turn.person(), turn.now());
    }

    /** A short number is that of a deliberation; the command's word may stand without a blank. */
    private Optional<String> behindCommand(Turn turn) {
        var plain = turn.plain().replaceFirst("^/", "");
        return commands.stream()
                .filter(plain::startsWith)
                .map(word -> plain.substring(word.length()).replaceFirst("^@\\w+", ""))
                .map(rest -> rest.replaceFirst("^[\\s:]+", ""))
                .filter(rest -> BallotCode.isTried(rest) && !rest.matches("\\d{1,6}"))
                .findFirst();
    }

    private Optional<String> among(Turn turn) {
        var tried = BallotCode.triedAmong(turn.plain());
        // Few codes are without a digit: those that have one are looked up first.
        var likely = Stream.concat(tried.stream(), BallotCode.among(turn.plain()).stream());
        return known(likely.toList(), turn)
                .or(() -> isAsked(turn) ? tried.stream().findFirst() : Optional.empty())
                .map(BallotCode::text);
    }

    private static boolean isAsked(Turn turn) {
        return AskedLast.is(turn, ASKED);
    }
}
