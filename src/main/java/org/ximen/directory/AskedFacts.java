package org.ximen.directory;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.ximen.directory.PlaceNames.Called;

/**
 * What a message asks, of all that its parts say: 受理中心中午休息吗 我午休才有空过来.
 *
 * @param facts none where it asks for nothing that a directory tells
 * @param called by which name it calls the place
 */
record AskedFacts(List<FactWanted> facts, Optional<Called> called, AskedWhen when) {
    private record Read(AskedClause clause, List<FactWanted> facts) {
        boolean asks() {
            return !facts.contains(FactWanted.NONE);
        }
    }

    static AskedFacts of(List<AskedClause> clauses, FactReader reader) {
        var read =
                clauses.stream()
                        .filter(clause -> !clause.frame().isBlank())
                        .map(clause -> new Read(clause, reader.wanted(clause.frame())))
                        .toList();
        var called = called(read);
        var asking = called.isPresent() ? asking(read) : alone(read);
        var facts = facts(asking);
        return new AskedFacts(facts, called, when(read, asking, facts));
    }

    /** What somebody wants who is named besides; else the name in a part that asks, else any. */
    private static Optional<Called> called(List<Read> read) {
        var all =
                Stream.concat(read.stream().filter(Read::asks), read.stream())
                        .flatMap(each -> each.clause().names().stream())
                        .toList();
        return all.stream().filter(Called::used).findFirst().or(() -> all.stream().findFirst());
    }

    /** What the other parts tell is why somebody asks. */
    private static List<Read> asking(List<Read> read) {
        return read.stream()
                .filter(Read::asks)
                .filter(each ->
                        !each.clause().names().isEmpty()
                                || each.facts().stream().allMatch(FactWanted::isPlain))
                .toList();
    }

    /** Without a name nothing but the question is said. */
    private static List<Read> alone(List<Read> read) {
        return read.stream().allMatch(Read::asks) ? read : List.of();
    }

    private static List<FactWanted> facts(List<Read> asking) {
        var all = asking.stream().flatMap(each -> each.facts().stream()).distinct().toList();
        return all.size() == 1
                ? all
                : all.stream().filter(Predicate.not(FactWanted.SAME::equals)).toList();
    }

    /** As the parts say that ask; what they leave open as the others do. */
    private static AskedWhen when(List<Read> read, List<Read> asking, List<FactWanted> facts) {
        var when = when(asking);
        var others = new ArrayList<>(read);
        others.removeAll(asking);
        boolean told = facts.contains(FactWanted.OPENS) || facts.contains(FactWanted.CLOSES);
        var rest = when(others);
        return when.or(told ? new AskedWhen(rest.days(), Optional.empty()) : rest);
    }

    private static AskedWhen when(List<Read> read) {
        return read.stream()
                .map(each -> each.clause().when())
                .reduce(AskedWhen.UNSAID, AskedWhen::or);
    }
}
