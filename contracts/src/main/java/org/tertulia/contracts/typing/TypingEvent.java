package org.tertulia.contracts.typing;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.tertulia.contracts.TertuliaEvent;

/** Somebody is writing. Not kept, and dropped before anything else is. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(value = PersonTyping.class, name = "person.typing")})
public sealed interface TypingEvent extends TertuliaEvent permits PersonTyping {}
