package org.ximen.dialogue;

import org.jspecify.annotations.Nullable;
import org.ximen.gaps.Reason;
import org.ximen.text.Plain;

/** What somebody wants. */
sealed interface Intent {
    /** What of a draft can be changed. */
    enum Part {
        PLACE,
        CATEGORY,
        PHOTO
    }

    record Greet() implements Intent {}

    /** A poster was scanned. */
    record Arrive(String key) implements Intent {}

    /** The person's own number, to be called back. */
    record LeavePhone(String number) implements Intent {}

    /** An earlier message was changed after it had its effects. */
    record Edit() implements Intent {}

    /** Something that only the two of us should read, said where others read along. */
    record Private() implements Intent {}

    record Thank() implements Intent {}

    record Help() implements Intent {}

    /** A question; of a long one its start. */
    record Ask(String question) implements Intent {
        public Ask {
            question = Plain.start(question, Turn.READ);
        }
    }

    /** The question behind a button 您是想问…？, counted from 0. */
    record Pick(int option) implements Intent {}

    /** A new report, or more about the open draft. */
    record Report(String words) implements Intent {}

    /** More about the case that was just filed. */
    record Supplement() implements Intent {}

    record Submit(boolean anonymous) implements Intent {}

    record Change(Part what) implements Intent {}

    record Choose(String category) implements Intent {}

    /** Joins an existing case instead of opening another. */
    record Join(String number) implements Intent {}

    /** It is not one of the similar cases. */
    record New() implements Intent {}

    record Status(@Nullable String number) implements Intent {}

    record Cancel(@Nullable String number) implements Intent {}

    /** Area words as typed, or null for the whole street. */
    record Subscribe(@Nullable String area) implements Intent {}

    record Unsubscribe(@Nullable String area) implements Intent {}

    record Merchant(boolean merchant) implements Intent {}

    record WantPerson(@Nullable String about) implements Intent {}

    record Privacy() implements Intent {}

    record Forget(boolean sure) implements Intent {}

    record Language(String language) implements Intent {}

    /** What somebody thinks of an answer, by its id. */
    record Mark(long answer, boolean useful) implements Intent {}

    /** Why an answer is not useful. */
    record Why(long answer, Reason reason) implements Intent {}

    /** No more messages about answers that came later. */
    record Quiet() implements Intent {}

    /** The chat is that of a member of staff; null where the code was left out. */
    record Bind(@Nullable String code) implements Intent {}

    /** The chat is no longer that of a member of staff. */
    record Unbind() implements Intent {}

    /** Nothing that can be read. */
    record Nothing() implements Intent {}
}
