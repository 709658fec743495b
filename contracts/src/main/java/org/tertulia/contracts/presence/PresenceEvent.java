package org.tertulia.contracts.presence;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.tertulia.contracts.TertuliaEvent;

/** Who is connected to one instance of the message service. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(value = InstancePresence.class, name = "instance.presence")})
public sealed interface PresenceEvent extends TertuliaEvent permits InstancePresence {}
