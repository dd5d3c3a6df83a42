/* plenary_session.h: a session as structs, for plugins whose manifest says "input": "view".
 *
 * It says what the session's JSON says, without a copy: most texts are slices of the source. The
 * names are those of the JSON, and so is the meaning: crates/core/session.schema.json describes
 * it. job->session (plenary_plugin.h) is the session; a walk over its speeches:
 *
 *   PLENARY_EACH(plenary_section, section, job->session->sections)
 *     PLENARY_EACH(plenary_speech, speech, section->speeches)
 *       ...
 *
 * What holds for everything here:
 *   - All of it is the host's, constant, and lives until render() returns.
 *   - Thread: any may read it during render(); other renderings may read it at the same time.
 *   - What may be missing is a NULL pointer; a plenary_str whose ptr is NULL (an empty text that
 *     is there has another ptr); a plenary_text whose source.ptr is NULL; a date whose month is
 *     0; a time whose is_set is 0; a moment whose kind is PLENARY_MOMENT_NONE. What is not said
 *     here to be missing sometimes is always there.
 *   - What the JSON writes as a name out of a list ("role": "transcript") is a number here. A
 *     later minor version may add numbers: take one that you do not know for what is said with
 *     the list.
 *   - extra_json: members of the JSON object that the model does not know (another program's),
 *     as a JSON object; empty: none.
 */
#ifndef PLENARY_SESSION_H
#define PLENARY_SESSION_H

#include "plenary_plugin.h"

