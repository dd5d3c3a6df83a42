//! What is said of a claim on a redesigned page.

use crate::outline::check;

#[test]
fn everything_below_a_claim() {
    check(
        "
        Session at a glance
        Session transcript
        Ines Quarrie: Who owns the lamps?
        Rafiq Maharjan: We do.
        Ines Quarrie: Thank you.
        Rafiq Maharjan: Thank you.
        I
        Ines Quarrie
        Speech speed
        120 words per minute
        Speech length
        9 words
        Arguments
        Lamps should be red
        Explanation
        She held that red is seen.
        She said it twice.
        Evidence
        Two nights of watching.
        Major discussion point
        Colours
        Topics
        Infrastructure | Legal and regulatory
        Agreed with
        – Rafiq Maharjan
        – Tomasz Wielgosz
        Agreed on
        Red is seen
        Agreed with
        Rafiq Maharjan
        Agreed on
        Red is dear
        Disagreed with
        Audience
        Disagreed on
        Price
        Lamps should be cheap
        Explanation
        Because.
        ",
        "
        # Session at a glance <Glance section-session-at-a-glance>
        # Session transcript <Transcript section-session-transcript>
          Ines Quarrie: <speech-1 speaker-ines-quarrie>
            Who owns the lamps?
          Rafiq Maharjan: <speech-2 speaker-rafiq-maharjan>
            We do.
          Ines Quarrie: <speech-3 speaker-ines-quarrie>
            Thank you.
          Rafiq Maharjan: <speech-4 speaker-rafiq-maharjan>
            Thank you.
        # (no heading) <Speakers section-speakers>
          (I) Ines Quarrie <profile-ines-quarrie speaker-ines-quarrie> 120 wpm 9 words
            claim: Lamps should be red <argument-ines-quarrie-1>
              topic: Infrastructure
              topic: Legal and regulatory
              explanation: She held that red is seen. / She said it twice.
              evidence: Two nights of watching.
              discussion-point: Colours
              agreed-with: Rafiq Maharjan / Tomasz Wielgosz <speaker-rafiq-maharjan speaker-tomasz-wielgosz>
              agreed-on: Red is seen
              agreed-with: Rafiq Maharjan <speaker-rafiq-maharjan>
              agreed-on: Red is dear
              disagreed-with: Audience <speaker-audience>
              disagreed-on: Price
            claim: Lamps should be cheap <argument-ines-quarrie-2>
              explanation: Because.
        Role: Audience <speaker-audience>
        ",
    );
}

#[test]
fn labels_with_their_words_on_the_line() {
    check(
        "
        Session at a glance
        Session transcript
        Ines Quarrie: Who owns the lamps?
        Rafiq Maharjan: We do.
        Ines Quarrie: Thank you.
        Rafiq Maharjan: Thank you.
        I
        Ines Quarrie
        Speech speed
        120 words per minute
        Lamps should be red
        EXPLANATION: Red is seen from a ferry that is far away, and from one that is near as well.
        **Evidence:** Two nights.
        Major Discussion Point: Colours
        Topics: Law, Trade
        Agreed with: Rafiq Maharjan, Tomasz Wielgosz
        Agreed on: Red
        Differed with: Dee Poe (Pilot)
        Differed on: Price
        Lamps should be cheap
        Explanation: Because.
        ",
        "
        # Session at a glance <Glance section-session-at-a-glance>
        # Session transcript <Transcript section-session-transcript>
          Ines Quarrie: <speech-1 speaker-ines-quarrie>
            Who owns the lamps?
          Rafiq Maharjan: <speech-2 speaker-rafiq-maharjan>
            We do.
          Ines Quarrie: <speech-3 speaker-ines-quarrie>
            Thank you.
          Rafiq Maharjan: <speech-4 speaker-rafiq-maharjan>
            Thank you.
        # (no heading) <Speakers section-speakers>
          (I) Ines Quarrie <profile-ines-quarrie speaker-ines-quarrie> 120 wpm
            claim: Lamps should be red <argument-ines-quarrie-1>
              topic: Law
              topic: Trade
              explanation: Red is seen from a ferry that is far away, and from one that is near as well.
              evidence: Two nights.
              discussion-point: Colours
              agreed-with: Rafiq Maharjan / Tomasz Wielgosz <speaker-rafiq-maharjan speaker-tomasz-wielgosz>
              agreed-on: Red
              disagreed-with: Dee Poe (Pilot) <speaker-dee-poe>
              disagreed-on: Price
            claim: Lamps should be cheap <argument-ines-quarrie-2>
              explanation: Because.
        ",
    );
}

