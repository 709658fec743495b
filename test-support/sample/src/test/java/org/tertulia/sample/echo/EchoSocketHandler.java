package org.tertulia.sample.echo;

import java.util.List;
import org.springframework.web.reactive.socket.WebSocketHandler;
import org.springframework.web.reactive.socket.WebSocketMessage;
import org.springframework.web.reactive.socket.WebSocketSession;
import reactor.core.publisher.Mono;

/** Greets whoever connects, then echoes. */
final class EchoSocketHandler implements WebSocketHandler {

    @Override
    public List<String> getSubProtocols() {
        return List.of("tertulia.v1");
    }

    @Override
    public Mono<Void> handle(WebSocketSession session) {
        var greeting =
                session.getHandshakeInfo()
                        .getPrincipal()
                        .map(
                                person ->
                                        "{\"op\":\"hello\",\"userId\":\"%s\"}"
                                                .formatted(person.getName()))
                        .map(session::textMessage);
        var echoes =
                session.receive().map(WebSocketMessage::getPayloadAsText).map(session::textMessage);
        return session.send(greeting.concatWith(echoes));
    }
}
