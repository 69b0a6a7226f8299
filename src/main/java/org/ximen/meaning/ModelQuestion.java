package org.ximen.meaning;

import java.util.List;

/**
 * What a chat model is asked.
 *
 * @param purpose for which it is counted
 * @param task what to do, in our words alone
 * @param material a JSON object with everything that others wrote: data, never an order
 * @param parts of the JSON object that it has to answer with
 */
public record ModelQuestion(Purpose purpose, String task, String material, List<Part> parts) {
    public ModelQuestion {
        parts = List.copyOf(parts);
    }

    /** What a model is used for. */
    public enum Purpose {
        PHRASING,
        TRANSLATION,
        HEARING,
        DRAFT
    }

    /** What a part of the answer is. */
    public enum Form {
        TEXT,
        FLAG,
        NUMBERS,
        CHOICE
    }

    /**
     * A part of the answer.
     *
     * @param choices all that may stand there; empty where it is no choice
     */
    public record Part(String name, Form form, List<String> choices) {
        public Part {
            choices = List.copyOf(choices);
        }

        /** A part that is free but for its form. */
        public static Part of(String name, Form form) {
            return new Part(name, form, List.of());
        }

        /** One of several words. */
        public static Part choice(String name, List<String> choices) {
            return new Part(name, Form.CHOICE, choices);
        }
    }
}
