package org.ximen.cases;

import org.jspecify.annotations.Nullable;

/** What a move can change of a case. */
record Standing(
        State state,
        @Nullable String department,
        Clock clock,
        @Nullable Outcome outcome,
        @Nullable String condition,
        @Nullable String mergedInto) {

    Standing in(State to) {
        return new Standing(to, department, clock, outcome, condition, mergedInto);
    }

    Standing with(Clock other) {
        return new Standing(state, department, other, outcome, condition, mergedInto);
    }

    Standing withDepartment(@Nullable String other) {
        return new Standing(state, other, clock, outcome, condition, mergedInto);
    }

    Standing with(@Nullable Outcome other) {
        return new Standing(state, department, clock, other, condition, mergedInto);
    }

    Standing withCondition(String other) {
        return new Standing(state, department, clock, outcome, other, mergedInto);
    }

    Standing mergedInto(String other) {
        return new Standing(state, department, clock, outcome, condition, other);
    }
}
