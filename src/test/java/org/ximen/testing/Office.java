package org.ximen.testing;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.ximen.activities.Activities;
import org.ximen.cases.CaseBook;
import org.ximen.cases.Cases;
import org.ximen.cases.CodeTable;
import org.ximen.cases.StaffReports;
import org.ximen.chat.Channel;
import org.ximen.chat.Delivery;
import org.ximen.chat.Outgoing;
import org.ximen.chat.Sender;
import org.ximen.db.Db;
import org.ximen.deliberation.Deliberations;
import org.ximen.district.District;
import org.ximen.gaps.Gaps;
import org.ximen.handoff.Handoff;
import org.ximen.knowledge.Article;
import org.ximen.knowledge.Library;
import org.ximen.knowledge.Passage;
import org.ximen.knowledge.Retriever;
import org.ximen.meaning.Meaning;
import org.ximen.meaning.Tokens;
import org.ximen.notices.Notices;
import org.ximen.opinions.OpinionDesk;
import org.ximen.opinions.Opinions;
import org.ximen.outbox.Outbox;
import org.ximen.photos.Photos;
import org.ximen.programme.Programme;
import org.ximen.readings.CorrectionTraining;
import org.ximen.readings.ReadingDesk;
import org.ximen.readings.Readings;
import org.ximen.residents.Person;
import org.ximen.residents.Residents;
import org.ximen.staff.Accounts;
import org.ximen.staff.Audit;
import org.ximen.staff.NewAccount;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;
import org.ximen.topics.Topics;
import org.ximen.understanding.MessageReader;
import org.ximen.understanding.ModelRenewal;
import org.ximen.understanding.ReadingModels;
import org.ximen.visits.Visits;
import org.ximen.workdays.WorkCalendar;

/** The features the staff work with, over one database and the product's own configuration. */
public final class Office {
    /** Password of every account that {@link #hire} opens. */
    public static final String PASSWORD = "ten letters at least";

    /** Quick to check, which a password is at every request. */
    static final PasswordEncoder QUICK = new BCryptPasswordEncoder(4);

    public final Db db;
    public final Audit audit;
    public final Accounts accounts;
    public final Residents residents;
    public final District district;
    public final Outbox outbox;
    public final Library library;
    public final Notices notices;
    public final Gaps gaps;
    public final Handoff handoff;
    public final Opinions opinions;
    public final OpinionDesk opinionDesk;
    public final Opinions.Parts opinionParts;
    public final Topics topics;
    public final Activities activities;
    public final Deliberations deliberations;
    public final Programme programme;
    public final Visits visits;
    public final Cases cases;
    public final CaseBook book;
    public final Photos photos;
    public final Readings readings;
    public final ReadingDesk readingDesk;

    /** Learns from n-grams alone, without a rest. */
    public final CorrectionTraining training;

    public final MessageReader reader;
    public final CodeTable codeTable;
    public final StaffReports reports;
    public final Pigeons pigeons = new Pigeons();

