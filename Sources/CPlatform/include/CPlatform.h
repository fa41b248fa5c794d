#ifndef CPLATFORM_H
#define CPLATFORM_H

/* What Linux has and the Glibc module does not show. */

/* Exchanges two paths in one step; 0, or -1 with errno (EINVAL or ENOSYS where the file system cannot). */
int gloss_exchange(const char *a, const char *b);

/* Writes out what the file system that holds the folder has in memory; 0, or -1 with errno. */
int gloss_sync(const char *folder);

#endif
