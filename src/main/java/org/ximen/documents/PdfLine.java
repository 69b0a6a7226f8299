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

    // In letters: cells of a table stand further apart, words of letters nearer.
    private static final float CELLS = 0.3f;
    private static final float WORDS = 0.15f;

    /** The same line with what stands further right on it. */
    PdfLine with(PdfLine more) {
        boolean latin =
                text.charAt(text.length() - 1) < '\u2e80' && more.text().charAt(0) < '\u2e80';
        boolean apart = more.left() - right > size * (latin ? WORDS : CELLS);
        var joined = text + (apart ? " " : "") + more.text();
        return new PdfLine(page, left, Math.max(right, more.right()), size, joined);
    }
}
