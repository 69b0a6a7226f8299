package org.ximen.dialogue.officer;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.FieldDesk;
import org.ximen.cases.FieldStep;
import org.ximen.cases.GridCase;
import org.ximen.cases.Move;
import org.ximen.chat.Reply;
import org.ximen.dialogue.Step;
import org.ximen.staff.Bindings;

/**
 * What all that staff do in a chat goes through: the case as they see it, the step, what is said.
 */
record FieldCases(FieldDesk desk, Bindings bindings, FieldWords words) {
    /** Does something with a case; who does not see it is told so. */
    Step with(Acting acting, String number, Function<GridCase, Step> what) {
        return desk.find(number, acting.me())
                .map(what)
                .orElseGet(() -> acting.say(words.told("unknown", number)));
    }

    OpenSteps open(Acting acting, GridCase item) {
        return new OpenSteps(desk.moves(item, acting.me()), acting.me().role());
    }

    /** Takes steps, and says what came of them. */
    Step take(Acting acting, GridCase item, List<Move> moves, Function<GridCase, Step> then) {
        return ended(acting, desk.take(item, moves, acting.me(), acting.now()), then);
    }

    /** Takes a step and says a sentence. */
    Step take(Acting acting, GridCase item, Move move, String key) {
        return take(
                acting,
                item,
                List.of(move),
                moved -> acting.say(words.told(key, moved.number()).about(moved.number())));
    }

    /** Says what came of a step that was tried; a refusal says why, and who was there before. */
    Step ended(Acting acting, FieldStep step, Function<GridCase, Step> then) {
        return switch (step) {
            case FieldStep.Done(var item) -> then.apply(item);
            case FieldStep.Refused(var why, var item) -> acting.say(refused(acting, why, item));
        };
    }

    private Reply refused(Acting acting, String why, @Nullable GridCase item) {
        return words.refused(why, item, acting.me(), acting.now());
    }

    /** A case with what the member may do. */
    Reply card(Acting acting, GridCase item) {
        return words.card(item, open(acting, item), -1, acting.now());
    }

    /** From now on pictures go to this case. */
    void hold(Acting acting, GridCase item) {
        bindings.takeInHand(acting.chat(), item.number(), acting.now());
    }

    /** Pictures go to no case any more, if they went to this. */
    void release(Acting acting, String number) {
        if (bindings.inHand(acting.chat(), acting.now()).filter(number::equals).isPresent()) {
            bindings.takeInHand(acting.chat(), null, acting.now());
        }
    }
}
