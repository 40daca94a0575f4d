// As minizip's headers have it: both modules must see the same struct.
#ifndef _LARGEFILE64_SOURCE
#define _LARGEFILE64_SOURCE 1
#endif
#include <zlib.h>
