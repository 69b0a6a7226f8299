package org.ximen;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.ximen.activities.Activities;
import org.ximen.activities.ActivityDesk;
import org.ximen.casefiles.CaseExport;
import org.ximen.casefiles.HotlineImport;
import org.ximen.casefiles.StreetFigures;
import org.ximen.cases.CaseBook;
import org.ximen.cases.CasePhotos;
import org.ximen.cases.Cases;
import org.ximen.cases.CategoriesFile;
import org.ximen.cases.CodeTable;
import org.ximen.cases.DangersFile;
import org.ximen.cases.FieldDesk;
import org.ximen.cases.StaffReports;
import org.ximen.chat.Channel;
import org.ximen.db.Db;
import org.ximen.deliberation.DeliberationDesk;
import org.ximen.deliberation.Deliberations;
import org.ximen.dialogue.Conversations;
import org.ximen.dialogue.Dialogue;
import org.ximen.dialogue.Features;
import org.ximen.dialogue.skills.SkillList;
import org.ximen.directory.Directory;
import org.ximen.directory.PlacesFile;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.district.DistrictFile;
import org.ximen.gaps.Gaps;
import org.ximen.handoff.Handoff;
import org.ximen.handoff.TicketBackground;
import org.ximen.inbox.Inbox;
import org.ximen.knowledge.Answers;
import org.ximen.knowledge.Dictionary;
import org.ximen.knowledge.Embeddings;
import org.ximen.knowledge.Library;
import org.ximen.knowledge.Phrasing;
import org.ximen.knowledge.Retriever;
import org.ximen.knowledge.SynonymsFile;
import org.ximen.lucene.LuceneRetriever;
import org.ximen.meaning.Embedder;
import org.ximen.merchants.Merchants;
import org.ximen.merchants.MerchantsFile;
import org.ximen.models.BgeEmbedder;
import org.ximen.models.CachedEmbedder;
import org.ximen.notices.Notices;
import org.ximen.opinions.OpinionDesk;
import org.ximen.opinions.Opinions;
import org.ximen.outbox.Outbox;
import org.ximen.photos.Photos;
import org.ximen.posters.Posters;
import org.ximen.programme.Programme;
import org.ximen.programme.ProgrammeFile;
import org.ximen.readings.CorrectionTraining;
import org.ximen.readings.ReadingDesk;
import org.ximen.readings.Readings;
import org.ximen.residents.Residents;
import org.ximen.settings.ConfigFile;
import org.ximen.sources.Sources;
import org.ximen.sources.SourcesFile;
import org.ximen.staff.Accounts;
import org.ximen.staff.Audit;
import org.ximen.staff.Bindings;
import org.ximen.topics.TopicDesk;
import org.ximen.topics.Topics;
import org.ximen.understanding.Hearing;
import org.ximen.understanding.MessageReader;
import org.ximen.understanding.ModelRenewal;
import org.ximen.understanding.NotOursFile;
import org.ximen.understanding.ReadingModels;
import org.ximen.understanding.ReportReader;
import org.ximen.understanding.ResponsibleBodies;
import org.ximen.visits.Visits;
import org.ximen.visits.VisitsFile;
import org.ximen.workdays.WorkCalendar;

/** The features and the dialogue over them. */
@Configuration(proxyBeanMethods = false)
class FeatureWiring {
    @Bean
    Residents residents(Db db) {
        return new Residents(db);
    }

    @Bean
    Inbox inbox(Db db) {
        return new Inbox(db);
    }

    @Bean
    Outbox outbox(Db db, List<Channel> channels, Residents residents) {
        return new Outbox(db, channels, gone -> residents.reachable(gone, false));
    }

    @Bean
    Photos photos(Settings settings, Db db) {
        return new Photos(settings.home().resolve("media"), db);
    }

    @Bean
    Audit audit(Db db) {
        return new Audit(db);
    }

    @Bean
    Accounts accounts(Db db, Audit audit, District district) {
        return new Accounts(db, audit, district);
    }

    @Bean
    Bindings bindings(Db db, Audit audit) {
        return new Bindings(db, audit);
    }

    @Bean
    CodeTable codeTable(
            ConfigFile<CategoriesFile> categories,
            ConfigFile<DangersFile> dangers,
            District district) {
        return new CodeTable(categories, dangers, district);
    }

    @Bean
    ReadingModels readingModels() {
        return new ReadingModels();
    }

    @Bean
    MessageReader messageReader(
            Optional<Embedder> embedder, District district, ReadingModels models) {
        return new MessageReader(embedder.orElse(null), district, models);
    }

    @Bean
    ResponsibleBodies responsibleBodies(ConfigFile<NotOursFile> file, MessageReader reader) {
        return new ResponsibleBodies(file, reader);
    }

