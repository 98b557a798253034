#pragma once

/// Has a function called, on any thread, when there is no memory left: it must not return, and not ask for memory. Until then
/// who asked for memory is left to find out.
void broadsheet_on_memory_exhausted(void (*_Nonnull exhausted)(void));
