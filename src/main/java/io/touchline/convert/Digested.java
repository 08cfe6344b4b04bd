package io.touchline.cli;

import io.touchline.convert.Conversion;
import io.touchline.convert.ConversionReport;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Runs a conversion and reports the SHA-256 of what it read and wrote. Static. */
final class Digested {

    private Digested() {}

    static ConversionReport run(Conversion conversion, InputStream in, OutputStream out) throws IOException {
        MessageDigest read = sha256();
        MessageDigest written = sha256();
        ConversionReport report = conversion.run(new DigestInputStream(in, read), new DigestOutputStream(out, written));
        return report.withDigests(hex(read), hex(written));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static String hex(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest());
    }
}
