package org.tertulia.message.webpages;

import org.springframework.stereotype.Service;
import org.tertulia.message.webpages.PageUnavailable.Reason;
import org.tertulia.starter.egress.AddressGuard;
import org.tertulia.starter.egress.AddressRefused;
import org.tertulia.starter.egress.CheckedHosts;
import org.tertulia.starter.egress.HostLookup;
import org.tertulia.starter.egress.WebAddress;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The way out to pages that people name. See the package for what holds it in. */
@Service
public final class WebPages {

    private final CheckedHosts hosts;
    private final PageClient client;
    private final PageReader reader;
    private final Scheduler pageParsers;
    private final WebPagesProperties properties;

    WebPages(
            HostLookup lookup,
            PageClient client,
            PageReader reader,
            Scheduler pageParsers,
            WebPagesProperties properties) {
        this.hosts = new CheckedHosts(lookup, new AddressGuard(properties.allowedPrivateRanges()));
        this.client = client;
        this.reader = reader;
        this.pageParsers = pageParsers;
        this.properties = properties;
    }

    /** What the page says of itself, within a bound of time. Fails with {@link PageUnavailable}. */
    public Mono<PageSummary> read(WebAddress address) {
        return follow(address, properties.maxRedirects())
                .onErrorMap(
                        error -> !(error instanceof PageUnavailable),
                        error -> new PageUnavailable(Reason.UNREACHABLE, error))
                .publishOn(pageParsers)
                .map(reader::read)
                .timeout(properties.timeout(), Mono.error(WebPages::tooLate));
    }

    private Mono<PageAnswer.Body> follow(WebAddress address, int redirects) {
        return visit(address)
                .flatMap(
                        answer ->
                                switch (answer) {
                                    case PageAnswer.Body body -> Mono.just(body);
                                    case PageAnswer.Moved(var location) ->
                                            redirected(address, location, redirects);
                                });
    }

    private Mono<PageAnswer.Body> redirected(WebAddress from, String location, int redirects) {
        if (redirects == 0) {
            return Mono.error(new PageUnavailable(Reason.UNUSABLE, "too many redirects"));
        }
        return from.follow(location)
                .map(next -> follow(next, redirects - 1))
                .orElseGet(() -> refused("redirect to " + location));
    }

    private Mono<PageAnswer> visit(WebAddress address) {
        if (!properties.ports().contains(address.port())) {
            return refused("port %d".formatted(address.port()));
        }
        return hosts.addressOf(address)
                .onErrorMap(
                        AddressRefused.class, error -> new PageUnavailable(Reason.REFUSED, error))
                .flatMap(checked -> client.get(address, checked));
    }

    private static <T> Mono<T> refused(String what) {
        return Mono.error(new PageUnavailable(Reason.REFUSED, what));
    }

    private static PageUnavailable tooLate() {
        return new PageUnavailable(Reason.TIMEOUT, "too late");
    }
}
