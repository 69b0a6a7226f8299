package org.ximen;

import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.convert.ConversionService;
import org.springframework.core.convert.support.GenericConversionService;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.web.SecurityFilterChain;
import org.ximen.activities.ActivityDesk;
import org.ximen.activities.SignUpExport;
import org.ximen.casefiles.CaseExport;
import org.ximen.casefiles.HotlineImport;
import org.ximen.casefiles.RateReport;
import org.ximen.cases.CaseBook;
import org.ximen.cases.CasePhotos;
import org.ximen.cases.Cases;
import org.ximen.cases.CodeTable;
import org.ximen.cases.StaffReports;
import org.ximen.chat.Channel;
import org.ximen.console.AccountPages;
import org.ximen.console.ActivityPages;
import org.ximen.console.ArticlePages;
import org.ximen.console.AuditPages;
import org.ximen.console.CaseFormPages;
import org.ximen.console.CasePages;
import org.ximen.console.ChatPages;
import org.ximen.console.ConsoleSecurity;
import org.ximen.console.DeliberationPages;
import org.ximen.console.DraftPages;
import org.ximen.console.DuePages;
import org.ximen.console.FigurePages;
import org.ximen.console.Frame;
import org.ximen.console.GapPages;
import org.ximen.console.HotlinePages;
import org.ximen.console.ImportPages;
import org.ximen.console.JointVisitPages;
import org.ximen.console.MapPages;
import org.ximen.console.MerchantPages;
import org.ximen.console.NoticeFormPages;
import org.ximen.console.NoticePages;
import org.ximen.console.OpinionMonthPages;
import org.ximen.console.OpinionPages;
import org.ximen.console.PhotoPages;
import org.ximen.console.ProjectPages;
import org.ximen.console.RatePages;
import org.ximen.console.ReadingPages;
import org.ximen.console.SessionWords;
import org.ximen.console.SignInPages;
import org.ximen.console.TicketFaqPages;
import org.ximen.console.TicketPages;
import org.ximen.console.TodayPages;
import org.ximen.console.TopicPages;
import org.ximen.console.VisitPages;
import org.ximen.console.VisitRollPages;
import org.ximen.console.WechatDesk;
import org.ximen.console.WechatPages;
import org.ximen.console.WorkPages;
import org.ximen.db.Db;
import org.ximen.db.StoreHealth;
import org.ximen.deliberation.DeliberationDesk;
import org.ximen.district.District;
import org.ximen.drafts.DraftDesk;
import org.ximen.gaps.Gaps;
import org.ximen.handoff.Handoff;
import org.ximen.handoff.RepliesFile;
import org.ximen.handoff.TicketBackground;
import org.ximen.knowledge.Answers;
import org.ximen.knowledge.Embeddings;
import org.ximen.knowledge.Library;
import org.ximen.meaning.LanguageModel;
import org.ximen.merchants.MerchantExport;
import org.ximen.merchants.Merchants;
import org.ximen.notices.Notices;
import org.ximen.opinions.OpinionDesk;
import org.ximen.opinions.OpinionReport;
import org.ximen.opinions.Opinions;
import org.ximen.programme.Programme;
import org.ximen.readings.CorrectionTraining;
import org.ximen.readings.ReadingDesk;
import org.ximen.residents.Residents;
import org.ximen.settings.ConfigFile;
import org.ximen.sources.Sources;
import org.ximen.staff.Accounts;
import org.ximen.staff.Audit;
import org.ximen.staff.Bindings;
import org.ximen.staffapi.StaffLogin;
import org.ximen.telegram.Telegram;
import org.ximen.topics.TopicDesk;
import org.ximen.visits.Visits;
import org.ximen.wechat.Wechat;

/** The staff's pages, and who gets in there. */
@Configuration(proxyBeanMethods = false)
class ConsoleWiring {
    @Bean
    @Order(1)
    SecurityFilterChain consoleSecurity(
            HttpSecurity http, Accounts accounts, Settings settings, InstantSource clock)
            throws Exception {
        var login = new StaffLogin(accounts, clock);
        return ConsoleSecurity.chain(http, login, accounts, settings.map(), clock);
    }

