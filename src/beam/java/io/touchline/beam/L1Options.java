package io.touchline.beam;

import io.touchline.convert.ConversionOptions;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.beam.sdk.options.Default;
import org.apache.beam.sdk.options.Description;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.Validation;
import org.jspecify.annotations.Nullable;

/** The options of the pipeline; those of the conversion have the names that they have everywhere. Beam makes the object. */
public interface L1Options extends PipelineOptions {

    @Description("Level 3: a file, or a pattern of files such as gs://bucket/day/*.csv.gz. Plain or gzip")
    @Validation.Required
    String getInput();

    void setInput(String input);

    @Description("What the names of all files of level 1 start with: a folder with a slash behind it, or more")
    @Validation.Required
    String getOutput();

    void setOutput(String output);

    @Description("packet, change or message: when a row of level 1 is written")
    @Default.String("packet")
    String getEmit();

    void setEmit(String emit);

    @Description("any or both: all rows, or only those with a bid and an ask")
    @Default.String("any")
    String getSides();

    void setSides(String sides);

    @Description("keep or drop: what becomes of rows whose bid is above their ask")
    @Default.String("keep")
    String getCrossed();

    void setCrossed(String crossed);

    @Description("How many packets of a file are held back to put them in order")
    @Default.String("4096")
    String getWindow();

    void setWindow(String window);

    @Description("abort or skip: what an unreadable row does")
    @Default.String("abort")
    String getErrors();

    void setErrors(String errors);

    @Description(
            "What the names of late.csv, duplicate.csv and unreadable.csv start with; without it such rows are only counted")
    @Nullable
    String getDropped();

    void setDropped(@Nullable String dropped);

    /**
     * The options of the conversion.
     *
     * @throws io.touchline.convert.BadOptionException for a value that is none of the option's
     */
    static ConversionOptions conversion(L1Options options) {
        Map<String, List<String>> texts = new HashMap<>();
        texts.put("emit", List.of(options.getEmit()));
        texts.put("sides", List.of(options.getSides()));
        texts.put("crossed", List.of(options.getCrossed()));
        texts.put("window", List.of(options.getWindow()));
        texts.put("errors", List.of(options.getErrors()));
        return ConversionOptions.of(texts);
    }
}
