package org.ximen.dialogue;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.Danger;
import org.ximen.district.District;
import org.ximen.handoff.Handoff;
import org.ximen.staff.StaffMember;

/** Hands each intent to the one feature that answers it. */
final class Desks {
    private final Features features;
    private final ReportDesk reports;
    private final ServiceDesk services;
    private final Marks marks;
    private final Handoff handoff;
    private final PersonalData personal;

    Desks(Features features, PersonalData personal) {
        this.features = features;
        this.personal = personal;
        this.reports = new ReportDesk(features);
        this.services =
                new ServiceDesk(features.cases(), features.district(), features.residents());
        this.marks = new Marks(features.gaps(), features.intake());
        this.handoff = features.handoff();
    }

    /** For names of departments and the street in words. */
    District names() {
        return features.district();
    }

    Step step(Turn turn, Intent intent) {
        return switch (intent) {
            case Intent.Greet() -> keep(turn, new Outcome.Welcomed());
            case Intent.Arrive(var key) -> arrive(turn, key);
            case Intent.LeavePhone(var number) -> keep(turn, services.phone(turn, number));
            case Intent.Edit() -> keep(turn, new Outcome.EditSeen());
            case Intent.Private() -> keep(turn, new Outcome.PrivateWanted());
            case Intent.Thank() -> keep(turn, new Outcome.Thanked());
            case Intent.Help() -> keep(turn, new Outcome.Helped());
            case Intent.Ask ask -> keep(turn, new Outcome.ButtonGone());
            case Intent.Pick pick -> keep(turn, new Outcome.ButtonGone());
            case Intent.Report(var words) -> reports.tell(turn, words);
            case Intent.Supplement() -> reports.supplement(turn);
            case Intent.Submit(var anonymous) -> reports.submit(turn, anonymous);
            case Intent.Change(var what) -> reports.change(turn, what);
            case Intent.Choose(var category) -> reports.choose(turn, category);
            case Intent.Join(var number) -> reports.join(turn, number);
            case Intent.New() -> reports.standAlone(turn);
            case Intent.Status(var number) -> keep(turn, services.status(turn, number));
            case Intent.Cancel(var number) -> cancel(turn, number);
            case Intent.Subscribe(var area) -> {
                marks.loud(turn);
                yield services.subscribe(turn, area);
            }
            case Intent.Unsubscribe(var area) -> {
                if (area == null) {
                    marks.quiet(turn);
                }
                yield Step.aside(turn, services.unsubscribe(turn, area));
            }
            case Intent.Merchant(var merchant) -> keep(turn, services.profile(turn, merchant));
            case Intent.WantPerson(var about) -> keep(turn, person(turn, about));
            case Intent.Privacy() ->
                    keep(turn, new Outcome.PrivacyTold(personal.of(turn.person())));
            case Intent.Forget(var sure) -> forget(turn, sure);
            case Intent.Language(var language) -> keep(turn, services.language(turn, language));
            case Intent.Mark(var answer, var useful) ->
                    keep(turn, marks.mark(turn, answer, useful));
            case Intent.Why(var answer, var reason) -> keep(turn, marks.why(turn, answer, reason));
            case Intent.Quiet() -> keep(turn, marks.quiet(turn));
            case Intent.Bind(var code) -> keep(turn, bind(turn, code));
            case Intent.Unbind() -> keep(turn, unbind(turn));
            case Intent.Nothing() -> keep(turn, new Outcome.Unreadable());
        };
    }

    /** What was found for an intent, with a note of it. */
    Step found(Turn turn, Intent intent, Questions.Asked asked, Step step) {
        return new Step(marks.found(turn, intent, asked, step.outcome()), step.next());
    }

    /** The danger that the words name, or that the open report or the case just filed is about. */
    Optional<Danger> danger(Turn turn) {
        var named = features.intake().read(turn.words()).danger();
        return named == null ? known(turn).flatMap(features.intake()::danger) : Optional.of(named);
    }

    private static Optional<String> known(Turn turn) {
        return switch (turn.flow()) {
            case Flow.Reporting(var sketch, var asked, var offered) ->
                    Optional.ofNullable(sketch.danger());
            case Flow.Watching watching when watching.fresh(turn.now()) ->
                    Optional.ofNullable(watching.danger());
            default -> Optional.empty();
        };
    }

    /** Whether an intent is about something that happens, not about how things are done. */
    static boolean tellsOfSomething(Intent intent) {
        return switch (intent) {
            case Intent.Report report -> true;
            case Intent.Supplement supplement -> true;
            case Intent.Submit submit -> true;
            case Intent.Join join -> true;
            case Intent.New alone -> true;
            case Intent.Private hidden -> true;
            default -> false;
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

    /** Who scans a poster is greeted at its place; an open report goes on. */
    private Step arrive(Turn turn, String key) {
        var poster = features.posters().find(key);
        var area = poster.flatMap(found -> features.district().area(found.area()));
        if (poster.isEmpty() || area.isEmpty()) {
            return keep(turn, new Outcome.Welcomed());
        }
        var found = poster.get();
        var next =
                turn.flow() instanceof Flow.Reporting
                        ? turn.flow()
                        : new Flow.Arrived(found.place(), found.area(), turn.now());
        return new Step(new Outcome.Arrived(found, area.get()), next);
    }

    private Outcome person(Turn turn, @Nullable String about) {
        var ticket = handoff.ask(turn.person(), matter(turn, about), turn.now());
        return new Outcome.PersonCalled(handoff.receipt(ticket, turn.now()));
    }

    /** What a person is wanted for: the question asked before, and what was said with the wish. */
    private static @Nullable String matter(Turn turn, @Nullable String about) {
        if (turn.flow() instanceof Flow.Asking(var question, var options)) {
            return about == null ? question : question + "；" + about;
        }
        return about;
    }

    private Outcome bind(Turn turn, @Nullable String code) {
        var chat = turn.incoming().sender();
        return new Outcome.BindTried(
                code == null ? null : features.bindings().bind(code, chat, turn.now()));
    }

    private Outcome unbind(Turn turn) {
        var member = features.bindings().forget(turn.incoming().sender(), turn.now());
        return new Outcome.Unbound(member.map(StaffMember::name).orElse(null));
    }

    private Step forget(Turn turn, boolean sure) {
        if (!sure) {
            return new Step(new Outcome.ForgetWanted(), new Flow.Forgetting());
        }
        personal.forget(turn.person(), turn.now());
        return Step.end(new Outcome.Forgotten());
    }
}
