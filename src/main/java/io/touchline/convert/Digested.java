package io.touchline.convert;

import io.touchline.csv.L1Format;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Runs a conversion to CSV and reports the SHA-256 of its input, to the last byte, and of what it wrote. Static. */
public final class Digested {

    private Digested() {}

    /** As {@link Conversion#run(InputStream, OutputStream)}, with digests. */
    public static ConversionReport run(Conversion conversion, InputStream l3, OutputStream l1) throws IOException {
        return run(conversion, l3, l1, (quote, symbol, offset, length) -> {});
    }

    /** As {@link Conversion#run(InputStream, OutputStream, L1Format, L1RowListener)}, with digests. */
    static ConversionReport run(Conversion conversion, InputStream l3, OutputStream l1, L1RowListener listener)
            throws IOException {
        DigestInputStream in = new DigestInputStream(l3, sha256());
        DigestOutputStream out = new DigestOutputStream(l1, sha256());
        ConversionReport report = conversion.run(in, out, L1Format.CSV, listener);
        in.transferTo(OutputStream.nullOutputStream());
        return report.withDigests(hex(in.getMessageDigest()), hex(out.getMessageDigest()));
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
