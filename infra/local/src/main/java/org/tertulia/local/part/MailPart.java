package org.tertulia.local.part;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.tertulia.mail.MailProgram;

/**
 * The mail catcher: takes what notification-service sends and shows it on a page, and sends nothing on.
 * Its mails go with its process.
 */
final class MailPart implements Part {
    static final String NAME = "mail";

    /** Where mails come in; the part's main port is that of its page. */
    static final String SMTP = "mail-smtp";

    private static final Jvm JVM = new Jvm(64, 8, false);

    private final int pagePort;
    private final int smtpPort;

    MailPart(int pagePort, int smtpPort) {
        this.pagePort = pagePort;
        this.smtpPort = smtpPort;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public List<Port> ports() {
        return List.of(new Port(NAME, pagePort), new Port(SMTP, smtpPort));
    }

    @Override
    public Layer layer() {
        return Layer.BACKBONE;
    }

    @Override
    public Set<String> needs() {
        return Set.of();
    }

    @Override
    public Launch prepare() {
        var command = JVM.command();
        command.addAll(MailProgram.arguments(smtpPort, pagePort));
        return new Launch(command, Map.of());
    }

    @Override
    public boolean answers(ProcessHandle process) {
        return Probe.isOk(pagePort, "/healthz");
    }
}
