#pragma once
#include <stddef.h>
#include <sys/types.h>

/// Has a function called, on any thread, when there is no memory left: it must not return, and not ask for memory. Until then
/// who asked for memory is left to find out.
void broadsheet_on_memory_exhausted(void (*_Nonnull exhausted)(void));

/// Limits the memory that another process, a child of this one, may ask for from now on, and the size of a file that it writes,
/// in bytes, and the seconds of processor time that it may take. Returns 0, or -1 and sets errno.
int broadsheet_limit(pid_t process, size_t memory, size_t file, unsigned seconds);

/// A descriptor of a new file in memory, which has no name; -1 where there can be none, with errno set.
int broadsheet_memory_file(void);

/// Waits until all that was written to the file system of an open file is on the disk; 0, or -1 with errno set.
int broadsheet_sync_file_system(int descriptor);

/// Has a child end with this process: where it ends by a signal that is not answered otherwise, or by `broadsheet_end_helpers`.
void broadsheet_add_helper(pid_t helper);

/// The child has ended, and its number may become another process's.
void broadsheet_remove_helper(pid_t helper);

/// Kills the helpers that run.
void broadsheet_end_helpers(void);
