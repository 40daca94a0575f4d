// What glibc adds to POSIX for starting programs, which Swift's Glibc does not show.
#pragma once
#include <signal.h>
#include <spawn.h>

int posix_spawn_file_actions_addclosefrom_np(posix_spawn_file_actions_t *actions, int first);
int pipe2(int ends[2], int flags);
int posix_spawn_file_actions_addchdir_np(posix_spawn_file_actions_t *restrict actions, const char *restrict path);

// Flags for a child in a session of its own with the signal mask that it is given.
static const short spawn_apart = 0x80 /* POSIX_SPAWN_SETSID */ | POSIX_SPAWN_SETSIGMASK;
