package org.tertulia.starter.pictures;

import jakarta.validation.constraints.NotNull;
import org.tertulia.starter.id.MediaId;

/**
 * Body of a request that chooses a picture.
 *
 * @param mediaId the file
 */
public record PictureRequest(@NotNull MediaId mediaId) {}
