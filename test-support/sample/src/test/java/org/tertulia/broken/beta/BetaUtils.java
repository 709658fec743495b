package org.tertulia.broken.beta;

import org.tertulia.broken.alpha.AlphaController;

/** Says nothing by its name, and closes a circle. */
public class BetaUtils {

    /** The other end of the circle. */
    public Class<?> other() {
        return AlphaController.class;
    }
}
