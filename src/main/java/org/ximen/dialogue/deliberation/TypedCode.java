package org.ximen.dialogue.deliberation;

import java.util.List;
import java.util.Optional;
import java.util.Set;
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

    TypedCode(Deliberations deliberations, Set<String> commands) {
        this.deliberations = deliberations;
        this.commands = commands;
    }

    /** As it was typed, which may be wrong; empty where nothing says that it is one. */
    Optional<String> code(Turn turn) {
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
                                .filter(text -> isAsked(turn) || isHandedOut(text)));
    }

    private boolean isHandedOut(String text) {
        return BallotCode.typed(text).filter(deliberations::isKnown).isPresent();
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
        var plain = turn.plain();
        var known = BallotCode.among(plain).stream().filter(deliberations::isKnown).findFirst();
        var tried = isAsked(turn) ? BallotCode.triedAmong(plain) : List.<BallotCode>of();
        return known.or(() -> tried.stream().findFirst()).map(BallotCode::text);
    }

    private static boolean isAsked(Turn turn) {
        return AskedLast.is(turn, ASKED);
    }
}
