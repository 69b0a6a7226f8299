package org.ximen.lucene;

/** The searched texts of a passage; each is indexed as words and as pairs of characters. */
enum Fields {
    TITLE("title", 1f),
    HEADING("heading", 0.3f),
    BODY("body", 1f);

    /** Exact values. */
    static final String ID = "id";

    static final String ARTICLE = "article";
    static final String FINGERPRINT = "fingerprint";
    static final String AUDIENCE = "audience";
    static final String AREA = "area";
    static final String FROM = "from";
    static final String UNTIL = "until";
    static final String VECTOR = "vector";

    /** Names of the tokens that the model knows the passage by, and what it makes of them. */
    static final String TOKEN = "token";

    static final String TOKENS = "tokens";

    /** What the questions mean that it is known to answer. */
    static final String QUESTIONS = "questions";

    /** What of it was not read. */
    static final String LACKS = "lacks";

    private final String field;
    private final float boost;

    Fields(String field, float boost) {
        this.field = field;
        this.boost = boost;
    }

    String words() {
        return field + ".words";
    }

    String pairs() {
        return field + ".pairs";
    }

    float boost() {
        return boost;
    }
}
