package org.tertulia.chat.creation;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.tertulia.chat.ledger.ChatText;
import org.tertulia.starter.id.UserId;

/** A chat that somebody wants to begin. Two equal ones are the same wish. */
sealed interface CreateChat {

    /** Whom it names, by the field of the request they are named in. */
    Map<String, UserId> named();

    /** Just me and somebody else. */
    record Private(UserId userId) implements CreateChat {

        @Override
        public Map<String, UserId> named() {
            return Map.of("userId", userId);
        }
    }

    /** Me and those I add now or later. */
    record Group(ChatText text, List<UserId> memberIds) implements CreateChat {

        public Group {
            memberIds = List.copyOf(memberIds);
        }

        @Override
        public Map<String, UserId> named() {
            var named = new TreeMap<String, UserId>();
            for (int i = 0; i < memberIds.size(); i++) {
                named.put("memberIds[" + i + "]", memberIds.get(i));
            }
            return named;
        }
    }

    /** Whoever likes to join. */
    record Public(ChatText text) implements CreateChat {

        @Override
        public Map<String, UserId> named() {
            return Map.of();
        }
    }
}
