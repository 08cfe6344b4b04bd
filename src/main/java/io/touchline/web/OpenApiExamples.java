package io.touchline.web;

import static io.touchline.web.OpenApiParts.answer;
import static io.touchline.web.OpenApiParts.binary;
import static io.touchline.web.OpenApiParts.media;
import static io.touchline.web.OpenApiParts.problem;
import static io.touchline.web.OpenApiParts.reference;
import static io.touchline.web.OpenApiParts.schemaOf;
import static io.touchline.web.OpenApiParts.text;
import static io.touchline.web.OpenApiParts.type;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.parameters.RequestBody;

/** Adds bodies, answers and problems to the calls, each with an example that a service gave: a test compares them. */
final class OpenApiExamples {

    private static final String CSV = "text/csv";
    private static final String JSON = "application/json";
    private static final String NDJSON = "application/x-ndjson";

    private final OpenAPI api;

    OpenApiExamples(OpenAPI api) {
        this.api = api;
    }

    void add() {
        addConvert();
        addKeep();
        addReads();
        addDownload();
        Operation remove = OpenApiParts.operation(api, "/api/v1/conversions/{id}", PathItem.HttpMethod.DELETE);
        answer(remove, "204", "Cancelled or removed", null);
        problem(remove, "404", "unknown-conversion");
    }

    private void addConvert() {
        Operation convert = OpenApiParts.operation(api, "/api/v1/l1", PathItem.HttpMethod.POST);
        convert.setRequestBody(body());
        Content content = new Content()
                .addMediaType(CSV, media("string", "l1.csv"))
                .addMediaType(JSON, reference("ConversionReport", "report.json"))
                .addMediaType(NDJSON, media("string", "l1.ndjson"));
        answer(convert, "200", "Level 1, or the report alone, as Accept says", content);
        problem(convert, "406", "not-acceptable");
        addRefusals(convert);
    }

    private void addKeep() {
        Operation keep = OpenApiParts.operation(api, "/api/v1/conversions", PathItem.HttpMethod.POST);
        keep.setRequestBody(body());
        Content content = new Content().addMediaType(JSON, reference("Finished", "kept.json"));
        answer(keep, "201", "The report; the result is where the header Location says", content);
        problem(keep, "409", "cancelled");
        addRefusals(keep);
    }

    private static void addRefusals(Operation operation) {
        problem(operation, "400", "unreadable-input");
        problem(operation, "413", "limit-exceeded");
        problem(operation, "415", "unsupported-media-type");
        problem(operation, "503", "too-busy");
        problem(operation, "507", "disk-full");
    }

    private void addReads() {
        Operation list = OpenApiParts.operation(api, "/api/v1/conversions", PathItem.HttpMethod.GET);
        answer(list, "200", "The newest", new Content().addMediaType(JSON, reference("ConversionList", "list.json")));
        Operation report = OpenApiParts.operation(api, "/api/v1/conversions/{id}", PathItem.HttpMethod.GET);
        MediaType either = reference("Finished", "kept.json");
        either.setSchema(new JsonSchema().addOneOfItem(schemaOf("Finished")).addOneOfItem(schemaOf("Running")));
        answer(report, "200", "The report, or how far it is", new Content().addMediaType(JSON, either));
        problem(report, "404", "unknown-conversion");
        Operation chart = OpenApiParts.operation(api, "/api/v1/conversions/{id}/chart", PathItem.HttpMethod.GET);
        answer(chart, "200", "The points", new Content().addMediaType(JSON, reference("Chart", "chart.json")));
        problem(chart, "400", "bad-option");
        problem(chart, "404", "unknown-conversion");
        problem(chart, "409", "still-running");
    }

    private void addDownload() {
        Operation download = OpenApiParts.operation(api, "/api/v1/conversions/{id}/l1.csv", PathItem.HttpMethod.GET);
        answer(download, "200", "The file", new Content().addMediaType(CSV, media("string", "l1.csv")));
        answer(download, "206", "The ranges asked for", null);
        answer(download, "304", "The client has this file", null);
        problem(download, "404", "unknown-conversion");
        problem(download, "409", "still-running");
        problem(download, "416", "range-not-satisfiable");
    }

    private static RequestBody body() {
        MediaType csv = new MediaType()
                .schema(type("string"))
                .addExamples("Six orders", new Example().value(text("l3.csv")))
                .addExamples("A price nobody can read", new Example().value(text("l3-unreadable.csv")));
        MediaType form = new MediaType().schema(type("object").addProperty("file", binary()));
        return new RequestBody()
                .required(true)
                .description("Level 3")
                .content(new Content()
                        .addMediaType(CSV, csv)
                        .addMediaType("application/gzip", new MediaType().schema(binary()))
                        .addMediaType("multipart/form-data", form));
    }
}
