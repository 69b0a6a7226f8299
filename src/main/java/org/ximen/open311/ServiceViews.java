package org.ximen.open311;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.ximen.cases.Category;
import org.ximen.cases.CodeTable;
import org.ximen.cases.FilingCondition;
import org.ximen.open311.WireDocument.Fields;
import org.ximen.open311.WireDocument.Items;

/** The categories as services. */
final class ServiceViews {
    /** Code of the one question that some services ask. */
    static final String CONDITION = "condition";

    private ServiceViews() {}

    /**
     * The category of a service.
     *
     * @throws GeoReportRefusal if there is none
     */
    static Category find(CodeTable codeTable, String code) {
        return codeTable.categories().stream()
                .filter(category -> category.code().equals(code))
                .findFirst()
                .orElseThrow(() -> GeoReportRefusal.unknown("没有这个 service_code"));
    }

    static WireDocument list(List<Category> categories) {
        return new WireDocument(
                "services",
                new Items("service", categories.stream().map(ServiceViews::service).toList()));
    }

    private static Fields service(Category category) {
        return Fields.of(
                "service_code", category.code(),
                "service_name", category.shown(),
                "description", description(category),
                "metadata", hasQuestion(category),
                "type", "realtime",
                "keywords", keywords(category),
                "group", category.group());
    }

    private static String description(Category category) {
        var not = category.not();
        return not == null ? category.covers() : category.covers() + "。" + not;
    }

    private static String keywords(Category category) {
        var names = category.names();
        return Stream.of(names.local(), names.standard(), names.english(), category.group())
                .map(name -> name.replace(',', ' ').strip())
                .filter(name -> !name.isEmpty())
                .distinct()
                .collect(Collectors.joining(","));
    }

    /** Whether which filing condition it is can be asked. */
    static boolean hasQuestion(Category category) {
        return category.conditions().size() > 1;
    }

    static WireDocument definition(Category category) {
        var attributes = new Items("attribute", List.of(question(category)));
        return new WireDocument(
                "service_definition",
                Fields.of("service_code", category.code(), "attributes", attributes));
    }

    private static Fields question(Category category) {
        return Fields.of(
                "variable",
                true,
                "code",
                CONDITION,
                "datatype",
                "singlevaluelist",
                "required",
                false,
                "datatype_description",
                "选最接近的一种，不清楚就不选",
                "order",
                1,
                "description",
                "是哪一种情况？",
                "values",
                new Items(
                        "value", category.conditions().stream().map(ServiceViews::value).toList()));
    }

    private static Fields value(FilingCondition condition) {
        return Fields.of("key", condition.id(), "name", condition.when());
    }
}
