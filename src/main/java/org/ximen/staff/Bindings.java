package org.ximen.staff;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ximen.chat.Sender;
import org.ximen.db.Db;

/**
 * The chats of the staff. A member gets a code in the console and sends it from the chat; from then
 * on the chat is told what waits for its member. One chat has one account and the other way round.
 */
public final class Bindings {
    /** How long a code is good for. */
    public static final Duration GOOD_FOR = Duration.ofMinutes(10);

    // A shift; whoever goes on the next day says so again.
    private static final Duration IN_HAND_FOR = Duration.ofHours(12);

    private final Db db;
    private final BindingTable table;
    private final AbsenceTable absences;
    private final Audit audit;
    private final SecureRandom random = new SecureRandom();

    /** A member and the chat that is theirs. */
    public record Chat(StaffMember member, Sender sender, Instant since) {}

    /** What became of a code that was sent. */
    public sealed interface Result {
        /** The chat is the member's now. */
        record Bound(StaffMember member) implements Result {}

        /** No open code is like that. */
        record Wrong() implements Result {}
    }

    public Bindings(Db db, Audit audit) {
        this.db = db;
        this.table = new BindingTable(db);
        this.absences = new AbsenceTable(db);
        this.audit = audit;
    }

    /** A new code of 100 random bits, such as a link holds, in the place of an older one. */
    public String code(StaffMember who, Instant now) {
        var code = BindingCode.next(random);
        db.run(() -> table.putCode(who.id(), code, now.plus(GOOD_FOR)));
        return code.text();
    }

    /** Binds the chat to the account that the code was made for; a code works once. */
    public Result bind(String words, Sender chat, Instant now) {
        var code = BindingCode.sent(words);
        return db.in(() -> {
            var owner = table.owner(code, now);
            return owner.isPresent() && table.takeCode(code)
                    ? bound(owner.get(), chat, now)
                    : new Result.Wrong();
        });
    }

    private Result bound(long account, Sender chat, Instant now) {
        forget(chat, now);
        table.bind(account, chat, now);
        var member = table.find(chat).orElseThrow().member();
        audit.record(member.name(), "chat.bind", member.name(), chat.channel(), now);
        return new Result.Bound(member);
    }

    /** The member whose chat it is; empty for everybody else and for closed accounts. */
    public Optional<StaffMember> of(Sender chat) {
        return table.find(chat).map(Chat::member).filter(StaffMember::active);
    }

    /** The chat of a member. */
    public Optional<Chat> of(StaffMember member) {
        return table.find(member.id());
    }

    /**
     * Number of the case to which the pictures go that come from the chat now, if there is one;
     * what was taken in hand long ago is not any more.
     */
    public Optional<String> inHand(Sender chat, Instant now) {
        return table.inHand(chat, now.minus(IN_HAND_FOR));
    }

    /** From now on pictures of the chat go to this case; null for none. */
    public void takeInHand(Sender chat, @Nullable String number, Instant now) {
        table.takeInHand(chat, number, now);
    }

    /** The chats of all open accounts with a role. */
    public List<Chat> of(Role role) {
        return table.list(role.name());
    }

    /**
     * The chats that are told on a day what is for the open accounts of a role, each chat once: of
     * who is away that of who stands in, if it can be reached and is for it, too; else their own.
     *
     * @param whom for whom it is
     * @param role name; of one that does not exist nobody is told
     */
    public List<OnDuty> onDuty(String role, LocalDate day, Predicate<StaffMember> whom) {
        var away =
                absences.on(day).stream()
                        .collect(Collectors.toMap(each -> each.member().id(), each -> each));
        var chats = table.list(role);
        var told = new LinkedHashMap<Sender, OnDuty>();
        chats.stream()
                .filter(chat -> whom.test(chat.member()))
                .filter(chat -> deputy(away.get(chat.member().id()), away, whom).isEmpty())
                .forEach(chat -> told.put(chat.sender(), own(chat)));
        away.values().stream()
                .filter(each -> each.member().role().name().equals(role))
                .filter(each -> whom.test(each.member()))
                .forEach(each ->
                        deputy(each, away, whom)
                                .ifPresent(chat -> told.putIfAbsent(chat, standIn(each, chat))));
        return List.copyOf(told.values());
    }

    private Optional<Sender> deputy(
            AbsenceTable.@Nullable Away absent,
            Map<Long, AbsenceTable.Away> away,
            Predicate<StaffMember> whom) {
        return absent == null || away.containsKey(absent.deputy())
                ? Optional.empty()
                : table.find(absent.deputy())
                        .filter(chat -> chat.member().standsInFor(absent.member()))
                        .filter(chat -> whom.test(chat.member()))
                        .map(Chat::sender);
    }

    private static OnDuty own(Chat chat) {
        return new OnDuty(chat.member(), chat.sender(), null);
    }

    private static OnDuty standIn(AbsenceTable.Away absent, Sender chat) {
        return new OnDuty(absent.member(), chat, absent.member().name());
    }

    /**
     * Takes a member's chat away. One's own, or anybody's by an administrator.
     *
     * @throws StaffRefused if it is another's
     */
    public void unbind(StaffMember whose, StaffMember by, Instant now) {
        if (whose.id() != by.id() && by.role() != Role.ADMIN) {
            throw new StaffRefused(StaffRefused.Reason.FORBIDDEN, "只有管理员可以解除别人的绑定。");
        }
        db.run(() -> {
            if (table.unbind(whose.id())) {
                audit.record(by.name(), "chat.unbind", whose.name(), now);
            }
        });
    }

    /** Takes the chat from its member, if it has one. */
    public Optional<StaffMember> forget(Sender chat, Instant now) {
        return db.in(() -> {
            var member = table.find(chat).map(Chat::member);
            member.ifPresent(each -> unbind(each, each, now));
            return member;
        });
    }

    /** Erases codes that ended before an instant; returns how many. */
    public int trim(Instant before) {
        return table.trim(before);
    }
}
