package io.touchline.web.live;

import io.touchline.convert.BadOptionException;
import io.touchline.csv.Found;
import io.touchline.demo.DemoSpeed;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads how fast the demo is to be: {@code {"speed":"1x"}}, strictly. Static. */
final class DemoCommand {

    private static final int MOST_BYTES = 1024;
    private static final String BODY = "body";
    private static final String SPEED = "speed";
    private static final String EXPECTED_BODY = "{\"speed\":\"1x\"} or nothing";

    private DemoCommand() {}

    /** The speed that a request asks for; the real one when it has no body. */
    static DemoSpeed speed(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readNBytes(MOST_BYTES);
        String text = new String(body, StandardCharsets.UTF_8).strip();
        return text.isEmpty() ? DemoSpeed.REAL : speed(text);
    }

    private static DemoSpeed speed(String text) {
        JsonNode command = object(text);
        JsonNode speed = command.path(SPEED);
        if (speed.isMissingNode()) {
            return DemoSpeed.REAL;
        }
        return DemoSpeed.of(speed.isString() ? speed.stringValue() : "")
                .orElseThrow(() -> new BadOptionException(SPEED, "1x, 10x or max", speed.toString()));
    }

    private static JsonNode object(String text) {
        JsonNode command;
        try {
            command = JsonMapper.shared().readTree(text);
        } catch (JacksonException e) {
            throw new BadOptionException(BODY, EXPECTED_BODY, Found.text(text));
        }
        if (!command.isObject() || command.size() > (command.has(SPEED) ? 1 : 0)) {
            throw new BadOptionException(BODY, EXPECTED_BODY, Found.text(text));
        }
        return command;
    }
}
