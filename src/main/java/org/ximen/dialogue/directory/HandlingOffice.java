package org.ximen.dialogue.directory;

import java.util.Optional;
import org.ximen.cases.Category;
import org.ximen.cases.CodeTable;
import org.ximen.chat.Choice;
import org.ximen.chat.Reply;
import org.ximen.dialogue.Features;
import org.ximen.dialogue.SkillTexts;
import org.ximen.dialogue.Turn;
import org.ximen.directory.Directory;
import org.ximen.district.Department;
import org.ximen.district.District;
import org.ximen.understanding.Act;
import org.ximen.understanding.CategoryGuess;

/** Tells which office handles a trouble of the kind that is asked about: 井盖归谁管. */
final class HandlingOffice {
    // So likely it is that kind of trouble.
    private static final double SURE = 0.5;

    private final Directory directory;
    private final CodeTable codeTable;
    private final District district;
    private final SkillTexts texts;

    HandlingOffice(Features features, SkillTexts texts) {
        this.directory = features.directory();
        this.codeTable = features.codeTable();
        this.district = features.district();
        this.texts = texts;
    }

    /** The reply; empty where something else is asked, or the kind is not plain. */
    Optional<Reply> reply(Turn turn) {
        return directory.asksWhoHandles(turn.words(), HoursTexts.today(turn))
                ? category(turn).flatMap(category -> reply(turn, category))
                : Optional.empty();
    }

    private Optional<Category> category(Turn turn) {
        return turn.reading().categories().stream()
                .findFirst()
                .filter(guess -> guess.probability() >= SURE)
                .map(CategoryGuess::code)
                .filter(code -> !code.equals(CategoryGuess.OTHER))
                .map(codeTable::category);
    }

    private Optional<Reply> reply(Turn turn, Category category) {
        return Optional.ofNullable(category.department())
                .flatMap(district::department)
                .map(office ->
                        Reply.of(Reply.Kind.ANSWER, text(turn, category, office), report(turn)));
    }

    private String text(Turn turn, Category category, Department office) {
        var language = turn.language();
        return texts.say(language, "handled", category.shown(language), office.shown(language));
    }

    private Choice report(Turn turn) {
        var label = texts.say(turn.language(), "button.report");
        return SkillTexts.labelled(label, "as", Act.REPORT.name());
    }
}
