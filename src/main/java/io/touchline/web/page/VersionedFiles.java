package io.touchline.web.page;

import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.servlet.resource.PathResourceResolver;

/** Finds the page's files in the folder of their version; in that of another there are none. Any thread. */
final class VersionedFiles extends PathResourceResolver {

    private final PageFiles files;

    VersionedFiles(PageFiles files) {
        this.files = files;
    }

    @Override
    protected @Nullable Resource getResource(String path, Resource location) throws IOException {
        String folder = files.version() + "/";
        return path.startsWith(folder) ? super.getResource(path.substring(folder.length()), location) : null;
    }
}
