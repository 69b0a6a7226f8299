package org.ximen.console;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.util.UriUtils;
import org.ximen.db.Db;
import org.ximen.gaps.Gaps;
import org.ximen.knowledge.Answers;
import org.ximen.knowledge.Article;
import org.ximen.knowledge.DueArticle;
import org.ximen.knowledge.Laws;
import org.ximen.knowledge.Library;
import org.ximen.knowledge.QuestionTrial;
import org.ximen.staff.Audit;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;

/** What an editor keeps an eye on: articles to check, and questions that must be answered. */
@Controller
@RequestMapping("/console/articles")
public final class DuePages implements Page {
    private static final int MOST = 200;
    private static final int LONGEST_QUESTION = 300;

    private final Db db;
    private final Library library;
    private final Answers answers;
    private final Gaps gaps;
    private final Audit audit;
    private final InstantSource clock;

    /**
     * An article to check.
     *
     * @param cited how often it was quoted first in the last 90 days
     */
    record Line(String id, String title, String kind, String why, long cited) {}

    /** A law and the articles that rest on it. */
    record Law(String title, List<Article> articles) {}

    public DuePages(
            Db db, Library library, Answers answers, Gaps gaps, Audit audit, InstantSource clock) {
        this.db = db;
        this.library = library;
        this.answers = answers;
        this.gaps = gaps;
        this.audit = audit;
        this.clock = clock;
    }

    @GetMapping("/due")
    ModelAndView due() {
        var cited = gaps.cited();
        var due = library.due(Shown.today(clock.instant()));
        var lines =
                due.stream()
                        .map(each -> line(each, cited))
                        .sorted(
                                Comparator.comparingLong(Line::cited)
                                        .reversed()
                                        .thenComparing(Line::title))
                        .limit(MOST)
                        .toList();
        var page = new ModelAndView("console/due");
        page.addObject("count", due.size());
        page.addObject("items", lines);
        page.addObject("laws", laws());
        return page;
    }

    private static Line line(DueArticle due, Map<String, Long> cited) {
        var article = due.article();
        return new Line(
                article.id(),
                article.title(),
                ArticlePages.KINDS.getOrDefault(article.kind(), ""),
                String.join("；", due.reasons()),
                cited.getOrDefault(article.id(), 0L));
    }

    private List<Law> laws() {
        var resting = new TreeMap<String, List<Article>>();
        for (var article : library.list()) {
            for (var law : Laws.of(article)) {
                resting.computeIfAbsent(law, title -> new ArrayList<>()).add(article);
            }
        }
        return resting.entrySet().stream()
                .map(each -> new Law(each.getKey(), each.getValue()))
                .toList();
    }

    /** One click: it was read today and still holds. */
    @PostMapping("/check")
    String check(
            @RequestParam String id,
            @RequestParam(defaultValue = "false") boolean list,
            @AuthenticationPrincipal StaffMember me) {
        var now = clock.instant();
        get(id);
        db.run(() -> {
            library.check(id, Shown.today(now), me.name(), now);
            audit.record(me.name(), "article.check", "articles/" + id, now);
        });
        library.refresh(now);
        return list
                ? "redirect:/console/articles/due"
                : "redirect:/console/articles/read/"
                        + UriUtils.encodePath(id, StandardCharsets.UTF_8);
    }

    /**
     * Asks the running bot the questions of an article.
     *
     * @param ask one more question, which the editor has just thought of
     */
    @GetMapping("/questions/{*id}")
    ModelAndView questions(@PathVariable String id, @RequestParam(defaultValue = "") String ask) {
        var article = get(id.substring(1));
        var today = Shown.today(clock.instant());
        var tried = QuestionTrial.all(answers, article, today);
        var page = new ModelAndView("console/questions");
        page.addObject("id", article.id());
        page.addObject("about", article.title());
        page.addObject("tried", tried);
        page.addObject("cited", tried.stream().filter(QuestionTrial::cited).count());
        page.addObject("ask", ask);
        if (!ask.isBlank()) {
            var question = ask.substring(0, Math.min(ask.length(), LONGEST_QUESTION));
            page.addObject("one", QuestionTrial.of(answers, question, article, today));
        }
        return page;
    }

    private Article get(String id) {
        return library.find(id)
                .orElseThrow(() ->
                        new StaffRefused(StaffRefused.Reason.UNKNOWN, "没有这篇文章，它可能已经撤下。请从资料库列表里找。"));
    }
}
