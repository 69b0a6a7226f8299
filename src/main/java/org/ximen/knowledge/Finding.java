package org.ximen.knowledge;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.text.Language;

/** What the knowledge base has to say to a question. */
public sealed interface Finding {
    /** How sure the best passage is to answer, 0 to 100. */
    int confidence();

    /**
     * An answer in the articles' own words.
     *
     * @param text sentences with marks 〔1〕〔2〕 that count the citations
     * @param verbatim the whole answer to a question that stands in the files just so
     * @param readAs words that the question was read with where it had others, or pinyin
     * @param aside what a reader must know beside it
     */
    record Answered(
            String text,
            List<Source> citations,
            int confidence,
            boolean verbatim,
            List<String> readAs,
            @Nullable Aside aside)
            implements Finding {
        public Answered {
            citations = List.copyOf(citations);
            readAs = List.copyOf(readAs);
        }
    }

    /**
     * Perhaps one of these is meant: 您是想问…？
     *
     * @param nearest at most three, the likeliest first
     * @param likely what the likeliest says; it is shown as a guess, so that nobody has to ask
     *     again
     */
    record Unsure(
            List<Nearest> nearest, @Nullable Answered likely, List<Lapsed> lapsed, int confidence)
            implements Finding {
        public Unsure {
            nearest = List.copyOf(nearest);
            lapsed = List.copyOf(lapsed);
        }
    }

    /**
     * It goes on from an answer, and nothing that says it was found.
     *
     * @param article that answered before
     * @param nearest of all sections that were looked at, at most three, the likeliest first
     */
    record Silent(String article, String title, List<Nearest> nearest, int confidence)
            implements Finding {
        public Silent {
            nearest = List.copyOf(nearest);
        }
    }

    /**
     * The files do not say.
     *
     * @param nearest what may be meant all the same, at most three; none where that is unlikely
     */
    record Nothing(List<Nearest> nearest, List<Lapsed> lapsed, int confidence) implements Finding {
        public Nothing {
            nearest = List.copyOf(nearest);
            lapsed = List.copyOf(lapsed);
        }
    }

    /** Where a quoted sentence stands; the fields are those of {@link Article}. */
    record Source(
            String article,
            String title,
            @Nullable String section,
            @Nullable String issuer,
            @Nullable String number,
            @Nullable LocalDate published,
            @Nullable LocalDate effective,
            @Nullable LocalDate expires,
            @Nullable LocalDate checked,
            @Nullable String source,
            Validity validity,
            Language language) {

        static Source of(Article article, Passage passage, LocalDate day) {
            return new Source(
                    article.id(),
                    article.title(),
                    passage.path().isEmpty() ? null : passage.heading(),
                    article.issuer(),
                    article.number(),
                    article.published(),
                    article.effective(),
                    article.last(),
                    article.checkedOn(),
                    article.source(),
                    article.on(day),
                    article.language());
        }

        /** Whether it stands under a heading; the headings are joined by blanks. */
        boolean isUnder(String heading) {
            return section != null && (section.equals(heading) || section.endsWith(" " + heading));
        }
    }

    /** A place near the question; asking {@link #question} finds it. */
    record Nearest(String article, String title, @Nullable String section) {
        /** Whether it is this very place. */
        public boolean isOf(Source source) {
            return article.equals(source.article()) && (section == null || source.isUnder(section));
        }

        /** What a button may ask. */
        public String question() {
            if (section == null) {
                return title;
            }
            boolean asks = section.endsWith("？") || section.endsWith("?");
            return asks ? section : title + " " + section;
        }
    }

    /** What a reader must know beside an answer. */
    sealed interface Aside {}

    /**
     * A chat model made the sentences, from the passages alone.
     *
     * @param original what the passages say, where that is in another language
     * @param reports whether something may rather be wanted done than known
     */
    record Phrased(@Nullable String original, boolean reports) implements Aside {}

    /**
     * The rule before said something else.
     *
     * @param title of the earlier rule
     * @param since first day of the present one
     * @param before the earlier rule's sentence
     */
    record Changed(String title, LocalDate since, String before) implements Aside {}

    /**
     * An article that would have answered but does not count; beside an answer, its only source.
     */
    record Lapsed(String article, String title, Validity validity, @Nullable LocalDate since)
            implements Aside {
        /** A plain sentence, such as 《…》已于2025-12-31失效。 */
        public String shown() {
            return switch (validity) {
                case CURRENT -> "《" + title + "》没有写明失效日期。";
                case NOT_YET -> "《" + title + "》要到" + since + "才施行。";
                case EXPIRED -> "《" + title + "》只到" + since + "有效，现已失效。";
                case REPEALED ->
                        "《" + title + "》" + (since == null ? "" : "自" + since + "起") + "已废止。";
                case SUPERSEDED ->
                        "《" + title + "》" + (since == null ? "" : "自" + since + "起") + "已被新的规定替代。";
            };
        }
    }
}
