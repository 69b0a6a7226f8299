package org.ximen.lucene;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.KnnFloatVectorField;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.SortedDocValuesField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.Term;
import org.apache.lucene.index.VectorSimilarityFunction;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;
import org.ximen.knowledge.Article;
import org.ximen.knowledge.Passage;
import org.ximen.meaning.Meaning;
import org.ximen.text.Plain;

/** One passage as one Lucene document. */
final class Documents {
    /** Stands where no audience or no area is named. */
    static final String EVERY = "*";

    /** Stands in a passage of which not all questions were read. */
    static final Term LACKS = new Term(Fields.LACKS, "questions");

    private Documents() {}

    static Document of(
            Article article,
            String fingerprint,
            Passage passage,
            OwnWords own,
            @Nullable Meaning meaning) {
        var document = new Document();
        document.add(new StringField(Fields.ID, passage.id(), Field.Store.YES));
        document.add(new StringField(Fields.ARTICLE, article.id(), Field.Store.YES));
        // Read for every candidate; stored fields would be unpacked block by block.
        document.add(new BinaryDocValuesField(Fields.ID, new BytesRef(passage.id())));
        document.add(new SortedDocValuesField(Fields.ARTICLE, new BytesRef(article.id())));
        document.add(new StoredField(Fields.FINGERPRINT, fingerprint));
        text(document, Fields.TITLE, passage.title(), own);
        text(document, Fields.HEADING, passage.heading(), own);
        text(document, Fields.BODY, passage.text(), own);
        limits(document, article);
        if (meaning != null) {
            meaning(document, meaning);
            if (meaning.questions().size() < passage.questions().size()) {
                document.add(new StringField(LACKS.field(), LACKS.text(), Field.Store.NO));
            }
        }
        return document;
    }

    private static void meaning(Document document, Meaning meaning) {
        // The vectors have length 1, so the dot product is the cosine.
        var same = VectorSimilarityFunction.DOT_PRODUCT;
        document.add(new KnnFloatVectorField(Fields.VECTOR, meaning.vector(), same));
        var tokens = meaning.tokens();
        IntStream.range(0, tokens.size())
                .map(tokens::id)
                .distinct()
                .mapToObj(id -> new StringField(Fields.TOKEN, Weights.token(id), Field.Store.NO))
                .forEach(document::add);
        document.add(new BinaryDocValuesField(Fields.TOKENS, new BytesRef(tokens.toBytes())));
        var questions = new BytesRef(meaning.questions().toBytes());
        document.add(new BinaryDocValuesField(Fields.QUESTIONS, questions));
    }

    private static void text(Document document, Fields field, String text, OwnWords own) {
        var plain = Plain.comparable(text);
        document.add(new TextField(field.words(), plain, Field.Store.NO));
        document.add(new TextField(field.words(), own.stream(plain)));
        document.add(new TextField(field.pairs(), plain, Field.Store.NO));
    }

    private static void limits(Document document, Article article) {
        var audience = article.audience().stream().map(Enum::name).toList();
        values(document, Fields.AUDIENCE, audience);
        values(document, Fields.AREA, article.areas());
        document.add(new LongPoint(Fields.FROM, from(article)));
        document.add(new LongPoint(Fields.UNTIL, until(article)));
    }

    private static void values(Document document, String field, List<String> values) {
        for (var value : values.isEmpty() ? List.of(EVERY) : values) {
            document.add(new StringField(field, value, Field.Store.NO));
        }
    }

    private static long from(Article article) {
        var effective = article.effective();
        return effective == null ? Long.MIN_VALUE : effective.toEpochDay();
    }

    private static long until(Article article) {
        return Math.min(
                day(article.expires(), 0), day(article.later().endedFrom(), -1)); // the day before
    }

    private static long day(@Nullable LocalDate day, int shift) {
        return day == null ? Long.MAX_VALUE : day.toEpochDay() + shift;
    }
}
