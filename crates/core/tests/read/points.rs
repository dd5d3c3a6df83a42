//! What several speakers say, and what is said of it: agreements, differences, comments, questions.

use crate::outline::check;

#[test]
fn agreements_with_all_their_labels() {
    check(
        "
        Session at a glance
        Session transcript
        Ines Quarrie: Who owns the lamps?
        Rafiq Maharjan: We do.
        Ines Quarrie: Thank you.
        Rafiq Maharjan: Thank you.
        Agreements
        Agreement points
        Red is seen from afar
        Speakers
        - Ines Quarrie
        - Rafiq Maharjan
        Arguments
        Red is seen
        Red was always seen
        Explanation
        They said so.
        Major Discussion Point
        Colours
        Topics
        Infrastructure | Law
        Oil is dear
        speakers: Ines Quarrie, Rafiq Maharjan.
        arguments: Oil costs
        topics: Economy
        Similar viewpoints
        Both want lamps.
        Speakers
        Ines Quarrie
        Rafiq Maharjan (Keeper)
        Unexpected consensus
        Overall assessment
        Summary
        They agree.
        Twice.
        Consensus level
        High consensus: they agree.
        Differences
        Different viewpoints
        - Who pays
        Speakers
        - Audience
        - Somebody Else
        Overall assessment
        Summary: few
        difference_level: low
        Partial agreements
        Partial differences
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
        # Agreements <Agreements section-agreements>
        # Agreement points <Agreements section-agreement-points>
          point: Red is seen from afar <point-1>
              topic: Infrastructure
              topic: Law
              speakers: Ines Quarrie / Rafiq Maharjan <speaker-ines-quarrie speaker-rafiq-maharjan>
              arguments: Red is seen / Red was always seen
              explanation: They said so.
              discussion-point: Colours
          point: Oil is dear <point-2>
              topic: Economy
              speakers: Ines Quarrie / Rafiq Maharjan <speaker-ines-quarrie speaker-rafiq-maharjan>
              arguments: Oil costs
        # Similar viewpoints <Agreements section-similar-viewpoints>
          point: Both want lamps. <point-3>
              speakers: Ines Quarrie / Rafiq Maharjan (Keeper) <speaker-ines-quarrie speaker-rafiq-maharjan>
        # Unexpected consensus <Agreements section-unexpected-consensus>
        # Overall assessment <Assessment section-overall-assessment>
          ## Summary <report-1>
            They agree.
            Twice.
          ## Consensus level <report-2>
            High consensus: they agree.
        # Differences <Differences section-differences>
        # Different viewpoints <Differences section-different-viewpoints>
          point: Who pays <point-4>
              speakers: Audience / Somebody Else <speaker-audience speaker-somebody-else>
        # Overall assessment <Assessment section-overall-assessment-2>
          ## Summary <report-3>
            few
          ## difference_level <report-4>
            low
        # Partial agreements <PartialAgreements section-partial-agreements>
        # Partial differences <PartialAgreements section-partial-differences>
        Role: Audience <speaker-audience>
        ",
    );
}

#[test]
fn comments_and_questions() {
    check(
        "
        Session at a glance
        Session transcript
        Ines Quarrie: Who owns the lamps?
        Rafiq Maharjan: We do.
        Ines Quarrie: Thank you.
        Rafiq Maharjan: Thank you.
        Thought provoking comments
        “Who needs lamps?”
        speaker
        Ines Quarrie
        reason
        It was deep.
        Very deep.
        impact
        All were silent.
        “We are lamps.
        And lamps are we.”
        speaker
        Ines Quarrie and Rafiq Maharjan
        reason
        Nobody knows.
        Overall assessment
        These comments shaped it.
        Follow-up questions
        Who pays?
        speaker
        Audience
        explanation
        It was left open.
        How much?
        speaker
        Multiple speakers
        Disclaimer: This is not an official record of the session.
        ",
        "
        disclaimer-1: Disclaimer: This is not an official record of the session.
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
        # Thought provoking comments <Comments section-thought-provoking-comments>
          point: “Who needs lamps?” <point-1>
              speakers: Ines Quarrie <speaker-ines-quarrie>
              reason: It was deep. / Very deep.
              impact: All were silent.
          point: “We are lamps. And lamps are we.” <point-2>
              speakers: Ines Quarrie / Rafiq Maharjan <speaker-ines-quarrie speaker-rafiq-maharjan>
              reason: Nobody knows.
        # Overall assessment <Assessment section-overall-assessment>
          ## (no heading) <report-1>
            These comments shaped it.
        # Follow-up questions <FollowUp section-follow-up-questions>
          point: Who pays? <point-3>
              speakers: Audience <speaker-audience>
              explanation: It was left open.
          point: How much? <point-4>
              speakers: Multiple speakers
        Role: Audience <speaker-audience>
        ",
    );
}

