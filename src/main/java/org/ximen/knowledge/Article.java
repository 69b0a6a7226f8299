package org.ximen.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.ximen.text.Language;

/**
 * One document of the knowledge base.
 *
 * @param id the file's path without {@code .md}, or the id it was published under
 * @param language in which it is written; it answers questions in this language
 * @param number document number, 文号
 * @param audience whom it is for; empty means everyone
 * @param areas codes or names of areas it is for; empty means everywhere
 * @param effective first day it counts; absent means it always has
 * @param amended day of the last amendment (修正, 修订), where it is not the first version
 * @param expires last day it counts; absent means no end
 * @param supersedes id of the article that this one replaces from its first day on
 * @param acts what it does to other texts
 * @param source the original's public address or its name
 * @param sample written to show the product, not by the street
 * @param checked when somebody last found that it still holds; absent means nobody did
 * @param laws titles of the laws that it rests on
 * @param questions that it should answer, in residents' own words: they are tried
 * @param tags whom it is of use to, in the street's words, such as a trade or a stage of a shop
 * @param sections the body in order
 * @param markdown the whole text as written, front matter included
 * @param later what other texts do to this one
 */
public record Article(
        String id,
        Kind kind,
        String title,
        Language language,
        @Nullable String issuer,
        @Nullable String number,
        List<Audience> audience,
        List<String> areas,
        @Nullable LocalDate published,
        @Nullable LocalDate effective,
        @Nullable LocalDate amended,
        @Nullable LocalDate expires,
        @Nullable String supersedes,
        Acts acts,
        @Nullable String source,
        boolean sample,
        @Nullable Check checked,
        List<String> laws,
        List<String> questions,
        List<String> tags,
        List<Section> sections,
        String markdown,
        Later later) {

    /** What sort of document it is. */
    public enum Kind {
        MEETING_NOTICE,
        POLICY,
        GUIDE,
        FAQ,
        NOTICE
    }

    /**
     * That somebody found it still in force.
     *
     * @param by who; absent where nobody is named
     */
    public record Check(LocalDate day, @Nullable String by) {}

    /**
     * What a text about other texts does to them; each names them by 《…》, with number if need be.
     *
     * @param repeals whom it repeals (废止)
     * @param prolongs whom it prolongs (延长有效期)
     * @param until to which day, or for how long: 2031-06-30 or 5年
     * @param amends whom it amends (修改)
     */
    public record Acts(
            @Nullable String repeals,
            @Nullable String prolongs,
            @Nullable String until,
            @Nullable String amends) {
        /** Of nearly all articles. */
        public static final Acts NONE = new Acts(null, null, null, null);
    }

    /**
     * What other texts of the library do to an article.
     *
     * @param replacedFrom first day on which another replaces it
     * @param repealedFrom first day on which it is repealed
     * @param prolonged its last day, where another text moved that
     * @param reasons why an editor should look at it, newest first
     */
    public record Later(
            @Nullable LocalDate replacedFrom,
            @Nullable LocalDate repealedFrom,
            @Nullable LocalDate prolonged,
            List<Reason> reasons) {
        /** Of an article that no other text speaks of. */
        public static final Later NONE = new Later(null, null, null, List.of());

        public Later {
            reasons = List.copyOf(reasons);
        }

        /** The first day on which it no longer counts because of another text. */
        public @Nullable LocalDate endedFrom() {
            return replacedFrom != null
                            && (repealedFrom == null || replacedFrom.isBefore(repealedFrom))
                    ? replacedFrom
                    : repealedFrom;
        }
    }

    /**
     * Why an article should be looked at.
     *
     * @param words as a sentence for the editor
     * @param since the day of what happened
     * @param by id of the article that did it
     */
    public record Reason(String words, LocalDate since, String by) {}

    /**
     * A stretch of the body under one heading.
     *
     * @param path the headings above it, outermost first, such as 第三章 权利, 第十二条
     * @param questions that it answers, in residents' own words: they help to find it
     */
    public record Section(List<String> path, List<Block> blocks, List<String> questions) {
        public Section {
            path = List.copyOf(path);
            blocks = List.copyOf(blocks);
            questions = List.copyOf(questions);
        }

        /** One without questions. */
        public Section(List<String> path, List<Block> blocks) {
            this(path, blocks, List.of());
        }

        /** Its words, one block a line. */
        public String text() {
            return blocks.stream().map(Block::text).collect(Collectors.joining("\n"));
        }
    }

    /** A paragraph or a list item, or a whole table (one row a line, header first). */
    public record Block(String text, boolean table) {}

    public Article {
        audience = List.copyOf(audience);
        areas = List.copyOf(areas);
        laws = List.copyOf(laws);
        questions = List.copyOf(questions);
        tags = List.copyOf(tags);
        sections = List.copyOf(sections);
    }

    /** Whether it counts on a day. */
    public Validity on(LocalDate day) {
        if (isReached(later.repealedFrom(), day)) {
            return Validity.REPEALED;
        }
        if (isReached(later.replacedFrom(), day)) {
            return Validity.SUPERSEDED;
        }
        if (expires != null && day.isAfter(expires)) {
            return Validity.EXPIRED;
        }
        return effective != null && day.isBefore(effective) ? Validity.NOT_YET : Validity.CURRENT;
    }

    private static boolean isReached(@Nullable LocalDate from, LocalDate day) {
        return from != null && !day.isBefore(from);
    }

    /** Whether it may answer on a day. */
    Retriever.Scope scope(LocalDate day) {
        return on(day) == Validity.CURRENT ? Retriever.Scope.CURRENT : Retriever.Scope.LAPSED;
    }

    /** The last day on which it counts, whatever ends it; absent means no end. */
    public @Nullable LocalDate last() {
        var ended = later.endedFrom();
        // A replacement without a date of its own has always counted.
        var before = ended == null || ended.equals(LocalDate.MIN) ? null : ended.minusDays(1);
        return before != null && (expires == null || before.isBefore(expires)) ? before : expires;
    }

    /** When somebody last found that it holds. */
    public @Nullable LocalDate checkedOn() {
        return checked == null ? null : checked.day();
    }

    /** Its words without headings, one block a line. */
    public String text() {
        return sections.stream().map(Section::text).collect(Collectors.joining("\n"));
    }

    /** First day of this version, on which it replaces the one that it names. */
    LocalDate start() {
        var first =
                Stream.of(effective, published)
                        .filter(Objects::nonNull)
                        .findFirst()
                        .orElse(LocalDate.MIN);
        return amended != null && amended.isAfter(first) ? amended : first;
    }

    /** The same article, with what other texts do to it. */
    Article with(Later others) {
        var end = others.prolonged() == null ? expires : others.prolonged();
        return with(areas, end, checked, others);
    }

    /** The same article, found to hold on a day. */
    Article with(Check check) {
        return with(areas, expires, check, later);
    }

    /** The same article, for these areas. */
    Article in(List<String> codes) {
        return with(codes, expires, checked, later);
    }

    private Article with(
            List<String> codes, @Nullable LocalDate end, @Nullable Check check, Later others) {
        return new Article(
                id,
                kind,
                title,
                language,
                issuer,
                number,
                audience,
                codes,
                published,
                effective,
                amended,
                end,
                supersedes,
                acts,
                source,
                sample,
                check,
                laws,
                questions,
                tags,
                sections,
                markdown,
                others);
    }
}
