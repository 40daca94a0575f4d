#pragma once
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A parsed document. Its tape (https://github.com/simdjson/simdjson/blob/v3.0.1/doc/tape.md) is one word per value or
/// bracket: the kind in the upper byte, a payload below. Strings are kept apart: a 32-bit length, then the bytes.
typedef struct csimdjson_document csimdjson_document;

typedef enum CSimdJSONOutcome {
  CSimdJSONOutcomeParsed,
  CSimdJSONOutcomeTooDeep,
  CSimdJSONOutcomeNotUTF8,
  CSimdJSONOutcomeOddNumber,  ///< a malformed number, or one beyond the widths that simdjson knows
  CSimdJSONOutcomeMalformed,
} __attribute__((enum_extensibility(closed))) CSimdJSONOutcome;

/// Parses a copy of the bytes. Sets `document`, which the caller frees, only when the outcome is CSimdJSONOutcomeParsed.
CSimdJSONOutcome csimdjson_parse(const uint8_t *bytes, size_t length, size_t depth_max, csimdjson_document **document);
const uint64_t *csimdjson_tape(const csimdjson_document *document);
const uint8_t *csimdjson_strings(const csimdjson_document *document);
void csimdjson_free(csimdjson_document *document);

#ifdef __cplusplus
}
#endif
