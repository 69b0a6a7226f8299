package org.ximen.cases;

import org.ximen.text.Language;

/** What one can do with a case. */
public enum Verb {
    FILE("立案", "taken up"),
    REFUSE("不予受理", "not accepted"),
    MERGE("并案", "joined to another case"),
    DISPATCH("派遣", "dispatched"),
    ACCEPT("接单", "accepted by who handles it"),
    /** Who handles it is where it is; for staff alone. */
    ARRIVE("到场", "somebody is there"),
    RETURN("退回", "returned"),
    EXTEND("延期", "more time granted"),
    SUSPEND("挂账", "put off for now"),
    RESUME("恢复办理", "taken up again"),
    ASSIST("请求协助", "help of others asked for"),
    HANDLE("处置完成", "handled"),
    VERIFY("核查通过", "checked"),
    REWORK("返工", "to be done again"),
    CLOSE("结案", "closed"),
    REOPEN("重办", "opened again"),
    RECLASSIFY("改类", "its kind put right"),
    RELOCATE("改地点", "its place put right"),
    PRIORITISE("定级", "its urgency set"),
    REDISPATCH("收回改派", "given to another office"),
    SPLIT("拆分", "split into two cases"),
    GRANT("同意延期", "more time granted"),
    DENY("不同意延期", "no more time granted"),
    /** Somebody got in touch with who reported it. */
    CONTACT("先行联系", "its reporter contacted"),
    /** For staff alone. */
    NOTE("内部备注", "a note of the staff"),
    /** By the reporter. */
    CANCEL("撤销", "withdrawn"),
    /** By the reporter, who says that it is not solved. */
    APPEAL("反映人要求重办", "opened again because it is not solved");

    private final String shown;
    private final String english;

    Verb(String shown, String english) {
        this.shown = shown;
        this.english = english;
    }

    /** The word people read. */
    public String shown() {
        return shown;
    }

    /** The same for who speaks this language. */
    public String shown(Language language) {
        return language.of(shown, english);
    }
}
