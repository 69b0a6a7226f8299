package org.ximen.webchat;

import java.util.List;
import java.util.stream.Collectors;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import org.ximen.opinions.Opinions;
import org.ximen.opinions.PublicSuggestion;

/** What residents suggested and the street adopted, for everybody; without names. */
@RestController
public final class SuggestionPages {
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");
    private static final int MOST = 200;
    private static final String TITLE = "采纳的建议";

    private final Opinions opinions;

    /** Shows what is published of these. */
    public SuggestionPages(Opinions opinions) {
        this.opinions = opinions;
    }

    @GetMapping("/suggestions")
    ResponseEntity<String> page() {
        var found = opinions.published(MOST);
        var list = found.isEmpty() ? "<p>还没有登出来的。</p>" : list(found);
        var body = "<h1>" + TITLE + "</h1><p>居民提的、街道采纳了的建议。提的人同意了才登，不写名字。想提建议，回到对话里直接说。</p>" + list;
        return ResponseEntity.ok().contentType(HTML).body(ArticlePages.html(TITLE, body));
    }

    private static String list(List<PublicSuggestion> found) {
        return found.stream()
                .map(SuggestionPages::item)
                .collect(Collectors.joining("", "<ul>", "</ul>"));
    }

    private static String item(PublicSuggestion suggestion) {
        return "<li>"
                + HtmlUtils.htmlEscape(suggestion.words())
                + "（"
                + suggestion.result().shown()
                + "，"
                + suggestion.answered()
                + "）</li>";
    }
}
