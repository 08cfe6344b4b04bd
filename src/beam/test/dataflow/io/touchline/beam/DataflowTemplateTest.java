package io.touchline.beam;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.beam.sdk.extensions.gcp.auth.NoopCredentialFactory;
import org.apache.beam.sdk.extensions.gcp.storage.NoopPathValidator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What would be sent to Dataflow, made without a network. */
class DataflowTemplateTest {

    private static final Pattern STEP = Pattern.compile("\"user_name\"\\s*:\\s*\\{[^}]*\"value\"\\s*:\\s*\"([^\"]*)\"");

    @Test
    void pipelineIsTranslatedToAJobWithKeyedState(@TempDir Path folder) throws IOException {
        Path job = folder.resolve("job.json");
        Path jar = Files.createFile(folder.resolve("pipeline.jar"));

        L1Pipeline.main(new String[] {
            "--runner=DataflowRunner",
            "--project=a-project",
            "--region=us-central1",
            "--gcpTempLocation=gs://bucket/temp", // named, or the bucket would be asked whether it deletes softly
            "--stagingLocation=gs://bucket/staged",
            "--templateLocation=" + job,
            "--filesToStage=" + jar,
            "--stagerClass=" + NothingStaged.class.getName(),
            "--credentialFactoryClass=" + NoopCredentialFactory.class.getName(),
            "--pathValidatorClass=" + NoopPathValidator.class.getName(),
            "--input=gs://bucket/day/*.csv.gz",
            "--output=gs://bucket/l1/",
            "--dropped=gs://bucket/dropped/"
        });

        assertThat(steps(Files.readString(job)))
                .contains("ReadL3", "ApplyPackets/ParMultiDo(BatchStateful)", "RowsOfABook", "WriteL1");
    }

    /** The names of the steps of a job. */
    private static List<String> steps(String job) {
        return STEP.matcher(job).results().map(step -> step.group(1)).toList();
    }
}
