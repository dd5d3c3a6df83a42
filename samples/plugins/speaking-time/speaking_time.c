/* Who spoke how much: a bar chart in SVG. A plugin for plenary in C11, with nothing but the contract's headers.
 *
 * It asks for the session as structs ("input": "view"), of which it copies nothing: the names and texts it works on are
 * slices of the source. From top to bottom: writing, options, counting, drawing, and what the library exports. */
#include "plenary_plugin.h"
#include "plenary_session.h"

#include <inttypes.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* ---- Writing -------------------------------------------------------------------------------------------------- */

/* Where the document goes, and the first refusal: from then on nothing is written. */
typedef struct {
  const plenary_host *host;
  plenary_status status;
} output;

static void put(output *out, const char *bytes, size_t length) {
  if (out->status == PLENARY_OK && length > 0) out->status = out->host->write(out->host->ctx, bytes, length);
}

/* Writes markup and whole numbers of our own, in pieces of less than 512 bytes. (printf writes fractions as the locale
 * has them: the same input would not give the same bytes.) What comes of the session goes through put_text: it could
 * hold anything, and be of any length. */
__attribute__((format(printf, 2, 3))) static void putf(output *out, const char *format, ...) {
  char piece[512];
  va_list arguments;
  va_start(arguments, format);
  int length = vsnprintf(piece, sizeof piece, format, arguments);
  va_end(arguments);
  put(out, piece, length < 0 ? 0 : (size_t)length < sizeof piece ? (size_t)length : sizeof piece - 1);
}

/* The character at *at, which is moved behind it. What the host hands over is UTF-8, so its lengths can be relied on. */
static uint32_t next(const char **at) {
  const unsigned char *byte = (const unsigned char *)*at;
  int more = byte[0] < 0x80 ? 0 : byte[0] < 0xE0 ? 1 : byte[0] < 0xF0 ? 2 : 3;
  uint32_t character = more == 0 ? byte[0] : byte[0] & (0x3FU >> more);
  for (int n = 1; n <= more; n++) character = character << 6 | (byte[n] & 0x3FU);
  *at += more + 1;
  return character;
}

/* Writes text as the content of an element. XML has no way to write most control characters: they become U+FFFD, and
 * what breaks a line a space. */
static void put_text(output *out, plenary_str text) {
  const char *end = text.ptr + text.len;
  const char *plain = text.ptr;
  for (const char *at = text.ptr; at < end;) {
    const char *start = at;
    uint32_t character = next(&at);
    const char *instead = NULL;
    switch (character) {
    case '&': instead = "&amp;"; break;
    case '<': instead = "&lt;"; break;
    case '>': instead = "&gt;"; break;
    case '\t': case '\n': case '\r': instead = " "; break;
    case 0xFFFE: case 0xFFFF: instead = "\xEF\xBF\xBD"; break;
    default: if (character < 0x20) instead = "\xEF\xBF\xBD";
    }
    if (!instead) continue;
    put(out, plain, (size_t)(start - plain));
    put(out, instead, strlen(instead));
    plain = at;
  }
  put(out, plain, (size_t)(end - plain));
}

/* The same inside a sentence of ours, kept apart from it (FSI, PDI): a name that is written from right to left must not
 * draw our words and numbers along. */
static void put_name(output *out, plenary_str name) {
  put(out, "\xE2\x81\xA8", 3);
  put_text(out, name);
  put(out, "\xE2\x81\xA9", 3);
}

static plenary_status fail(const plenary_host *host, plenary_status status, const char *why) {
  plenary_diagnostic error = {
      sizeof error, PLENARY_ERROR, {"speaking-time::failed", 21}, {why, strlen(why)}, {NULL, 0}, NULL};
  host->report(host->ctx, &error);
  return status;
}

/* ---- Options -------------------------------------------------------------------------------------------------- */

typedef struct {
  uint64_t width;   /* of the picture, in pixels */
  uint64_t at_most; /* how many speakers have a bar of their own */
} options;

static bool is_called(const plenary_setting *setting, const char *name) {
  return setting->name.len == strlen(name) && memcmp(setting->name.ptr, name, setting->name.len) == 0;
}

/* The host has checked it against the schema below: it is whole, and within bounds that a double holds exactly. (800.0 is
 * an integer to JSON Schema as well, but comes as a number alone.) */
static uint64_t whole(const plenary_setting *setting) { return (uint64_t)setting->number; }

static options read_options(const plenary_job *job) {
  options set = {.width = 720, .at_most = 25};
  PLENARY_EACH(plenary_setting, setting, job->options) {
    if (is_called(setting, "width")) set.width = whole(setting);
    if (is_called(setting, "at-most")) set.at_most = whole(setting);
  }
  return set;
}

