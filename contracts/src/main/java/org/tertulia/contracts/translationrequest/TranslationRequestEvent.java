package org.tertulia.contracts.translationrequest;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.tertulia.contracts.TertuliaEvent;

/**
 * Somebody who is connected wants to read something in another language. Told at most once, and not always answered: who
 * waits in vain asks by REST. The topic has the text for as long as it keeps its events.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(value = TranslationWanted.class, name = "translation.wanted")})
public sealed interface TranslationRequestEvent extends TertuliaEvent permits TranslationWanted {}
