/// The records of the first choice.
enum Decisions2024 {
  static let workshop = """
    kind: workshop
    id: finding-our-star
    title: Finding our North Star
    held_on: 2024-06-13
    facilitator: lin
    participants: [ada, grace, jonas, viktor, dylan, noor]
    pre_mortem:
      - The number went up because we mailed people more often, and they left a year later
      - Nobody outside product could say what to do about it
      - It was right in spring and nobody looked at it again
    core_value: A team comes out of a meeting knowing what it decided
    whys:
      - "Why do teams come to us? Their meetings run over and decide nothing."
      - "Why do they decide nothing? Nobody prepared them."
      - "Why did nobody? Because nobody is the host, everybody is."
      - "Why is nobody the host? Hosting is work that one does not see."
      - "Why does one not see it? Because it happens before and after the meeting, where no tool is."
    aha_moment: The first time that somebody reads the decisions of a meeting that they missed, and nods
    game: productivity
    candidates:
      - id: weekly-active-users
        name: People active in a week
        measurable: true
        leads_revenue: true
        positive_experience: true
        leading: true
        actionable: true
        understandable: true
        note: Known to everybody. Also goes up when people hunt for a lost link.
      - id: weekly-hosted-meetings
        name: Meetings hosted in a week
        measurable: false
        leads_revenue: true
        positive_experience: true
        leading: true
        actionable: true
        understandable: true
        note: Closest to what we are for. Counted since April only.
      - id: minutes-met
        name: Minutes spent in meetings
        measurable: true
        leads_revenue: false
        positive_experience: false
        leading: false
        actionable: true
        understandable: true
        note: We would be paid for long meetings. No.
      - id: decisions-noted
        name: Decisions written down in a week
        measurable: false
        leads_revenue: false
        positive_experience: true
        leading: true
        actionable: false
        understandable: true
        note: Beautiful, and rare enough that most teams would never move it.

    """

  /// Appended when the choice was made; the sprint comes after it in the file.
  static let choice = """
    choice:
      candidate: weekly-active-users
      because: Measured today, moved by every team, and ahead of renewals in last year's cohorts
    sprint:
      - week: 1
        task: Write down the value and the candidates
        done: true
      - week: 2
        task: Test the candidates against last year's cohorts
        done: true
      - week: 3
        task: Explain the choice to every team, and listen
      - week: 4
        task: Give every input an owner

    """

  static let review = """
    kind: review
    id: 2024-first-north-star
    subject: metric/weekly-active-users
    held_on: 2024-06-24
    questions:
      - question: Does it express the value that customers get?
        answer: Partly. Active people are mostly people in meetings.
      - question: Does it lead success?
        answer: In the cohorts of 2023, by six to nine weeks.
      - question: Can every team move it?
        answer: Every team named something in the workshop.
    decision: keep
    because: >-
      It is measured already, every team can name something that it does for it, and in last year's
      cohorts it moved before renewals did.
    decided_by: [ada, helen]
    dissent:
      - person: lin
        because: Hosting is the moment of value, being active is not
    judged: {judged}
    next_review: 2025-06-24

    """
}