    /** By this name Spring Session finds it. */
    @Bean(defaultCandidate = false)
    @Qualifier("springSessionConversionService")
    ConversionService springSessionConversionService() {
        var words = new GenericConversionService();
        words.addConverter(new SessionWords());
        return words;
    }

    @Bean
    Frame consoleFrame(OpinionDesk opinionDesk, Settings settings, LanguageModel model) {
        return new Frame(opinionDesk, new Frame.Extras(settings.wechat().isOn(), model.isOn()));
    }

    @Bean
    WechatPages wechatPages(Optional<Wechat> wechat, Audit audit, InstantSource clock) {
        return new WechatPages(wechat.map(ConsoleWiring::desk), audit, clock);
    }

    private static WechatDesk desk(Wechat wechat) {
        return new WechatDesk() {
            @Override
            public List<String> menu() {
                return wechat.menu();
            }

            @Override
            public Optional<String> publishMenu() {
                return wechat.publishMenu();
            }

            @Override
            public long open() {
                return wechat.open();
            }
        };
    }

    @Bean
    org.ximen.console.Refusals consoleRefusals(Frame frame) {
        return new org.ximen.console.Refusals(frame);
    }

    @Bean
    SignInPages signInPages(Accounts accounts, InstantSource clock) {
        return new SignInPages(accounts, clock);
    }

    @Bean
    TodayPages todayPages(
            CaseBook book,
            District district,
            Notices notices,
            Handoff handoff,
            StoreHealth store,
            InstantSource clock) {
        return new TodayPages(
                new TodayPages.Features(book, district, notices, handoff, store), clock);
    }

    @Bean
    CasePages casePages(
            Cases cases,
            CasePhotos photos,
            CaseBook book,
            CodeTable codeTable,
            District district,
            Residents residents,
            TopicDesk topicDesk,
            Audit audit,
            InstantSource clock) {
        return new CasePages(
                new CasePages.Features(
                        cases, photos, book, codeTable, district, residents, topicDesk, audit),
                clock);
    }

    @Bean
    CaseFormPages caseFormPages(
            Db db,
            StaffReports reports,
            CodeTable codeTable,
            District district,
            CaseBook book,
            Handoff handoff,
            InstantSource clock) {
        return new CaseFormPages(
                new CaseFormPages.Features(db, reports, codeTable, district, book, handoff.desk()),
                clock);
    }

    @Bean
    HotlinePages hotlinePages(HotlineImport list, InstantSource clock) {
        return new HotlinePages(list, clock);
    }

    @Bean
    WorkPages workPages(Cases cases, CaseBook book, CaseExport export, InstantSource clock) {
        return new WorkPages(cases, book, export, clock);
    }

    @Bean
    NoticeFormPages noticeFormPages(
            Notices notices,
            ActivityDesk activityDesk,
            List<Channel> channels,
            District district,
            InstantSource clock) {
        return new NoticeFormPages(
                new NoticeFormPages.Features(notices, activityDesk, channels, district), clock);
    }

    @Bean
    ActivityPages activityPages(ActivityDesk activityDesk, InstantSource clock) {
        return new ActivityPages(activityDesk, new SignUpExport(activityDesk), clock);
    }

    @Bean
    NoticePages noticePages(
            Notices notices,
            ActivityDesk activityDesk,
            List<Channel> channels,
            District district,
            InstantSource clock) {
        return new NoticePages(
                new NoticeFormPages.Features(notices, activityDesk, channels, district), clock);
    }

    @Bean("consoleArticlePages")
    ArticlePages articlePages(
            Db db,
            Library library,
            Optional<Embeddings> embeddings,
            Audit audit,
            InstantSource clock) {
        return new ArticlePages(db, library, embeddings, audit, clock);
    }

    @Bean
    ImportPages importPages(Library library, Sources sources, InstantSource clock) {
        return new ImportPages(library, sources, clock);
    }

    @Bean
    TicketPages ticketPages(
            Handoff handoff,
            TicketBackground background,
            Accounts accounts,
            CaseBook book,
            ConfigFile<RepliesFile> replies,
            InstantSource clock) {
        return new TicketPages(
                new TicketPages.Features(handoff.desk(), background, accounts, book, replies),
                clock);
    }

