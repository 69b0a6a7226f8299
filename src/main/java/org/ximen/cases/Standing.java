package org.ximen.cases;

import org.jspecify.annotations.Nullable;

/** What a move can change of a case. */
record Standing(
        State state,
        @Nullable String department,
        Clock clock,
        @Nullable Outcome outcome,
        @Nullable String condition,
        @Nullable String mergedInto,
        CaseFacts facts,
        @Nullable ExtensionRequest extension) {

    Standing in(State to) {
        return new Standing(
                to, department, clock, outcome, condition, mergedInto, facts, extension);
    }

    Standing with(Clock other) {
        return new Standing(
                state, department, other, outcome, condition, mergedInto, facts, extension);
    }

    Standing withDepartment(@Nullable String other) {
        return new Standing(state, other, clock, outcome, condition, mergedInto, facts, extension);
    }

    Standing with(@Nullable Outcome other) {
        return new Standing(
                state, department, clock, other, condition, mergedInto, facts, extension);
    }

    Standing withCondition(@Nullable String other) {
        return new Standing(state, department, clock, outcome, other, mergedInto, facts, extension);
    }

    Standing mergedInto(String other) {
        return new Standing(state, department, clock, outcome, condition, other, facts, extension);
    }

    Standing with(CaseFacts other) {
        return new Standing(
                state, department, clock, outcome, condition, mergedInto, other, extension);
    }

    Standing asking(@Nullable ExtensionRequest other) {
        return new Standing(state, department, clock, outcome, condition, mergedInto, facts, other);
    }
}
