/* What is hard to see from outside: options in every way that JSON has for them, words, texts cut to a length. Run by
 * `make test`. */
#include "speaking_time.c"

#include <assert.h>

static plenary_str str(const char *text) { return (plenary_str){text, strlen(text)}; }

/* A copy behind which no byte is ours, so that reading too far is seen. */
static plenary_str alone(const char *text) {
  size_t length = strlen(text);
  char *copy = malloc(length ? length : 1);
  assert(copy);
  memcpy(copy, text, length);
  return (plenary_str){copy, length};
}

static bool reads(const char *json, uint64_t width, uint64_t at_most) {
  options set = {.width = 720, .at_most = 25};
  plenary_str text = alone(json);
  bool is_read = read_options(text, &set);
  free((void *)text.ptr);
  return is_read && set.width == width && set.at_most == at_most;
}

static void options_of_every_form(void) {
  assert(reads("", 720, 25) && reads("{}", 720, 25) && reads(" { } ", 720, 25));
  assert(reads("{\"width\":800}", 800, 25) && reads("{\"at-most\":3,\"width\":800}", 800, 3));
  assert(reads("\n{ \"width\" : 800 ,\t\"at-most\" : 3 }\n", 800, 3));
  assert(reads("{\"width\":800.0}", 800, 25) && reads("{\"width\":8e2}", 800, 25));
  assert(reads("{\"width\":0.8E+3}", 800, 25) && reads("{\"width\":8000000e-4}", 800, 25));
  assert(reads("{\"width\":800.00000000000000000000000000000000}", 800, 25));
  assert(reads("{\"width\":80000000000000000000000000000000000e-32}", 800, 25));
  assert(reads("{\"\\u0077idth\":800,\"at\\u002Dmost\":3}", 800, 3));
  assert(reads("{\"width\":400,\"width\":800}", 800, 25));
}

static void what_is_no_such_object_is_refused(void) {
  static const char *const wrong[] = {
      "{", "[]", "null", "{\"width\"}", "{\"width\":}", "{\"width\":true}", "{\"width\":\"800\"}", "{\"width\":0.5}",
      "{\"width\":800,}", "{\"height\":800}", "{\"width\":800", "{\"wi", "{\"wi\\", "{\"wi\\u00", "{\"width\":8e", "{\"width\":-8}",
      "{\"a name that is longer than any of ours\":1}",
  };
  for (size_t n = 0; n < sizeof wrong / sizeof *wrong; n++) {
    options set = {0, 0};
    plenary_str text = alone(wrong[n]);
    bool is_read = read_options(text, &set);
    free((void *)text.ptr);
    if (is_read) {
      fprintf(stderr, "%s was read\n", wrong[n]);
      abort();
    }
  }
}

static void words(void) {
  assert(words_in(str("")) == 0 && words_in(str("  one\ttwo\n")) == 2);
  assert(words_in(str("Well – it’s a multi-stakeholder process . . .")) == 5);
  assert(words_in(str("Żółć gęślą\xC2\xA0jaźń")) == 3 && words_in(str("…")) == 0);
}

static void texts_cut_to_a_length(void) {
  bool is_cut;
  assert(cut(str("short"), 100, 10, &is_cut).len == 5 && !is_cut);
  assert(cut(str(""), 0, 10, &is_cut).len == 0 && !is_cut);
  /* No character is cut in two, and no mark from its letter. */
  const char *marked = "e\xCC\x81" "e\xCC\x81" "e\xCC\x81" "e\xCC\x81" "e\xCC\x81" "e\xCC\x81";
  for (uint64_t room = 0; room < 60; room++) {
    size_t length = cut(str(marked), room, 10, &is_cut).len;
    assert(length % 3 == 0);
    assert(cut(str("国際連合大学"), room, 10, &is_cut).len % 3 == 0);
  }
}

static void directions(void) {
  assert(is_right_to_left(str("محمد")) && is_right_to_left(str("(1) שלום")) && !is_right_to_left(str("Ann محمد")));
  assert(!is_right_to_left(str("")) && !is_right_to_left(str("国際")) && !is_right_to_left(str("Дарья")));
}

int main(void) {
  options_of_every_form();
  what_is_no_such_object_is_refused();
  words();
  texts_cut_to_a_length();
  directions();
  puts("all well");
  return 0;
}
