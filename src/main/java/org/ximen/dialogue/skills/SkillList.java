package org.ximen.dialogue.skills;

import java.util.List;
import org.ximen.dialogue.Features;
import org.ximen.dialogue.PersonalData;
import org.ximen.dialogue.Skill;
import org.ximen.dialogue.activities.ActivitiesSkill;
import org.ximen.dialogue.ask.AskSkill;
import org.ximen.dialogue.cancel.CancelSkill;
import org.ximen.dialogue.danger.DangerSkill;
import org.ximen.dialogue.deliberation.DeliberationSkill;
import org.ximen.dialogue.directory.DirectorySkill;
import org.ximen.dialogue.elsewhere.ElsewhereSkill;
import org.ximen.dialogue.merchants.MerchantsSkill;
import org.ximen.dialogue.mycases.MyCasesSkill;
import org.ximen.dialogue.notices.NoticesSkill;
import org.ximen.dialogue.officer.OfficerSkill;
import org.ximen.dialogue.opinions.OpinionsSkill;
import org.ximen.dialogue.person.PersonSkill;
import org.ximen.dialogue.privacy.PrivacySkill;
import org.ximen.dialogue.profile.ProfileSkill;
import org.ximen.dialogue.programme.ProgrammeSkill;
import org.ximen.dialogue.report.ReportSkill;
import org.ximen.dialogue.smalltalk.SmallTalkSkill;
import org.ximen.dialogue.tickets.TicketsSkill;
import org.ximen.dialogue.topics.TopicsSkill;

/** All skills of the assistant; those that answer first come first. */
public final class SkillList {
    private SkillList() {}

    /**
     * Every skill over the product's features.
     *
     * @param personal all that is kept of a person
     */
    public static List<Skill> of(Features features, PersonalData personal) {
        var reports = new ReportSkill(features);
        var cases = new MyCasesSkill(features);
        var person = new PersonSkill(features);
        var officers = new OfficerSkill(features, reports);
        var directory = new DirectorySkill(features);
        var ask = new AskSkill(features, directory::look);
        var activities = new ActivitiesSkill(features);
        var merchants = new MerchantsSkill(features);
        return List.of(
                new DangerSkill(features),
                reports,
                cases,
                merchants,
                new CancelSkill(reports, person, cases, officers),
                ask,
                directory,
                activities,
                new NoticesSkill(features, ask, activities),
                person,
                new DeliberationSkill(features, ask),
                new OpinionsSkill(features),
                new TopicsSkill(features),
                new ElsewhereSkill(features, ask),
                new ProgrammeSkill(features),
                new ProfileSkill(features, merchants::told),
                new PrivacySkill(features, personal),
                officers,
                new TicketsSkill(features),
                new SmallTalkSkill(features));
    }
}
