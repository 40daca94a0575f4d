#pragma once
#include <libxml/xmlversion.h>
// With ICU on, libxml2 shows ICU's headers, which are other than those that Foundation brings: the two do not go
// together. Only the insides of encoding handlers depend on it, and nobody here looks into them.
#undef LIBXML_ICU_ENABLED
#include <libxml/parser.h>
