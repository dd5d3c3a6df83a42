/* What is hard to see from outside: options, words, texts cut to a length. Run by
 * `make test`. */
#include "speaking_time.c"

#include <assert.h>

static plenary_str str(const char *text) { return (plenary_str){text, strlen(text)}; }

static void options_come_with_defaults(void) {
  plenary_setting settings[] = {
      {.name = str("width"), .kind = PLENARY_SETTING_INTEGER, .integer = 800, .number = 800},
      {.name = str("at-most"), .kind = PLENARY_SETTING_NUMBER, .number = 3.0},
      {.name = str("of a later version"), .kind = PLENARY_SETTING_TEXT},
  };
  plenary_job job = {.options = {settings, 0, sizeof *settings}};
  assert(read_options(&job).width == 720 && read_options(&job).at_most == 25);
  job.options.len = 3;
  assert(read_options(&job).width == 800 && read_options(&job).at_most == 3);
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
  options_come_with_defaults();
  words();
  texts_cut_to_a_length();
  directions();
  puts("all well");
  return 0;
}