#[test]
fn claims_that_look_like_names_labels_or_headings() {
    check(
        "
        Session at a glance
        Session transcript
        Ines Quarrie: Who owns the lamps?
        Rafiq Maharjan: We do.
        Ines Quarrie: Thank you.
        Rafiq Maharjan: Thank you.
        I
        Ines Quarrie
        Speech speed
        120 words per minute
        Rafiq Maharjan
        Explanation
        He should be heard.
        Agreed with
        Ines Quarrie
        Summary
        Explanation
        There should be one.
        Agreed on
        Rafiq Maharjan
        Takeaways
        Explanation
        They should be taken.
        R
        Rafiq Maharjan
        Speech speed
        120 words per minute
        ",
        "
        # Session at a glance <Glance section-session-at-a-glance>
        # Session transcript <Transcript section-session-transcript>
          Ines Quarrie: <speech-1 speaker-ines-quarrie>
            Who owns the lamps?
          Rafiq Maharjan: <speech-2 speaker-rafiq-maharjan>
            We do.
          Ines Quarrie: <speech-3 speaker-ines-quarrie>
            Thank you.
          Rafiq Maharjan: <speech-4 speaker-rafiq-maharjan>
            Thank you.
        # (no heading) <Speakers section-speakers>
          (I) Ines Quarrie <profile-ines-quarrie speaker-ines-quarrie> 120 wpm
            claim: Rafiq Maharjan <argument-ines-quarrie-1>
              explanation: He should be heard.
              agreed-with: Ines Quarrie <speaker-ines-quarrie>
            claim: Summary <argument-ines-quarrie-2>
              explanation: There should be one.
              agreed-on: Rafiq Maharjan
            claim: Takeaways <argument-ines-quarrie-3>
              explanation: They should be taken.
          (R) Rafiq Maharjan <profile-rafiq-maharjan speaker-rafiq-maharjan> 120 wpm
        ",
    );
}

#[test]
fn labels_of_a_claim_in_another_order() {
    check(
        "
        Session at a glance
        Session transcript
        Ines Quarrie: Who owns the lamps?
        Rafiq Maharjan: We do.
        Ines Quarrie: Thank you.
        Rafiq Maharjan: Thank you.
        I
        Ines Quarrie
        Speech speed
        120 words per minute
        Lamps should be red
        Explanation
        Red.
        Agreed with
        Rafiq Maharjan
        Agreed on
        Lamps
        Lamps should be off
        Evidence
        Dark is good.
        Explanation
        Off.
        Topics
        Law
        Trade
        Lamps should be on
        Topics
        Law | Trade
        Lamps should be neither
        Supporting facts
        - Nobody knows
        ",
        "
        # Session at a glance <Glance section-session-at-a-glance>
        # Session transcript <Transcript section-session-transcript>
          Ines Quarrie: <speech-1 speaker-ines-quarrie>
            Who owns the lamps?
          Rafiq Maharjan: <speech-2 speaker-rafiq-maharjan>
            We do.
          Ines Quarrie: <speech-3 speaker-ines-quarrie>
            Thank you.
          Rafiq Maharjan: <speech-4 speaker-rafiq-maharjan>
            Thank you.
        # (no heading) <Speakers section-speakers>
          (I) Ines Quarrie <profile-ines-quarrie speaker-ines-quarrie> 120 wpm
            claim: Lamps should be red <argument-ines-quarrie-1>
              explanation: Red.
              agreed-with: Rafiq Maharjan <speaker-rafiq-maharjan>
              agreed-on: Lamps
            claim: Lamps should be off <argument-ines-quarrie-2>
              topic: Law
              topic: Trade
              evidence: Dark is good.
              explanation: Off.
            claim: Lamps should be on <argument-ines-quarrie-3>
              topic: Law
              topic: Trade
            claim: Lamps should be neither <argument-ines-quarrie-4>
              fact: Nobody knows
        ",
    );
}

