package org.ximen.console;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ximen.cases.CaseSearch;
import org.ximen.cases.CodeTable;
import org.ximen.cases.Stage;
import org.ximen.district.District;

/** What the lists above the cases offer. */
record Choices(
        List<Option> stages,
        List<Option> areas,
        List<Option> categories,
        List<Option> times,
        List<Option> departments) {
    /** One line of a list. */
    record Option(String value, String label) {}

    static Choices of(District district, CodeTable codeTable) {
        return new Choices(
                allStages(),
                areasOf(district),
                codeTable.categories().stream()
                        .map(each -> new Option(each.code(), each.group() + " · " + each.shown()))
                        .toList(),
                Arrays.stream(CaseSearch.Time.values())
                        .map(each -> new Option(each.name(), each.shown()))
                        .toList(),
                departmentsOf(district));
    }

    static List<Option> departmentsOf(District district) {
        return district.departments().stream().map(d -> new Option(d.id(), d.name())).toList();
    }

    static List<Option> areasOf(District district) {
        return district.areas().stream()
                .filter(area -> area.parent() != null)
                .map(area -> new Option(area.code(), area.name()))
                .toList();
    }

    private static List<Option> allStages() {
        var stages = new ArrayList<Option>();
        stages.add(new Option("OPEN", "未办结"));
        Arrays.stream(Stage.values())
                .filter(stage -> !stage.states().isEmpty())
                .forEach(stage -> stages.add(new Option(stage.name(), stage.shown())));
        return stages;
    }
}
