package org.tertulia.chat.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toMap;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.springframework.stereotype.Component;
import org.tertulia.chat.rules.ChatAction;
import org.tertulia.chat.rules.ChatKind;
import org.tertulia.chat.rules.ChatNotFound;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.security.Actor;
import reactor.core.publisher.Mono;

/** Chats as they are shown to a person: nothing that the person may not see comes out of here. */
@Component
public final class ChatReading {

    /** Up to how many members a group is shown with all of them. */
    public static final int MEMBERS_SHOWN = 50;

    private final ChatRepository chats;
    private final MemberRepository members;

    ChatReading(ChatRepository chats, MemberRepository members) {
        this.chats = chats;
        this.members = members;
    }

    /** Fails with {@link ChatNotFound}. */
    public Mono<ChatView> view(Actor actor, ChatId id) {
        return require(actor, id, ChatAction.SEE).flatMap(this::view);
    }

    /** The chat, if {@code actor} may do that at this moment; else fails as {@link SeenChat#require}. */
    public Mono<SeenChat> require(Actor actor, ChatId id, ChatAction action) {
        return chats.find(id, actor.userId())
                .switchIfEmpty(Mono.error(() -> new ChatNotFound(id)))
                .map(seen -> seen.require(action));
    }

    /** A chat that was found already. */
    public Mono<ChatView> view(SeenChat seen) {
        return views(List.of(seen)).map(List::getFirst);
    }

    /** The chats in the order of {@code ids}, without those that are gone; two queries in all. */
    public Mono<List<ChatView>> views(Actor actor, List<ChatId> ids) {
        return chats.findAll(ids, actor.userId())
                .collect(toMap(seen -> seen.chat().id(), Function.identity()))
                .map(found -> ids.stream().map(found::get).filter(Objects::nonNull).toList())
                .flatMap(this::views);
    }

    private Mono<List<ChatView>> views(List<SeenChat> page) {
        var small = page.stream().filter(ChatReading::isSmall).map(s -> s.chat().id()).toList();
        return membersOf(small)
                .map(of -> page.stream().map(s -> ChatView.of(s, of.get(s.chat().id()))).toList());
    }

    private static boolean isSmall(SeenChat seen) {
        return seen.chat().kind() != ChatKind.PUBLIC && seen.chat().memberCount() <= MEMBERS_SHOWN;
    }

    private Mono<Map<ChatId, List<ChatMember>>> membersOf(List<ChatId> ids) {
        return ids.isEmpty()
                ? Mono.just(Map.of())
                : members.findAll(ids)
                        .collect(
                                groupingBy(
                                        MemberRepository.MemberOf::chat,
                                        mapping(MemberRepository.MemberOf::member, toList())));
    }
}
