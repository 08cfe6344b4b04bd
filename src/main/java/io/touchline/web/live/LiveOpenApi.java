package io.touchline.web.live;

import static io.touchline.web.OpenApiParts.answer;
import static io.touchline.web.OpenApiParts.json;
import static io.touchline.web.OpenApiParts.media;
import static io.touchline.web.OpenApiParts.operation;
import static io.touchline.web.OpenApiParts.problem;
import static io.touchline.web.OpenApiParts.reference;
import static io.touchline.web.OpenApiParts.schemaOf;
import static io.touchline.web.OpenApiParts.type;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.examples.Example;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.RequestBody;
import java.util.List;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Describes the calls about live books, with examples that a service gave: a test compares them. */
@Configuration(proxyBeanMethods = false)
class LiveOpenApi {

    private static final String BOOK = BooksController.PATH + "/{symbol}";
    private static final String JSON = "application/json";
    private static final String SYMBOL = "DEMO";

    @Bean
    OpenApiCustomizer liveBooksInExamples() {
        return api -> {
            api.getComponents().addSchemas("Message", message());
            addMessages(api);
            addReads(api);
            addHistory(api);
            addSymbols(api);
        };
    }

    private static void addMessages(OpenAPI api) {
        Operation messages = operation(api, BOOK + "/messages", HttpMethod.POST);
        messages.setRequestBody(body());
        answer(messages, "200", "Durable and applied", object("MessagesApplied", "applied.json"));
        problem(messages, "400", "unreadable-message");
        problem(messages, "413", "limit-exceeded");
        problem(messages, "415", "unsupported-media-type");
        problem(messages, "503", "journal-unavailable");
        problem(messages, "504", "answer-late");
    }

    private static RequestBody body() {
        MediaType json = new MediaType()
                .schema(new JsonSchema()
                        .addOneOfItem(schemaOf("Message"))
                        .addOneOfItem(type("array").items(schemaOf("Message"))))
                .addExamples("Six orders", new Example().value(json("messages.json")))
                .addExamples("One message", new Example().value(json("message.json")))
                .addExamples("A price nobody can read", new Example().value(json("messages-unreadable.json")));
        return new RequestBody()
                .required(true)
                .description("Messages")
                .content(new Content()
                        .addMediaType(JSON, json)
                        .addMediaType("application/x-ndjson", media("string", "messages.ndjson"))
                        .addMediaType("text/csv", media("string", "l3.csv")));
    }

    private static void addReads(OpenAPI api) {
        Operation list = operation(api, BooksController.PATH, HttpMethod.GET);
        answer(list, "200", "The books", object("BookList", "books.json"));
        read(api, "", "The book", object("BookView", "book.json"));
        read(api, "/l1", "The quote now", object("BookQuote", "quote.json"));
        read(api, "/depth", "The best price levels", object("DepthView", "depth.json"));
        Operation forget = operation(api, BOOK, HttpMethod.DELETE);
        answer(forget, "204", "Forgotten", null);
        problem(forget, "404", "unknown-book");
        problem(forget, "503", "journal-unavailable");
        problem(forget, "504", "answer-late");
    }

    private static void addHistory(OpenAPI api) {
        Content quotes = new Content().addMediaType("text/csv", media("string", "l1.csv"));
        problem(read(api, "/l1.csv", "The quotes", quotes), "503", "history-moved");
        Operation stream = operation(api, BOOK + "/l1/stream", HttpMethod.GET);
        Content events = new Content().addMediaType("text/event-stream", media("string", "stream.txt"));
        answer(stream, "200", "Quotes as they come", events);
        problem(stream, "503", "too-many-streams");
    }

    private static Operation read(OpenAPI api, String path, String what, Content content) {
        Operation read = operation(api, BOOK + path, HttpMethod.GET);
        answer(read, "200", what, content);
        problem(read, "404", "unknown-book");
        problem(read, "504", "no-answer");
        return read;
    }

    /** Fills the symbol in, so that the calls run as they stand there. */
    private static void addSymbols(OpenAPI api) {
        api.getPaths().values().stream()
                .flatMap(path -> path.readOperations().stream())
                .filter(operation -> operation.getParameters() != null)
                .flatMap(operation -> operation.getParameters().stream())
                .filter(parameter -> parameter.getName().equals("symbol")
                        && parameter.getIn().equals("path"))
                .forEach(parameter -> parameter.example(SYMBOL));
    }

    private static Content object(String schema, String file) {
        return new Content().addMediaType(JSON, reference(schema, file));
    }

    private static Schema<?> message() {
        Schema<?> message = type("object")
                .description("What a message does not need is not looked at; a field that is not here is refused.")
                .addProperty(
                        "seq_num",
                        string("Of its packet: 0 to 9223372036854775807; a number below 2^53 is taken as well"))
                .addProperty(
                        "time", string("UTC, such as 2019-09-16 22:10:16.4945 UTC; that of its arrival when absent"))
                .addProperty("action", choice("ADD", "UPDATE", "DELETE", "TRADE", "IMAGE"))
                .addProperty(
                        "order_id",
                        string("A number or any text of up to 64 bytes; a number below 2^53 is taken as well"))
                .addProperty("side", choice("BUY", "SELL"))
                .addProperty("price", type("number").description("Exact; a string is taken as well"))
                .addProperty("quantity", type("number").description("Exact; a string is taken as well"))
                .addProperty("is_image", type("boolean").description("Whether it is part of a book image"))
                .addProperty("symbol", string("That of the path, or none"));
        message.setRequired(List.of("seq_num", "action"));
        return message;
    }

    private static Schema<?> string(String description) {
        return type("string").description(description);
    }

    private static Schema<?> choice(String... values) {
        JsonSchema choice = new JsonSchema();
        choice.addType("string");
        for (String value : values) {
            choice.addEnumItemObject(value);
        }
        return choice;
    }
}
