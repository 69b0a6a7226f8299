package org.ximen.cases;

import org.jspecify.annotations.Nullable;

/**
 * One step somebody wants to take with a case.
 *
 * @param note why, in words; some verbs require it
 * @param department id, name or alias of the department, for DISPATCH
 * @param condition id of the filing condition, for FILE; for CLOSE that its closing condition is
 *     met
 * @param outcome what came of it, for CLOSE
 * @param into number of the case that goes on, for MERGE
 * @param change what it puts right
 * @param proof what is shown for it, for HANDLE and VERIFY
 */
public record Move(
        Verb verb,
        @Nullable String note,
        @Nullable String department,
        @Nullable String condition,
        @Nullable Outcome outcome,
        @Nullable String into,
        CaseChange change,
        Proof proof) {

    public Move {
        note = filled(note);
        department = filled(department);
        condition = filled(condition);
        into = filled(into);
    }

    /** A step that shows nothing besides the pictures that the case has. */
    public Move(
            Verb verb,
            @Nullable String note,
            @Nullable String department,
            @Nullable String condition,
            @Nullable Outcome outcome,
            @Nullable String into,
            CaseChange change) {
        this(verb, note, department, condition, outcome, into, change, Proof.NONE);
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

    /** The same step with what is shown for it. */
    public Move showing(Proof shown) {
        return new Move(verb, note, department, condition, outcome, into, change, shown);
    }

    /** The same step, for which a filing condition or its closing condition holds. */
    public Move under(String id) {
        return new Move(verb, note, department, id, outcome, into, change, proof);
    }

    /** The same with another note. */
    Move noting(String other) {
        return new Move(verb, other, department, condition, outcome, into, change, proof);
    }

    /** The same with another case. */
    Move into(String number) {
        return new Move(verb, note, department, condition, outcome, number, change, proof);
    }

    static @Nullable String filled(@Nullable String text) {
        return text == null || text.isBlank() ? null : text.strip();
    }
}
