package org.tertulia.contracts.account;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.tertulia.contracts.TertuliaEvent;

/** What happened to an account, in order per user. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = AccountRegistered.class, name = "account.registered"),
    @JsonSubTypes.Type(value = SessionRevoked.class, name = "session.revoked")
})
public sealed interface AccountEvent extends TertuliaEvent
        permits AccountRegistered, SessionRevoked {}
