package org.ximen.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.HexFormat;

/** A one-time code as it is kept: who reads the table cannot send it. */
record BindingCode(String hash, String salt) {
    private static final int SALT_BYTES = 16;

    static BindingCode of(String code, SecureRandom random) {
        var bytes = new byte[SALT_BYTES];
        random.nextBytes(bytes);
        var salt = HexFormat.of().formatHex(bytes);
        return new BindingCode(hashed(code, salt), salt);
    }

    boolean is(String code) {
        var given = hashed(code, salt).getBytes(StandardCharsets.US_ASCII);
        return MessageDigest.isEqual(given, hash.getBytes(StandardCharsets.US_ASCII));
    }

    private static String hashed(String code, String salt) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of()
                    .formatHex(digest.digest((salt + code).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
