package org.tertulia.s3;

import java.io.OutputStream;
import org.gaul.s3proxy.Main;

/**
 * The main class of a store's JVM: starts s3proxy with a file of settings and says so, when it takes
 * requests. It runs until it is told to stop or, with {@link #UNTIL_INPUT_ENDS}, until its standard
 * input ends, which it does with the process that started it.
 */
public final class S3Main {
    /** The line on standard output that says clients may connect. */
    public static final String READY = "ready";

    /** Given after the settings, lets the store end with its standard input. */
    public static final String UNTIL_INPUT_ENDS = "--until-input-ends";

    private S3Main() {}

    public static void main(String[] arguments) throws Exception {
        Main.main(new String[] {"--properties", arguments[0]});
        System.out.println(READY);
        if (arguments.length > 1 && arguments[1].equals(UNTIL_INPUT_ENDS)) {
            System.in.transferTo(OutputStream.nullOutputStream());
            Runtime.getRuntime().halt(0);
        }
    }
}
