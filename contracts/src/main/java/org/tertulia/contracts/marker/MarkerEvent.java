package org.tertulia.contracts.marker;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.tertulia.contracts.TertuliaEvent;

/** How far a person has read. Private to that person, in order per person. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = MarkerMoved.class, name = "marker.moved"),
    @JsonSubTypes.Type(value = ThreadMarked.class, name = "thread.marked")
})
public sealed interface MarkerEvent extends TertuliaEvent permits MarkerMoved, ThreadMarked {}
