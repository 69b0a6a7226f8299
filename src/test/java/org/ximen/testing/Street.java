package org.ximen.testing;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ximen.Holdings;
import org.ximen.activities.Activities;
import org.ximen.casefiles.StreetFigures;
import org.ximen.cases.CaseBook;
import org.ximen.cases.Cases;
import org.ximen.cases.CodeTable;
import org.ximen.cases.FieldDesk;
import org.ximen.cases.StaffReports;
import org.ximen.chat.Channel;
import org.ximen.chat.Delivery;
import org.ximen.chat.Outgoing;
import org.ximen.db.Db;
import org.ximen.deliberation.Deliberations;
import org.ximen.dialogue.Conversations;
import org.ximen.dialogue.Dialogue;
import org.ximen.dialogue.Features;
import org.ximen.dialogue.skills.SkillList;
import org.ximen.directory.Directory;
import org.ximen.district.Area;
import org.ximen.gaps.Gaps;
import org.ximen.handoff.Handoff;
import org.ximen.inbox.Inbox;
import org.ximen.knowledge.Answers;
import org.ximen.knowledge.Dictionary;
import org.ximen.knowledge.Embeddings;
import org.ximen.knowledge.Library;
import org.ximen.knowledge.Phrasing;
import org.ximen.lucene.LuceneRetriever;
import org.ximen.meaning.LanguageModel;
import org.ximen.merchants.Merchants;
import org.ximen.notices.Notices;
import org.ximen.opinions.OpinionDesk;
import org.ximen.opinions.Opinions;
import org.ximen.outbox.Outbox;
import org.ximen.photos.Photos;
import org.ximen.posters.Posters;
import org.ximen.programme.Programme;
import org.ximen.readings.CorrectionTraining;
import org.ximen.readings.ReadingDesk;
import org.ximen.readings.Readings;
import org.ximen.residents.Residents;
import org.ximen.staff.Accounts;
import org.ximen.staff.Audit;
import org.ximen.staff.Bindings;
import org.ximen.topics.Topics;
import org.ximen.understanding.Hearing;
import org.ximen.understanding.MessageReader;
import org.ximen.understanding.ModelRenewal;
import org.ximen.understanding.ReadingModels;
import org.ximen.understanding.ResponsibleBodies;
import org.ximen.visits.Visits;
import org.ximen.workdays.WorkCalendar;

/**
 * The whole product but its web edges, over a real database, with the sample district and the
 * sample knowledge, which the real embedding model has read. What arrives unasked is kept in {@link
 * #heard}.
 */
public final class Street implements AutoCloseable {
    private static final String INDEX = "index";

    /** A Monday, ten in the morning in Shanghai. */
    public static final String MONDAY = "2026-11-23T02:00:00Z";

    public final SettableClock clock;

    /** What was said unasked, oldest first. */
    public final List<Outgoing> heard = new ArrayList<>();

    public final Db db;
    public final Features features;
    public final Dialogue dialogue;
    public final Accounts accounts;
    public final Notices notices;
    public final Gaps gaps;
    public final Opinions opinions;
    public final OpinionDesk opinionDesk;
    public final ReadingDesk readingDesk;

    /** Learns without a rest. */
    public final CorrectionTraining training;

    public final SimpleMeterRegistry registry = new SimpleMeterRegistry();
    public final Library library;
    public final Path home;
    public final Outbox outbox;
    private static final SharedEmbedder MODEL = SharedEmbedder.INSTANCE;
    private final ReadingModels models = new ReadingModels();
    private final LuceneRetriever retriever;
    private final Embeddings embeddings;

    /** The index of the sample knowledge with its vectors, which takes a minute to make. */
    private static final class Indexed {
        static final Path ONCE = SampleKnowledge.index(Indexed::into);

        private static void into(Path folder) throws IOException {
            Folders.copy(made().resolve(INDEX), folder);
        }

        /** The home of a street whose index has settled, for it is closed. */
        private static Path made() throws IOException {
            try (var street =
                    new Street(
                            TestDatabase.HSQLDB.open(),
                            List.of(),
                            new SettableClock(MONDAY),
                            LanguageModel.NONE,
                            null)) {
                return street.home;
            }
        }
    }

    public Street(Db db) {
        this(db, List.of(), new SettableClock(MONDAY));
    }

    /** The product with ways to people besides the web. */
    public Street(Db db, List<Channel> more, SettableClock clock) {
        this(db, more, clock, LanguageModel.NONE, Indexed.ONCE);
    }

    /** The product that comes back to the files that it had. */
    Street(Db db, List<Channel> more, SettableClock clock, Path home) {
        this(db, more, clock, LanguageModel.NONE, Indexed.ONCE, home);
    }

    /** The product of a street that has a chat model. */
    public Street(Db db, LanguageModel model) {
        this(db, List.of(), new SettableClock(MONDAY), model, Indexed.ONCE);
    }

    private Street(
            Db db,
            List<Channel> more,
            SettableClock clock,
            LanguageModel model,
            @Nullable Path index) {
        this(db, more, clock, model, index, Folders.fresh("ximen-street"));
    }

