package org.ximen.open311;

import jakarta.servlet.http.HttpServletRequest;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;
import org.ximen.admission.Admission;
import org.ximen.admission.Claim;
import org.ximen.admission.Networks;
import org.ximen.cases.CodeTable;
import org.ximen.cases.PublicCase;
import org.ximen.cases.PublicCases;
import org.ximen.district.District;

/** What everybody may read: what can be reported, and the public cases. */
@RestController
@RequestMapping(GeoReportApi.PATH)
public final class GeoReportApi {
    static final String PATH = "/open311/v2";
    static final String FORMATS = "{format:xml|json}";

    // Reading a thousand places takes about so many milliseconds.
    private static final int EFFORT = 200;

    private final CodeTable codeTable;
    private final PublicCases cases;
    private final District district;
    private final RequestViews views;
    private final CallLimits limits;
    private final Admission admission;
    private final InstantSource clock;

    public GeoReportApi(
            CodeTable codeTable,
            PublicCases cases,
            District district,
            Open311Settings settings,
            Admission admission,
            InstantSource clock) {
        this.codeTable = codeTable;
        this.cases = cases;
        this.district = district;
        this.views = new RequestViews(district);
        this.limits = new CallLimits(settings.perMinute());
        this.admission = admission;
        this.clock = clock;
    }

    @GetMapping("/discovery." + FORMATS)
    ResponseEntity<byte[]> discovery(HttpServletRequest request) {
        limits.check(network(request));
        var format = WireFormat.of(request.getRequestURI());
        var url = ServletUriComponentsBuilder.fromContextPath(request).path(PATH).toUriString();
        // Some who check this take the bare type alone.
        return answer(format.type(), format.write(DiscoveryView.of(district.whole().name(), url)));
    }

    @GetMapping("/services." + FORMATS)
    ResponseEntity<byte[]> services(HttpServletRequest request) {
        open(request);
        return answer(request, ServiceViews.list(codeTable.categories()));
    }

    @GetMapping("/services/{code}." + FORMATS)
    ResponseEntity<byte[]> service(@PathVariable String code, HttpServletRequest request) {
        open(request);
        var category = ServiceViews.find(codeTable, code);
        if (!ServiceViews.hasQuestion(category)) {
            throw GeoReportRefusal.unknown("这类事没有附加问题（metadata 为 false）");
        }
        return answer(request, ServiceViews.definition(category));
    }

    @GetMapping("/requests." + FORMATS)
    ResponseEntity<byte[]> requests(HttpServletRequest request) {
        var parameters = open(request);
        return answer(request, views.list(found(parameters, request)));
    }

    /** The same on a map. */
    @GetMapping("/requests.geojson")
    ResponseEntity<byte[]> map(HttpServletRequest request) {
        var parameters = open(request);
        return answer(request, views.map(found(parameters, request)));
    }

    @GetMapping("/requests/{number}." + FORMATS)
    ResponseEntity<byte[]> request(@PathVariable String number, HttpServletRequest request) {
        open(request);
        var found = admitted(request, () -> cases.find(number));
        return answer(
                request,
                found.map(item -> views.list(List.of(item)))
                        .orElseThrow(
                                () -> GeoReportRefusal.unknown("没有这个 service_request_id，或者它不公开")));
    }

    /** Reports get their number at once; nobody was ever given a token. */
    @GetMapping("/tokens/{token}." + FORMATS)
    ResponseEntity<byte[]> token(HttpServletRequest request) {
        open(request);
        throw GeoReportRefusal.unknown("没有这个 token；上报时直接得到 service_request_id");
    }

    @RequestMapping("/**")
    ResponseEntity<byte[]> nothing(HttpServletRequest request) {
        limits.check(network(request));
        throw request.getMethod().equals("GET") || request.getMethod().equals("HEAD")
                ? GeoReportRefusal.unknown("没有这个地址；地址以 .xml 或 .json 结尾")
                : GeoReportRefusal.bad("这个地址不支持这种请求方法");
    }

    private List<PublicCase> found(CallParameters parameters, HttpServletRequest request) {
        var numbers = parameters.list("service_request_id");
        if (numbers.size() > RequestQuery.MOST) {
            throw GeoReportRefusal.bad("service_request_id 一次最多 " + RequestQuery.MOST + " 个");
        }
        if (!numbers.isEmpty()) {
            return admitted(request, () -> cases.find(numbers));
        }
        var query = RequestQuery.of(parameters, codeTable, clock.instant());
        return admitted(request, () -> cases.search(query.search(), query.page(), query.size()));
    }

    private <T> T admitted(HttpServletRequest request, Supplier<T> work) {
        var network = network(request);
        return admission.run(new Claim(network, "open311 " + network, EFFORT), work);
    }

    /** Lets a request in; its parameters. */
    private CallParameters open(HttpServletRequest request) {
        limits.check(network(request));
        var parameters = CallParameters.of(request);
        Jurisdiction.check(parameters, district);
        return parameters;
    }

    private static String network(HttpServletRequest request) {
        return Networks.of(request.getRemoteAddr());
    }

    private static ResponseEntity<byte[]> answer(
            HttpServletRequest request, WireDocument document) {
        var format = WireFormat.of(request.getRequestURI());
        return answer(format.typeWithEncoding(), format.write(document));
    }

    /** Pages of others may read it, too. */
    private static ResponseEntity<byte[]> answer(String type, byte[] body) {
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, type)
                .header(HttpHeaders.ACCESS_CONTROL_ALLOW_ORIGIN, "*")
                .body(body);
    }
}
