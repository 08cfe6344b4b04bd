package io.touchline.beam;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;

/**
 * A main class that runs another one, and ends its process once nobody holds the other end of its standard input: so no process outlives the test
 * that started it, whatever ended the test. Static.
 */
public final class Tether {

    private static final int LET_GO = 3;

    private Tether() {}

    /** Runs the class that the first argument names, with the other arguments. */
    public static void main(String[] args) throws ReflectiveOperationException {
        Thread watch = new Thread(Tether::haltOnceLetGo, "tether");
        watch.setDaemon(true);
        watch.start();
        Object rest = Arrays.copyOfRange(args, 1, args.length);
        Class.forName(args[0]).getMethod("main", String[].class).invoke(null, rest);
    }

    private static void haltOnceLetGo() {
        try {
            System.in.transferTo(OutputStream.nullOutputStream());
        } catch (IOException e) {
            // as good as its end
        }
        Runtime.getRuntime().halt(LET_GO);
    }
}
