package org.ximen.documents;

/**
 * A line of a page.
 *
 * @param page counted from 1
 * @param left where it begins, in points from the left edge
 * @param right where it ends
 * @param size of its letters, in points
 */
record PdfLine(int page, float left, float right, float size, String text) {

    /** The same line with what stands further right on it. */
    PdfLine with(PdfLine more) {
        boolean apart = more.left() - right > size * 0.8;
        var joined = apart ? text + "  " + more.text() : text + more.text();
        return new PdfLine(page, left, Math.max(right, more.right()), size, joined);
    }
}