    @Bean
    ReportReader reportReader(
            District district, Optional<Embedder> embedder, MessageReader messages) {
        return new ReportReader(district, embedder.orElse(null), messages);
    }

    @Bean
    Cases cases(
            Db db,
            CodeTable codeTable,
            District district,
            WorkCalendar calendar,
            ReportReader reports,
            Readings readings,
            Outbox outbox) {
        return new Cases(db, codeTable, district, calendar, reports, readings, outbox);
    }

    @Bean
    CaseBook caseBook(Db db, CodeTable codeTable, District district) {
        return new CaseBook(db, codeTable, district);
    }

    @Bean
    StreetFigures streetFigures(CaseBook book) {
        return new StreetFigures(book);
    }

    @Bean
    StaffReports staffReports(
            Cases cases,
            CodeTable codeTable,
            District district,
            MessageReader reader,
            Residents residents) {
        return new StaffReports(cases, codeTable, district, reader, residents);
    }

    @Bean
    HotlineImport hotlineImport(
            Cases cases, CodeTable codeTable, StaffReports reports, Audit audit) {
        return new HotlineImport(cases, codeTable, reports, audit);
    }

    @Bean
    CaseExport caseExport(CaseBook book, District district, Audit audit) {
        return new CaseExport(book, district, audit);
    }

    @Bean
    FieldDesk fieldDesk(Db db, Cases cases, CaseBook book, StaffReports reports) {
        return new FieldDesk(db, cases, book, reports);
    }

    @Bean
    CasePhotos casePhotos(Photos photos, Cases cases, CaseBook book, Audit audit) {
        return new CasePhotos(photos, cases, book, audit);
    }

    @Bean
    Notices notices(
            Db db,
            Residents residents,
            District district,
            Outbox outbox,
            Library library,
            Audit audit) {
        return new Notices(db, residents, district, outbox, library, audit);
    }

    @Bean
    Handoff handoff(Db db, WorkCalendar calendar, Outbox outbox, Audit audit, Settings settings) {
        return new Handoff(db, calendar, outbox, audit, settings.tickets().waitMinutes());
    }

    @Bean
    TicketBackground ticketBackground(Db db, Outbox outbox, Cases cases) {
        return new TicketBackground(db, outbox, cases);
    }

    @Bean
    Retriever retriever(Settings settings, Optional<Embedder> embedder) {
        var model = embedder.map(Embedder::model).orElse("none");
        return new LuceneRetriever(settings.home().resolve("index"), model);
    }

    @Bean
    FirstReading firstReading(
            Settings settings,
            Db db,
            Retriever retriever,
            Dictionary dictionary,
            Optional<Embedder> embedder,
            InstantSource clock) {
        var model = embedder.map(Embedder::model).orElse(null);
        var library = new Library(settings.knowledge(), db, retriever, dictionary, model);
        return new FirstReading(library, clock.instant());
    }

    @Bean
    Library library(FirstReading reading) {
        return reading.library();
    }

    @Bean
    Answers answers(
            Library library,
            Retriever retriever,
            Optional<Embedder> embedder,
            Dictionary dictionary) {
        return new Answers(library, retriever, embedder.orElse(null), dictionary);
    }

    @Bean
    Directory directory(
            ConfigFile<PlacesFile> places,
            District district,
            WorkCalendar calendar,
            Optional<Embedder> embedder) {
        return new Directory(places, district, calendar, embedder.orElse(null));
    }

    @Bean
    Dictionary dictionary(
            ConfigFile<SynonymsFile> synonyms, ConfigFile<DistrictFile> file, District district) {
        return new Dictionary(
                synonyms,
                () -> file.get().names(),
                called -> district.area(called).map(Area::code));
    }

    @Bean
    @ConditionalOnProperty("ximen.embedding")
    Embedder embedder(Settings settings) {
        return new CachedEmbedder(new BgeEmbedder(settings.home()));
    }

    @Bean
    @ConditionalOnProperty("ximen.embedding")
    Embeddings embeddings(Library library, Retriever retriever, Embedder embedder, Db db) {
        return new Embeddings(library, retriever, embedder, db);
    }

    @Bean
    Features features(
            District district,
            MessageReader reader,
            ResponsibleBodies bodies,
            CodeTable codeTable,
            Cases cases,
            Photos photos,
            Answers answers,
            Directory directory,
            WorkCalendar calendar,
            Gaps gaps,
            Notices notices,
            Opinions opinions,
            Topics topics,
            Activities activities,
            Deliberations deliberations,
            Programme programme,
            Visits visits,
            Merchants merchants,
            Residents residents,
            Handoff handoff,
            Inbox inbox,
            Outbox outbox,
            Posters posters,
            Bindings bindings,
            Readings readings,
            Conversations conversations,
            Phrasing phrasing,
            Hearing hearing,
            FieldDesk field,
            StreetFigures figures) {
        return new Features(
                district,
                reader,
                bodies,
                codeTable,
                cases,
                photos,
                answers,
                directory,
                calendar,
                gaps,
                notices,
                opinions,
                topics,
                activities,
                deliberations,
                programme,
                visits,
                merchants,
                residents,
                handoff,
                inbox,
                outbox,
                posters,
                bindings,
                readings,
                conversations,
                phrasing,
                hearing,
                field,
                figures);
    }

