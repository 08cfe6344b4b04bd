package io.touchline.web;

import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.JsonSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** What descriptions of calls are made of; examples are files in {@code openapi}. Static. */
public final class OpenApiParts {

    private OpenApiParts() {}

    /** The operation, without the answers that springdoc guesses from the method's type. */
    public static Operation operation(OpenAPI api, String path, PathItem.HttpMethod method) {
        PathItem item = Objects.requireNonNull(api.getPaths().get(path), path);
        Operation operation = Objects.requireNonNull(item.readOperationsMap().get(method), path);
        operation.setResponses(new ApiResponses());
        return operation;
    }

    /** Adds an answer. */
    public static void answer(Operation operation, String status, String description, @Nullable Content content) {
        operation
                .getResponses()
                .addApiResponse(
                        status, new ApiResponse().description(description).content(content));
    }

    /** Adds a problem of a kind. */
    public static void problem(Operation operation, String status, String kind) {
        MediaType problem = reference("Problem", "problem-" + kind + ".json");
        String title = JsonMapper.shared()
                .readTree(text("problem-" + kind + ".json"))
                .path("title")
                .asString();
        answer(operation, status, title, new Content().addMediaType(Problem.MEDIA_TYPE, problem));
    }

    /** A body of a simple type with an example. */
    public static MediaType media(String type, String file) {
        return new MediaType().schema(type(type)).example(text(file));
    }

    /** A body of a named schema with an example. */
    public static MediaType reference(String schema, String file) {
        return new MediaType().schema(schemaOf(schema)).example(json(file));
    }

    /** A named schema. */
    public static Schema<?> schemaOf(String name) {
        return new JsonSchema().$ref("#/components/schemas/" + name);
    }

    static Schema<?> binary() {
        return type("string").format("binary");
    }

    /** A schema of a simple type. */
    public static Schema<?> type(String name) {
        Schema<?> schema = new JsonSchema();
        schema.addType(name);
        return schema;
    }

    /** An example that the document embeds as JSON; the text of its numbers stays as it is. */
    public static Object json(String file) {
        try {
            return Json31.mapper().readTree(text(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An example as it is. */
    public static String text(String file) {
        try (InputStream in = OpenApiParts.class.getResourceAsStream("/openapi/" + file)) {
            return new String(Objects.requireNonNull(in, file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
