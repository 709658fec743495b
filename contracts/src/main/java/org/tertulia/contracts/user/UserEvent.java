package org.tertulia.contracts.user;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.tertulia.contracts.TertuliaEvent;

/** What happened to a profile, in order per user. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(value = ProfileChanged.class, name = "profile.changed")})
public sealed interface UserEvent extends TertuliaEvent permits ProfileChanged {}
