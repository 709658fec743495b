/**
 * The register of running services. Each service reports itself here every two seconds and reads
 * who else is there every second, so that a started instance is routable about a second after it is
 * healthy and a dead one is forgotten after six. The register lives in memory: after a restart the
 * services report again by themselves.
 */
@NullMarked
package org.tertulia.discovery;

import org.jspecify.annotations.NullMarked;