    public Office(Db db, Path home) {
        this.db = db;
        this.audit = new Audit(db);
        this.residents = new Residents(db);
        this.district = SampleConfig.DISTRICT;
        this.accounts = new Accounts(db, audit, district, QUICK);
        this.outbox = new Outbox(db, List.of(pigeons), gone -> residents.reachable(gone, false));
        this.library = new Library(home.resolve("no-articles"), db, new NoIndex());
        this.notices = new Notices(db, residents, district, outbox, library, audit);
        var parts =
                new Gaps.Parts(
                        library,
                        outbox,
                        residents,
                        audit,
                        () -> district.whole().name(),
                        Optional.empty());
        this.gaps = new Gaps(db, parts, new SimpleMeterRegistry());
        var calendar = new WorkCalendar(SampleConfig.WORKDAYS);
        this.handoff = new Handoff(db, calendar, outbox, audit);
        this.opinionParts = new Opinions.Parts(calendar, 15, district, residents, outbox, audit);
        this.opinions = new Opinions(db, opinionParts);
        this.opinionDesk = new OpinionDesk(db, opinionParts);
        this.codeTable = new CodeTable(SampleConfig.CATEGORIES, SampleConfig.DANGERS, district);
        this.readings = new Readings(db, district);
        var topicParts = new Topics.Parts(codeTable, district, residents, outbox, accounts, audit);
        this.topics = new Topics(db, topicParts);
        this.activities =
                new Activities(
                        db, new Activities.Parts(notices, district, residents, outbox, audit));
        this.deliberations =
                new Deliberations(
                        db,
                        new Deliberations.Parts(
                                district, residents, outbox, library, notices, audit));
        this.programme =
                new Programme(
                        db,
                        new Programme.Parts(
                                SampleConfig.PROGRAMME, district, library, notices, audit));
        this.cases =
                new Cases(
                        db,
                        codeTable,
                        district,
                        calendar,
                        SharedEmbedder.reports(district),
                        readings,
                        outbox);
        this.book = new CaseBook(db, codeTable, district);
        this.photos = new Photos(home.resolve("media"), db);
        this.readingDesk = new ReadingDesk(db, codeTable, audit);
        var models = new ReadingModels();
        this.reader = new MessageReader(null, district, models);
        this.reports = new StaffReports(cases, codeTable, district, reader, residents);
        this.visits =
                new Visits(
                        db,
                        new Visits.Parts(
                                SampleConfig.VISITS,
                                district,
                                reports,
                                opinions,
                                residents,
                                audit));
        var renewal = new ModelRenewal(models, reader, null, home);
        this.training = new CorrectionTraining(db, renewal, () -> {});
    }

    /** Opens an account named after its role in small letters; {@code admin} for the first. */
    public StaffMember hire(Role role, Path home, Instant now) {
        accounts.ensureAdmin(home, PASSWORD, now);
        var name = role.name().toLowerCase(java.util.Locale.ROOT);
        return accounts.find(name)
                .orElseGet(() ->
                        accounts.create(
                                new NewAccount(
                                        name,
                                        PASSWORD,
                                        role,
                                        null,
                                        List.of(StaffMember.EVERYWHERE)),
                                accounts.find(Accounts.ADMIN).orElseThrow(),
                                now));
    }

    /** A person who subscribed to an area, {@code ""} for the whole street. */
    public Person subscriber(String address, String area, Instant now) {
        var person = residents.meet(new Sender("pigeon", address), now);
        residents.subscribe(person, area, now);
        return person;
    }

    /** A channel that carries everything and remembers what. */
    public static final class Pigeons implements Channel {
        public final List<String> carried = new ArrayList<>();
        public final Map<String, Delivery> instead = new HashMap<>();

        @Override
        public String name() {
            return "pigeon";
        }

        @Override
        public Optional<Set<String>> reachable() {
            return Optional.empty();
        }

        @Override
        public boolean dropsRepeats() {
            return false;
        }

        @Override
        public int atOnce() {
            return 1;
        }

        @Override
        public Delivery send(Outgoing message) {
            carried.add(message.to().address() + " " + message.reply().text());
            return instead.getOrDefault(message.to().address(), new Delivery.Sent());
        }
    }

    /** An index of nothing. */
    static final class NoIndex implements Retriever {
        @Override
        public void dictionary(Collection<String> words) {}

        @Override
        public void put(
                Article article,
                String fingerprint,
                List<Passage> passages,
                Map<String, Meaning> meanings) {}

        @Override
        public void meaning(
                Article article, String fingerprint, Passage passage, Meaning meaning) {}

        @Override
        public void remove(String article) {}

        @Override
        public Map<String, String> held() {
            return Map.of();
        }

        @Override
        public List<String> lacking(int most) {
            return List.of();
        }

        @Override
        public long size() {
            return 0;
        }

        @Override
        public long meanings() {
            return 0;
        }

        @Override
        public void publish() {}

        @Override
        public List<Hit> search(Search search) {
            return List.of();
        }

        @Override
        public List<Word> words(String text) {
            return List.of();
        }

        @Override
        public double unseen() {
            return 1;
        }

        @Override
        public double[] weights(Tokens tokens) {
            return new double[tokens.size()];
        }
    }
}
