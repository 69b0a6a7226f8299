package org.ximen.webchat;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;

/** What nobody else answered: a page for browsers, the one form of refusals for programs. */
@RestController
public final class ErrorPages {
    private static final String CONSOLE = "/console";
    private static final MediaType HTML = MediaType.parseMediaType("text/html;charset=UTF-8");

    @RequestMapping("/error")
    ResponseEntity<?> error(HttpServletRequest request) {
        var status = status(request);
        return isForPrograms(request)
                ? ResponseEntity.status(status)
                        .contentType(MediaType.APPLICATION_JSON)
                        .body(refusal(status))
                : ResponseEntity.status(status).contentType(HTML).body(page(status, request));
    }

    // Asked for by itself, it is a page like any other that does not exist.
    private static HttpStatus status(HttpServletRequest request) {
        var code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
        var status = code instanceof Integer number ? HttpStatus.resolve(number) : null;
        return status == null ? HttpStatus.NOT_FOUND : status;
    }

    private static boolean isForPrograms(HttpServletRequest request) {
        return path(request).startsWith("/api/");
    }

    private static String path(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(RequestDispatcher.ERROR_REQUEST_URI));
    }

    private static Wire.Refusal refusal(HttpStatus status) {
        return Wire.Refusal.of(status, sentence(status), next(status));
    }

    private static String page(HttpStatus status, HttpServletRequest request) {
        var title = "<h1>" + sentence(status) + "</h1>";
        if (!path(request).startsWith(CONSOLE)) {
            return ArticlePages.html(sentence(status), title + "<p>" + next(status) + "。</p>");
        }
        var back = HtmlUtils.htmlEscape(back(request));
        return ArticlePages.html(
                sentence(status),
                title + "<p>" + remedy(status, request.getMethod()) + "。</p>",
                "<a href=\"" + back + "\">← 回到刚才的页面</a>");
    }

    private static String remedy(HttpStatus status, String method) {
        if (status == HttpStatus.CONTENT_TOO_LARGE) {
            return "没有保存任何改动，请回到刚才的页面，换小一些的文件或者缩短内容再试";
        }
        boolean saving = method.equals("POST") && status.is5xxServerError();
        return saving ? "不确定有没有保存，请先回到刚才的页面看一看" : "请回到刚才的页面再试一次";
    }

    /** The page of the console that staff came from, as the browser names it. */
    private static String back(HttpServletRequest request) {
        try {
            var from = new URI(Objects.requireNonNullElse(request.getHeader("Referer"), ""));
            var path = Objects.requireNonNullElse(from.getRawPath(), "");
            var query = from.getRawQuery();
            return path.startsWith(CONSOLE) ? path + (query == null ? "" : "?" + query) : CONSOLE;
        } catch (URISyntaxException e) {
            return CONSOLE;
        }
    }

    private static String sentence(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> "没有这个地址。";
            case METHOD_NOT_ALLOWED -> "这个地址不支持这种请求方法。";
            case CONTENT_TOO_LARGE -> "发来的内容太大了。";
            case FORBIDDEN -> "这个请求来自别的网站，没有受理。";
            default -> status.is4xxClientError() ? "这个请求的格式不对。" : "系统刚才出了点问题。";
        };
    }

    private static String next(HttpStatus status) {
        return status.is5xxServerError() ? "请稍后再试，或拨打 12345" : "请回到对话里再试一次";
    }
}
