package io.touchline.web;

import io.touchline.convert.KeptConversion;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.util.MimeTypeUtils;

/**
 * The download of a kept result, whole or in ranges.
 *
 * <p>Its entity tag is the file's SHA-256; the compressed form has one of its own, since it is other bytes.
 */
final class L1Download {

    private static final String TYPE = "text/csv;charset=UTF-8";
    private static final String LINE_END = "\r\n";

    private final HttpServletRequest request;
    private final HttpServletResponse response;
    private final String tag;
    private final String boundary = MimeTypeUtils.generateMultipartBoundaryString();
    private final FileChannel file;
    private final long size;

    private L1Download(String tag, FileChannel file, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        this.request = request;
        this.response = response;
        this.tag = tag;
        this.file = file;
        this.size = file.size();
    }

    /** Sends what a request asks for. */
    static void answer(KeptConversion kept, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        String sha256 = String.valueOf(kept.report().outputSha256());
        try (FileChannel file = FileChannel.open(kept.l1())) {
            new L1Download(sha256, file, request, response).answer();
        }
    }

    private void answer() throws IOException {
        List<ByteRange> ranges = ranges();
        boolean gzip = ranges.isEmpty() && AnswerForm.acceptsGzip(request);
        String entityTag = "\"" + tag + (gzip ? "-gzip\"" : "\"");
        response.setHeader(HttpHeaders.ETAG, entityTag);
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        response.setHeader(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        if (clientHas(entityTag)) {
            response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
            return;
        }
        response.setHeader(HttpHeaders.ACCEPT_RANGES, "bytes");
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"l1.csv\"");
        response.setContentType(ranges.size() > 1 ? "multipart/byteranges; boundary=" + boundary : TYPE);
        if (gzip) {
            sendCompressed();
        } else if (ranges.isEmpty()) {
            sendWhole();
        } else {
            sendRanges(ranges);
        }
    }

    private List<ByteRange> ranges() {
        String range = request.getHeader(HttpHeaders.RANGE);
        String condition = request.getHeader(HttpHeaders.IF_RANGE);
        boolean counts = range != null && (condition == null || condition.equals("\"" + tag + "\""));
        return counts ? ByteRange.of(range, size) : List.of();
    }

    private boolean clientHas(String entityTag) {
        @Nullable String known = request.getHeader(HttpHeaders.IF_NONE_MATCH);
        return known != null
                && Arrays.stream(known.split(",", -1))
                        .map(String::strip)
                        .map(each -> each.startsWith("W/") ? each.substring(2) : each)
                        .anyMatch(each -> each.equals("*") || each.equals(entityTag));
    }

    private void sendWhole() throws IOException {
        response.setContentLengthLong(size);
        send(ByteRange.whole(size));
    }

    private void sendCompressed() throws IOException {
        response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        if (isHead()) {
            return;
        }
        GZIPOutputStream compressed = new GZIPOutputStream(response.getOutputStream(), L1Controller.BUFFER);
        send(ByteRange.whole(size), compressed);
        compressed.finish();
    }

    private void sendRanges(List<ByteRange> ranges) throws IOException {
        response.setStatus(HttpServletResponse.SC_PARTIAL_CONTENT);
        if (ranges.size() > 1) {
            sendMultipart(ranges);
            return;
        }
        ByteRange range = ranges.get(0);
        response.setHeader(HttpHeaders.CONTENT_RANGE, range.contentRange(size));
        response.setContentLengthLong(range.length());
        send(range);
    }

    private void sendMultipart(List<ByteRange> ranges) throws IOException {
        List<byte[]> heads = ranges.stream().map(range -> head(range)).toList();
        byte[] tail = ascii(LINE_END + "--" + boundary + "--" + LINE_END);
        long length = tail.length;
        for (int i = 0; i < ranges.size(); i++) {
            length += heads.get(i).length + ranges.get(i).length();
        }
        response.setContentLengthLong(length);
        for (int i = 0; i < ranges.size() && !isHead(); i++) {
            response.getOutputStream().write(heads.get(i));
            send(ranges.get(i));
        }
        response.getOutputStream().write(tail);
    }

    private byte[] head(ByteRange range) {
        return ascii(LINE_END + "--" + boundary + LINE_END
                + HttpHeaders.CONTENT_TYPE + ": " + TYPE + LINE_END
                + HttpHeaders.CONTENT_RANGE + ": " + range.contentRange(size) + LINE_END + LINE_END);
    }

    private void send(ByteRange range) throws IOException {
        if (!isHead()) {
            send(range, response.getOutputStream());
        }
    }

    private void send(ByteRange range, OutputStream to) throws IOException {
        ByteBuffer buffer = ByteBuffer.allocate(L1Controller.BUFFER);
        for (long at = range.first(); at <= range.last(); at += buffer.position()) {
            buffer.clear().limit((int) Math.min(buffer.capacity(), range.last() - at + 1));
            if (file.read(buffer, at) < 0) {
                throw new IOException("a kept result became shorter");
            }
            to.write(buffer.array(), 0, buffer.position());
        }
    }

    private boolean isHead() {
        return request.getMethod().equals("HEAD");
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