/// The names of speakers part them; what is a claim of a profile is an argument.
#[test]
fn points_that_have_lost_their_labels() {
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
        Agreements
        Agreement Points
        Red is the colour
        Ines Quarrie
        Rafiq Maharjan
        Lamps should be red
        Both have seen it.
        Oil is dear
        - Ines Quarrie
        - Rafiq Maharjan
        Similar Viewpoints
        Both like red, which is seen from afar.
        Both like oil.
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
              explanation: Red.
        # Agreements <Agreements section-agreements>
        # Agreement Points <Agreements section-agreement-points>
          point: Red is the colour <point-1>
              speakers: Ines Quarrie / Rafiq Maharjan <speaker-ines-quarrie speaker-rafiq-maharjan>
              arguments: Lamps should be red
              explanation: Both have seen it.
          point: Oil is dear <point-2>
              speakers: Ines Quarrie / Rafiq Maharjan <speaker-ines-quarrie speaker-rafiq-maharjan>
        # Similar Viewpoints <Agreements section-similar-viewpoints>
          point: Both like red, which is seen from afar. <point-3>
          point: Both like oil. <point-4>
        Warning dig-watch::ambiguous-label `Rafiq Maharjan`
        Warning dig-watch::ambiguous-label `Rafiq Maharjan`
        ",
    );
}

#[test]
fn labels_below_no_point_are_reported() {
    check(
        "
        Session at a glance
        Session transcript
        Ines Quarrie: Who owns the lamps?
        Rafiq Maharjan: We do.
        Ines Quarrie: Thank you.
        Rafiq Maharjan: Thank you.
        Agreements
        Agreement points
        Speakers
        Ines Quarrie
        Arguments
        One
        Oil is dear
        Speakers
        Ines Quarrie
        Speakers
        Rafiq Maharjan
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
        # Agreements <Agreements section-agreements>
        # Agreement points <Agreements section-agreement-points>
          point: Oil is dear <point-1>
              speakers: Ines Quarrie <speaker-ines-quarrie>
        unrecognised: Speakers
        unrecognised: Ines Quarrie
        unrecognised: Arguments
        unrecognised: One
        unrecognised: Speakers
        unrecognised: Rafiq Maharjan
        Warning dig-watch::unplaced-text `Speakers\\nInes Quarrie\\nArguments\\nOne`
        Warning dig-watch::unplaced-text `Speakers\\nRafiq Maharjan`
        ",
    );
}

#[test]
fn takeaways_and_what_follows() {
    check(
        "
        Session at a glance
        Session transcript
        Ines Quarrie: Who owns the lamps?
        Rafiq Maharjan: We do.
        Ines Quarrie: Thank you.
        Rafiq Maharjan: Thank you.
        Takeaways
        Key takeaways
        - Red it is
        Ines Quarrie
        Resolutions and action items
        None identified
        Unresolved issues
        ## Oil
        Who pays
        Suggested compromises
        Takeaways
        Overall assessment
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
        # Takeaways <Takeaways section-takeaways>
        # Key takeaways <Takeaways section-key-takeaways>
          ## (no heading) <report-1>
            * Red it is
            Ines Quarrie
        # Resolutions and action items <ActionItems section-resolutions-and-action-items>
          ## (no heading) <report-2>
            None identified
        # Unresolved issues <UnresolvedIssues section-unresolved-issues>
          ## Oil <report-3>
            Who pays
        # Suggested compromises <Compromises section-suggested-compromises>
        # Takeaways <Takeaways section-takeaways-2>
        # Overall assessment <Assessment section-overall-assessment>
        Warning dig-watch::repeated-section `Takeaways`
        ",
    );
}

#[test]
fn the_names_of_a_point_vouch_for_labels() {
    check(
        "
        Session at a glance
        Session transcript
        Moderator: Good morning.
        Rafiq Maharjan: Good morning.
        Result: nothing.
        Agreements
        Agreement points
        Lamps are good
        Speakers
        Moderator
        Rafiq Maharjan
        ",
        "
        # Session at a glance <Glance section-session-at-a-glance>
        # Session transcript <Transcript section-session-transcript>
          Moderator: <speech-1 speaker-moderator>
            Good morning.
          Rafiq Maharjan: <speech-2 speaker-rafiq-maharjan>
            Good morning.
            Result: nothing.
        # Agreements <Agreements section-agreements>
        # Agreement points <Agreements section-agreement-points>
          point: Lamps are good <point-1>
              speakers: Moderator / Rafiq Maharjan <speaker-moderator speaker-rafiq-maharjan>
        Role: Moderator <speaker-moderator>
        ",
    );
}
