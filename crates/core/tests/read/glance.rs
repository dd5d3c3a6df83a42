//! Above the report of a redesigned page: summary, key points, participants.

use crate::outline::check;

#[test]
fn labels_of_key_points_in_all_their_forms() {
    check(
        "
        Lamps for ferries
        Session at a Glance
        Summary
        The session was about lamps.
        Key points
        **Major discussion points:**
        1. **Range**: how far they shine
        – **Oil:** who pays for it
        ## Overall Purpose:
        To agree on a lamp.
        Overall tone: Warm at first.
        It cooled later.
        Full session report
        Lamps were discussed.
        ",
        "
        title: Lamps for ferries
        # Session at a Glance <Glance section-session-at-a-glance>
        # Summary <Summary section-summary>
          ## (no heading) <report-1>
            The session was about lamps.
        # Key points <KeyPoints section-key-points>
          ## Major discussion points <report-2>
            * **Range**: how far they shine
            * **Oil:** who pays for it
          ## Overall Purpose <report-3>
            To agree on a lamp.
          ## Overall tone <report-4>
            Warm at first.
            It cooled later.
        # Full session report <FullReport section-full-session-report>
          ## (no heading) <report-5>
            Lamps were discussed.
        Note dig-watch::no-transcript ``
        ",
    );
}

/// What the list says of somebody is their role; that nothing is known of them is none.
#[test]
fn participants_have_roles_where_the_list_tells() {
    check(
        "
        Session at a glance
        Speakers
        **Speakers from the provided list:**
        – **Ines Quarrie** – Role/title: Keeper of the lamp; Area of expertise: lenses
        – Rafiq Maharjan – Role not mentioned
        - Tomasz Wielgosz: Director (acting), Area of expertise: oil
        – Adaeze Obiora (Pilot of the north)
        – Dee Poe
        Role: Harbour master
        Area of expertise: tides
        Additional speakers:
        – Audience
        Session transcript
        Ines Quarrie: Good morning.
        Rafiq Maharjan: Good morning.
        Tomasz Wielgosz: Good morning.
        Adaeze Obiora: Good morning.
        Dee Poe: Good morning.
        Result: nothing was agreed.
        ",
        "
        # Session at a glance <Glance section-session-at-a-glance>
        # Speakers <Participants section-speakers>
          ## Speakers from the provided list <report-1>
            * **Ines Quarrie** – Role/title: Keeper of the lamp; Area of expertise: lenses
            * Rafiq Maharjan – Role not mentioned
            * Tomasz Wielgosz: Director (acting), Area of expertise: oil
            * Adaeze Obiora (Pilot of the north)
            * Dee Poe
            Role: Harbour master
            Area of expertise: tides
          ## Additional speakers <report-2>
            * Audience
        # Session transcript <Transcript section-session-transcript>
          Ines Quarrie: <speech-1 speaker-ines-quarrie>
            Good morning.
          Rafiq Maharjan: <speech-2 speaker-rafiq-maharjan>
            Good morning.
          Tomasz Wielgosz: <speech-3 speaker-tomasz-wielgosz>
            Good morning.
          Adaeze Obiora: <speech-4 speaker-adaeze-obiora>
            Good morning.
          Dee Poe: <speech-5 speaker-dee-poe>
            Good morning.
            Result: nothing was agreed.
        role of Ines Quarrie: Keeper of the lamp
        role of Tomasz Wielgosz: Director (acting)
        role of Adaeze Obiora: Pilot of the north
        role of Dee Poe: Harbour master
        ",
    );
}

/// Its key points tell what it is.
#[test]
fn a_page_without_its_first_heading() {
    check(
        "
        Lamps for ferries
        4 Apr 2031 10:00h - 11:00h
        Summary
        The session was about lamps.
        Keypoints
        Major discussion points:
        - Lamps
        Speakers
        - Ines Quarrie – Keeper
        Session transcript
        Ines Quarrie: Good morning.
        ",
        "
        title: Lamps for ferries
        time: 2031-04-04 10:00 11:00 -
        # Summary <Summary section-summary>
          ## (no heading) <report-1>
            The session was about lamps.
        # Keypoints <KeyPoints section-keypoints>
          ## Major discussion points <report-2>
            * Lamps
        # Speakers <Participants section-speakers>
          ## (no heading) <report-3>
            * Ines Quarrie – Keeper
        # Session transcript <Transcript section-session-transcript>
          Ines Quarrie: <speech-1 speaker-ines-quarrie>
            Good morning.
        role of Ines Quarrie: Keeper
        ",
    );
}

#[test]
fn a_page_may_stop_anywhere() {
    check(
        "
        Lamps for ferries
        4 Apr 2031 10:00h - 11:00h
        Session at a glance
        Summary
        The session was about lamps.
        Keypoints
        Major discussion points:
        – Lamps
        Overall
        ",
        "
        title: Lamps for ferries
        time: 2031-04-04 10:00 11:00 -
        # Session at a glance <Glance section-session-at-a-glance>
        # Summary <Summary section-summary>
          ## (no heading) <report-1>
            The session was about lamps.
        # Keypoints <KeyPoints section-keypoints>
          ## Major discussion points <report-2>
            * Lamps
            Overall
        Note dig-watch::no-transcript ``
        ",
    );
}
