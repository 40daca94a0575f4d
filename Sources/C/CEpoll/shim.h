// epoll and eventfd, which Swift's Glibc lacks; its packed event structure and unnamed enums do not import well either.
#pragma once
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>

static inline int epoll_open(void) { return epoll_create1(EPOLL_CLOEXEC); }

static inline int epoll_wakeup_open(void) { return eventfd(0, EFD_CLOEXEC | EFD_NONBLOCK); }

static inline int epoll_control(int epoll, int operation, int descriptor, int writes, uint64_t identifier) {
  struct epoll_event event = {0};
  event.events = EPOLLIN | EPOLLRDHUP | (writes ? EPOLLOUT : 0);
  event.data.u64 = identifier;
  return epoll_ctl(epoll, operation, descriptor, &event);
}

static inline int epoll_watch(int epoll, int descriptor, uint64_t identifier) {
  return epoll_control(epoll, EPOLL_CTL_ADD, descriptor, 0, identifier);
}

static inline int epoll_rewatch(int epoll, int descriptor, int writes, uint64_t identifier) {
  return epoll_control(epoll, EPOLL_CTL_MOD, descriptor, writes, identifier);
}

static inline int epoll_forget(int epoll, int descriptor) {
  return epoll_control(epoll, EPOLL_CTL_DEL, descriptor, 0, 0);
}

// Waits without limit; writes the identifiers of what is ready and returns how many, or -1 with errno.
static inline int epoll_ready(int epoll, uint64_t *identifiers, int max) {
  struct epoll_event events[64];
  int count = epoll_wait(epoll, events, max < 64 ? max : 64, -1);
  for (int index = 0; index < count; index++) identifiers[index] = events[index].data.u64;
  return count;
}
