package org.ximen.merchants;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.ximen.chat.Choice;
import org.ximen.chat.Reply;
import org.ximen.district.Department;
import org.ximen.district.District;
import org.ximen.text.BilingualTexts;
import org.ximen.text.Language;
import org.ximen.text.Plain;

/** What merchants are told unasked. */
final class MerchantWords {
    private static final String NUMBERS = "①②③④⑤⑥";
    private static final int LEAD = 80;
    private static final int TITLE = 20;
    private static final int MOST_BYTES = 60;

    private final BilingualTexts texts = new BilingualTexts(MerchantWords.class);
    private final ShopCatalog catalog;
    private final District district;

    MerchantWords(ShopCatalog catalog, District district) {
        this.catalog = catalog;
        this.district = district;
    }

    /** An article as it was told, by the number of its row. */
    record ToldItem(long id, PolicyItem item) {}

    /** One summary of all that is told. */
    Reply policies(Language language, List<ToldItem> told) {
        var lines =
                IntStream.range(0, told.size())
                        .mapToObj(nth -> line(language, number(told, nth), told.get(nth).item()))
                        .collect(Collectors.joining("\n"));
        var choices = new ArrayList<Choice>();
        for (int nth = 0; nth < told.size(); nth++) {
            choices.addAll(choices(language, number(told, nth), told.get(nth)));
        }
        choices.add(new Choice(texts.say(language, "button.shop-quiet"), "shop-quiet"));
        return Reply.of(Reply.Kind.STATUS, texts.say(language, "policies", lines), choices);
    }

    private static String number(List<ToldItem> told, int nth) {
        return told.size() == 1 ? "" : NUMBERS.substring(nth, nth + 1);
    }

    private String line(Language language, String number, PolicyItem item) {
        var lead = Plain.start(item.article().text().replaceAll("\\s+", " "), LEAD);
        var tag = catalog.tagName(language, item.tag());
        return number + texts.say(language, "policy", item.article().title(), lead, tag);
    }

    private List<Choice> choices(Language language, String number, ToldItem told) {
        var choices = new ArrayList<Choice>();
        var article = told.item().article();
        if (opens(article.id())) {
            choices.add(new Choice(label(article.title()), guide(article.id())));
        }
        choices.add(button(language, number, "policy-useful", told.id()));
        choices.add(button(language, number, "policy-useless", told.id()));
        return choices;
    }

    private Choice button(Language language, String number, String name, long id) {
        return new Choice(number + texts.say(language, "button." + name), name + ":" + id);
    }

    /** Whether a button can hold the id of an article. */
    static boolean opens(String article) {
        return guide(article).getBytes(StandardCharsets.UTF_8).length <= MOST_BYTES;
    }

    /** What a button that opens an article holds. */
    static String guide(String article) {
        return "shop-guide:" + article;
    }

    /** A title, cut so that it fits on a button. */
    static String label(String title) {
        return title.length() <= TITLE ? title : title.substring(0, TITLE) + "…";
    }

    /** The units by the names that who speaks this language reads. */
    String units(Language language, List<String> units) {
        return units.stream()
                .map(name -> unit(language, name))
                .collect(Collectors.joining(language.of("、", ", ")));
    }

    private String unit(Language language, String name) {
        var english = district.department(name).map(Department::english).orElse("");
        return english.isBlank() ? name : language.of(name, english);
    }

    /** What happens with a joint visit, as the shop reads it. */
    Reply visit(Language language, JointVisit visit, JointVisit.Step step) {
        var key = "visit." + step.name().toLowerCase(Locale.ROOT);
        var plan = visit.plan();
        var text =
                texts.say(
                        language,
                        key,
                        MerchantTimes.shown(plan.at(), language),
                        plan.place(),
                        units(language, plan.units()),
                        plan.purpose(),
                        visit.result() == null ? "" : visit.result());
        return Reply.of(Reply.Kind.STATUS, text);
    }
}
