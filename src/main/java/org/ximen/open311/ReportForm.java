package org.ximen.open311;

import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.ximen.cases.CaseOrigin;
import org.ximen.cases.CaseSource;
import org.ximen.cases.Category;
import org.ximen.cases.CodeTable;
import org.ximen.cases.FilingCondition;
import org.ximen.cases.StaffReport;
import org.ximen.district.Point;
import org.ximen.open311.GeoReportRefusal.Problem;
import org.ximen.text.ReachableNumber;

/**
 * What somebody reports. Name, mail and device are neither read nor kept.
 *
 * @param words what is told, with the answer to the service's question and the address of a
 *     picture, which nobody fetches
 * @param point WGS-84
 * @param address words for the place
 * @param phone as it was typed
 * @param names whether a name, a mail or a device was sent along
 */
record ReportForm(
        Category category,
        String words,
        @Nullable Point point,
        @Nullable String address,
        @Nullable String phone,
        boolean names) {
    private static final List<String> UNKEPT =
            List.of("email", "first_name", "last_name", "device_id", "account_id");
    private static final int LONGEST_WORDS = 4_000;
    private static final int LONGEST_ADDRESS = 300;
    private static final int LONGEST_LINK = 1_000;
    private static final Pattern DEGREES = Pattern.compile("[+-]?\\d{1,3}(\\.\\d{1,20})?");
    private static final Pattern LINK = Pattern.compile("https?://[\\x21-\\x7E]+");
    private static final Pattern ATTRIBUTE = Pattern.compile("attribute\\[([^\\[\\]]*)](\\[])?");

    /**
     * @throws GeoReportRefusal with all that is wrong
     */
    static ReportForm of(CallParameters parameters, CodeTable codeTable) {
        var code = parameters.find("service_code");
        var category = code.map(told -> ServiceViews.find(codeTable, told));
        var problems =
                Stream.of(
                                missing(code.isEmpty(), "请写明 service_code"),
                                place(parameters),
                                tooLong(parameters, "description", LONGEST_WORDS),
                                tooLong(parameters, "address_string", LONGEST_ADDRESS),
                                link(parameters),
                                attributes(parameters, category))
                        .flatMap(Optional::stream)
                        .map(why -> new Problem(HttpStatus.BAD_REQUEST.value(), why))
                        .toList();
        if (!problems.isEmpty()) {
            throw new GeoReportRefusal(HttpStatus.BAD_REQUEST, problems);
        }
        return of(parameters, category.orElseThrow());
    }

    private static ReportForm of(CallParameters parameters, Category category) {
        return new ReportForm(
                category,
                words(parameters, category),
                point(parameters).orElse(null),
                parameters.find("address_string").orElse(null),
                parameters.find("phone").orElse(null),
                UNKEPT.stream().anyMatch(name -> parameters.find(name).isPresent()));
    }

    /** What is filed of it. */
    StaffReport report() {
        return new StaffReport(
                words,
                address,
                point,
                category.code(),
                new CaseOrigin(CaseSource.OPEN311, null),
                reachable().orElse(null));
    }

    /** The digits of the telephone, if somebody can be called there. */
    Optional<String> reachable() {
        return Optional.ofNullable(phone).flatMap(ReachableNumber::of);
    }

    private static String words(CallParameters parameters, Category category) {
        var told = parameters.find("description").orElse(category.shown() + "（没有文字说明）");
        var more =
                Stream.of(
                                condition(parameters, category).map(c -> "选的情况：" + c.when()),
                                parameters.find("media_url").map(link -> "照片网址：" + link))
                        .flatMap(Optional::stream);
        return String.join("\n", Stream.concat(Stream.of(told), more).toList());
    }

    private static Optional<String> missing(boolean so, String why) {
        return so ? Optional.of(why) : Optional.empty();
    }

    private static Optional<String> tooLong(CallParameters parameters, String name, int most) {
        boolean so =
                parameters
                        .find(name)
                        .filter(v -> v.codePointCount(0, v.length()) > most)
                        .isPresent();
        return missing(so, name + " 最多 " + most + " 个字");
    }

    private static Optional<String> link(CallParameters parameters) {
        Predicate<String> wrong = v -> v.length() > LONGEST_LINK || !LINK.matcher(v).matches();
        return missing(
                parameters.find("media_url").filter(wrong).isPresent(),
                "media_url 应是 http 或 https 的网址");
    }

    private static Optional<String> place(CallParameters parameters) {
        var latitude = parameters.find("lat");
        var longitude = parameters.find("long");
        if (latitude.isEmpty() && longitude.isEmpty()) {
            boolean known = parameters.find("address_string").isPresent();
            return missing(!known, "请用 lat 和 long，或者 address_string 写明在哪里；这里没有 address_id");
        }
        return missing(point(parameters).isEmpty(), "lat 和 long 要一起写，是 WGS-84 的度数");
    }

    private static Optional<Point> point(CallParameters parameters) {
        var latitude = degrees(parameters, "lat", 90);
        var longitude = degrees(parameters, "long", 180);
        return latitude.flatMap(north -> longitude.map(east -> new Point(north, east)));
    }

    private static Optional<Double> degrees(CallParameters parameters, String name, double most) {
        return parameters
                .find(name)
                .filter(value -> DEGREES.matcher(value).matches())
                .map(Double::valueOf)
                .filter(value -> Math.abs(value) <= most);
    }

    private static Optional<String> attributes(
            CallParameters parameters, Optional<Category> category) {
        var sent =
                parameters.all().keySet().stream().filter(n -> n.startsWith("attribute")).toList();
        boolean wrong =
                category.isPresent()
                        && sent.stream().anyMatch(n -> !isAnswer(n, parameters, category.get()));
        return missing(wrong, "attribute[…] 的名字或值不在这个服务的定义里");
    }

    private static boolean isAnswer(String name, CallParameters parameters, Category category) {
        var matched = ATTRIBUTE.matcher(name);
        boolean asked =
                matched.matches()
                        && ServiceViews.CONDITION.equals(matched.group(1))
                        && ServiceViews.hasQuestion(category);
        var values = parameters.all().getOrDefault(name, List.of());
        return values.isEmpty()
                || asked && values.size() == 1 && named(category, values.getFirst()).isPresent();
    }

    private static Optional<FilingCondition> condition(
            CallParameters parameters, Category category) {
        return parameters.all().keySet().stream()
                .filter(name -> ATTRIBUTE.matcher(name).matches())
                .flatMap(name -> parameters.find(name).stream())
                .findFirst()
                .flatMap(id -> named(category, id));
    }

    private static Optional<FilingCondition> named(Category category, String id) {
        return category.conditions().stream().filter(c -> c.id().equals(id)).findFirst();
    }
}
