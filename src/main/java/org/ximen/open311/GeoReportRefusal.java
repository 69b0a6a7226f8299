package org.ximen.open311;

import java.util.List;
import org.springframework.http.HttpStatus;
import org.ximen.open311.WireDocument.Fields;
import org.ximen.open311.WireDocument.Items;

/** A request that cannot be fulfilled, and why: one reason or several. */
final class GeoReportRefusal extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final HttpStatus status;
    private final transient List<Problem> problems;

    /**
     * One reason.
     *
     * @param code an HTTP status, perhaps more telling than that of the answer
     */
    record Problem(int code, String description) {
        private Fields fields() {
            return Fields.of("code", code, "description", description);
        }
    }

    GeoReportRefusal(HttpStatus status, List<Problem> problems) {
        super(problems.toString());
        this.status = status;
        this.problems = List.copyOf(problems);
    }

    private static GeoReportRefusal of(HttpStatus status, String description) {
        return new GeoReportRefusal(status, List.of(new Problem(status.value(), description)));
    }

    /** Something that does not exist. */
    static GeoReportRefusal unknown(String description) {
        return of(HttpStatus.NOT_FOUND, description);
    }

    /** A missing or wrong key. */
    static GeoReportRefusal forbidden(String description) {
        return of(HttpStatus.FORBIDDEN, description);
    }

    /** Anything else that is wrong with the request. */
    static GeoReportRefusal bad(String description) {
        return of(HttpStatus.BAD_REQUEST, description);
    }

    /** Too many requests. */
    static GeoReportRefusal tooMany() {
        return of(HttpStatus.TOO_MANY_REQUESTS, "请求太多了，请过一会儿再来");
    }

    /** What we cannot do now. */
    static GeoReportRefusal later(String description) {
        return of(HttpStatus.SERVICE_UNAVAILABLE, description);
    }

    /** What went wrong here. */
    static GeoReportRefusal broken() {
        return of(HttpStatus.INTERNAL_SERVER_ERROR, "系统出错了，请稍后再试");
    }

    HttpStatus status() {
        return status;
    }

    WireDocument document() {
        return new WireDocument(
                "errors", new Items("error", problems.stream().map(Problem::fields).toList()));
    }
}
