package io.touchline.web;

import io.touchline.convert.DiskFull;
import io.touchline.convert.InputFailedException;
import io.touchline.convert.L3Source;
import io.touchline.feed.LimitExceededException;
import io.touchline.feed.LimitExceededException.Limit;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * The level 3 in a request: its raw body, read as it comes, or the part {@code file} of a form, which the container has put into a temporary
 * file first. Whether it is gzip the reader sees by itself.
 */
final class L3Body implements L3Source, Closeable {

    private static final String FILE = "file";
    private static final Set<String> RAW = Set.of(
            "text/csv",
            "text/plain",
            "application/csv",
            "application/gzip",
            "application/x-gzip",
            MediaType.APPLICATION_OCTET_STREAM_VALUE,
            MediaType.APPLICATION_FORM_URLENCODED_VALUE);

    private final HttpServletRequest request;
    private final long maxBytes;
    private final boolean form;
    private final List<Part> parts = new ArrayList<>();

    private L3Body(HttpServletRequest request, long maxBytes, boolean form) {
        this.request = request;
        this.maxBytes = maxBytes;
        this.form = form;
    }

    /** The body of a request, once its headers are found good; reads nothing yet. */
    static L3Body of(HttpServletRequest request, long maxBytes) {
        MediaType type = BodyHeaders.type(request, maxBytes);
        boolean form = type.isCompatibleWith(MediaType.MULTIPART_FORM_DATA);
        String name = type.getType() + "/" + type.getSubtype();
        if (!form && !RAW.contains(name)) {
            throw BodyHeaders.unsupported(
                    "expected Content-Type text/csv, application/gzip or multipart/form-data, found " + name);
        }
        if (form && type.getParameter("boundary") == null) {
            throw badForm("expected a boundary in Content-Type, found none");
        }
        return new L3Body(request, maxBytes, form);
    }

    @Override
    public InputStream open() throws IOException {
        return form ? file().getInputStream() : request.getInputStream();
    }

    private Part file() throws IOException {
        parts.addAll(parts());
        List<Part> files =
                parts.stream().filter(part -> part.getName().equals(FILE)).toList();
        if (files.size() != 1) {
            throw badForm("expected one part named " + FILE + ", found " + files.size());
        }
        return files.get(0);
    }

    private Collection<Part> parts() throws IOException {
        try {
            return request.getParts();
        } catch (IllegalStateException e) {
            throw new LimitExceededException(Limit.BODY_BYTES, maxBytes, 0);
        } catch (ServletException e) {
            throw badForm("expected parts as RFC 7578 has them");
        } catch (IOException e) {
            throw DiskFull.isCauseOf(e) ? e : new InputFailedException(e);
        }
    }

    private static ProblemException badForm(String detail) {
        return new ProblemException(
                Problem.of(HttpStatus.BAD_REQUEST, "bad-form", "The form cannot be understood", detail));
    }

    /** Deletes what the container has put into temporary files. */
    @Override
    public void close() throws IOException {
        for (Part part : parts) {
            part.delete();
        }
    }
}
