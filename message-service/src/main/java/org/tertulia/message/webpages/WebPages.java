package org.tertulia.message.webpages;

import java.net.InetAddress;
import java.util.List;
import org.springframework.stereotype.Service;
import org.tertulia.message.webpages.PageUnavailable.Reason;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** The way out to pages that people name. See the package for what holds it in. */
@Service
public final class WebPages {

    private final HostLookup lookup;
    private final PageClient client;
    private final PageReader reader;
    private final Scheduler pageParsers;
    private final WebPagesProperties properties;
    private final AddressGuard guard;

    WebPages(
            HostLookup lookup,
            PageClient client,
            PageReader reader,
            Scheduler pageParsers,
            WebPagesProperties properties) {
        this.lookup = lookup;
        this.client = client;
        this.reader = reader;
        this.pageParsers = pageParsers;
        this.properties = properties;
        this.guard = new AddressGuard(properties.allowedPrivateRanges());
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
        return addresses(address)
                .flatMap(this::checked)
                .flatMap(checked -> client.get(address, checked));
    }

    private Mono<List<InetAddress>> addresses(WebAddress address) {
        return address.literal()
                .map(literal -> Mono.just(List.of(literal)))
                .orElseGet(() -> lookup.addressesOf(address.host()));
    }

    /** The first of them, provided that all may be connected to: a host with two faces is none to be trusted. */
    private Mono<InetAddress> checked(List<InetAddress> addresses) {
        if (addresses.isEmpty()) {
            return Mono.error(new PageUnavailable(Reason.UNREACHABLE, "no address"));
        }
        return addresses.stream().allMatch(guard::allows)
                ? Mono.just(addresses.getFirst())
                : refused("one of " + addresses);
    }

    private static <T> Mono<T> refused(String what) {
        return Mono.error(new PageUnavailable(Reason.REFUSED, what));
    }

    private static PageUnavailable tooLate() {
        return new PageUnavailable(Reason.TIMEOUT, "too late");
    }
}
