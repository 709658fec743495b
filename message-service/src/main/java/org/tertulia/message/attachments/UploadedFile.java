package org.tertulia.message.attachments;

import java.util.UUID;

/**
 * A file that somebody has uploaded.
 *
 * @param mediaId the file
 * @param ownerId whose it is
 * @param name its name, for people
 * @param details what was known of it when it had come
 */
record UploadedFile(UUID mediaId, UUID ownerId, String name, FileDetails details) {}
