package org.tertulia.notification.mail;

import java.time.Clock;
import org.springframework.stereotype.Component;
import org.tertulia.notification.config.EmailProperties;
import org.tertulia.notification.letters.LinkToken;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/**
 * The links in mails that do something for whoever follows them, without a login. A token is told once, in its mail; here
 * only its hash is.
 */
@Component
public final class MailLinks {

    private final LinkRepository links;
    private final EmailProperties properties;
    private final Clock clock;

    MailLinks(LinkRepository links, EmailProperties properties, Clock clock) {
        this.links = links;
        this.properties = properties;
        this.clock = clock;
    }

    /** A new token. */
    Mono<LinkToken> make(LinkPurpose purpose, LinkHolder holder) {
        return Mono.defer(
                () -> {
                    var token = LinkToken.random();
                    var lifetime =
                            switch (purpose) {
                                case CONFIRM -> properties.links().confirm();
                                case UNSUBSCRIBE -> properties.links().unsubscribe();
                            };
                    return links.insert(token, purpose, holder, clock.instant().plus(lifetime))
                            .thenReturn(token);
                });
    }

    /** Whose token it is; empty when there is none for this purpose, or none any more. */
    public Mono<LinkHolder> holder(LinkPurpose purpose, String token) {
        return LinkToken.isOne(token)
                ? Mono.defer(() -> links.find(new LinkToken(token), purpose, clock.instant()))
                : Mono.empty();
    }

    /** The person's links of this purpose are good no longer. */
    public Mono<Void> revoke(UserId person, LinkPurpose purpose) {
        return links.deleteAll(person, purpose);
    }
}
