package org.ximen.dialogue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a conversation between two messages, in a form that survives a restart.
 *
 * @param draft the report that is being told
 * @param asked what the person was asked last
 * @param answer what a question found last
 * @param last the case that was filed or spoken about last
 * @param arrival the poster that was scanned last
 * @param later words about another matter, to be taken up once the draft is filed
 * @param place the place to go that was spoken of last, as long as nothing else was
 * @param dropped the report that was dropped last
 */
public record Conversation(
        @Nullable ReportDraft draft,
        @Nullable OpenQuestion asked,
        @Nullable LastAnswer answer,
        @Nullable LastCase last,
        @Nullable Arrival arrival,
        @Nullable String later,
        @Nullable LastPlace place,
        @Nullable DroppedDraft dropped) {
    /** Nothing is known yet. */
    public static final Conversation NEW =
            new Conversation(null, null, null, null, null, null, null, null);

    private static final Duration FRESH = Duration.ofMinutes(30);

    /**
     * What a question found.
     *
     * @param question as it was looked up, which a next one may lean on
     * @param options what the buttons 您是想问…？ stand for
     * @param articles ids of the articles that were cited
     * @param topic title of the first of them; null if nothing was found
     * @param whole whether it was told as a whole, such as a notice, and since then asked about
     *     only
     * @param told what the articles said, as a fingerprint; null if they said nothing
     */
    public record LastAnswer(
            String question,
            List<String> options,
            List<String> articles,
            @Nullable String topic,
            boolean whole,
            @Nullable String told) {
        /** One that told nothing from an article. */
        public LastAnswer(
                String question,
                List<String> options,
                List<String> articles,
                @Nullable String topic,
                boolean whole) {
            this(question, options, articles, topic, whole, null);
        }

        public LastAnswer {
            options = List.copyOf(options);
            articles = List.copyOf(articles);
        }

        /** As if somebody had asked for an article by its title, and got it. */
        static LastAnswer of(String title, String article) {
            return new LastAnswer(title, List.of(), List.of(article), title, true);
        }
    }

    /**
     * A case.
     *
     * @param danger family of the danger that it is about, or null
     */
    public record LastCase(String number, @Nullable String danger, Instant since) {
        /** Whether it was filed or spoken about within half an hour. */
        public boolean fresh(Instant now) {
            return now.isBefore(since.plus(FRESH));
        }
    }

    /**
     * A place to go that was spoken of.
     *
     * @param id in the street's directory
     * @param fact what was asked of it
     */
    public record LastPlace(String id, String fact) {}

    /**
     * A poster.
     *
     * @param place in words
     * @param area code of its area
     */
    public record Arrival(String place, String area, Instant since) {
        /** Whether it was scanned within half an hour. */
        public boolean fresh(Instant now) {
            return now.isBefore(since.plus(FRESH));
        }
    }

    /**
     * A report that was not filed.
     *
     * @param draft as it was told
     */
    public record DroppedDraft(ReportDraft draft, Instant since) {
        /** Whether it was dropped within half an hour. */
        boolean fresh(Instant now) {
            return now.isBefore(since.plus(FRESH));
        }
    }

    /** The same with another draft, or none; one that was dropped before is forgotten. */
    public Conversation drafting(@Nullable ReportDraft other) {
        return new Conversation(other, null, answer, last, arrival, later, null, null);
    }

    /** The same without the draft, which can be taken up again for half an hour. */
    public Conversation dropping(Instant now) {
        var left = draft == null ? dropped : new DroppedDraft(draft, now);
        return new Conversation(null, null, answer, last, arrival, null, null, left);
    }

    /** The same without what was dropped longer ago than it can be taken up again. */
    Conversation fading(Instant now) {
        return dropped == null || dropped.fresh(now)
                ? this
                : new Conversation(draft, asked, answer, last, arrival, later, place, null);
    }

    /** The same with the instant at which what is open was asked. */
    Conversation kept(Instant now) {
        return asked == null ? this : asking(asked.kept(now));
    }

    /** The report that was dropped within half an hour, unless another was begun. */
    public Optional<ReportDraft> droppedDraft(Instant now) {
        return Optional.ofNullable(dropped)
                .filter(each -> each.fresh(now))
                .map(DroppedDraft::draft);
    }

    /** The same without the draft and what was asked of it. */
    public Conversation lettingGo() {
        var other = asked != null && asked.skill().equals("report") ? null : asked;
        return new Conversation(null, other, answer, last, arrival, later, place, dropped);
    }

    /** The same with another question open; null for none. */
    public Conversation asking(@Nullable OpenQuestion other) {
        return new Conversation(draft, other, answer, last, arrival, later, place, dropped);
    }

    /** The same with words that a button may take for another act. */
    public Conversation eitherWay(String words) {
        return asking(new OpenQuestion(EitherQuestion.NAME, EitherQuestion.WORDS, words));
    }

    /**
     * The same with words that may have been a question: a next one may leave out what they name.
     */
    Conversation perhapsAsked(String words) {
        return asking(new OpenQuestion(EitherQuestion.NAME, EitherQuestion.QUESTION, words));
    }

    /**
     * What was told before and a next question may lean on: the matter of an open draft, words that
     * may have been a question, or a question that found no answer.
     */
    Optional<String> leanedOn() {
        if (draft != null) {
            return Optional.of(draft.matter()).filter(matter -> !matter.isBlank());
        }
        return asked != null && asked.is(EitherQuestion.NAME, EitherQuestion.QUESTION)
                ? Optional.ofNullable(asked.value())
                : unanswered();
    }

    private Optional<String> unanswered() {
        return Optional.ofNullable(answer)
                .filter(last -> last.articles().isEmpty())
                .map(LastAnswer::question);
    }

    /** The same with words that are registered if the person says so, or taken for another act. */
    public Conversation proposing(String words) {
        return asking(new OpenQuestion(EitherQuestion.NAME, EitherQuestion.PROPOSAL, words));
    }

    /** The words that were shown last to be registered. */
    public Optional<String> proposed() {
        return asked != null && asked.is(EitherQuestion.NAME, EitherQuestion.PROPOSAL)
                ? Optional.ofNullable(asked.value())
                : Optional.empty();
    }

    /** The same after a question found something. */
    public Conversation answered(LastAnswer other) {
        return new Conversation(draft, asked, other, last, arrival, later, null, dropped);
    }

    /** The same after a place to go was spoken of. */
    public Conversation at(LastPlace other) {
        return new Conversation(draft, asked, answer, last, arrival, later, other, dropped);
    }

    /** The same, now about a case; null for none. */
    public Conversation about(@Nullable LastCase other) {
        return new Conversation(draft, asked, answer, other, arrival, later, null, dropped);
    }

    /** The same after a poster was scanned. */
    public Conversation arrivedAt(Arrival other) {
        return new Conversation(draft, asked, answer, last, other, later, place, dropped);
    }

    /** The same with another matter to be taken up later; null for none. */
    public Conversation keeping(@Nullable String other) {
        return new Conversation(draft, asked, answer, last, arrival, other, place, dropped);
    }

    /** Whether this skill asked just this last. */
    public boolean wasAsked(String skill, String about) {
        return asked != null && asked.is(skill, about);
    }
}
