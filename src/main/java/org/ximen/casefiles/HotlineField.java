package org.ximen.casefiles;

/** What a column of a list of 12345 can tell of a case. */
public enum HotlineField {
    OUTSIDE_NUMBER("outsideNumber", "原编号", true),
    DESCRIPTION("description", "内容", true),
    PLACE("place", "地点", false),
    CATEGORY("category", "类别", false),
    PHONE("phone", "电话", false);

    private final String key;
    private final String shown;
    private final boolean needed;

    HotlineField(String key, String shown, boolean needed) {
        this.key = key;
        this.shown = shown;
        this.needed = needed;
    }

    /** Its name in addresses and files. */
    public String key() {
        return key;
    }

    /** The word people read. */
    public String shown() {
        return shown;
    }

    /** Whether no row can do without. */
    public boolean needed() {
        return needed;
    }
}
