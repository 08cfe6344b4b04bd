package io.touchline.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.touchline.convert.ConversionOptions;
import io.touchline.convert.Conversions;
import io.touchline.convert.ReportJson;
import io.touchline.convert.SpooledConversion;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Converts a body and answers the result. The answer starts once the result is whole, so that its status is true. */
@RestController
@RequestMapping("/api/v1")
@Tag(name = "Convert", description = "Level 3 in, level 1 out, in one call")
class L1Controller {

    static final int BUFFER = 1 << 16;

    private final Conversions conversions;
    private final ConversionMetrics metrics;
    private final BodyLimit limit;

    L1Controller(Conversions conversions, ConversionMetrics metrics, BodyLimit limit) {
        this.conversions = conversions;
        this.metrics = metrics;
        this.limit = limit;
    }

    @PostMapping("/l1")
    @Operation(
            operationId = "convert",
            summary = "Convert level 3 to level 1",
            description =
                    "The body is level 3 as CSV, plain or gzip, raw or as the field `file` of a form. The answer is level 1"
                            + " as CSV or NDJSON, or the report alone, as the header `Accept` says.")
    @OptionParameters
    void convert(HttpServletRequest request, HttpServletResponse response) throws IOException {
        AnswerForm form = AnswerForm.of(request);
        ConversionOptions options = ConversionOptions.of(QueryString.of(request));
        boolean gzip = AnswerForm.acceptsGzip(request) && form != AnswerForm.REPORT;
        try (L3Body body = L3Body.of(request, limit.bytes());
                SpooledConversion spooled = metrics.count(
                        () -> conversions.spool(options, form.format(), gzip, body), SpooledConversion::report)) {
            if (form == AnswerForm.REPORT) {
                answerReport(spooled, response);
            } else {
                answerL1(spooled, form, gzip, response);
            }
        }
    }

    private static void answerReport(SpooledConversion spooled, HttpServletResponse response) throws IOException {
        byte[] report = ReportJson.mapper().writeValueAsBytes(spooled.report());
        response.setContentType(AnswerForm.REPORT.contentType());
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT);
        response.setContentLength(report.length);
        response.getOutputStream().write(report);
    }

    private static void answerL1(SpooledConversion spooled, AnswerForm form, boolean gzip, HttpServletResponse response)
            throws IOException {
        try (InputStream l1 = Files.newInputStream(spooled.file())) {
            response.setContentType(form.contentType());
            response.setContentLengthLong(Files.size(spooled.file()));
            response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT + ", " + HttpHeaders.ACCEPT_ENCODING);
            String extension = form == AnswerForm.CSV ? "csv" : "ndjson";
            response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"l1." + extension + "\"");
            response.setHeader(ReportHeader.NAME, ReportHeader.of(spooled.report()));
            if (gzip) {
                response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
            }
            copy(l1, response.getOutputStream());
        }
    }

    /** Copies in large pieces: each costs the container a call of the operating system. */
    static void copy(InputStream from, OutputStream to) throws IOException {
        byte[] buffer = new byte[BUFFER];
        for (int read = from.read(buffer); read >= 0; read = from.read(buffer)) {
            to.write(buffer, 0, read);
        }
    }
}
