/* Who spoke how many words: a line a speech. */
#include "plenary_session.h"

#include <inttypes.h>
#include <stdbool.h>
#include <stdio.h>
#include <string.h>

/* The manifest, which plenary reads out of the library without running it. */
PLENARY_MANIFEST(my_format,
  "{ \"name\": \"my-format\", \"version\": \"0.1.0\", \"abi\": \"1.0\", \"schema\": \"1.0\","
  "  \"input\": \"view\","
  "  \"formats\": [{ \"name\": \"my-format\", \"description\": \"Who spoke how many words\","
  "                  \"extensions\": [\"my-format.txt\"], \"media_type\": \"text/plain\" }],"
  "  \"options\": { \"type\": \"object\", \"additionalProperties\": false, \"properties\": {"
  "    \"at-least\": { \"type\": \"integer\", \"minimum\": 0, \"default\": 0, \"examples\": [20],"
  "      \"description\": \"Leave out speeches of fewer words than this.\" },"
  "    \"total\": { \"type\": \"boolean\", \"default\": false,"
  "      \"description\": \"Whether to end with the sum.\" } } } }");

/* The document on its way. Once the host refuses it, nothing more is written. */
typedef struct document {
  const plenary_host *host;
  plenary_status status;
} document;

static void put(document *to, const char *text, size_t length) {
  if (to->status == PLENARY_OK && length > 0)
    to->status = to->host->write(to->host->ctx, text, length);
}

static void put_line(document *to, int64_t count, plenary_str name) {
  char number[32];
  int length = snprintf(number, sizeof number, "%7" PRId64 "  ", count);
  put(to, number, (size_t)length);
  put(to, name.ptr, name.len);
  put(to, "\n", 1);
}

/* The options, by their names in the manifest. */
typedef struct options {
  int64_t at_least;
  bool total;
} options;

static bool is(plenary_str text, const char *name) {
  return text.len == strlen(name) && memcmp(text.ptr, name, text.len) == 0;
}

/* What is not set is not among the settings. */
static options options_of(plenary_array settings) {
  options set = {.at_least = 0, .total = false};
  PLENARY_EACH(plenary_setting, setting, settings) {
    if (is(setting->name, "at-least")) set.at_least = setting->integer;
    if (is(setting->name, "total")) set.total = setting->integer != 0;
  }
  return set;
}

/* What stands between blanks and holds a letter or a digit; what is beyond ASCII counts as one. */
static int64_t words(plenary_str text) {
  int64_t count = 0;
  bool counted = false;
  for (size_t at = 0; at < text.len; at++) {
    unsigned char c = (unsigned char)text.ptr[at];
    bool is_letter = (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c >= 0x80;
    if (c == ' ' || (c >= '\t' && c <= '\r')) counted = false;
    if (is_letter && !counted) {
      count++;
      counted = true;
    }
  }
  return count;
}

static plenary_status render(const plenary_host *host, const plenary_job *job) {
  static const plenary_str untitled = {"A session without a title", 25}, nobody = {"?", 1}, all = {"in all", 6};
  document made = {host, PLENARY_OK};
  const options set = options_of(job->options);
  int64_t total = 0;

  plenary_str title = job->session->title ? job->session->title->name : untitled;
  put(&made, title.ptr, title.len);
  put(&made, "\n\n", 2);
  PLENARY_EACH(plenary_section, section, job->session->sections) {
    PLENARY_EACH(plenary_speech, speech, section->speeches) {
      if (host->cancelled(host->ctx)) return PLENARY_CANCELLED;
      int64_t count = 0;
      PLENARY_EACH(plenary_block, block, speech->blocks) {
        if (block->kind != PLENARY_BLOCK_REMARK) count += words(block->text.text);
      }
      total += count;
      if (count >= set.at_least) put_line(&made, count, speech->label.source.ptr ? speech->label.text : nobody);
    }
  }
  if (set.total) put_line(&made, total, all);
  return made.status;
}

PLENARY_PLUGIN(my_format, render);
