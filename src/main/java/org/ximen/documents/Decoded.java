package org.ximen.documents;

import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Bytes as text, whatever they were written with.
 *
 * @param charset that was found
 */
record Decoded(String text, Charset charset) {
    private static final Charset GB18030 = Charset.forName("GB18030");
    private static final char MARK = '\uFEFF';

    /** The text; {@link Unreadable} if no known encoding fits. */
    static Decoded of(byte[] bytes) {
        return marked(bytes)
                .or(() ->
                        Stream.of(UTF_8, GB18030, UTF_16LE, UTF_16BE)
                                .flatMap(charset -> as(charset, bytes).stream())
                                .findFirst())
                .orElseThrow(() -> new Unreadable("文字的编码认不出来，请另存为 UTF-8 编码"));
    }

    /** By the mark at the beginning, which is never guesswork. */
    private static Optional<Decoded> marked(byte[] bytes) {
        return Stream.of(UTF_8, UTF_16LE, UTF_16BE)
                .filter(charset -> startsWith(bytes, String.valueOf(MARK).getBytes(charset)))
                .flatMap(charset -> as(charset, bytes).stream())
                .findFirst();
    }

    private static boolean startsWith(byte[] bytes, byte[] start) {
        return bytes.length >= start.length
                && ByteBuffer.wrap(bytes, 0, start.length).equals(ByteBuffer.wrap(start));
    }

    private static Optional<Decoded> as(Charset charset, byte[] bytes) {
        try {
            var text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
            boolean bare = !text.isEmpty() && text.charAt(0) == MARK;
            var plain = bare ? text.substring(1) : text;
            return looksWritten(plain)
                    ? Optional.of(new Decoded(plain, charset))
                    : Optional.empty();
        } catch (CharacterCodingException e) {
            return Optional.empty();
        }
    }

    // Wrong guesses show: control characters, characters of nobody, scripts that nobody here reads.
    private static boolean looksWritten(String text) {
        long odd = text.codePoints().filter(Decoded::isOdd).count();
        return odd * 50 <= text.length() && text.indexOf('\0') < 0;
    }

    private static boolean isOdd(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c != '\n' && c != '\r' && c != '\t' && c != '\f';
            case Character.PRIVATE_USE, Character.UNASSIGNED, Character.SURROGATE -> true;
            default -> !isUsual(Character.UnicodeScript.of(c));
        };
    }

    private static boolean isUsual(Character.UnicodeScript script) {
        return switch (script) {
            case HAN, COMMON, INHERITED, LATIN, GREEK, CYRILLIC, BOPOMOFO, HIRAGANA, KATAKANA ->
                    true;
            default -> false;
        };
    }
}
