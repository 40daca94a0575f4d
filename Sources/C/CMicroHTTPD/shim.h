#pragma once
#include <microhttpd.h>

/// The variadic MHD_start_daemon with the options that we use: one thread with its own epoll, and no listening socket
/// (sockets are handed over with MHD_add_connection).
static inline struct MHD_Daemon *cmhd_start_loop(
    void *owner, size_t connection_bytes, unsigned int connections_max, unsigned int idle_seconds,
    MHD_AccessHandlerCallback answer, void *(*began)(void *, const char *, struct MHD_Connection *),
    MHD_RequestCompletedCallback ended, MHD_NotifyConnectionCallback connection) {
  unsigned int flags = MHD_USE_EPOLL_INTERNAL_THREAD | MHD_USE_NO_LISTEN_SOCKET | MHD_ALLOW_SUSPEND_RESUME;
  return MHD_start_daemon(
      flags, 0, NULL, NULL, answer, owner,
      MHD_OPTION_CONNECTION_MEMORY_LIMIT, connection_bytes,
      MHD_OPTION_CONNECTION_LIMIT, connections_max,
      MHD_OPTION_CONNECTION_TIMEOUT, idle_seconds,
      MHD_OPTION_STRICT_FOR_CLIENT, 1,
      MHD_OPTION_URI_LOG_CALLBACK, began, owner,
      MHD_OPTION_NOTIFY_COMPLETED, ended, owner,
      MHD_OPTION_NOTIFY_CONNECTION, connection, owner,
      MHD_OPTION_END);
}

// MHD_get_connection_info is variadic and answers with a union: one typed form for each thing that we ask.

static inline int cmhd_socket(struct MHD_Connection *connection) {
  return MHD_get_connection_info(connection, MHD_CONNECTION_INFO_CONNECTION_FD)->connect_fd;
}
/// What the connection callback stored when the connection started.
static inline void *cmhd_context(struct MHD_Connection *connection) {
  return MHD_get_connection_info(connection, MHD_CONNECTION_INFO_SOCKET_CONTEXT)->socket_context;
}
/// 0 while the head is incomplete.
static inline size_t cmhd_head_bytes(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_REQUEST_HEADER_SIZE);
  return info ? info->header_size : 0;
}
/// The status of the answer that was queued, 0 if none was.
static inline unsigned int cmhd_status(struct MHD_Connection *connection) {
  const union MHD_ConnectionInfo *info = MHD_get_connection_info(connection, MHD_CONNECTION_INFO_HTTP_STATUS);
  return info ? info->http_status : 0;
}

/// Whether a further line belongs to this header (“folded”, obsolete since RFC 7230). Version 0.9.75 appends such a line
/// to the header's name instead of its value: “Content-Length: 5”, folded, becomes a header of another name, and the
/// body is taken for a request. In its buffer a NUL stands for each character of a line's end.
static inline _Bool cmhd_is_folded(const char *value, size_t length) {
  const char *after = value + length;
  if (*after != 0) return 1;  // the appended part has run over the value
  after++;
  if (*after == 0) after++;
  return *after == ' ' || *after == '\t';
}

/// The C library hides accept4 unless _GNU_SOURCE is set, which a module cannot do.
extern int accept4(int socket, struct sockaddr *address, socklen_t *length, int flags);
static inline int cmhd_accept(int socket, struct sockaddr *address, socklen_t *length) {
  return accept4(socket, address, length, SOCK_NONBLOCK | SOCK_CLOEXEC);
}
