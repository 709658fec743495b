package org.tertulia.load.faults.check;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.tertulia.load.client.MessageView;

/**
 * A chat as a person gets it who comes anew.
 *
 * @param userId who fetched it
 * @param chatId the chat
 * @param messages the history, page by page, ascending
 * @param members the members as chat-service has them
 */
public record Fetched(UUID userId, UUID chatId, List<MessageView> messages, Set<UUID> members) {}
