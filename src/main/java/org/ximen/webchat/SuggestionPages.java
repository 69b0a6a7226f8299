package org.ximen.webchat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import org.ximen.opinions.Opinions;
import org.ximen.opinions.PublicSuggestion;
import org.ximen.text.Language;

/** What residents suggested and the street adopted, for everybody; without names. */
@RestController
public final class SuggestionPages {
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    private static final int MOST = 200;

    private final Opinions opinions;

    /** Shows what is published of these. */
    public SuggestionPages(Opinions opinions) {
        this.opinions = opinions;
    }

    /**
     * @param lang zh or en; without it the first language that the browser asks for
     */
    @GetMapping("/suggestions")
    ResponseEntity<String> page(
            @RequestParam(required = false) @Nullable String lang,
            @RequestHeader(name = HttpHeaders.ACCEPT_LANGUAGE, defaultValue = "zh") String asked) {
        var in = Language.of(isEnglish(lang == null ? asked : lang) ? "en" : "zh");
        var found = opinions.published(MOST);
        var title = in.of("采纳的建议", "Adopted suggestions");
        var intro =
                in.of(
                        "居民提的、街道采纳了的建议。提的人同意了才登，不写名字。想提建议，回到对话里直接说。",
                        "What residents suggested and the street adopted, shown without names and only"
                                + " where they agreed. To suggest something, go back to the chat and"
                                + " say it.");
        var none = in.of("还没有登出来的。", "There are none yet.");
        var list = found.isEmpty() ? "<p>" + none + "</p>" : list(found, in);
        var body = "<h1>" + title + "</h1><p>" + intro + "</p>" + list;
        return ResponseEntity.ok().contentType(HTML).body(ArticlePages.html(title, body, in));
    }

    private static boolean isEnglish(String language) {
        return language.toLowerCase(Locale.ROOT).startsWith("en");
    }

    private static String list(List<PublicSuggestion> found, Language in) {
        return found.stream()
                .map(suggestion -> item(suggestion, in))
                .collect(Collectors.joining("", "<ul>", "</ul>"));
    }

    /** The words are Chinese in either language, as they were said. */
    private static String item(PublicSuggestion suggestion, Language in) {
        var result = suggestion.result().shown(in) + in.of("，", ", ") + suggestion.answered();
        return "<li><span lang=\"zh-CN\">"
                + HtmlUtils.htmlEscape(suggestion.words())
                + "</span>"
                + in.of("（" + result + "）", " (" + result + ")")
                + "</li>";
    }
}
