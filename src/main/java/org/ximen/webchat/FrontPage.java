package org.ximen.webchat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import org.ximen.district.District;
import org.ximen.text.Language;

/** The residents' chat page, under the name that the street has now. */
@RestController
public final class FrontPage {
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    private final District district;
    private final String page = read();

    public FrontPage(District district) {
        this.district = district;
    }

    @GetMapping({"/", "/index.html"})
    ResponseEntity<String> page() {
        var street = HtmlUtils.htmlEscape(district.whole().name());
        var english = HtmlUtils.htmlEscape(district.whole().shown(Language.EN));
        return ResponseEntity.ok()
                .contentType(HTML)
                .cacheControl(CacheControl.noCache())
                .body(page.replace("{{street}}", street).replace("{{street-en}}", english));
    }

    private static String read() {
        try (var file = Objects.requireNonNull(FrontPage.class.getResourceAsStream("index.html"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
