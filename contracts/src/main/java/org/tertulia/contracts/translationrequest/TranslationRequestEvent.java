package org.tertulia.contracts.translationrequest;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.tertulia.contracts.TertuliaEvent;

/** Somebody who is connected wants to read something in another language. Not kept: who waits in vain asks by REST. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(value = TranslationWanted.class, name = "translation.wanted")})
public sealed interface TranslationRequestEvent extends TertuliaEvent permits TranslationWanted {}
