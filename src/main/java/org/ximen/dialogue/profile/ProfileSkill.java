package org.ximen.dialogue.profile;

import static java.util.Map.entry;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.ximen.chat.Choice;
import org.ximen.chat.Reply;
import org.ximen.dialogue.Call;
import org.ximen.dialogue.Conversation;
import org.ximen.dialogue.Features;
import org.ximen.dialogue.Skill;
import org.ximen.dialogue.SkillTexts;
import org.ximen.dialogue.Step;
import org.ximen.dialogue.Turn;
import org.ximen.dialogue.Work;
import org.ximen.district.Area;
import org.ximen.residents.Profile;
import org.ximen.residents.Residents;
import org.ximen.text.Language;
import org.ximen.text.Masking;
import org.ximen.understanding.Act;

/** Notes what somebody tells of themselves, as far as it is of use to them, and says so. */
public final class ProfileSkill implements Skill {
    private final Residents residents;
    private final Function<Turn, Optional<Work>> shops;
    private final SkillTexts texts = new SkillTexts(ProfileSkill.class);

    /**
     * Notes by these features.
     *
     * @param shops takes what is told of a shop; empty where it is about none
     */
    public ProfileSkill(Features features, Function<Turn, Optional<Work>> shops) {
        this.residents = features.residents();
        this.shops = shops;
    }

    @Override
    public String name() {
        return "profile";
    }

    @Override
    public Set<Act> acts() {
        return Set.of(Act.PROFILE);
    }

    @Override
    public Map<String, String> commands() {
        return Map.ofEntries(entry("language", "language"), entry("语言", "language"));
    }

    @Override
    public Set<String> buttons() {
        return Set.of("merchant", "resident");
    }

    @Override
    public Work take(Turn turn, Call call) {
        return switch (call) {
            case Call.PhoneShared(var number) -> standing -> phone(turn, number, standing);
            case Call.Pressed(var button, var value) ->
                    standing -> profile(turn, button.equals("merchant"), standing);
            case Call.Commanded(var command, var rest) ->
                    standing -> language(turn, rest, standing);
            default -> ofShop(turn).orElse(standing -> told(turn, standing));
        };
    }

    /** A number is kept, whatever else is told. */
    private Optional<Work> ofShop(Turn turn) {
        return turn.reading().phone().isPresent() ? Optional.empty() : shops.apply(turn);
    }

    private Step phone(Turn turn, String number, Conversation standing) {
        residents.phone(turn.person(), number);
        return say(turn, standing, "phone", Masking.mask(number));
    }

    private Step profile(Turn turn, boolean merchant, Conversation standing) {
        residents.profile(turn.person(), merchant ? Profile.MERCHANT : Profile.RESIDENT);
        var text = texts.say(turn.language(), merchant ? "merchant" : "resident");
        return Step.of(Reply.of(Reply.Kind.HELP, text), standing);
    }

    private Step language(Turn turn, String rest, Conversation standing) {
        var language = rest.startsWith("en") || rest.startsWith("英") ? Language.EN : Language.ZH;
        residents.language(turn.person(), language.code());
        var reply = Reply.of(Reply.Kind.HELP, texts.say(language, "language"));
        return Step.of(reply, standing);
    }

    /** A number is kept; a home or a shop can be made use of with one touch. */
    private Step told(Turn turn, Conversation standing) {
        var number = turn.reading().phone();
        if (number.isPresent()) {
            return phone(turn, number.get(), standing);
        }
        var choices = new ArrayList<Choice>();
        area(turn).ifPresent(area -> choices.add(subscribe(turn, area)));
        choices.addAll(
                List.of(
                        texts.button(turn.language(), "merchant"),
                        texts.button(turn.language(), "resident")));
        var text = texts.say(turn.language(), "told");
        return Step.of(Reply.of(Reply.Kind.QUESTION, text, choices), standing);
    }

    private static Optional<Area> area(Turn turn) {
        return turn.reading().places().stream()
                .flatMap(mention -> Optional.ofNullable(mention.place().area()).stream())
                .findFirst();
    }

    private Choice subscribe(Turn turn, Area area) {
        var label = texts.say(turn.language(), "subscribe", area.shown(turn.language()));
        return SkillTexts.labelled(label, "area", area.code());
    }

    private Step say(Turn turn, Conversation standing, String key, Object... values) {
        var text = texts.say(turn.language(), key, values);
        return Step.of(Reply.of(Reply.Kind.STATUS, text), standing);
    }
}