#[test]
fn who_agrees_need_not_be_a_speaker() {
    check(
        "
        Session at a glance
        Session transcript
        Ines Quarrie: Who owns the lamps?
        Rafiq Maharjan: We do.
        Ines Quarrie: Thank you.
        Rafiq Maharjan: Thank you.
        I
        Ines Quarrie
        Speech speed
        120 words per minute
        Lamps should be red
        Explanation
        Red.
        Agreed with
        All speakers
        Agreed on
        Red
        Disagreed with
        Rafiq Maharjan, Keeper of the oil
        Tomasz Wielgosz and Dee Poe
        Several Others
        Disagreed on
        Oil
        ",
        "
        # Session at a glance <Glance section-session-at-a-glance>
        # Session transcript <Transcript section-session-transcript>
          Ines Quarrie: <speech-1 speaker-ines-quarrie>
            Who owns the lamps?
          Rafiq Maharjan: <speech-2 speaker-rafiq-maharjan>
            We do.
          Ines Quarrie: <speech-3 speaker-ines-quarrie>
            Thank you.
          Rafiq Maharjan: <speech-4 speaker-rafiq-maharjan>
            Thank you.
        # (no heading) <Speakers section-speakers>
          (I) Ines Quarrie <profile-ines-quarrie speaker-ines-quarrie> 120 wpm
            claim: Lamps should be red <argument-ines-quarrie-1>
              explanation: Red.
              agreed-with: All speakers
              agreed-on: Red
              disagreed-with: Rafiq Maharjan, Keeper of the oil / Tomasz Wielgosz / Dee Poe / Several Others <speaker-rafiq-maharjan speaker-tomasz-wielgosz speaker-dee-poe>
              disagreed-on: Oil
        ",
    );
}

#[test]
fn a_claim_that_is_lost_takes_what_is_said_of_it_along() {
    check(
        "
        Session at a glance
        Session transcript
        Ines Quarrie: Who owns the lamps?
        Rafiq Maharjan: We do.
        Ines Quarrie: Thank you.
        Rafiq Maharjan: Thank you.
        I
        Ines Quarrie
        Speech speed
        120 words per minute
        Arguments
        Explanation
        Her claim is lost.
        Evidence
        None.
        Lamps should be red
        Explanation
        It is here.
        ",
        "
        # Session at a glance <Glance section-session-at-a-glance>
        # Session transcript <Transcript section-session-transcript>
          Ines Quarrie: <speech-1 speaker-ines-quarrie>
            Who owns the lamps?
            Rafiq Maharjan: We do.
          Ines Quarrie: <speech-2 speaker-ines-quarrie>
            Thank you.
            Rafiq Maharjan: Thank you.
        # (no heading) <Speakers section-speakers>
          (I) Ines Quarrie <profile-ines-quarrie speaker-ines-quarrie> 120 wpm
            claim: Lamps should be red <argument-ines-quarrie-1>
              explanation: It is here.
        unrecognised: Explanation
        unrecognised: Her claim is lost.
        unrecognised: Evidence
        unrecognised: None.
        Warning dig-watch::ambiguous-label `Rafiq Maharjan`
        Warning dig-watch::ambiguous-label `Rafiq Maharjan`
        Warning dig-watch::unplaced-text `Explanation\\nHer claim is lost.\\nEvidence\\nNone.`
        ",
    );
}

/// Behind a label of one line it is a claim; behind paragraphs it may be one of them.
#[test]
fn a_claim_cut_off_from_what_is_said_of_it() {
    check(
        "
        Session at a glance
        Session transcript
        Ines Quarrie: Who owns the lamps?
        Rafiq Maharjan: We do.
        Ines Quarrie: Thank you.
        Rafiq Maharjan: Thank you.
        I
        Ines Quarrie
        Speech speed
        120 words per minute
        Lamps should be red
        Explanation
        Red.
        Agreed on
        Red
        Lamps should be cheap
        R
        Rafiq Maharjan
        Speech speed
        120 words per minute
        Oil is dear
        Evidence
        He paid for it.
        Oil should be
        ",
        "
        # Session at a glance <Glance section-session-at-a-glance>
        # Session transcript <Transcript section-session-transcript>
          Ines Quarrie: <speech-1 speaker-ines-quarrie>
            Who owns the lamps?
          Rafiq Maharjan: <speech-2 speaker-rafiq-maharjan>
            We do.
          Ines Quarrie: <speech-3 speaker-ines-quarrie>
            Thank you.
          Rafiq Maharjan: <speech-4 speaker-rafiq-maharjan>
            Thank you.
        # (no heading) <Speakers section-speakers>
          (I) Ines Quarrie <profile-ines-quarrie speaker-ines-quarrie> 120 wpm
            claim: Lamps should be red <argument-ines-quarrie-1>
              explanation: Red.
              agreed-on: Red
            claim: Lamps should be cheap <argument-ines-quarrie-2>
          (R) Rafiq Maharjan <profile-rafiq-maharjan speaker-rafiq-maharjan> 120 wpm
            claim: Oil is dear <argument-rafiq-maharjan-1>
              evidence: He paid for it.
            claim: Oil should be <argument-rafiq-maharjan-2>
        Warning dig-watch::ambiguous-claim `Lamps should be cheap`
        Warning dig-watch::ambiguous-claim `Oil should be`
        ",
    );
}
