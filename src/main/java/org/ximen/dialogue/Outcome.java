package org.ximen.dialogue;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.Category;
import org.ximen.cases.GridCase;
import org.ximen.district.Area;
import org.ximen.district.Outside;
import org.ximen.knowledge.Finding;
import org.ximen.posters.Poster;
import org.ximen.staff.Bindings;

/** What came of an intent, before it is put into words. */
sealed interface Outcome {
    record Welcomed() implements Outcome {}

    record Arrived(Poster poster, Area area) implements Outcome {}

    record PhoneKept(String number) implements Outcome {}

    record EditSeen() implements Outcome {}

    record PrivateWanted() implements Outcome {}

    record Thanked() implements Outcome {}

    record Helped() implements Outcome {}

    /**
     * @param reporting whether a report is still open
     * @param answer the id by which an answer can be judged; null where it cannot
     */
    record Found(Finding finding, boolean reporting, @Nullable Long answer) implements Outcome {}

    /** An answer was judged. */
    record Marked(boolean useful) implements Outcome {}

    record WhyWanted(long answer) implements Outcome {}

    /** The reason is noted; more words may follow. */
    record WhyKept() implements Outcome {}

    /** Words that found no answer, just after one was judged: they may be about it. */
    record RemarkKept(Finding finding) implements Outcome {}

    record QuietKept() implements Outcome {}

    /** An old button whose meaning is gone. */
    record ButtonGone() implements Outcome {}

    record WordsWanted(Sketch sketch) implements Outcome {}

    record PlaceWanted(Sketch sketch) implements Outcome {}

    record CategoryWanted(List<Category> nearest) implements Outcome {}

    record PhotoWanted() implements Outcome {}

    record ConfirmationWanted(Sketch sketch, @Nullable Category category, @Nullable Area area)
            implements Outcome {}

    record SimilarFound(GridCase other) implements Outcome {}

    record Filed(GridCase filed) implements Outcome {}

    /** It is not in this street. */
    record OutsideTold(Outside outside) implements Outcome {}

    record Joined(GridCase joined) implements Outcome {}

    record AlreadyFiled(GridCase known) implements Outcome {}

    /** More about a case that was just opened. */
    record Added(GridCase known) implements Outcome {}

    record DraftDropped() implements Outcome {}

    record CancelWanted(List<GridCase> open) implements Outcome {}

    record Cancelled(GridCase cancelled) implements Outcome {}

    record NotCancelled(String number) implements Outcome {}

    record NothingToCancel() implements Outcome {}

    record NothingToSubmit() implements Outcome {}

    record CaseShown(GridCase shown) implements Outcome {}

    record CasesShown(List<GridCase> shown) implements Outcome {}

    record CaseUnknown(String number) implements Outcome {}

    record AreaWanted(@Nullable String said, List<Area> areas) implements Outcome {}

    record Subscribed(@Nullable Area area) implements Outcome {}

    record Unsubscribed(@Nullable Area area, boolean was) implements Outcome {}

    record ProfileSet(boolean merchant) implements Outcome {}

    /**
     * @param receipt queue number and office hours, in words
     */
    record PersonCalled(String receipt) implements Outcome {}

    /** The talk with a person, or the wait for one, is over. */
    record PersonLeft() implements Outcome {}

    /** While a person talks with the resident, only words reach them. */
    record WordsOnly() implements Outcome {}

    /**
     * @param kept what is kept of the person, a line each
     */
    record PrivacyTold(List<String> kept) implements Outcome {}

    record ForgetWanted() implements Outcome {}

    record Forgotten() implements Outcome {}

    record LanguageSet(String language) implements Outcome {}

    /**
     * @param tried what became of the code; null where none was sent
     */
    record BindTried(Bindings.@Nullable Result tried) implements Outcome {}

    /**
     * @param account name of the account that the chat had; null if it had none
     */
    record Unbound(@Nullable String account) implements Outcome {}

    record Unreadable() implements Outcome {}
}