    @Bean
    TicketFaqPages ticketFaqPages(
            Handoff handoff,
            Gaps gaps,
            Residents residents,
            TicketPages pages,
            InstantSource clock) {
        return new TicketFaqPages(handoff.desk(), gaps, residents, pages, clock);
    }

    @Bean
    AccountPages accountPages(
            Accounts accounts, Bindings bindings, District district, InstantSource clock) {
        return new AccountPages(accounts, bindings, district, clock);
    }

    @Bean
    ChatPages chatPages(Bindings bindings, Optional<Telegram> telegram, InstantSource clock) {
        return new ChatPages(bindings, () -> telegram.flatMap(Telegram::bot), clock);
    }

    @Bean
    AuditPages auditPages(Audit audit, InstantSource clock) {
        return new AuditPages(audit, clock);
    }

    @Bean
    MapPages mapPages(
            CaseBook book,
            CodeTable codeTable,
            District district,
            Settings settings,
            InstantSource clock) {
        return new MapPages(book, codeTable, district, settings.map(), clock);
    }

    @Bean
    FigurePages figurePages(
            Cases cases,
            CaseBook book,
            CodeTable codeTable,
            District district,
            InstantSource clock) {
        return new FigurePages(cases, book, codeTable, district, clock);
    }

    @Bean
    TopicPages topicPages(
            TopicDesk topicDesk, CaseBook book, District district, InstantSource clock) {
        return new TopicPages(topicDesk, book, district, clock);
    }

    @Bean
    DeliberationPages deliberationPages(
            DeliberationDesk deliberationDesk,
            TopicDesk topicDesk,
            District district,
            InstantSource clock) {
        return new DeliberationPages(deliberationDesk, topicDesk, district, clock);
    }

    @Bean
    MerchantPages merchantPages(Merchants merchants, District district, InstantSource clock) {
        var desk = merchants.desk();
        return new MerchantPages(desk, new MerchantExport(desk), district, clock);
    }

    @Bean
    JointVisitPages jointVisitPages(Merchants merchants, District district, InstantSource clock) {
        return new JointVisitPages(merchants.visits(), merchants.desk(), district, clock);
    }

    @Bean
    ProjectPages projectPages(Programme programme, InstantSource clock) {
        return new ProjectPages(programme, clock);
    }

    @Bean
    VisitPages visitPages(Visits visits, CaseBook book, District district, InstantSource clock) {
        return new VisitPages(visits, book, district, clock);
    }

    @Bean
    VisitRollPages visitRollPages(Visits visits, District district, InstantSource clock) {
        return new VisitRollPages(visits, district, clock);
    }

    @Bean
    RatePages ratePages(
            CaseBook book,
            CodeTable codeTable,
            District district,
            Audit audit,
            InstantSource clock) {
        return new RatePages(new RateReport(book, codeTable, district, audit), clock);
    }

    @Bean
    DuePages duePages(
            Db db, Library library, Answers answers, Gaps gaps, Audit audit, InstantSource clock) {
        return new DuePages(db, library, answers, gaps, audit, clock);
    }

    @Bean
    GapPages gapPages(Gaps gaps, Library library, InstantSource clock) {
        return new GapPages(gaps, library, clock);
    }

    @Bean
    OpinionPages opinionPages(OpinionDesk opinionDesk, District district, InstantSource clock) {
        return new OpinionPages(opinionDesk, district, clock);
    }

    @Bean
    OpinionMonthPages opinionMonthPages(
            Db db, Opinions.Parts opinionParts, OpinionDesk opinionDesk, InstantSource clock) {
        return new OpinionMonthPages(new OpinionReport(db, opinionParts), opinionDesk, clock);
    }

    @Bean
    ReadingPages readingPages(
            ReadingDesk readingDesk,
            CorrectionTraining training,
            CodeTable codeTable,
            InstantSource clock) {
        return new ReadingPages(readingDesk, training, codeTable, clock);
    }

    @Bean
    DraftPages draftPages(
            DraftDesk draftDesk, CaseBook book, Handoff handoff, Audit audit, InstantSource clock) {
        return new DraftPages(draftDesk, book, handoff, audit, clock);
    }

    @Bean
    PhotoPages photoPages(CasePhotos photos, InstantSource clock) {
        return new PhotoPages(photos, clock);
    }
}
