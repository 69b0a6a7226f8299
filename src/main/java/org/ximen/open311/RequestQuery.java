package org.ximen.open311;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.ximen.cases.CodeTable;
import org.ximen.cases.PublicSearch;
import org.ximen.cases.State;

/**
 * What somebody asks of the list of requests.
 *
 * @param search by kind, state and time
 * @param page counted from 0
 */
record RequestQuery(PublicSearch search, int page, int size) {
    /** More are not given at once. */
    static final int MOST = 1_000;

    private static final Duration LONGEST = Duration.ofDays(90);
    private static final int LAST_PAGE = 10_000;
    private static final LocalTime EVENING = LocalTime.of(23, 59, 59, 999_999_000);

    /**
     * @throws GeoReportRefusal if a parameter cannot be understood
     */
    static RequestQuery of(CallParameters parameters, CodeTable codeTable, Instant now) {
        var from = time(parameters, "start_date", LocalTime.MIN);
        var to = time(parameters, "end_date", EVENING);
        var first = from.orElseGet(() -> to.orElse(now).minus(LONGEST));
        var last = to.orElseGet(() -> from.map(at -> at.plus(LONGEST)).orElse(now));
        if (first.isAfter(last) || Duration.between(first, last).compareTo(LONGEST) > 0) {
            throw GeoReportRefusal.bad("start_date 应早于 end_date，两者最多相隔 90 天");
        }
        var search =
                new PublicSearch(codes(parameters, codeTable), states(parameters), first, last);
        return new RequestQuery(
                search,
                parameters.number("page", 1, LAST_PAGE) - 1,
                parameters.number("page_size", MOST, MOST));
    }

    private static Optional<Instant> time(CallParameters parameters, String name, LocalTime ofDay) {
        return parameters.find(name).map(told -> WireTime.read(name, told, ofDay));
    }

    private static Set<String> codes(CallParameters parameters, CodeTable codeTable) {
        var asked = parameters.list("service_code");
        for (var code : asked) {
            ServiceViews.find(codeTable, code);
        }
        return Set.copyOf(asked);
    }

    private static Set<State> states(CallParameters parameters) {
        var states = EnumSet.noneOf(State.class);
        for (var status : parameters.list("status")) {
            states.addAll(states(status));
        }
        return states;
    }

    private static List<State> states(String status) {
        if (!status.equals("open") && !status.equals("closed")) {
            throw GeoReportRefusal.bad("status 应是 open 或 closed，可用逗号隔开");
        }
        return Stream.of(State.values()).filter(s -> s.over() == status.equals("closed")).toList();
    }
}