    @Bean
    Gaps gaps(
            Db db,
            Library library,
            Outbox outbox,
            Residents residents,
            Audit audit,
            District district,
            Optional<Embedder> embedder,
            MeterRegistry registry) {
        var parts =
                new Gaps.Parts(
                        library, outbox, residents, audit, () -> district.whole().name(), embedder);
        return new Gaps(db, parts, registry);
    }

    @Bean
    Sources sources(
            Db db, Library library, ConfigFile<SourcesFile> sourcesFile, MeterRegistry registry) {
        return new Sources(db, library, sourcesFile, registry);
    }

    @Bean
    Opinions.Parts opinionParts(
            WorkCalendar calendar,
            Settings settings,
            District district,
            Residents residents,
            Outbox outbox,
            Audit audit) {
        int term = settings.suggestions().workingDays();
        return new Opinions.Parts(calendar, term, district, residents, outbox, audit);
    }

    @Bean
    Opinions opinions(Db db, Opinions.Parts opinionParts) {
        return new Opinions(db, opinionParts);
    }

    @Bean
    OpinionDesk opinionDesk(Db db, Opinions.Parts opinionParts) {
        return new OpinionDesk(db, opinionParts);
    }

    @Bean
    Topics topics(
            Db db,
            CodeTable codeTable,
            District district,
            Residents residents,
            Outbox outbox,
            Accounts accounts,
            Audit audit) {
        return new Topics(
                db, new Topics.Parts(codeTable, district, residents, outbox, accounts, audit));
    }

    @Bean
    Activities activities(
            Db db,
            Notices notices,
            District district,
            Residents residents,
            Outbox outbox,
            Audit audit) {
        return new Activities(
                db, new Activities.Parts(notices, district, residents, outbox, audit));
    }

    @Bean
    ActivityDesk activityDesk(Activities activities) {
        return activities.desk();
    }

    @Bean
    Deliberations deliberations(
            Db db,
            District district,
            Residents residents,
            Outbox outbox,
            Library library,
            Notices notices,
            Audit audit) {
        return new Deliberations(
                db, new Deliberations.Parts(district, residents, outbox, library, notices, audit));
    }

    @Bean
    Programme programme(
            Db db,
            ConfigFile<ProgrammeFile> file,
            District district,
            Library library,
            Notices notices,
            Audit audit) {
        return new Programme(db, new Programme.Parts(file, district, library, notices, audit));
    }

    @Bean
    Visits visits(
            Db db,
            ConfigFile<VisitsFile> file,
            District district,
            StaffReports reports,
            Opinions opinions,
            Residents residents,
            Audit audit) {
        return new Visits(
                db, new Visits.Parts(file, district, reports, opinions, residents, audit));
    }

    @Bean
    Merchants merchants(
            Db db,
            ConfigFile<MerchantsFile> file,
            District district,
            Library library,
            Residents residents,
            Outbox outbox,
            StaffReports reports,
            Audit audit,
            Optional<Embedder> embedder) {
        var parts = new Merchants.Parts(file, district, library, residents, outbox, reports, audit);
        return new Merchants(db, parts, embedder.orElse(null));
    }

    @Bean
    DeliberationDesk deliberationDesk(Deliberations deliberations) {
        return deliberations.desk();
    }

    @Bean
    TopicDesk topicDesk(Topics topics) {
        return topics.desk();
    }

    @Bean
    Readings readings(Db db, District district) {
        return new Readings(db, district);
    }

    @Bean
    ReadingDesk readingDesk(Db db, CodeTable codeTable, Audit audit) {
        return new ReadingDesk(db, codeTable, audit);
    }

    @Bean
    CorrectionTraining correctionTraining(
            Db db,
            ReadingModels models,
            MessageReader reader,
            Optional<Embedder> embedder,
            Settings settings) {
        var renewal = new ModelRenewal(models, reader, embedder.orElse(null), settings.home());
        return new CorrectionTraining(db, renewal, new ShortRests());
    }

    @Bean
    Posters posters(Db db) {
        return new Posters(db);
    }

    @Bean
    Conversations conversations(Db db) {
        return new Conversations(db);
    }

    @Bean
    Dialogue dialogue(Db db, Features features, Holdings holdings) {
        return new Dialogue(db, features, SkillList.of(features, holdings));
    }

    @Bean
    Holdings holdings(Db db, Settings settings, Features features, Opinions opinions) {
        return Holdings.over(db, settings.keep(), features, opinions);
    }
}
