package org.ximen.documents;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.pdfbox.contentstream.operator.Operator;
import org.apache.pdfbox.cos.COSBase;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.ximen.text.Plain;

/** The lines of a PDF with their places; stops when the budget is spent. */
final class PdfLines extends PDFTextStripper {
    private static final float SMALLEST = 2;

    private final List<PdfLine> lines = new ArrayList<>();
    private final Budget budget;
    private boolean fresh = true;

    PdfLines(Budget budget) {
        this.budget = budget;
        setSortByPosition(true);
    }

    List<PdfLine> of(PDDocument pdf) throws IOException {
        getText(pdf);
        return lines;
    }

    // A form may call a form that calls a form …
    @Override
    protected void processOperator(Operator operator, List<COSBase> operands) throws IOException {
        budget.check();
        super.processOperator(operator, operands);
    }

    // What is too small to be seen or beside the page was not meant to be read.
    @Override
    protected void processTextPosition(TextPosition text) {
        boolean seen =
                text.getHeightDir() * text.getYScale() >= 0
                        && text.getFontSizeInPt() >= SMALLEST
                        && text.getX() >= -SMALLEST
                        && text.getX() <= text.getPageWidth() + SMALLEST
                        && text.getY() >= -SMALLEST
                        && text.getY() <= text.getPageHeight() + SMALLEST;
        if (seen) {
            budget.take(1);
            super.processTextPosition(text);
        }
    }

    @Override
    protected void writeString(String text, List<TextPosition> positions) {
        var words = Plain.visible(text);
        if (words.isBlank() || positions.isEmpty()) {
            return;
        }
        var first = positions.getFirst();
        var last = positions.getLast();
        float right = last.getXDirAdj() + last.getWidthDirAdj();
        var line =
                new PdfLine(
                        getCurrentPageNo(),
                        first.getXDirAdj(),
                        right,
                        first.getFontSizeInPt(),
                        words);
        lines.add(fresh ? line : lines.removeLast().with(line));
        fresh = false;
    }

    @Override
    protected void writeWordSeparator() {
        // places tell where words are apart
    }

    @Override
    protected void writeLineSeparator() {
        fresh = true;
    }

    @Override
    protected void writePageEnd() {
        fresh = true;
    }
}
