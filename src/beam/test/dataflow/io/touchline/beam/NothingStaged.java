package io.touchline.beam;

import com.google.api.services.dataflow.model.DataflowPackage;
import java.util.List;
import org.apache.beam.runners.dataflow.util.PackageUtil.StagedFile;
import org.apache.beam.runners.dataflow.util.Stager;
import org.apache.beam.sdk.options.PipelineOptions;

/** Stands for the store that the jars would be sent to, and sends none. Beam makes it by {@link #fromOptions}. */
public final class NothingStaged implements Stager {

    private NothingStaged() {}

    @SuppressWarnings("unused") // called by its name, with the options as its argument
    public static NothingStaged fromOptions(PipelineOptions options) {
        return new NothingStaged();
    }

    @Override
    public List<DataflowPackage> stageFiles(List<StagedFile> files) {
        return List.of();
    }

    @Override
    public DataflowPackage stageToFile(byte[] bytes, String name) {
        return new DataflowPackage().setName(name).setLocation("gs://bucket/staged/" + name);
    }
}
