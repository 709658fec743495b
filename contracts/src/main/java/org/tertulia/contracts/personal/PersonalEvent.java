package org.tertulia.contracts.personal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import org.tertulia.contracts.TertuliaEvent;

/** Something that a person keeps for themselves has changed. Private to that person, in order per person. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = BookmarkChanged.class, name = "bookmark.changed"),
    @JsonSubTypes.Type(value = DraftChanged.class, name = "draft.changed")
})
public sealed interface PersonalEvent extends TertuliaEvent permits BookmarkChanged, DraftChanged {}
