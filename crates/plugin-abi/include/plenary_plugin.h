/* plenary_plugin.h: the contract between plenary and its output plugins, version 1.0.
 *
 * A plugin is a shared library that turns a session into documents. Its file is named
 * libplenary_NAME.so (macOS: libplenary_NAME.dylib, Windows: plenary_NAME.dll), NAME being
 * made of a-z, 0-9 and _, and it exports two constants:
 *
 *   plenary_manifest_NAME   what it is and which formats it makes, as JSON; the host reads it
 *                           out of the file, without loading the library
 *   plenary_plugin_NAME     the version of this contract it is built for, and its function
 *
 * The macros PLENARY_MANIFEST and PLENARY_PLUGIN at the end of this file define them.
 *
 * What holds for everything here:
 *   - Ownership: nobody frees what the other side made. The host's pointers are borrowed for
 *     the call of render() they are handed to; the plugin's, for the call of write() or
 *     report() they are handed to. Who wants to keep something copies it.
 *   - Text is UTF-8, a pointer and a length; it is not terminated by a zero byte. What comes from
 *     the plugin is not trusted to be UTF-8: bytes that are not are shown as U+FFFD.
 *   - Structs begin with their size, as their writer knows it, and grow only at their end.
 *     Before reading a member that a later minor version added, see that size covers it.
 *   - Nothing unwinds across the border: no C++ exception and no longjmp leaves render(), and
 *     none comes out of the host's functions.
 *   - A plugin is pure: the same session and options give the same bytes, on any day, in any
 *     order, on any thread. It reads no clock, no environment, no network and no file.
 *
 * C11 or C++17. Which changes this file may see, and what they mean for plugins, is told in
 * the README beside it.
 */
#ifndef PLENARY_PLUGIN_H
#define PLENARY_PLUGIN_H

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/* The version of this contract. The host loads a plugin whose major version is its own and
 * whose minor version is not above its own. */
#define PLENARY_ABI_MAJOR 1
#define PLENARY_ABI_MINOR 0

/* The version of the session model this header came with: what the manifest's "schema" says. */
#define PLENARY_SCHEMA_MAJOR 1
#define PLENARY_SCHEMA_MINOR 0

/* What a call came to. Any other number counts as PLENARY_FAILED. */
typedef int32_t plenary_status;
#define PLENARY_OK ((plenary_status)0)          /* the whole document has been written */
#define PLENARY_FAILED ((plenary_status)1)      /* no document, for a reason of the plugin's own */
#define PLENARY_OPTIONS ((plenary_status)2)     /* no document: the options are wrong */
#define PLENARY_UNSUPPORTED ((plenary_status)3) /* no document: not something the plugin does */
#define PLENARY_OUTPUT ((plenary_status)4)      /* no document: write() refused it */
#define PLENARY_CANCELLED ((plenary_status)5)   /* no document: the caller asked to stop */
#define PLENARY_PANICKED ((plenary_status)6)    /* no document: the plugin caught a fault of its own */

/* How bad a finding is. Any other number counts as a warning. */
#define PLENARY_NOTE ((int32_t)0)    /* worth knowing; nothing is wrong */
#define PLENARY_WARNING ((int32_t)1) /* something looks wrong; the document is still made */
#define PLENARY_ERROR ((int32_t)2)   /* why there is no document */

/* Text: len bytes of UTF-8 at ptr. Where len is 0, ptr may be NULL: there is no text. */
typedef struct plenary_str {
  const char *ptr; /* the first byte */
  size_t len;      /* length in bytes */
} plenary_str;

/* Elements side by side; none where len is 0 (ptr may then be NULL). Walk them with PLENARY_EACH or
 * PLENARY_AT, never by an index of C: a later minor version of the contract may make elements
 * longer than this header knows. It never grows itself. */
typedef struct plenary_array {
  const void *ptr; /* the first element */
  size_t len;      /* how many there are */
  size_t stride;   /* from one to the next, in bytes */
} plenary_array;

/* The element at this place (below len), as a pointer to type. */
#define PLENARY_AT(type, array, place) \
  ((const type *)(const void *)((const char *)(array).ptr + (size_t)(place) * (array).stride))

