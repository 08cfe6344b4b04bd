package io.touchline.config;

import java.net.URL;
import org.apache.catalina.Context;
import org.apache.catalina.webresources.StandardRoot;

/** The files that the web server would serve by itself: none, since all that is served is found on the class path. */
final class NoFiles extends StandardRoot {

    NoFiles(Context context) {
        super(context);
        setReadOnly(true);
    }

    /** Leaves out the jar of the service, all of which would be listed at each start. */
    @Override
    public void createWebResourceSet(ResourceSetType type, String mount, URL jar, String path) {}
}
