package org.ximen.console;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;
import org.ximen.db.Db;
import org.ximen.knowledge.Article;
import org.ximen.knowledge.BadArticle;
import org.ximen.knowledge.DueArticle;
import org.ximen.knowledge.Embeddings;
import org.ximen.knowledge.Laws;
import org.ximen.knowledge.Library;
import org.ximen.knowledge.Pages;
import org.ximen.knowledge.Standing;
import org.ximen.knowledge.Validity;
import org.ximen.staff.Audit;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;
import org.ximen.text.Language;

/** Articles of the knowledge base: the list, reading, adding, changing, taking back. */
@Controller
@RequestMapping("/console/articles")
public final class ArticlePages implements Page {
    private static final int MOST = 500;
    private static final String BLANK =
            """
            ---
            kind: guide
            title:
            issuer:
            published:
            effective:
            expires:
            checked:
            ---

            ## 需要带什么

            """;
    static final Map<Article.Kind, String> KINDS =
            Map.of(
                    Article.Kind.MEETING_NOTICE, "会议通知",
                    Article.Kind.POLICY, "政策",
                    Article.Kind.GUIDE, "办事指南",
                    Article.Kind.FAQ, "问答",
                    Article.Kind.NOTICE, "通知");

    private final Db db;
    private final Library library;
    private final Optional<Embeddings> embeddings;
    private final Audit audit;
    private final InstantSource clock;

    /** An article as one line of the list. */
    record Line(
            String id,
            String title,
            String kind,
            String issuer,
            String dates,
            String validity,
            String tone,
            boolean sample,
            boolean english) {}