/* ---- Counting ------------------------------------------------------------------------------------------------- */

/* What is counted of a speaker, or of several. */
typedef struct {
  plenary_str id, name;
  const plenary_declared *time; /* declared by the source; NULL: it does not say */
  uint64_t words, speeches;
  size_t order; /* the place among all, as first met */
} share;

static bool is_blank(uint32_t c) {
  return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) ||
         c == 0x2028 || c == 0x2029 || c == 0x202F || c == 0x205F || c == 0x3000;
}

/* Whether a run of such characters is a word: letters and digits are, punctuation and symbols (U+2010 to U+2BFF, and
 * those of Latin-1) are not. Rough where scripts are written without spaces: a run is a word there. */
static bool is_of_a_word(uint32_t c) {
  if (c < 0x80) return (c >= '0' && c <= '9') || ((c | 0x20) >= 'a' && (c | 0x20) <= 'z');
  if (c < 0xC0) return c == 0xAA || c == 0xB2 || c == 0xB3 || c == 0xB5 || c >= 0xB9;
  return c != 0xD7 && c != 0xF7 && !(c >= 0x2010 && c <= 0x2BFF) && !(c >= 0x3001 && c <= 0x3004) && c != 0xFEFF;
}

static uint64_t words_in(plenary_str text) {
  uint64_t words = 0;
  bool in_word = false;
  for (const char *at = text.ptr, *end = text.ptr + text.len; at < end;) {
    uint32_t character = next(&at);
    if (is_blank(character)) {
      in_word = false;
    } else if (!in_word && is_of_a_word(character)) {
      in_word = true;
      words++;
    }
  }
  return words;
}

static int compare_text(plenary_str a, plenary_str b) {
  size_t both = a.len < b.len ? a.len : b.len;
  int order = both ? memcmp(a.ptr, b.ptr, both) : 0;
  return order ? order : (a.len > b.len) - (a.len < b.len);
}

static int by_id(const void *a, const void *b) { return compare_text(((const share *)a)->id, ((const share *)b)->id); }

/* The most words first; of equals, who was met first. (qsort does not keep the order of equals.) */
static int by_words(const void *a, const void *b) {
  const share *one = a, *other = b;
  if (one->words != other->words) return one->words < other->words ? 1 : -1;
  return one->order < other->order ? -1 : 1;
}

static share *find(share *shares, size_t count, plenary_str id) {
  share key = {.id = id};
  return id.ptr && count ? bsearch(&key, shares, count, sizeof key, by_id) : NULL;
}

/* Counts the speeches and words of every speaker of the registry, which are *count, and of nobody in particular, who
 * stands behind them. Those who never speak are left out of *count. NULL: there is no memory. */
static share *count_shares(const plenary_session *session, size_t *count) {
  size_t known = session->speakers.len;
  share *shares = calloc(known + 1, sizeof *shares), *nobody;
  if (!shares) return NULL;
  size_t order = 0;
  PLENARY_EACH(plenary_speaker, speaker, session->speakers) {
    shares[order] = (share){.id = speaker->id, .name = speaker->name, .order = order};
    order++;
  }
  nobody = &shares[known];
  *nobody = (share){.name = {"Speakers the source does not name", 33}, .order = known};
  qsort(shares, known, sizeof *shares, by_id);
  PLENARY_EACH(plenary_section, section, session->sections) {
    PLENARY_EACH(plenary_speech, speech, section->speeches) {
      share *speaker = find(shares, known, speech->speaker);
      if (!speaker) speaker = nobody;
      speaker->speeches++;
      /* Remarks, such as "(Applause)", are not said by anybody. */
      PLENARY_EACH(plenary_block, block, speech->blocks)
        if (block->kind != PLENARY_BLOCK_REMARK) speaker->words += words_in(block->text.text);
    }
    PLENARY_EACH(plenary_profile, profile, section->profiles) {
      share *speaker = find(shares, known, profile->speaker);
      if (speaker && !speaker->time && profile->time && profile->time->has_value) speaker->time = profile->time;
    }
  }
  *count = 0;
  for (size_t n = 0; n <= known; n++)
    if (shares[n].speeches > 0) shares[(*count)++] = shares[n];
  qsort(shares, *count, sizeof *shares, by_words);
  return shares;
}

/* ---- Drawing -------------------------------------------------------------------------------------------------- */

enum { MARGIN = 16, HEAD = 64, ROW = 44, BAR = 14, FIGURES = 230 };

