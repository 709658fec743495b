package org.tertulia.contracts.receipt;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.tertulia.contracts.TertuliaEvent;

/** How far what is said in a chat has come with its members. Not kept: what is can be asked for. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({@JsonSubTypes.Type(value = ReceiptMoved.class, name = "receipt.moved")})
public sealed interface ReceiptEvent extends TertuliaEvent permits ReceiptMoved {}