/* A loop over an array: name is a const type * to each element in turn. */
#define PLENARY_EACH(type, name, array)                                             \
  for (const type *name = (const type *)(array).ptr,                                \
                  *name##_end = (array).len ? PLENARY_AT(type, array, (array).len) : name; \
       name != name##_end; name = (const type *)(const void *)((const char *)name + (array).stride))

/* A half-open range of byte offsets into the source of the session. */
typedef struct plenary_span {
  uint64_t start; /* offset of the first byte */
  uint64_t end;   /* offset behind the last byte */
} plenary_span;

/* One finding, from the plugin to the user: error, warning or note. */
typedef struct plenary_diagnostic {
  uint32_t size;            /* sizeof(plenary_diagnostic) */
  int32_t severity;         /* PLENARY_NOTE, PLENARY_WARNING or PLENARY_ERROR */
  plenary_str code;         /* stable, for filters: "markdown::long-table" */
  plenary_str message;      /* what was found: one sentence without a full stop */
  plenary_str help;         /* what to do about it; empty: nothing */
  const plenary_span *span; /* where in the source; NULL: nowhere in particular */
} plenary_diagnostic;

/* What the plugin may call, from the call of render() until it returns, and only on the thread
 * render() was called on. None of the functions is NULL. */
typedef struct plenary_host {
  uint32_t size;      /* size of this struct, as the host knows it */
  uint16_t abi_major; /* the host's PLENARY_ABI_MAJOR */
  uint16_t abi_minor; /* the host's PLENARY_ABI_MINOR */
  void *ctx;          /* the first argument of every function below; means nothing to the plugin */

  /* Appends len bytes to the document. bytes is not NULL unless len is 0; the host has done
   * with it when it returns. The host gathers small pieces: there is no need to.
   * PLENARY_OK: go on. Anything else: the output is refused for good; free what is yours and
   * return that status from render(). */
  plenary_status (*write)(void *ctx, const void *bytes, size_t len);

  /* Tells the user something. diagnostic is not NULL; the host copies what it keeps. It keeps a
   * thousand a rendering, 4096 bytes of each text, and a mebibyte of all. Where render() fails, the
   * last PLENARY_ERROR is shown as the reason. */
  void (*report)(void *ctx, const plenary_diagnostic *diagnostic);

  /* Not 0: nobody wants the document any more; return PLENARY_CANCELLED. Cheap enough to ask
   * for every speech. */
  int32_t (*cancelled)(void *ctx);

  /* The extension called id, "name/1" (terminated by a zero byte, not NULL): a table described by
   * a header of its own, which begins with its size; NULL where the host has none of that name
   * and number. It lives as long as the process. Version 1.0 of the host has none. */
  const void *(*extension)(void *ctx, const char *id);
} plenary_host;

/* What the value of an option is. */
enum plenary_setting_kind {
  PLENARY_SETTING_BOOLEAN, /* integer: 1 for true, 0 for false */
  PLENARY_SETTING_INTEGER, /* integer; and number, as near as it comes */
  PLENARY_SETTING_NUMBER,  /* number */
  PLENARY_SETTING_TEXT,    /* text */
  PLENARY_SETTING_LIST,    /* items: settings without a name */
  PLENARY_SETTING_OBJECT,  /* items */
  PLENARY_SETTING_NULL
};

/* An option that is set. The host has held it against the schema in the manifest. */
typedef struct plenary_setting {
  plenary_str name;    /* its name in the schema */
  int32_t kind;        /* enum plenary_setting_kind: which of the others hold the value */
  uint32_t reserved;   /* 0 */
  int64_t integer;
  double number;
  plenary_str text;
  plenary_array items; /* plenary_setting */
} plenary_setting;

/* The session as structs: plenary_session.h. */
struct plenary_session;

/* What the plugin shall do: one session into one format. It is the host's and lives until render()
 * returns, with all that it points to; other calls may read the same session at the same time. */
typedef struct plenary_job {
  uint32_t size;         /* size of this struct, as the host knows it */
  uint16_t schema_major; /* version of the session model: the one the plugin was built for, */
  uint16_t schema_minor; /*   or a higher minor one, which only adds members */
  plenary_str format;       /* the format asked for, one of the manifest's */
  plenary_str options_json; /* the options: an object that fits the manifest's schema; {}: none */
  plenary_str session_json; /* where the manifest's "input" is "json", the session: the object that
                               `plenary convert -t json` writes, for which plenary has a JSON
                               Schema, crates/core/session.schema.json; ignore the members and
                               the names you do not know. Else empty */
  plenary_str generator;    /* name and version of the program, for the document's metadata */
  const int64_t *source_date_epoch; /* the date to put on what is made now, in seconds since
                                       1970-01-01 UTC; NULL: the document carries none */
  const struct plenary_session *session; /* where the manifest's "input" is "view", the session, as
                                            plenary_session.h describes it; else NULL */
  plenary_array options; /* the options once more, one by one: plenary_setting. What the user does
                            not set is not among them: then the plugin takes its default */
} plenary_job;

/* The plugin: exported, as a constant, under the name plenary_plugin_NAME. */
typedef struct plenary_plugin {
  uint32_t size;      /* sizeof(plenary_plugin) */
  uint16_t abi_major; /* PLENARY_ABI_MAJOR */
  uint16_t abi_minor; /* the lowest PLENARY_ABI_MINOR the plugin can do with */

  /* Makes one document: writes it through host and returns PLENARY_OK, or says through host what
   * is wrong and returns another status. Never NULL. host and job are not NULL.
   * Called on any thread, on several at once: it keeps no state between calls. It returns, and
   * does not unwind. */
  plenary_status (*render)(const plenary_host *host, const plenary_job *job);
} plenary_plugin;

/* Declares a constant that the library exports. */
#ifdef __cplusplus
#define PLENARY_EXTERN extern "C"
#else
#define PLENARY_EXTERN extern
#endif
#ifdef _WIN32
#define PLENARY_EXPORT PLENARY_EXTERN __declspec(dllexport)
#else
#define PLENARY_EXPORT PLENARY_EXTERN __attribute__((visibility("default")))
#endif

/* Defines plenary_manifest_NAME. json is one string literal of at most a mebibyte:
 *
 *   PLENARY_MANIFEST(line_count,
 *     "{ \"name\": \"line-count\", \"version\": \"1.0.0\", \"abi\": \"1.0\", \"schema\": \"1.0\","
 *     "  \"input\": \"json\","
 *     "  \"formats\": [{ \"name\": \"line-count\", \"description\": \"Lines by speech\","
 *     "                  \"extensions\": [\"lines.txt\"], \"media_type\": \"text/plain\" }],"
 *     "  \"options\": { \"type\": \"object\", \"properties\": {}, \"additionalProperties\": false } }")
 *
 * name is NAME with - for _. abi is what the entry table says: PLENARY_PLUGIN says 1.0. input is
 * "json" or "view": in which form the job hands over the session. options, the JSON Schema of
 * the options, may be left out where there are none. A format that is no text says
 * "binary": true. */
#define PLENARY_MANIFEST(name, json)                                              \
  struct plenary_manifest_##name##_blob {                                         \
    char magic[8];                                                                \
    uint32_t length;                                                              \
    char text[sizeof(json)];                                                      \
  };                                                                              \
  PLENARY_EXPORT const struct plenary_manifest_##name##_blob plenary_manifest_##name; \
  const struct plenary_manifest_##name##_blob plenary_manifest_##name = {         \
      "plenary", (uint32_t)(sizeof(json) - 1), json}

/* Defines plenary_plugin_NAME with this render function, for hosts of version 1.0 and later. A
 * plugin that cannot do without what a later minor version added defines the table by itself. */
#define PLENARY_PLUGIN(name, function)                                            \
  PLENARY_EXPORT const plenary_plugin plenary_plugin_##name;                      \
  const plenary_plugin plenary_plugin_##name = {                                  \
      (uint32_t)sizeof(plenary_plugin), PLENARY_ABI_MAJOR, 0, function}

#ifdef __cplusplus
}
#endif

#endif /* PLENARY_PLUGIN_H */