    private Street(
            Db db,
            List<Channel> more,
            SettableClock clock,
            LanguageModel model,
            @Nullable Path index,
            Path home) {
        this.home = home;
        this.db = db;
        this.clock = clock;
        var district = SampleConfig.DISTRICT;
        var calendar = new WorkCalendar(SampleConfig.WORKDAYS);
        var codeTable = new CodeTable(SampleConfig.CATEGORIES, SampleConfig.DANGERS, district);
        var audit = new Audit(db);
        this.accounts = new Accounts(db, audit, district, Office.QUICK);
        var residents = new Residents(db);
        List<Channel> channels = new ArrayList<>(more);
        channels.add(new Ears());
        var outbox = new Outbox(db, channels, gone -> residents.reachable(gone, false));
        this.outbox = outbox;
        if (index != null && !Files.exists(home.resolve(INDEX))) {
            Folders.copy(index, home.resolve(INDEX));
        }
        this.retriever = new LuceneRetriever(home.resolve(INDEX), MODEL.model());
        var dictionary =
                new Dictionary(
                        SampleConfig.SYNONYMS,
                        () -> SampleConfig.PLACES.get().names(),
                        called -> district.area(called).map(Area::code));
        this.library = new Library(SampleKnowledge.READ, db, retriever, dictionary, MODEL.model());
        this.notices = new Notices(db, residents, district, outbox, library, audit);
        this.gaps =
                new Gaps(
                        db,
                        new Gaps.Parts(
                                library,
                                outbox,
                                residents,
                                audit,
                                () -> district.whole().name(),
                                Optional.of(MODEL)),
                        registry);
        var opinionParts = new Opinions.Parts(calendar, 15, district, residents, outbox, audit);
        this.opinions = new Opinions(db, opinionParts);
        this.opinionDesk = new OpinionDesk(db, opinionParts);
        var topics =
                new Topics(
                        db,
                        new Topics.Parts(codeTable, district, residents, outbox, accounts, audit));
        var activities =
                new Activities(
                        db, new Activities.Parts(notices, district, residents, outbox, audit));
        var reader = new MessageReader(MODEL, district, models);
        var readings = new Readings(db, district);
        var answers = new Answers(library, retriever, MODEL, dictionary);
        var cases =
                new Cases(
                        db,
                        codeTable,
                        district,
                        calendar,
                        SharedEmbedder.reports(district),
                        readings,
                        outbox);
        var book = new CaseBook(db, codeTable, district);
        var staffReports = new StaffReports(cases, codeTable, district, reader, residents);
        this.features =
                new Features(
                        district,
                        reader,
                        new ResponsibleBodies(SampleConfig.NOT_OURS, reader),
                        codeTable,
                        cases,
                        new Photos(home.resolve("media"), db),
                        answers,
                        new Directory(SampleConfig.DIRECTORY, district, calendar, MODEL),
                        calendar,
                        gaps,
                        notices,
                        opinions,
                        topics,
                        activities,
                        new Deliberations(
                                db,
                                new Deliberations.Parts(
                                        district, residents, outbox, library, notices, audit)),
                        new Programme(
                                db,
                                new Programme.Parts(
                                        SampleConfig.PROGRAMME, district, library, notices, audit)),
                        new Visits(
                                db,
                                new Visits.Parts(
                                        SampleConfig.VISITS,
                                        district,
                                        staffReports,
                                        opinions,
                                        residents,
                                        audit)),
                        new Merchants(
                                db,
                                new Merchants.Parts(
                                        SampleConfig.MERCHANTS,
                                        district,
                                        library,
                                        residents,
                                        outbox,
                                        staffReports,
                                        audit),
                                MODEL),
                        residents,
                        new Handoff(db, calendar, outbox, audit),
                        new Inbox(db),
                        outbox,
                        new Posters(db),
                        new Bindings(db, audit),
                        readings,
                        new Conversations(db),
                        new Phrasing(answers, model, registry),
                        new Hearing(
                                model, district, code -> codeTable.category(code).name(), registry),
                        new FieldDesk(db, cases, book, staffReports),
                        new StreetFigures(book));
        this.readingDesk = new ReadingDesk(db, codeTable, audit);
        var renewal = new ModelRenewal(models, reader, MODEL.uncached(), home);
        this.training = new CorrectionTraining(db, renewal, () -> {});
        var holdings = Holdings.over(db, Duration.ofDays(365), features, opinions);
        this.dialogue = new Dialogue(db, features, SkillList.of(features, holdings));
        this.embeddings = new Embeddings(library, retriever, MODEL, db);
        read();
    }

    /** Takes in what was published, with its vectors. */
    void read() {
        library.refresh(clock.instant());
        while (embeddings.fill(100) > 0) {
            // until every passage has its vector
        }
    }

    /** Lets everything that is due arrive. */
    public void settle() {
        notices.sweep(clock.instant());
        gaps.sweep(clock.instant());
        read();
        while (features.outbox().drain(clock.instant()) > 0) {
            // until nothing is left
        }
    }

    @Override
    public void close() throws IOException {
        retriever.close();
    }

    /** Hears what is said to anybody on the web. */
    private final class Ears implements Channel {
        @Override
        public String name() {
            return "web";
        }

        @Override
        public Optional<Set<String>> reachable() {
            return Optional.empty();
        }

        @Override
        public boolean dropsRepeats() {
            return true;
        }

        @Override
        public int atOnce() {
            return 1;
        }

        @Override
        public Delivery send(Outgoing message) {
            heard.add(message);
            return new Delivery.Sent();
        }
    }
}
