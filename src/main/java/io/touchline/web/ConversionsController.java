package io.touchline.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.touchline.convert.BadOptionException;
import io.touchline.convert.Chart;
import io.touchline.convert.ChartQuery;
import io.touchline.convert.ConversionOptions;
import io.touchline.convert.ConversionStore;
import io.touchline.convert.Conversions;
import io.touchline.convert.KeptConversion;
import io.touchline.convert.RunningConversion;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Conversions whose results are kept: start, list, report, download, chart, cancel and remove. */
@RestController
@RequestMapping(ConversionsController.PATH)
@Tag(name = "Conversions", description = "Conversions whose results are kept for a while")
class ConversionsController {

    static final String PATH = "/api/v1/conversions";

    private static final Pattern ID = Pattern.compile("[0-9a-f]{32}");
    private static final int DEFAULT_LIMIT = 100;
    private static final int MAX_LIMIT = 1000;

    private final Conversions conversions;
    private final ConversionStore store;
    private final ConversionMetrics metrics;
    private final BodyLimit limit;

    ConversionsController(Conversions conversions, ConversionStore store, ConversionMetrics metrics, BodyLimit limit) {
        this.conversions = conversions;
        this.store = store;
        this.metrics = metrics;
        this.limit = limit;
    }

    @PostMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "keep",
            summary = "Convert level 3 to level 1 and keep the result",
            description =
                    "As `POST /l1`, but the answer is the report, and the result stays for a while where `Location` says.")
    @OptionParameters
    ResponseEntity<ConversionView> convert(HttpServletRequest request) throws IOException {
        ConversionOptions options = ConversionOptions.of(QueryString.of(request));
        try (L3Body body = L3Body.of(request, limit.bytes())) {
            KeptConversion kept = metrics.count(() -> conversions.keep(options, body), KeptConversion::report);
            return ResponseEntity.created(URI.create(PATH + "/" + kept.id())).body(ConversionView.of(kept));
        }
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "list",
            summary = "List the conversions",
            description = "Those under way, with the bytes and rows read so far, and the kept ones; the newest first.",
            parameters =
                    @Parameter(
                            in = ParameterIn.QUERY,
                            name = "limit",
                            description = "How many are listed at most",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "1000", defaultValue = "100")))
    ConversionList list(HttpServletRequest request) throws IOException {
        int most = limit(request);
        List<ConversionView> views = new ArrayList<>();
        conversions.running().forEach(each -> views.add(ConversionView.of(each)));
        store.newest(most).forEach(each -> views.add(ConversionView.of(each)));
        int total = conversions.running().size() + store.count();
        return new ConversionList(views.subList(0, Math.min(views.size(), most)), Math.max(total, views.size()));
    }

    private static int limit(HttpServletRequest request) {
        List<String> given = QueryString.of(request).getOrDefault("limit", List.of(Integer.toString(DEFAULT_LIMIT)));
        try {
            int number = Integer.parseInt(given.get(0));
            if (number >= 1 && number <= MAX_LIMIT && given.size() == 1) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Refused below, as is a number out of range.
        }
        throw new BadOptionException("limit", "one number from 1 to " + MAX_LIMIT, String.join(" and ", given));
    }

    @GetMapping(path = "/{id}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(operationId = "report", summary = "Report a conversion", description = "The report, or how far it is.")
    ConversionView get(@PathVariable String id) throws IOException {
        Optional<RunningConversion> running = conversions.running(id);
        return running.isPresent() ? ConversionView.of(running.get()) : ConversionView.of(kept(id));
    }

    @GetMapping("/{id}/l1.csv")
    @Operation(
            operationId = "download",
            summary = "Download level 1",
            description =
                    "Whole or in ranges of bytes (`Range`, `If-Range`), conditional (`If-None-Match`), gzip when accepted.")
    void l1(@PathVariable String id, HttpServletRequest request, HttpServletResponse response) throws IOException {
        KeptConversion kept = finished(id);
        try {
            L1Download.answer(kept, request, response);
        } catch (NoSuchFileException e) {
            throw unknown();
        }
    }

    @GetMapping(path = "/{id}/chart", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "chart",
            summary = "Reduce level 1 for a picture",
            description =
                    "A point is one row, or all rows of one slice of time with the lowest, highest and last of each value.")
    @ChartParameters
    Chart chart(@PathVariable String id, HttpServletRequest request) throws IOException {
        ChartQuery query = ChartQuery.of(QueryString.of(request));
        try {
            return finished(id).chart(query);
        } catch (NoSuchFileException e) {
            throw unknown();
        }
    }

    @DeleteMapping("/{id}")
    @Operation(
            operationId = "remove",
            summary = "Cancel or remove a conversion",
            description = "Cancels a running one, whose call then ends with 409, or removes a kept one.")
    ResponseEntity<Void> remove(@PathVariable String id) throws IOException {
        if (!ID.matcher(id).matches() || !conversions.remove(id)) {
            throw unknown();
        }
        return ResponseEntity.noContent().build();
    }

    private KeptConversion finished(String id) throws IOException {
        if (conversions.running(id).isPresent()) {
            throw new ProblemException(Problem.of(
                    HttpStatus.CONFLICT,
                    "still-running",
                    "The conversion is not finished",
                    "its result is not there yet"));
        }
        return kept(id);
    }

    private KeptConversion kept(String id) throws IOException {
        if (!ID.matcher(id).matches()) {
            throw unknown();
        }
        return store.find(id).orElseThrow(ConversionsController::unknown);
    }

    private static ProblemException unknown() {
        return new ProblemException(Problem.of(
                HttpStatus.NOT_FOUND,
                "unknown-conversion",
                "There is no such conversion",
                "it never was, has expired or was removed"));
    }

    /**
     * Some of the conversions.
     *
     * @param total how many there are
     */
    record ConversionList(List<ConversionView> conversions, int total) {}
}
