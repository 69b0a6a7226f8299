package org.ximen.evaluation;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ximen.dialogue.ask.FollowUpSearch;
import org.ximen.knowledge.Phrasing;
import org.ximen.knowledge.Retriever.Mode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The measurements of search and answers. */
final class Knowledge {
    private final Instruments instruments;
    private final PrintStream figures;
    private final PrintStream progress;

    /** What is measured on an open bench. */
    private interface Measuring {
        Figures on(Bench bench);
    }

    /** Which passages are indexed. */
    enum Indexed {
        /** Only those that the questions name as wrong. */
        NEGATIVES
    }

    /**
     * @param gold null for whichever field a question has
     * @param index null for all passages
     * @param report gets the results question by question
     */
    record Search(Mode mode, @Nullable Gold gold, @Nullable Indexed index, @Nullable Path report) {
        Set<String> gold(Line line) {
            return gold == null ? Gold.in(line) : gold.of(line);
        }
    }

    Knowledge(Instruments instruments, PrintStream figures, PrintStream progress) {
        this.instruments = instruments;
        this.figures = figures;
        this.progress = progress;
    }

    /** Which passages are found for the questions. */
    void retrieval(Path passages, Path questions, Search how) throws IOException {
        var lines = Line.of(questions);
        var golds = lines.stream().map(how::gold).toList();
        var file = PassageFile.read(passages, how.index() == null ? null : negatives(lines));
        measure(
                file,
                how.mode() != Mode.BM25,
                bench -> {
                    if (how.index() == null) {
                        missing(bench, golds);
                    }
                    var retrieval = new Retrieval(bench, lines, golds, how.mode());
                    write(how.report(), retrieval);
                    return how.index() == null
                            ? retrieval.figures()
                            : Retrieval.refused(retrieval.figures(), bench, lines);
                });
    }

    /** Which questions are answered at all. */
    void refusal(Path passages, Path answerable, Path unanswerable) throws IOException {
        var told = Line.of(answerable);
        var untold = Line.of(unanswerable);
        told.forEach(line -> line.text("question"));
        untold.forEach(line -> line.text("question"));
        measure(
                PassageFile.read(passages, null),
                true,
                bench ->
                        new Refusal(
                                        told.stream().map(bench::answer).toList(),
                                        untold.stream().map(bench::answer).toList())
                                .figures());
    }

    /** What is said, and from where. */
    void answers(Path passages, Path questions) throws IOException {
        replies(PassageFile.read(passages, null), questions, Knowledge::alone, Set.of());
    }

    /** The same with and without a chat model's words. */
    void phrasedAnswers(Path passages, Path questions) throws IOException {
        var model = instruments.wantedModel();
        var lines = Line.of(questions);
        lines.forEach(Replies::answers);
        measure(
                PassageFile.read(passages, null),
                true,
                bench -> {
                    var phrasing = bench.phrasing(model);
                    var quoted = new Replies(bench, lines, Knowledge::alone, Set.of());
                    var said =
                            new Replies(
                                    bench,
                                    lines,
                                    (each, line) -> phrased(phrasing, each, line),
                                    Set.of());
                    progress.println("照原文：" + quoted.details());
                    progress.println("用大模型：" + said.details());
                    return quoted.figures().of("model_", said.beside());
                });
    }

    private static FollowUpSearch.Heard phrased(Phrasing phrasing, Bench bench, Line line) {
        var found = alone(bench, line);
        var said = phrasing.phrased(found.question(), found.finding(), line.asker(), bench.today());
        return new FollowUpSearch.Heard(found.question(), said);
    }

    /** The same of the second question of a conversation. */
    void followups(Path passages, Path questions) throws IOException {
        Line.of(questions).forEach(Knowledge::turns);
        replies(
                PassageFile.read(passages, null),
                questions,
                Knowledge::together,
                Set.of(Replies.Extra.HIT_AT_5));
    }

    /** The same where documents have several versions. */
    void versions(Path passages, Path questions) throws IOException {
        replies(
                PassageFile.read(passages, null).versioned(),
                questions,
                Knowledge::alone,
                Set.of(Replies.Extra.IN_FORCE));
    }

    private static FollowUpSearch.Heard alone(Bench bench, Line line) {
        return new FollowUpSearch.Heard(line.text("question"), bench.answer(line));
    }

    private static FollowUpSearch.Heard together(Bench bench, Line line) {
        return new FollowUpSearch(bench.answers()).last(turns(line), line.asker(), bench.today());
    }

    private void replies(
            PassageFile file, Path questions, Replies.Asker asker, Set<Replies.Extra> extras)
            throws IOException {
        var lines = Line.of(questions);
        lines.forEach(Replies::answers);
        var golds = lines.stream().map(Gold::in).toList();
        lines.forEach(line -> line.text("question"));
        measure(
                file,
                true,
                bench -> {
                    missing(bench, golds);
                    var replies = new Replies(bench, lines, asker, extras);
                    progress.println(replies.details());
                    return replies.figures();
                });
    }

    private void measure(PassageFile file, boolean vectors, Measuring measuring)
            throws IOException {
        try (var bench = Bench.open(file, vectors, instruments, progress)) {
            progress.println("提问…");
            figures.println(measuring.on(bench));
        }
    }

    private static List<String> turns(Line line) {
        var turns = line.texts("turns");
        return turns.isEmpty()
                ? List.of(line.text("first_question"), line.text("question"))
                : turns;
    }

    private static Set<String> negatives(List<Line> lines) {
        var ids = new HashSet<String>();
        for (var line : lines) {
            var named = line.texts("negative_ids");
            if (named.isEmpty()) {
                throw line.bad("缺少字段 negative_ids");
            }
            ids.addAll(named);
        }
        return ids;
    }

    private void missing(Bench bench, List<Set<String>> golds) {
        long none = golds.stream().filter(ids -> ids.stream().noneMatch(bench::holds)).count();
        if (none > 0) {
            progress.println("注意：有 " + none + " 题的正确段落都不在段落文件里");
        }
    }

    private static void write(@Nullable Path report, Retrieval retrieval) {
        if (report != null) {
            var json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
            json.writeValue(report, retrieval.found());
        }
    }
}
