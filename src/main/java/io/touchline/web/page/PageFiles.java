package io.touchline.web.page;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The document of the page and the version of its files, read when they are first asked for, since a start need not wait for them. Any thread. */
@Component
class PageFiles {

    /** Where the files are; each has its own path below. */
    static final String FOLDER = "classpath:/static/page/";

    private static final String DOCUMENT = "classpath:/static/index.html";
    private static final int VERSION_BYTES = 8;

    private static final String OWN = "=\"page/";

    private final SingletonSupplier<Page> page = SingletonSupplier.of(PageFiles::read);

    private static Page read() {
        try {
            PathMatchingResourcePatternResolver resources = new PathMatchingResourcePatternResolver();
            String document = resources.getResource(DOCUMENT).getContentAsString(StandardCharsets.UTF_8);
            String version = version(document, resources.getResources(FOLDER + "**"));
            return new Page(versioned(document, version), version);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The start of the SHA-256 of document and files, these in the order of their names. */
    private static String version(String document, Resource[] files) throws IOException {
        Map<String, Resource> byName = new TreeMap<>();
        for (Resource file : files) {
            if (file.isReadable()) {
                byName.put(file.getURL().getPath(), file);
            }
        }
        MessageDigest digest = sha256();
        digest.update(document.getBytes(StandardCharsets.UTF_8));
        for (Resource file : byName.values()) {
            digest.update(file.getContentAsByteArray());
        }
        return HexFormat.of().formatHex(digest.digest(), 0, VERSION_BYTES);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** What stands in the paths of the files: another one when any byte of them is another. */
    String version() {
        return page.obtain().version();
    }

    /** A document whose links to files of the page have their version. */
    String versioned(String html) {
        return versioned(html, version());
    }

    private static String versioned(String html, String version) {
        return html.replace(OWN, OWN + version + "/");
    }

    /** The document of the page, which names its files by their version. */
    String document() {
        return page.obtain().document();
    }

    /** The document, which names its files by their version, and that version. */
    private record Page(String document, String version) {}
}
