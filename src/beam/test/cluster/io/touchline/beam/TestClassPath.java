package io.touchline.beam;

import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The class paths of processes that tests start. Static. */
final class TestClassPath {

    private TestClassPath() {}

    /** What a job is submitted with: the pipeline, Beam and Flink; and the tests. */
    static List<String> all() {
        List<String> paths = new ArrayList<>(List.of(folder(L1Pipeline.class), tests()));
        paths.addAll(List.of(System.getProperty("touchline.libraries").split(File.pathSeparator)));
        return paths;
    }

    /** The tests themselves. */
    static String tests() {
        return folder(TestClassPath.class);
    }

    private static String folder(Class<?> of) {
        return Path.of(of.getProtectionDomain().getCodeSource().getLocation().getPath())
                .toString();
    }
}