    /**
     * @param embeddings none where the street does without a model
     */
    public ArticlePages(
            Db db,
            Library library,
            Optional<Embeddings> embeddings,
            Audit audit,
            InstantSource clock) {
        this.db = db;
        this.library = library;
        this.embeddings = embeddings;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping
    String list(
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(required = false) @Nullable String validity,
            @RequestParam(required = false) @Nullable String language,
            @RequestParam(defaultValue = "") String words,
            @AuthenticationPrincipal StaffMember me,
            Model model) {
        var today = Shown.today(clock.instant());
        var ofKind = Shown.constant(Article.Kind.class, kind);
        var valid = Shown.constant(Validity.class, validity);
        var in = Shown.constant(Language.class, language);
        var found =
                library.list().stream()
                        .filter(each -> ofKind == null || each.kind() == ofKind)
                        .filter(each -> valid == null || each.on(today) == valid)
                        .filter(each -> in == null || each.language() == in)
                        .filter(each -> each.title().contains(words.strip()))
                        .sorted(Comparator.comparing(Article::title))
                        .toList();
        model.addAttribute("count", found.size());
        model.addAttribute("items", found.stream().limit(MOST).map(a -> line(a, today)).toList());
        model.addAttribute("kinds", kinds());
        model.addAttribute("validities", Validity.values());
        model.addAttribute("kind", ofKind == null ? "" : ofKind.name());
        model.addAttribute("validity", valid);
        model.addAttribute("language", in);
        model.addAttribute("words", words);
        embeddings
                .map(Embeddings::progress)
                .filter(progress -> progress.done() < progress.passages())
                .ifPresent(progress -> model.addAttribute("reading", progress));
        model.addAttribute("due", library.due(today).size());
        model.addAttribute("writes", Access.opens(me.role(), "/console/articles/edit"));
        return "console/articles";
    }

    @GetMapping("/read/{*id}")
    ModelAndView read(@PathVariable String id, @AuthenticationPrincipal StaffMember me) {
        var article = get(id.substring(1));
        var page = new ModelAndView("console/article");
        page.addObject("a", line(article, Shown.today(clock.instant())));
        page.addObject("number", article.number());
        page.addObject("source", article.source());
        page.addObject("html", Pages.html(article));
        page.addObject("checked", checked(article));
        page.addObject("laws", Laws.of(article));
        page.addObject("questions", article.questions().size());
        page.addObject("reasons", DueArticle.reasons(article, Shown.today(clock.instant())));
        page.addObject("writes", Access.opens(me.role(), "/console/articles/edit"));
        page.addObject("ours", library.isPublished(article.id()));
        return page;
    }

    /** With an id, that article's text; without, an empty one. */
    @GetMapping("/edit")
    ModelAndView edit(@RequestParam(defaultValue = "") String id) {
        return id.isEmpty() ? form("", BLANK) : form(id, get(id).markdown());
    }

    @PostMapping("/edit")
    ModelAndView save(
            @RequestParam(defaultValue = "") String id,
            @RequestParam(defaultValue = "") String markdown,
            @RequestParam(defaultValue = "false") boolean fresh,
            @AuthenticationPrincipal StaffMember me) {
        var now = clock.instant();
        var text = markdown.replace("\r\n", "\n");
        try {
            checkId(id, fresh);
            publish(id, text, me, now);
        } catch (BadArticle | StaffRefused e) {
            var page = form(id, text);
            page.addObject("fresh", fresh);
            page.addObject("problem", e.getMessage());
            page.setStatus(HttpStatus.BAD_REQUEST);
            return page;
        }
        library.refresh(now);
        return new ModelAndView(
                "redirect:/console/articles/read/"
                        + UriUtils.encodePath(id, StandardCharsets.UTF_8));
    }

    @PostMapping("/retire")
    String retire(@RequestParam String id, @AuthenticationPrincipal StaffMember me) {
        var now = clock.instant();
        if (!library.isPublished(id)) {
            throw new StaffRefused(
                    StaffRefused.Reason.CONFLICT, "这篇文章来自资料文件夹，请在文件夹里删除或改写文件；也可以点“修改”发布新版本。");
        }
        db.run(() -> {
            library.retire(id, now);
            audit.record(me.name(), "article.retire", on(id), now);
        });
        library.refresh(now);
        return "redirect:/console/articles";
    }

    private void publish(String id, String markdown, StaffMember me, Instant now) {
        db.run(() -> {
            library.publishWritten(id, markdown, now);
            audit.record(me.name(), "article.publish", on(id), now);
        });
    }

    private void checkId(String id, boolean fresh) {
        if (!id.matches(
                        "[\\p{IsHan}A-Za-z0-9][\\p{IsHan}A-Za-z0-9._-]*(/[\\p{IsHan}A-Za-z0-9][\\p{IsHan}A-Za-z0-9._-]*)*")
                || id.length() > 120) {
            throw new StaffRefused(
                    StaffRefused.Reason.INVALID, "文章编号请用汉字、字母、数字和 . _ -，可用 / 分类，例如 guides/居住证续签。");
        }
        if (id.startsWith("notices/")) {
            throw new StaffRefused(StaffRefused.Reason.INVALID, "notices/ 留给已发的通知，请换一个编号。");
        }
        if (fresh && library.find(id).isPresent()) {
            throw new StaffRefused(StaffRefused.Reason.CONFLICT, "已有编号为 " + id + " 的文章，请换一个编号。");
        }
    }

    private static String on(String id) {
        return "articles/" + id;
    }

    static ModelAndView form(String id, String markdown) {
        var page = new ModelAndView("console/article-edit");
        page.addObject("id", id);
        page.addObject("fresh", id.isEmpty());
        page.addObject("markdown", markdown);
        return page;
    }

    private Article get(String id) {
        return library.find(id)
                .orElseThrow(() ->
                        new StaffRefused(StaffRefused.Reason.UNKNOWN, "没有这篇文章，它可能已经撤下。请从资料库列表里找。"));
    }

    private static List<Choices.Option> kinds() {
        return java.util.Arrays.stream(Article.Kind.values())
                .map(each -> new Choices.Option(each.name(), KINDS.getOrDefault(each, "")))
                .toList();
    }

    private static Line line(Article article, LocalDate today) {
        var standing = Standing.of(article, today);
        var issuer = article.issuer();
        return new Line(
                article.id(),
                article.title(),
                KINDS.getOrDefault(article.kind(), ""),
                issuer == null ? "" : issuer,
                dates(article),
                standing instanceof Standing.Unchecked ? "没有核对过" : standing.shown(),
                tone(standing),
                article.sample(),
                article.language() == Language.EN);
    }

    private static String tone(Standing standing) {
        return switch (standing) {
            case Standing.Checked checked -> "good";
            case Standing.Lapsed lapsed -> lapsed.validity() == Validity.NOT_YET ? "wait" : "bad";
            case Standing.Aged aged -> "wait";
            case Standing.Unchecked none -> "";
        };
    }

    private static @Nullable String checked(Article article) {
        var check = article.checked();
        if (check == null) {
            return null;
        }
        return check.by() == null ? check.day().toString() : check.day() + "，" + check.by();
    }

    private static String dates(Article article) {
        var from = article.effective() == null ? article.published() : article.effective();
        var to = article.expires();
        return (from == null ? "" : from + " 起") + (to == null ? "" : "，到 " + to);
    }
}
