#include "CSimdJSON.h"

#include <simdjson.h>

#include <memory>
#include <new>

struct csimdjson_document {
  simdjson::dom::parser parser;
};

CSimdJSONOutcome csimdjson_parse(
    const uint8_t *bytes, size_t length, size_t depth_max, csimdjson_document **document) {
  std::unique_ptr<csimdjson_document> parsed(new (std::nothrow) csimdjson_document());
  if (!parsed) return CSimdJSONOutcomeMalformed;
  // Allocated for this length now, since only this call takes a depth.
  if (parsed->parser.allocate(length + simdjson::SIMDJSON_PADDING, depth_max)) return CSimdJSONOutcomeMalformed;
  switch (parsed->parser.parse(bytes, length).error()) {
    case simdjson::SUCCESS:
      *document = parsed.release();
      return CSimdJSONOutcomeParsed;
    case simdjson::DEPTH_ERROR: return CSimdJSONOutcomeTooDeep;
    case simdjson::UTF8_ERROR: return CSimdJSONOutcomeNotUTF8;
    case simdjson::NUMBER_ERROR: return CSimdJSONOutcomeOddNumber;
    default: return CSimdJSONOutcomeMalformed;
  }
}

const uint64_t *csimdjson_tape(const csimdjson_document *document) { return document->parser.doc.tape.get(); }

const uint8_t *csimdjson_strings(const csimdjson_document *document) {
  return document->parser.doc.string_buf.get();
}

void csimdjson_free(csimdjson_document *document) { delete document; }
