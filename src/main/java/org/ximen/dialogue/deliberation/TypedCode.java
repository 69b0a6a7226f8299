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
    // Of more in one message none is looked up: they would be as many guesses.
    private static final int MOST_LOOKED_UP = 3;

    private final Deliberations deliberations;
    private final Set<String> commands;
    // Asked for several times a message, also inside its transaction; told apart by identity.
    private final Cache<Turn, Optional<String>> read = Caffeine.newBuilder().weakKeys().build();
    private final Cache<Turn, Boolean> guesses = Caffeine.newBuilder().weakKeys().build();

    TypedCode(Deliberations deliberations, Set<String> commands) {
        this.deliberations = deliberations;
        this.commands = commands;
    }

    /** As it was typed, which may be wrong; empty where nothing says that it is one. */
    Optional<String> code(Turn turn) {
        return read.get(turn, this::find);
    }

    /**
     * Whether a number or the like was sent alone while there is a vote, and is no code: else codes
     * could be guessed unasked. In a report under way it is a telephone or a door.
     */
    boolean isGuess(Turn turn) {
        return guesses.get(turn, this::guessed);
    }

    private boolean guessed(Turn turn) {
        return isTyped(turn)
                && code(turn).isEmpty()
                && BallotCode.isTried(turn.plain())
                && !BallotCode.triedAmong(turn.plain()).isEmpty()
                && isCounted(turn);
    }

    private static boolean isTyped(Turn turn) {
        return turn.incoming().choice() == null && !turn.incoming().is(Manner.IN_PUBLIC);
    }

    private boolean isCounted(Turn turn) {
        return turn.standing().draft() == null && deliberations.isVoteOn(turn.now());
    }

    private Optional<String> find(Turn turn) {
        if (!isTyped(turn)) {
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

    private boolean isHandedOut(String text, Turn turn) {
        return isUnread(BallotCode.triedAmong(text), turn)
                || deliberations.known(BallotCode.typed(text).stream().toList()).isPresent();
    }

    /**
     * Whether any of these may be a code that is not looked up: who tried too many, or sends many
     * at once, learns nothing, and a right one is kept nowhere all the same.
     */
    private boolean isUnread(List<BallotCode> tried, Turn turn) {
        return !tried.isEmpty()
                && isCounted(turn)
                && (tried.size() > MOST_LOOKED_UP
                        || deliberations.left(turn.person(), turn.now()) <= 0);
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
        if (isUnread(tried, turn)) {
            return tried.stream().findFirst().map(BallotCode::text);
        }
        // Few codes are without a digit: those that have one come first.
        var likely = Stream.concat(tried.stream(), BallotCode.among(turn.plain()).stream());
        return deliberations
                .known(likely.toList())
                .or(() -> isAsked(turn) ? tried.stream().findFirst() : Optional.empty())
                .map(BallotCode::text);
    }

    private static boolean isAsked(Turn turn) {
        return AskedLast.is(turn, ASKED);
    }
}