#ifdef __cplusplus
extern "C" {
#endif

/* The source format. Unknown: PLENARY_DIALECT_OTHER. */
enum plenary_dialect {
  PLENARY_DIALECT_DIG_WATCH,   /* a session page of dig.watch */
  PLENARY_DIALECT_CART,        /* captions of a meeting (CART) */
  PLENARY_DIALECT_WEBVTT,      /* WebVTT */
  PLENARY_DIALECT_SRT,         /* SubRip */
  PLENARY_DIALECT_TRANSCRIPT,  /* a plain transcript */
  PLENARY_DIALECT_AKOMA_NTOSO, /* an Akoma Ntoso debate */
  PLENARY_DIALECT_OTHER
};

/* What a section is. Unknown: PLENARY_ROLE_OTHER. */
enum plenary_role {
  PLENARY_ROLE_TABLE_OF_CONTENTS,
  PLENARY_ROLE_KNOWLEDGE_GRAPH,
  PLENARY_ROLE_SESSION_REPORT, /* the heading above the full report, or the report itself */
  PLENARY_ROLE_FULL_REPORT,
  PLENARY_ROLE_TRANSCRIPT,
  PLENARY_ROLE_SPEAKERS,       /* the profiles */
  PLENARY_ROLE_GLANCE,         /* "Session at a glance" */
  PLENARY_ROLE_SUMMARY,
  PLENARY_ROLE_KEY_POINTS,
  PLENARY_ROLE_THEMES,
  PLENARY_ROLE_PARTICIPANTS,   /* who takes part, as a list */
  PLENARY_ROLE_AGREEMENTS,
  PLENARY_ROLE_DIFFERENCES,
  PLENARY_ROLE_PARTIAL_AGREEMENTS,
  PLENARY_ROLE_ASSESSMENT,     /* of the agreements, differences or comments above it */
  PLENARY_ROLE_TAKEAWAYS,
  PLENARY_ROLE_ACTION_ITEMS,
  PLENARY_ROLE_UNRESOLVED_ISSUES,
  PLENARY_ROLE_COMPROMISES,
  PLENARY_ROLE_COMMENTS,       /* "Thought provoking comments" */
  PLENARY_ROLE_FOLLOW_UP,      /* questions */
  PLENARY_ROLE_OTHER
};

/* What stands under a heading. Unknown: PLENARY_CONTENT_PARTS, for a host that has more to hand over
 * hands over its texts as parts besides. */
enum plenary_content {
  PLENARY_CONTENT_PARTS,
  PLENARY_CONTENT_POINTS,
  PLENARY_CONTENT_SPEECHES,
  PLENARY_CONTENT_PROFILES
};

/* What a speaker's name stands for. Unknown: PLENARY_SPEAKER_PERSON. */
enum plenary_speaker_kind {
  PLENARY_SPEAKER_PERSON,       /* also where the name does not tell */
  PLENARY_SPEAKER_ORGANIZATION, /* a delegation, a body, a sector */
  PLENARY_SPEAKER_ROLE          /* a function or a place in the room: "Chair", "Audience" */
};

/* What a block is. Unknown: PLENARY_BLOCK_PARAGRAPH. */
enum plenary_block_kind {
  PLENARY_BLOCK_PARAGRAPH,
  PLENARY_BLOCK_ITEM,       /* of a list; its bullet or number stands before text in source */
  PLENARY_BLOCK_SUBHEADING,
  PLENARY_BLOCK_REMARK      /* what happened rather than what was said: "(Applause)" */
};

/* What is said of a claim or a point. Unknown: PLENARY_DETAIL_OTHER. */
enum plenary_detail_kind {
  PLENARY_DETAIL_EXPLANATION,
  PLENARY_DETAIL_EVIDENCE,
  PLENARY_DETAIL_DISCUSSION_POINT,
  PLENARY_DETAIL_AGREED_WITH,    /* names of speakers */
  PLENARY_DETAIL_AGREED_ON,
  PLENARY_DETAIL_DISAGREED_WITH, /* names of speakers */
  PLENARY_DETAIL_DISAGREED_ON,
  PLENARY_DETAIL_SPEAKERS,       /* whose point it is: names of speakers */
  PLENARY_DETAIL_ARGUMENTS,      /* that make the point */
  PLENARY_DETAIL_REASON,         /* why a comment matters */
  PLENARY_DETAIL_IMPACT,         /* of a comment on the discussion */
  PLENARY_DETAIL_OTHER
};

/* The flag of a text that the source writes in another form (escaped, as XML does). */
#define PLENARY_TEXT_DECODED ((uint32_t)1)

/* A piece of the source, and what it says. It never grows. */
typedef struct plenary_text {
  plenary_str text;       /* what it says: a slice of source, unless it is decoded */
  plenary_str source;     /* all of its bytes, with bullet, colon, line end around the text */
  uint64_t start;         /* where source begins in the source of the session, in bytes */
  uint32_t flags;         /* PLENARY_TEXT_DECODED */
  uint32_t reserved;      /* 0 */
  plenary_str extra_json;
} plenary_text;

/* A day of the Gregorian calendar. It never grows. */
typedef struct plenary_date {
  int16_t year;  /* -9999 to 9999 */
  uint8_t month; /* 1 to 12; 0: there is no date */
  uint8_t day;   /* 1 to 31 */
} plenary_date;

/* A time of day. It never grows. */
typedef struct plenary_time {
  uint8_t is_set;      /* 1; 0: there is no time */
  uint8_t hour;        /* 0 to 23 */
  uint8_t minute;      /* 0 to 59 */
  uint8_t second;      /* 0 to 59 */
  uint32_t nanosecond; /* the fraction of the second, 0 to 999999999 */
} plenary_time;

/* The kinds of moments. Unknown: PLENARY_MOMENT_NONE. */
enum plenary_moment_kind {
  PLENARY_MOMENT_NONE,        /* there is no moment */
  PLENARY_MOMENT_ELAPSED,     /* milliseconds since the recording began */
  PLENARY_MOMENT_CLOCK,       /* date and time, local to the meeting */
  PLENARY_MOMENT_CLOCK_OFFSET /* date and time, offset seconds east of UTC */
};

/* When something is said. It never grows. */
typedef struct plenary_moment {
  int32_t kind;          /* enum plenary_moment_kind: which of the others tell it */
  int32_t offset;        /* seconds east of UTC */
  uint64_t milliseconds; /* since the recording began */
  plenary_date date;
  plenary_time time;
  uint32_t reserved;     /* 0 */
} plenary_moment;

/* A number the source declares. */
typedef struct plenary_declared {
  uint32_t size;      /* size of this struct, as the host knows it */
  uint32_t has_value; /* 1; 0: the text holds no number */
  uint64_t value;     /* the number, in the unit of its field */
  plenary_text text;  /* as written, with its unit: "123 words per minute" */
  plenary_str extra_json;
} plenary_declared;

/* The event or series a session belongs to: "IGF 2023 WS #107". */
typedef struct plenary_event {
  uint32_t size;      /* size of this struct, as the host knows it */
  uint32_t reserved;  /* 0 */
  plenary_str label;  /* all of it, as written */
  plenary_str series; /* with its year where it has one: "IGF 2023" */
  plenary_str kind;   /* what kind of session it is there: "WS"; may be missing */
  plenary_str number; /* the session's number there: "107"; may be missing */
  plenary_str extra_json;
} plenary_event;

/* The title line. */
typedef struct plenary_title {
  uint32_t size;              /* size of this struct, as the host knows it */
  uint32_t reserved;          /* 0 */
  plenary_text line;          /* the line, whole */
  plenary_str name;           /* the session's own name, without the event */
  const plenary_event *event; /* may be missing */
  plenary_array repeated;     /* the title repeated further down: plenary_text */
  plenary_str extra_json;
} plenary_title;

/* When the session took place. Local to the meeting unless it names a zone. */
typedef struct plenary_meeting_time {
  uint32_t size;      /* size of this struct, as the host knows it */
  plenary_date date;
  plenary_text line;  /* the date line, whole */
  plenary_time start; /* may be missing */
  plenary_time end;   /* may be missing; earlier than start where it ran over midnight */
  plenary_str zone;   /* the time zone as written: "UTC"; may be missing */
  plenary_str extra_json;
} plenary_meeting_time;

/* A paragraph in which the source says what it is and is not. */
typedef struct plenary_disclaimer {
  plenary_str id; /* "disclaimer-1" */
  plenary_text text;
} plenary_disclaimer;

/* A person, delegation or role that speaks or has a profile. */
typedef struct plenary_speaker {
  plenary_str id;    /* "speaker-joyce-hakmeh"; speeches, profiles and headings name it */
  plenary_str name;  /* as first written */
  plenary_str role;  /* what the source says they are; may be missing */
  int32_t kind;      /* enum plenary_speaker_kind */
  uint32_t reserved; /* 0 */
  plenary_str extra_json;
} plenary_speaker;

/* One paragraph, or what stands in a paragraph's place. */
typedef struct plenary_block {
  plenary_text text;
  int32_t kind;      /* enum plenary_block_kind */
  uint32_t reserved; /* 0 */
} plenary_block;

/* One thing said of a claim or a point, under a label such as "Explanation". */
typedef struct plenary_detail {
  int32_t kind;           /* enum plenary_detail_kind */
  uint32_t reserved;      /* 0 */
  plenary_array texts;    /* its paragraphs, entries or names, one by one: plenary_text */
  plenary_array speakers; /* the ids of the speakers that texts name: plenary_str */
  plenary_str extra_json;
} plenary_detail;

/* A claim with its supporting facts and topics. */
typedef struct plenary_argument {
  plenary_str id;        /* "argument-bert-3" */
  plenary_text claim;
  plenary_array facts;   /* plenary_text */
  plenary_array topics;  /* plenary_text */
  plenary_array details; /* plenary_detail */
  plenary_str extra_json;
} plenary_argument;

/* What the source says of one speaker. */
typedef struct plenary_profile {
  plenary_str id;                 /* "profile-joyce-hakmeh" */
  plenary_str speaker;            /* the speaker's id */
  plenary_text initials;          /* before the name: "JH"; may be missing */
  plenary_text name;              /* the name that opens the profile */
  const plenary_declared *speed;  /* words per minute; may be missing */
  const plenary_declared *length; /* words; may be missing */
  const plenary_declared *time;   /* seconds; may be missing */
  plenary_str statistics_extra_json;
  plenary_array arguments;        /* plenary_argument */
  plenary_array report;           /* plenary_block */
  plenary_str extra_json;
} plenary_profile;

/* A point of several speakers or about them: an agreement, a comment, an open question. */
typedef struct plenary_point {
  plenary_str id;        /* "point-3" */
  plenary_text text;
  plenary_array topics;  /* plenary_text */
  plenary_array details; /* plenary_detail */
  plenary_str extra_json;
} plenary_point;

/* One speaker's uninterrupted turn. */
typedef struct plenary_speech {
  plenary_str id;       /* "speech-12" */
  plenary_str speaker;  /* the speaker's id; missing where the source does not say who speaks */
  plenary_text label;   /* what opens the speech, without its colon; may be missing */
  plenary_moment start; /* may be missing */
  plenary_moment end;   /* may be missing */
  plenary_array blocks; /* the words: plenary_block */
  plenary_str extra_json;
} plenary_speech;

/* A part of a report: paragraphs under a headline, or under the speaker they are about. */
typedef struct plenary_part {
  plenary_str id;       /* "report-joyce-hakmeh", "report-1" */
  plenary_text heading; /* missing for paragraphs directly under the section's heading */
  plenary_str speaker;  /* the id of the speaker it is about; may be missing */
  plenary_array blocks; /* plenary_block */
  plenary_str extra_json;
} plenary_part;

/* A heading and what stands under it. */
typedef struct plenary_section {
  plenary_str id;         /* "section-full-session-report" */
  int32_t role;           /* enum plenary_role */
  int32_t content;        /* enum plenary_content: which of the four it holds; the others are empty */
  plenary_text heading;   /* the heading line; may be missing */
  plenary_array parts;    /* plenary_part */
  plenary_array points;   /* plenary_point */
  plenary_array speeches; /* plenary_speech */
  plenary_array profiles; /* plenary_profile */
  plenary_str extra_json;
} plenary_section;

/* One meeting's whole record. */
typedef struct plenary_session {
  uint32_t size;         /* size of this struct, as the host knows it */
  int32_t dialect;       /* enum plenary_dialect */
  uint16_t schema_major; /* the version of the model of whoever made the session */
  uint16_t schema_minor;
  uint32_t reserved;     /* 0 */
  const plenary_title *title;       /* may be missing */
  const plenary_meeting_time *time; /* may be missing */
  plenary_array disclaimers;  /* plenary_disclaimer */
  plenary_array sections;     /* plenary_section, in the order of the source */
  plenary_array speakers;     /* plenary_speaker: everyone, in the order first met */
  plenary_array labels;       /* lines that only mark what they stand beside: plenary_text */
  plenary_array unrecognised; /* lines without a place: plenary_text */
  plenary_str extra_json;
} plenary_session;

#ifdef __cplusplus
}
#endif

#endif /* PLENARY_SESSION_H */
