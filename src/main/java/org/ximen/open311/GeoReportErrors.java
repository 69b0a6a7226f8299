package org.ximen.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.ximen.admission.TooBusy;
import org.ximen.cases.Incomplete;
import org.ximen.db.NotKept;

/** What goes wrong, in the form that the address asks for. */
@RestControllerAdvice(assignableTypes = {GeoReportApi.class, GeoReportFiling.class})
public final class GeoReportErrors {
    private static final Logger LOG = LoggerFactory.getLogger(GeoReportErrors.class);
    private static final String SOON = "5";

    @ExceptionHandler
    ResponseEntity<byte[]> refused(GeoReportRefusal e, HttpServletRequest request) {
        var format = WireFormat.of(request.getRequestURI());
        var form = format == WireFormat.GEOJSON ? WireFormat.JSON : format;
        var answer =
                ResponseEntity.status(e.status())
                        .header(HttpHeaders.CONTENT_TYPE, form.typeWithEncoding());
        if (e.status().value() == 429 || e.status().value() == 503) {
            answer.header(HttpHeaders.RETRY_AFTER, SOON);
        }
        return answer.body(form.write(e.document()));
    }

    @ExceptionHandler
    ResponseEntity<byte[]> busy(TooBusy e, HttpServletRequest request) {
        LOG.debug("a request was turned away: {}", e.getMessage());
        return refused(GeoReportRefusal.later("现在请求太多，请稍后再来"), request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> unkept(NotKept e, HttpServletRequest request) {
        LOG.debug("a report was not kept", e);
        return refused(GeoReportRefusal.later("系统现在存不下新的内容，没有登记，请过几分钟再报"), request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> incomplete(Incomplete e, HttpServletRequest request) {
        return refused(GeoReportRefusal.bad(String.valueOf(e.getMessage())), request);
    }

    @ExceptionHandler
    void gone(IOException e) {
        LOG.debug("a caller went away: {}", e.toString());
    }

    @ExceptionHandler
    ResponseEntity<byte[]> broken(RuntimeException e, HttpServletRequest request) {
        LOG.error("a request for Open311 failed", e);
        return refused(GeoReportRefusal.broken(), request);
    }
}
