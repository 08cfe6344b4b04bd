package io.touchline.beam;

import io.touchline.convert.BadOptionException;
import io.touchline.convert.ConversionOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.Validation;
import org.jspecify.annotations.Nullable;

/** The options of the pipeline; those of the conversion have the names that they have everywhere. Beam makes the object. */
public interface L1Options extends PipelineOptions {

    @Description(
            "Level 3: a file, or a pattern of files such as gs://bucket/day/*.csv.gz, plain or gzip; or kafka:host:port,host:port/topic")
    @Validation.Required
    String getInput();

    void setInput(String input);

    @Description(
            "What the names of all files of level 1 start with: a folder with a slash behind it, or more; or kafka:host:port,host:port/topic")
    @Validation.Required
    String getOutput();

    void setOutput(String output);

    @Description("packet (default), change or message: when a row of level 1 is written")
    @Nullable
    String getEmit();

    void setEmit(@Nullable String emit);

    @Description("any (default) or both: all rows, or only those with a bid and an ask")
    @Nullable
    String getSides();

    void setSides(@Nullable String sides);

    @Description("keep (default) or drop: what becomes of rows whose bid is above their ask")
    @Nullable
    String getCrossed();

    void setCrossed(@Nullable String crossed);

    @Description("How many packets are held back to put them in order: 4096 of a file, 0 of a book in a stream")
    @Nullable
    String getWindow();

    void setWindow(@Nullable String window);

    @Description("abort (default) or skip: what an unreadable row does")
    @Nullable
    String getErrors();

    void setErrors(@Nullable String errors);

    @Description(
            "What the names of late.csv, duplicate.csv and unreadable.csv start with, or in a stream the topic for such rows; without it they are only counted")
    @Nullable
    String getDropped();

    void setDropped(@Nullable String dropped);

    @Description("The topic for answers, where the output is; without it nobody is answered")
    @Nullable
    String getAnswers();

    void setAnswers(@Nullable String answers);

    @Description("How many rows the window of a book in a stream holds at most: 100000")
    @Nullable
    Integer getHeldRows();

    void setHeldRows(@Nullable Integer heldRows);

    @Description("How many orders may rest in a book in a stream: 2000000")
    @Nullable
    Integer getRestingOrders();

    void setRestingOrders(@Nullable Integer restingOrders);

    @Description("Properties of all Kafka clients, as JSON")
    @Nullable
    Map<String, String> getKafkaProperties();

    void setKafkaProperties(@Nullable Map<String, String> properties);

    /**
     * The options of the conversion.
     *
     * @throws BadOptionException for a value that is none of the option's
     */
    static ConversionOptions conversion(L1Options options) {
        Map<String, List<String>> texts = new HashMap<>();
        put(texts, "emit", options.getEmit());
        put(texts, "sides", options.getSides());
        put(texts, "crossed", options.getCrossed());
        put(texts, "window", options.getWindow());
        put(texts, "errors", options.getErrors());
        return ConversionOptions.of(texts);
    }

    private static void put(Map<String, List<String>> texts, String name, @Nullable String text) {
        if (text != null) {
            texts.put(name, List.of(text));
        }
    }

    /**
     * Refuses an option that is given where nothing would come of it.
     *
     * @param with with what it has a meaning
     */
    static void refuse(String name, String with, @Nullable Object value) {
        if (value != null) {
            throw new BadOptionException(name, "it only with " + with, value.toString());
        }
    }
}