/* How wide a character is about, in hundredths of the font's size. Only fonts know; this is on the safe side. */
static uint64_t advance(uint32_t c) {
  if ((c >= 0x300 && c <= 0x36F) || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E)) return 0;
  if (c >= 0x1100 && (c <= 0x115F || c >= 0x2E80)) return 105;
  return c >= 'a' && c <= 'z' ? 58 : c < 0x80 && !(c >= 'A' && c <= 'Z') ? 56 : 72;
}

/* As much of the text as has room in so many pixels at this size; *is_cut where it is not all. */
static plenary_str cut(plenary_str text, uint64_t room, uint64_t size, bool *is_cut) {
  const char *end = text.ptr + text.len, *fitting = text.ptr;
  uint64_t width = 0, allowed = room * 100 / size;
  for (const char *at = text.ptr; at < end;) {
    uint64_t wide = advance(next(&at));
    width += wide;
    if (width > allowed) {
      *is_cut = true;
      return (plenary_str){text.ptr, (size_t)(fitting - text.ptr)};
    }
    /* Room for the ellipsis; and no mark is cut off its letter. */
    const char *behind = at;
    if (width + 100 <= allowed && (behind == end || advance(next(&behind)) > 0)) fitting = at;
  }
  *is_cut = false;
  return text;
}

/* Whether the text is written from right to left: by its first letter that tells (Hebrew to Arabic Extended, and their
 * presentation forms). */
static bool is_right_to_left(plenary_str text) {
  for (const char *at = text.ptr, *end = text.ptr + text.len; at < end;) {
    uint32_t c = next(&at);
    if ((c >= 0x590 && c <= 0x8FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFE) ||
        (c >= 0x10800 && c <= 0x10FFF) || (c >= 0x1E800 && c <= 0x1EFFF))
      return true;
    if ((c | 0x20) >= 'a' && (c | 0x20) <= 'z') return false;
    if (c >= 0xC0 && c < 0x2000) return false;
  }
  return false;
}

/* A line of text that begins at the left margin, whichever way it is written: the end of a text from right to left is at
 * its left. */
static void put_line(output *out, plenary_str text, uint64_t y, uint64_t size, uint64_t room, const char *weight) {
  bool is_cut, from_right = is_right_to_left(text);
  plenary_str shown = cut(text, room, size, &is_cut);
  putf(out, "<text x=\"%d\" y=\"%" PRIu64 "\" font-size=\"%" PRIu64 "\" font-weight=\"%s\"%s>", MARGIN, y, size, weight,
       from_right ? " direction=\"rtl\" text-anchor=\"end\"" : "");
  put_text(out, shown);
  putf(out, "%s</text>\n", is_cut ? "…" : "");
}

/* `12 words, 5 %, 1:05 declared` */
static void put_figures(output *out, const share *speaker, uint64_t all_words) {
  putf(out, "%" PRIu64 " %s", speaker->words, speaker->words == 1 ? "word" : "words");
  if (all_words > 0) putf(out, ", %" PRIu64 " %%", (speaker->words * 200 + all_words) / (all_words * 2));
  if (speaker->time)
    putf(out, ", %" PRIu64 ":%02" PRIu64 " declared", speaker->time->value / 60, speaker->time->value % 60);
}

static void draw_row(output *out, const share *speaker, size_t row, const options *set, uint64_t most, uint64_t all) {
  uint64_t top = HEAD + (uint64_t)row * ROW, longest = set->width - 2 * MARGIN - FIGURES;
  uint64_t length = most > 0 ? speaker->words * longest / most : 0;
  putf(out, "<g>\n<title>");
  put_name(out, speaker->name);
  putf(out, ": ");
  put_figures(out, speaker, all);
  putf(out, "</title>\n");
  put_line(out, speaker->name, top + 14, 13, set->width - 2 * MARGIN, "normal");
  putf(out, "<rect x=\"%d\" y=\"%" PRIu64 "\" width=\"%" PRIu64 "\" height=\"%d\" fill=\"#2b6cb0\"/>\n", MARGIN, top + 20,
       length, BAR);
  putf(out, "<text x=\"%" PRIu64 "\" y=\"%" PRIu64 "\" font-size=\"11\" fill=\"#4a5568\">", MARGIN + length + 6,
       top + 31);
  put_figures(out, speaker, all);
  putf(out, "</text>\n</g>\n");
}

