package io.touchline.web;

import static io.touchline.web.RunningService.L1;
import static io.touchline.web.RunningService.L3;
import static io.touchline.web.RunningService.problem;
import static io.touchline.web.RunningService.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A data directory on a disk of one megabyte; needs the right to mount one. */
class DiskFullIT {

    private static final String MUCH = IntStream.range(0, 30_000)
            .mapToObj(seq -> seq + ",1,BUY," + (seq + 1) + ",100,,,,,,,,,,,2026-01-05 09:00:00 UTC\n")
            .collect(Collectors.joining("", RunningService.L3_HEADER, ""));

    @RegisterExtension
    final SmallDisk disk = new SmallDisk("1m");

    @Test
    void fullDiskIsAProblemAndTheServiceGoesOn() {
        try (RunningService service = RunningService.start(disk.directory())) {
            for (String call : new String[] {"l1", "conversions"}) {
                problem(service.post(call, MUCH), 507, "disk-full");
                service.assertNothingIsLeft();
            }
            String form = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n" + MUCH
                    + "\r\n--b--\r\n";
            problem(service.post("l1", form, "Content-Type", "multipart/form-data; boundary=b"), 507, "disk-full");
            service.assertNothingIsLeft();

            assertThat(text(service.post("l1", L3))).isEqualTo(L1);
        }
    }
}
