package io.touchline.cli;

import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * What a command reads and writes where no file is named.
 *
 * @param out data; fails when it cannot be written, as {@link System#out} does not
 * @param err what is said to a person
 * @param errIsTerminal whether a person watches {@code err}
 */
public record StandardStreams(InputStream in, OutputStream out, PrintStream err, boolean errIsTerminal) {

    /** Those of this process, unbuffered. */
    public static StandardStreams ofProcess() {
        return new StandardStreams(
                new FileInputStream(FileDescriptor.in),
                new FileOutputStream(FileDescriptor.out),
                System.err,
                Terminal.showsStandardError());
    }
}
