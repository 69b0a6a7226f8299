package org.ximen.dialogue;

import java.time.Instant;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.ximen.district.District;
import org.ximen.handoff.Handoff;
import org.ximen.residents.Person;

/** Hands each intent to the one feature that answers it. */
final class Desks {
    private final Features features;
    private final ReportDesk reports;
    private final ServiceDesk services;
    private final Handoff handoff;
    private final BiConsumer<Person, Instant> eraser;

    Desks(Features features, BiConsumer<Person, Instant> eraser) {
        this.features = features;
        this.eraser = eraser;
        this.reports = new ReportDesk(features);
        this.services =
                new ServiceDesk(features.cases(), features.district(), features.residents());
        this.handoff = features.handoff();
    }

    /** For names of departments and the street in words. */
    District names() {
        return features.district();
    }

    Step step(Turn turn, Intent intent) {
        return switch (intent) {
            case Intent.Greet() -> keep(turn, new Outcome.Welcomed());
            case Intent.Thank() -> keep(turn, new Outcome.Thanked());
            case Intent.Help() -> keep(turn, new Outcome.Helped());
            case Intent.Ask ask -> keep(turn, new Outcome.ButtonGone());
            case Intent.Pick pick -> keep(turn, new Outcome.ButtonGone());
            case Intent.Report(var words) -> reports.tell(turn, words);
            case Intent.Submit(var anonymous) -> reports.submit(turn, anonymous);
            case Intent.Change(var what) -> reports.change(turn, what);
            case Intent.Choose(var category) -> reports.choose(turn, category);
            case Intent.Join(var number) -> reports.join(turn, number);
            case Intent.New() -> reports.standAlone(turn);
            case Intent.Status(var number) -> keep(turn, services.status(turn, number));
            case Intent.Cancel(var number) -> cancel(turn, number);
            case Intent.Subscribe(var area) -> services.subscribe(turn, area);
            case Intent.Unsubscribe(var area) -> Step.end(services.unsubscribe(turn, area));
            case Intent.Merchant(var merchant) -> keep(turn, services.profile(turn, merchant));
            case Intent.WantPerson(var about) -> keep(turn, person(turn, about));
            case Intent.Privacy() -> keep(turn, new Outcome.PrivacyTold());
            case Intent.Forget(var sure) -> forget(turn, sure);
            case Intent.Language(var language) -> keep(turn, services.language(turn, language));
            case Intent.Nothing() -> keep(turn, new Outcome.Unreadable());
        };
    }

    private static Step keep(Turn turn, Outcome outcome) {
        return new Step(outcome, turn.flow());
    }

    /** Whatever is open ends: a draft first, then a place in the queue, then a case. */
    private Step cancel(Turn turn, @Nullable String number) {
        boolean draft = turn.flow() instanceof Flow.Reporting;
        boolean waited =
                number == null && !draft && handoff.end(turn.incoming().sender(), turn.now());
        return waited ? keep(turn, new Outcome.PersonLeft()) : reports.cancel(turn, number);
    }

    private Outcome person(Turn turn, @Nullable String about) {
        var ticket = handoff.ask(turn.person(), about, turn.now());
        return new Outcome.PersonCalled(handoff.receipt(ticket, turn.now()));
    }

    private Step forget(Turn turn, boolean sure) {
        if (!sure) {
            return new Step(new Outcome.ForgetWanted(), new Flow.Forgetting());
        }
        eraser.accept(turn.person(), turn.now());
        return Step.end(new Outcome.Forgotten());
    }
}
