package org.ximen.cases;

import org.jspecify.annotations.Nullable;

/**
 * One step somebody wants to take with a case.
 *
 * @param note why, in words; some verbs require it
 * @param department id, name or alias of the department, for DISPATCH
 * @param condition id of the filing condition, for FILE
 * @param outcome what came of it, for CLOSE
 * @param into number of the case that goes on, for MERGE
 * @param change what it puts right
 */
public record Move(
        Verb verb,
        @Nullable String note,
        @Nullable String department,
        @Nullable String condition,
        @Nullable Outcome outcome,
        @Nullable String into,
        CaseChange change) {

    public Move {
        note = filled(note);
        department = filled(department);
        condition = filled(condition);
        into = filled(into);
    }

    /** A move that puts nothing right. */
    public Move(
            Verb verb,
            @Nullable String note,
            @Nullable String department,
            @Nullable String condition,
            @Nullable Outcome outcome,
            @Nullable String into) {
        this(verb, note, department, condition, outcome, into, CaseChange.NONE);
    }

    /** The verb with what it puts right, and why. */
    public static Move of(Verb verb, @Nullable String note, CaseChange change) {
        return new Move(verb, note, null, null, null, null, change);
    }

    /** The verb alone. */
    public static Move of(Verb verb) {
        return new Move(verb, null, null, null, null, null);
    }

    /** The verb with its reason. */
    public static Move of(Verb verb, String note) {
        return new Move(verb, note, null, null, null, null);
    }

    /** Sends the case to a department. */
    public static Move dispatchTo(String department) {
        return new Move(Verb.DISPATCH, null, department, null, null, null);
    }

    /** Closes the case with an outcome. */
    public static Move close(Outcome outcome, @Nullable String note) {
        return new Move(Verb.CLOSE, note, null, null, outcome, null);
    }

    /** Joins the case to another. */
    public static Move mergeInto(String number) {
        return new Move(Verb.MERGE, null, null, null, null, number);
    }

    /** The same with another note. */
    Move noting(String other) {
        return new Move(verb, other, department, condition, outcome, into, change);
    }

    /** The same with another case. */
    Move into(String number) {
        return new Move(verb, note, department, condition, outcome, number, change);
    }

    static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
