package org.ximen.webchat;

import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.HttpRequestMethodNotSupportedException;
import org.springframework.web.bind.ServletRequestBindingException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.support.MissingServletRequestPartException;
import org.ximen.admission.TooBusy;
import org.ximen.db.NotKept;
import org.ximen.photos.PhotoRefused;

/** What goes wrong in the chat API, said to the person with what to do next. */
@RestControllerAdvice(assignableTypes = {ChatApi.class, ArticlePages.class})
public final class ChatErrors {
    private static final Logger LOG = LoggerFactory.getLogger(ChatErrors.class);

    @ExceptionHandler
    ResponseEntity<Wire.Refusal> refused(ChatRefused e) {
        var response = ResponseEntity.status(e.status());
        if (e.status() == HttpStatus.TOO_MANY_REQUESTS
                || e.status() == HttpStatus.SERVICE_UNAVAILABLE) {
            response.header("Retry-After", "5");
        }
        return response.body(e.body());
    }

    @ExceptionHandler
    ResponseEntity<Wire.Refusal> unkept(NotKept e) {
        LOG.debug("a message was not kept", e);
        return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE)
                .header("Retry-After", "30")
                .body(
                        Wire.Refusal.told(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "系统现在存不下新的内容，这条消息没有收下。",
                                "请过几分钟再发一次；急事请拨打 12345，险情请拨打 110、119 或 120"));
    }

    @ExceptionHandler
    ResponseEntity<Wire.Refusal> busy(TooBusy e) {
        LOG.debug("a message was turned away: {}", e.getMessage());
        return refused(ChatRefused.busy());
    }

    @ExceptionHandler
    ResponseEntity<Wire.Refusal> photo(PhotoRefused e) {
        if (e.reason() == PhotoRefused.Reason.NO_ROOM) {
            return answer(
                    HttpStatus.SERVICE_UNAVAILABLE,
                    String.valueOf(e.getMessage()),
                    "请先只发文字，或者不发照片直接提交");
        }
        return answer(
                HttpStatus.UNPROCESSABLE_CONTENT,
                String.valueOf(e.getMessage()),
                "请换一张照片，或者不发照片直接提交");
    }

    @ExceptionHandler({MaxUploadSizeExceededException.class, MultipartException.class})
    ResponseEntity<Wire.Refusal> upload(Exception e) {
        return e instanceof MaxUploadSizeExceededException
                ? answer(HttpStatus.CONTENT_TOO_LARGE, "照片太大了，最大 10 MB。", "请压缩后再发，或换一张")
                : answer(HttpStatus.BAD_REQUEST, "照片没有传完整。", "请再发一次");
    }

    @ExceptionHandler({
        HttpMessageNotReadableException.class,
        HttpMediaTypeNotSupportedException.class,
        HttpRequestMethodNotSupportedException.class,
        ServletRequestBindingException.class,
        MissingServletRequestPartException.class,
        MethodArgumentTypeMismatchException.class
    })
    ResponseEntity<Wire.Refusal> unreadable(Exception e) {
        return answer(HttpStatus.BAD_REQUEST, "这条消息的格式不对。", "请刷新页面后再发一次");
    }

    // The page went away in the middle of an answer; there is nobody to tell.
    @ExceptionHandler
    void gone(IOException e) {
        LOG.debug("a page went away: {}", e.toString());
    }

    @ExceptionHandler
    ResponseEntity<Wire.Refusal> broken(RuntimeException e) {
        LOG.error("a message could not be handled", e);
        return answer(
                HttpStatus.INTERNAL_SERVER_ERROR, "系统刚才出了点问题，这条消息可能没有处理好。", "请稍后再发一次，或拨打 12345");
    }

    private static ResponseEntity<Wire.Refusal> answer(
            HttpStatus status, String message, String next) {
        return ResponseEntity.status(status).body(Wire.Refusal.told(status, message, next));
    }
}
