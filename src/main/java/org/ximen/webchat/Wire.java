package org.ximen.webchat;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.ximen.chat.Choice;
import org.ximen.chat.Citation;
import org.ximen.chat.Reply;

/** The JSON of the chat API. */
final class Wire {
    private Wire() {}

    record Message(
            @Nullable String conversation,
            @Nullable String id,
            @Nullable String text,
            @Nullable String choice,
            @Nullable Spot location) {}

    record Spot(double lat, double lon) {}

    record Replies(List<Said> replies) {
        static Replies of(List<Reply> replies) {
            return new Replies(replies.stream().map(Said::of).toList());
        }
    }

    /**
     * One reply.
     *
     * @param picture id, to be fetched from {@code /api/chat/photos/{id}?conversation=}
     */
    record Said(
            Reply.Kind kind,
            String text,
            List<Cited> citations,
            List<Choice> choices,
            @JsonProperty("case") @Nullable String caseNumber,
            @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String picture) {

        static Said of(Reply reply) {
            var citations = reply.citations();
            var cited =
                    IntStream.range(0, citations.size())
                            .mapToObj(i -> Cited.of(i + 1, citations.get(i)))
                            .toList();
            return new Said(
                    reply.kind(),
                    reply.text(),
                    cited,
                    reply.choices(),
                    reply.caseNumber(),
                    reply.picture());
        }
    }

    /**
     * @param number the mark in the text, from 1
     * @param article where the page opens it: {@code /articles/<article>}
     */
    record Cited(
            int number,
            String article,
            String title,
            @Nullable String section,
            @Nullable String issuer,
            @Nullable LocalDate published,
            @Nullable LocalDate effective,
            @Nullable LocalDate expires,
            @Nullable LocalDate checked,
            @Nullable String source,
            @Nullable String language) {

        static Cited of(int number, Citation c) {
            return new Cited(
                    number,
                    c.article(),
                    c.title(),
                    c.section(),
                    c.issuer(),
                    c.published(),
                    c.effective(),
                    c.expires(),
                    c.checked(),
                    c.source(),
                    c.language());
        }
    }

    /**
     * What every refusal looks like.
     *
     * @param replies the same as a reply, where somebody waits for one
     */
    record Refusal(
            String error,
            String message,
            List<String> next,
            @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Said> replies) {

        /** To a page or a program that expects no replies. */
        static Refusal of(HttpStatus status, String message, String next) {
            return new Refusal(status.name(), message, List.of(next), List.of());
        }

        /** To somebody who talks with us. */
        static Refusal told(HttpStatus status, String message, String next) {
            var reply = Reply.of(Reply.Kind.HELP, message + next + "。");
            return new Refusal(status.name(), message, List.of(next), List.of(Said.of(reply)));
        }
    }
}
