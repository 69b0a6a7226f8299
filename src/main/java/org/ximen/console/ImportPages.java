package org.ximen.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.ximen.knowledge.Article;
import org.ximen.knowledge.Draft;
import org.ximen.knowledge.Import;
import org.ximen.knowledge.Library;
import org.ximen.sources.Sources;

/** What became of files and followed web pages, and files that an editor brings. */
@Controller
@RequestMapping("/console/articles/imports")
public final class ImportPages implements Page {
    private static final int LONGEST_NAME = 60;
    private static final Map<Article.Kind, String> FOLDERS =
            Map.of(
                    Article.Kind.MEETING_NOTICE, "meetings",
                    Article.Kind.POLICY, "policies",
                    Article.Kind.GUIDE, "guides",
                    Article.Kind.FAQ, "faq",
                    Article.Kind.NOTICE, "guides");

    private final Library library;
    private final Sources sources;
    private final InstantSource clock;

    /** How many files of a state there are. */
    record Count(String value, String label, long count) {}

    public ImportPages(Library library, Sources sources, InstantSource clock) {
        this.library = library;
        this.sources = sources;
        this.clock = clock;
    }

    @GetMapping
    ModelAndView list(@RequestParam(required = false) @Nullable String state) {
        var now = clock.instant();
        var wanted = Shown.constant(Import.State.class, state);
        var all = Stream.concat(library.imports().stream(), sources.imports().stream()).toList();
        var page = new ModelAndView("console/imports");
        page.addObject("all", all.size());
        page.addObject("state", wanted == null ? "" : wanted.name());
        page.addObject("counts", counts(all));
        page.addObject("items", lines(all, wanted, now));
        return page;
    }

    /**
     * The file becomes the text of a new article, which the editor reads before it is published.
     */
    @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    ModelAndView read(@RequestParam MultipartFile file) {
        var now = clock.instant();
        var draft = Draft.of(name(file), bytes(file), now);
        var report = ImportLine.of(draft.report(), "");
        if (draft.report().state() == Import.State.REFUSED) {
            var page = list(null).addObject("refused", report);
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        }
        var page = ArticlePages.form(id(draft), draft.markdown());
        return page.addObject("fresh", true).addObject("report", report);
    }

    private static byte[] bytes(MultipartFile file) {
        try {
            return file.getBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String name(MultipartFile file) {
        return Objects.requireNonNullElse(Shown.filled(file.getOriginalFilename()), "没有名字的文件");
    }

    /** A proposal, which the editor may change. */
    private static String id(Draft draft) {
        var file = draft.report().file();
        var stem = file.substring(0, file.lastIndexOf('.')).replaceAll(".*[/\\\\]", "");
        var plain = stem.replaceAll("[^\\p{IsHan}A-Za-z0-9._-]+", "-").replaceFirst("^[._-]+", "");
        var cut = plain.substring(0, Math.min(LONGEST_NAME, plain.length()));
        return folder(draft) + "/" + (cut.isEmpty() ? "new" : cut);
    }

    private static String folder(Draft draft) {
        var kind =
                draft.report().facts().stream()
                        .filter(fact -> fact.key().equals("kind"))
                        .map(fact -> Shown.constant(Article.Kind.class, fact.value()))
                        .filter(Objects::nonNull)
                        .findFirst();
        return kind.map(FOLDERS::get).orElse("guides").toLowerCase(Locale.ROOT);
    }

    private static List<Count> counts(List<Import> all) {
        return Arrays.stream(Import.State.values())
                .map(state ->
                        new Count(
                                state.name(),
                                state.shown(),
                                all.stream().filter(each -> each.state() == state).count()))
                .toList();
    }

    /** What needs somebody first. */
    private static List<ImportLine> lines(
            List<Import> all, Import.@Nullable State wanted, Instant now) {
        return all.stream()
                .filter(each -> wanted == null || each.state() == wanted)
                .sorted(
                        Comparator.comparing(Import::state, Comparator.reverseOrder())
                                .thenComparing(Import::file))
                .map(each -> ImportLine.of(each, Shown.time(each.at(), now)))
                .toList();
    }
}
