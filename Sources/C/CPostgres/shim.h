// libpq, and the parts of an error that we read: Swift does not import macros that are characters.
#pragma once
#include <libpq-fe.h>

static const int diagnostic_severity = PG_DIAG_SEVERITY_NONLOCALIZED;
static const int diagnostic_state = PG_DIAG_SQLSTATE;
static const int diagnostic_message = PG_DIAG_MESSAGE_PRIMARY;
static const int diagnostic_table = PG_DIAG_TABLE_NAME;
static const int diagnostic_column = PG_DIAG_COLUMN_NAME;
static const int diagnostic_constraint = PG_DIAG_CONSTRAINT_NAME;
static const int diagnostic_function = PG_DIAG_SOURCE_FUNCTION;
