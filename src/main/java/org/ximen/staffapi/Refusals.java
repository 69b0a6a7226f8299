package org.ximen.staffapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.http.HttpStatus;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.ErrorResponse;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.ximen.admission.TooBusy;
import org.ximen.cases.AlreadyFiled;
import org.ximen.cases.Incomplete;
import org.ximen.cases.NotAllowed;
import org.ximen.cases.Unknown;
import org.ximen.cases.Verb;
import org.ximen.db.NotKept;
import org.ximen.photos.PhotoRefused;
import org.ximen.staff.StaffRefused;

/** Turns what the features throw into a status and a {@link Refusal}, under the staff API only. */
public final class Refusals implements HandlerExceptionResolver, Ordered {
    static final String PATH = "/api/staff/";

    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    private record Answer(HttpStatus status, Refusal body) {
        static Answer of(HttpStatus status, String error, @Nullable String message) {
            return new Answer(status, Refusal.of(error, String.valueOf(message)));
        }
    }

    /** Before Spring's own, which would answer in another form. */
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
        if (!request.getRequestURI().startsWith(PATH) || response.isCommitted()) {
            return null;
        }
        try {
            var answer = answer(problem);
            answer.body().write(response, answer.status());
            return new ModelAndView();
        } catch (IOException e) {
            LOG.debug("The caller went away before the refusal was written", e);
            return new ModelAndView();
        }
    }

    private static Answer answer(Exception problem) {
        return switch (problem) {
            case StaffRefused refused -> refused(refused);
            case NotAllowed no ->
                    new Answer(HttpStatus.CONFLICT, new Refusal("conflict", words(no), next(no)));
            case AlreadyFiled filed ->
                    new Answer(
                            HttpStatus.CONFLICT,
                            new Refusal("conflict", words(filed), List.of(filed.number())));
            case Incomplete incomplete ->
                    new Answer(
                            HttpStatus.CONFLICT,
                            new Refusal("incomplete", words(incomplete), incomplete.fields()));
            case PhotoRefused photo -> photo(photo);
            case TooBusy busy ->
                    Answer.of(HttpStatus.SERVICE_UNAVAILABLE, "busy", "现在传照片的人多，请过几秒再传。");
            case MaxUploadSizeExceededException large ->
                    Answer.of(HttpStatus.CONTENT_TOO_LARGE, "too_large", "照片超过 10 MB，请压缩后再传。");
            case MultipartException broken ->
                    Answer.of(HttpStatus.BAD_REQUEST, "invalid", "照片没有传完整，请再传一次。");
            case Unknown unknown ->
                    Answer.of(HttpStatus.NOT_FOUND, "not_found", unknown.getMessage());
            case ErrorResponse spring -> spring(spring.getStatusCode().value());
            case TypeMismatchException mismatch -> spring(HttpStatus.BAD_REQUEST.value());
            case HttpMessageNotReadableException body -> spring(HttpStatus.BAD_REQUEST.value());
            case NotKept unkept ->
                    Answer.of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "not_kept",
                            "没有保存：" + unkept.why() + "。");
            default -> {
                LOG.error("The staff API failed", problem);
                yield Answer.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "failed",
                        "系统出错了，不确定有没有保存，请先查一下再决定要不要重做。");
            }
        };
    }

    private static Answer refused(StaffRefused refused) {
        var message = refused.getMessage();
        return switch (refused.reason()) {
            case INVALID -> Answer.of(HttpStatus.BAD_REQUEST, "invalid", message);
            case FORBIDDEN -> Answer.of(HttpStatus.FORBIDDEN, "forbidden", message);
            case UNKNOWN -> Answer.of(HttpStatus.NOT_FOUND, "not_found", message);
            case CONFLICT -> Answer.of(HttpStatus.CONFLICT, "conflict", message);
        };
    }

    private static Answer photo(PhotoRefused refused) {
        var message = refused.getMessage();
        return switch (refused.reason()) {
            case TOO_LARGE -> Answer.of(HttpStatus.CONTENT_TOO_LARGE, "too_large", message);
            case WRONG_KIND, BROKEN -> Answer.of(HttpStatus.BAD_REQUEST, "invalid", message);
            case NO_ROOM -> Answer.of(HttpStatus.SERVICE_UNAVAILABLE, "not_kept", message);
        };
    }

    private static Answer spring(int status) {
        return switch (status) {
            case 404 -> Answer.of(HttpStatus.NOT_FOUND, "not_found", "没有这个接口，请核对地址。");
            case 405 -> Answer.of(HttpStatus.METHOD_NOT_ALLOWED, "invalid", "这个地址不支持这种请求方法。");
            case 415 ->
                    Answer.of(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                            "invalid",
                            "请用 Content-Type: application/json 发送 JSON。");
            default -> Answer.of(HttpStatus.BAD_REQUEST, "invalid", "请求不完整或格式不对，请按接口说明填写。");
        };
    }

    private static List<String> next(NotAllowed no) {
        return no.open().stream().map(Verb::name).toList();
    }

    private static String words(Exception problem) {
        return String.valueOf(problem.getMessage());
    }
}
