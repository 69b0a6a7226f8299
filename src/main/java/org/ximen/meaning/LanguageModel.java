package org.ximen.meaning;

import java.util.Optional;

/**
 * A chat model, where the street has one. It may be off, busy, slow or wrong at any time: whoever
 * asks it can do without, and checks what it says.
 */
public interface LanguageModel {
    /** Where the street has none. */
    LanguageModel NONE =
            new LanguageModel() {
                @Override
                public boolean isOn() {
                    return false;
                }

                @Override
                public Optional<String> answer(ModelQuestion question) {
                    return Optional.empty();
                }
            };

    /** Whether the street has one; it may rest all the same. */
    boolean isOn();

    /** What it says, meant to be the JSON object that was asked for; empty if it says nothing. */
    Optional<String> answer(ModelQuestion question);
}
