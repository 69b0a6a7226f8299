package org.ximen.knowledge;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One document of the knowledge base.
 *
 * @param id the file's path without {@code .md}, or the id it was published under
 * @param number document number, 文号
 * @param audience whom it is for; empty means everyone
 * @param areas codes or names of areas it is for; empty means everywhere
 * @param effective first day it counts; absent means it always has
 * @param amended day of the last amendment (修正, 修订), where it is not the first version
 * @param expires last day it counts; absent means no end
 * @param supersedes id of the article that this one replaces from its first day on
 * @param source the original's public address or its name
 * @param sample written to show the product, not by the street
 * @param checked when somebody last found that it still holds; absent means nobody did
 * @param laws titles of the laws that it rests on
 * @param questions that it answers, in residents' own words
 * @param sections the body in order
 * @param markdown the whole text as written, front matter included
 * @param replacedFrom first day on which another article replaces this one
 */
public record Article(
        String id,
        Kind kind,
        String title,
        @Nullable String issuer,
        @Nullable String number,
        List<Audience> audience,
        List<String> areas,
        @Nullable LocalDate published,
        @Nullable LocalDate effective,
        @Nullable LocalDate amended,
        @Nullable LocalDate expires,
        @Nullable String supersedes,
        @Nullable String source,
        boolean sample,
        @Nullable Check checked,
        List<String> laws,
        List<String> questions,
        List<Section> sections,
        String markdown,
        @Nullable LocalDate replacedFrom) {

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
     * A stretch of the body under one heading.
     *
     * @param path the headings above it, outermost first, such as 第三章 权利, 第十二条
     */
    public record Section(List<String> path, List<Block> blocks) {
        public Section {
            path = List.copyOf(path);
            blocks = List.copyOf(blocks);
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
        sections = List.copyOf(sections);
    }

    /** Whether it counts on a day. */
    public Validity on(LocalDate day) {
        if (replacedFrom != null && !day.isBefore(replacedFrom)) {
            return Validity.SUPERSEDED;
        }
        if (expires != null && day.isAfter(expires)) {
            return Validity.EXPIRED;
        }
        return effective != null && day.isBefore(effective) ? Validity.NOT_YET : Validity.CURRENT;
    }

    /** Whether it may answer on a day. */
    Retriever.Scope scope(LocalDate day) {
        return on(day) == Validity.CURRENT ? Retriever.Scope.CURRENT : Retriever.Scope.LAPSED;
    }

    /** Its words without headings, one block a line. */
    public String text() {
        return sections.stream().map(Section::text).collect(Collectors.joining("\n"));
    }

    /** First day on which this article replaces the one that it names. */
    LocalDate start() {
        return Stream.of(effective, published)
                .filter(d -> d != null)
                .findFirst()
                .orElse(LocalDate.MIN);
    }

    /** The same article, replaced by another from a day on. */
    Article replaced(@Nullable LocalDate from) {
        return with(areas, from);
    }

    /** The same article, for these areas. */
    Article in(List<String> codes) {
        return with(codes, replacedFrom);
    }

    private Article with(List<String> codes, @Nullable LocalDate from) {
        return new Article(
                id,
                kind,
                title,
                issuer,
                number,
                audience,
                codes,
                published,
                effective,
                amended,
                expires,
                supersedes,
                source,
                sample,
                checked,
                laws,
                questions,
                sections,
                markdown,
                from);
    }
}