/* What the picture says, for those who do not see it. */
static void describe(output *out, const share *shares, size_t count, uint64_t all) {
  if (count == 0) putf(out, "The session has no speeches.");
  for (size_t n = 0; n < count; n++) {
    put_name(out, shares[n].name);
    putf(out, ": ");
    put_figures(out, &shares[n], all);
    putf(out, "%s", n + 1 < count ? "; " : ".");
  }
}

static void draw(output *out, const plenary_job *job, const options *set, share *shares, size_t count) {
  uint64_t all = 0, speeches = 0, most = 0;
  bool has_times = false;
  /* Those beyond the bound share the last bar. */
  size_t alone = count > set->at_most ? (size_t)set->at_most : count, rows = alone + (count > alone ? 1 : 0);
  char others[32];
  int length = snprintf(others, sizeof others, count - alone == 1 ? "%zu other" : "%zu others", count - alone);
  share rest = {.name = {others, (size_t)length}};
  for (size_t n = 0; n < count; n++) {
    all += shares[n].words;
    speeches += shares[n].speeches;
    if (n >= alone) rest.words += shares[n].words;
  }
  if (rows > alone) shares[alone] = rest;
  for (size_t n = 0; n < rows; n++) {
    most = shares[n].words > most ? shares[n].words : most;
    has_times = has_times || shares[n].time;
  }

  const plenary_title *title = job->session->title;
  plenary_str name = title && title->name.len ? title->name : title ? title->line.text : (plenary_str){"Session", 7};
  uint64_t height = HEAD + (uint64_t)(rows ? rows : 1) * ROW + MARGIN / 2;
  putf(out, "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\" role=\"img\"");
  putf(out, " aria-labelledby=\"title desc\" width=\"%" PRIu64 "\" height=\"%" PRIu64 "\"", set->width, height);
  putf(out, " viewBox=\"0 0 %" PRIu64 " %" PRIu64 "\" font-family=\"sans-serif\" fill=\"#1a202c\">\n", set->width, height);
  putf(out, "<title id=\"title\">Who spoke how much: ");
  put_name(out, name);
  putf(out, "</title>\n<desc id=\"desc\">A bar chart of the words of each speaker, as counted in the transcript. ");
  describe(out, shares, rows, all);
  putf(out, "</desc>\n<metadata>");
  put_text(out, job->generator);
  putf(out, "</metadata>\n<rect width=\"100%%\" height=\"100%%\" fill=\"#ffffff\"/>\n");
  put_line(out, name, 28, 17, set->width - 2 * MARGIN, "bold");
  char line[160];
  length = snprintf(line, sizeof line, "Words counted in %" PRIu64 " %s%s", speeches,
                        speeches == 1 ? "speech" : "speeches", has_times ? "; times as the source declares them" : "");
  put_line(out, (plenary_str){line, (size_t)length}, 48, 12, set->width - 2 * MARGIN, "normal");
  if (rows == 0) put_line(out, (plenary_str){"The session has no speeches.", 28}, HEAD + 14, 13, set->width, "normal");
  for (size_t n = 0; n < rows; n++) draw_row(out, &shares[n], n, set, most, all);
  putf(out, "</svg>\n");
}

/* ---- The plugin ----------------------------------------------------------------------------------------------- */

static plenary_status render(const plenary_host *host, const plenary_job *job) {
  options set = read_options(job);
  if (host->cancelled(host->ctx)) return PLENARY_CANCELLED;
  size_t count;
  share *shares = count_shares(job->session, &count);
  if (!shares) return fail(host, PLENARY_FAILED, "there is no memory for so many speakers");
  output out = {host, PLENARY_OK};
  draw(&out, job, &set, shares, count);
  free(shares);
  return out.status;
}

PLENARY_MANIFEST(speaking_time,
  "{ \"name\": \"speaking-time\", \"version\": \"0.1.0\", \"abi\": \"1.0\", \"schema\": \"1.0\", \"input\": \"view\","
  "  \"formats\": [{ \"name\": \"speaking-time\", \"description\": \"A bar chart of who spoke how much\","
  "                  \"extensions\": [\"svg\"], \"media_type\": \"image/svg+xml\" }],"
  "  \"options\": { \"type\": \"object\", \"additionalProperties\": false, \"properties\": {"
  "    \"width\": { \"description\": \"The width of the picture, in pixels\","
  "               \"type\": \"integer\", \"minimum\": 360, \"maximum\": 10000, \"default\": 720 },"
  "    \"at-most\": { \"description\": \"How many speakers have a bar of their own; the others share one\","
  "                 \"type\": \"integer\", \"minimum\": 1, \"maximum\": 100000, \"default\": 25 } } } }");

PLENARY_PLUGIN(speaking_time, render);
