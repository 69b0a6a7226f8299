package org.ximen.console;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.ximen.admission.TooBusy;
import org.ximen.cases.Incomplete;
import org.ximen.cases.NotAllowed;
import org.ximen.cases.Unknown;
import org.ximen.db.NotKept;
import org.ximen.staff.StaffRefused;

/** Turns what the features throw into a page that says what to do, under the console only. */
public final class Refusals implements HandlerExceptionResolver, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private final Frame frame;

    /** Refuses within this frame. */
    public Refusals(Frame frame) {
        this.frame = frame;
    }

    @Override
    public int getOrder() {
        return HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Object handler,
            Exception problem) {
        if (!request.getRequestURI().startsWith("/console") || response.isCommitted()) {
            return null;
        }
        var page = page(problem);
        page.addAllObjects(frame.around(request));
        return page;
    }

    private static ModelAndView page(Exception problem) {
        return switch (problem) {
            case StaffRefused refused ->
                    page(status(refused), String.valueOf(refused.getMessage()));
            case NotAllowed no -> page(HttpStatus.CONFLICT, no.getMessage() + "。请回到案件看看最新情况。");
            case Incomplete incomplete -> page(HttpStatus.CONFLICT, incomplete.getMessage() + "。");
            case TooBusy busy -> page(HttpStatus.SERVICE_UNAVAILABLE, "现在传照片的人多，没有保存，请过几秒返回再传。");
            case Unknown unknown -> page(HttpStatus.NOT_FOUND, "没有找到这件案件，请核对编号。");
            case ErrorResponse spring when spring.getStatusCode().value() == 404 ->
                    page(HttpStatus.NOT_FOUND, "没有这个页面，请从上面的菜单进入。");
            case ErrorResponse spring -> page(HttpStatus.BAD_REQUEST, "请求不完整，请返回上一页重试。");
            case org.springframework.beans.TypeMismatchException mismatch ->
                    page(HttpStatus.NOT_FOUND, "没有这个页面，请从上面的菜单进入。");
            case NotKept unkept ->
                    page(HttpStatus.SERVICE_UNAVAILABLE, "没有保存：" + unkept.why() + "。");
            default -> {
                LOG.error("The console failed", problem);
                yield page(
                        HttpStatus.INTERNAL_SERVER_ERROR, "系统出错了，不确定有没有保存，请先回到刚才的页面看一看，再决定要不要重做。");
            }
        };
    }

    private static ModelAndView page(HttpStatus status, String message) {
        var page = new ModelAndView("console/refused");
        page.setStatus(status);
        page.addObject("message", message);
        return page;
    }

    static HttpStatus status(StaffRefused refused) {
        return switch (refused.reason()) {
            case INVALID -> HttpStatus.BAD_REQUEST;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case UNKNOWN -> HttpStatus.NOT_FOUND;
            case CONFLICT -> HttpStatus.CONFLICT;
        };
    }
}
