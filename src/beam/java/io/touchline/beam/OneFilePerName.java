package io.touchline.beam;

import java.util.Iterator;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.values.KV;

/** Sees to it that no two files of the input have one name, since they would have one output. */
final class OneFilePerName extends DoFn<KV<String, Iterable<Metadata>>, KV<String, Metadata>> {

    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void check(@Element KV<String, Iterable<Metadata>> files, OutputReceiver<KV<String, Metadata>> out) {
        Iterator<Metadata> each = files.getValue().iterator();
        Metadata first = each.next();
        if (each.hasNext()) {
            throw new IllegalArgumentException("input: expected one file of the name " + files.getKey() + ", found "
                    + first.resourceId() + " and " + each.next().resourceId());
        }
        out.output(KV.of(files.getKey(), first));
    }
}
