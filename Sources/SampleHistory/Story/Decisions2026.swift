/// The records of 2026.
enum Decisions2026 {
  static let longMeetings = """
    kind: proposal
    id: count-only-long-meetings
    title: Count only meetings of five minutes and more
    why: One hosted meeting in nineteen is over before anybody said a word. Most of them are sound checks.
    by: omar
    opened: 2026-01-19
    state: open
    touches: [metric/weekly-hosted-meetings, metric/meetings-per-host, metric/hosts-per-team]

    """

  static let activationReview = """
    kind: review
    id: 2026-activation-rate
    subject: metric/activation-rate
    held_on: 2026-02-17
    questions:
      - question: Does it count what we mean by a team that got going?
        answer: Nearly. It counts teams whose only meeting was a sound check.
      - question: Does it move before the North Star does?
        answer: It is a factor of it. Completion moves a week before it.
    decision: refine
    because: The North Star leaves short meetings out, so its factor has to do the same
    decided_by: [grace, lin]
    judged: {judged}
    next_review: 2027-02-16

    """

  static let overloadLimit = """
    kind: proposal
    id: raise-the-overload-limit
    title: A higher limit for meeting overload
    why: >-
      We touch five percent in busy weeks although most of those hosts tell us that they are fine. The
      limit was a guess of mine a year ago.
    by: priya
    opened: 2026-01-26
    state: open
    touches: [metric/meeting-overload]

    """

  static func overloadWithdrawn() throws -> String {
    var text = overloadLimit
    try text.replaceOnce("state: open", with: "state: withdrawn")
    return text + "closed: 2026-02-24\nbecause: Eleven cancellations name full calendars. The limit is right.\n"
  }

  static let northStarQuestions = """
    kind: review
    id: 2026-north-star
    subject: metric/weekly-hosted-meetings
    held_on: 2026-06-23
    questions:
      - question: Does it still express the value that customers get?
      - question: Does it still predict success?
      - question: Has the market changed?

    """

  static let northStarReview = """
    kind: review
    id: 2026-north-star
    subject: metric/weekly-hosted-meetings
    held_on: 2026-06-23
    questions:
      - question: Does it still express the value that customers get?
        answer: Yes. The interviews of the year end at the host almost every time.
      - question: Does it still predict success?
        answer: Yes, net revenue retention by about twelve weeks. Paid conversion less clearly.
      - question: Has the market changed?
        answer: Assistants write the minutes now. They do not lead the meeting, so far.
    decision: keep
    because: >-
      It led net revenue retention through the whole year, the bad winter included, and every team can
      say which of its factors it works on.
    decided_by: [ada, helen]
    dissent:
      - person: lin
        because: Depth has stopped leading retention, and we keep it in the product as if it had not
    judged: {judged}
    next_review: 2027-06-22

    """

  static let meetingsPerHostReview = """
    kind: review
    id: 2026-meetings-per-host
    subject: metric/meetings-per-host
    held_on: 2026-09-15
    questions:
      - question: Is more still better?
        answer: For series, yes. Overload fell while it rose, because the added meetings are short.
      - question: Who watches the harm?
        answer: Care, since March.
    decision: keep
    because: It grew by the half that we want, and the guardrail is in other hands
    decided_by: [priya, lin]
    judged: {judged}
    next_review: 2027-09-14

    """

  static let threePeople = """
    kind: proposal
    id: three-people-make-a-meeting
    title: Count meetings of three people and more
    why: >-
      Conversations of two are a third of all hosted meetings. They do not lead renewals, and they make
      one very busy pair look like a team.
    by: omar
    opened: 2026-11-13
    state: open
    touches: [metric/weekly-hosted-meetings]

    """
}

// MARK: - Reviews of inputs, and waivers

extension Decisions2026 {
  static let connectedTeamsReview = """
    kind: review
    id: 2026-connected-teams
    subject: metric/connected-teams
    held_on: 2026-03-24
    questions:
      - question: Do connected teams still come before everything else?
        answer: Yes. No other factor has its room to grow.
      - question: Whose is it, with Invitations gone?
        answer: Growth's alone. Revenue works on a slice of it.
    decision: keep
    because: Nothing about the metric is wrong. What was wrong was that three teams moved it.
    decided_by: [marta, ada]
    judged: {judged}
    next_review: 2027-03-23

    """

  static let hostsPerTeamReview = """
    kind: review
    id: 2026-hosts-per-team
    subject: metric/hosts-per-team
    held_on: 2026-10-27
    questions:
      - question: Does depth still lead retention?
        answer: Weakly. Teams with three hosts and teams with five stay equally well.
      - question: What would we count in its place?
        answer: Whether there is a second host at all. Omar has a draft of the query.
      - question: What speaks against changing it now?
        answer: The best two quarters it ever had.
    decision: defer
    because: >-
      Lin's doubt is a good one and the data for it are four months old. We decide when the learning
      objective on phones has its answer.
    decided_by: [tomas, ada]
    dissent:
      - person: lin
        because: Another quarter of work on a factor that stopped mattering
    judged: {judged}
    next_review: 2027-01-26

    """

  static let holidays = """
    kind: waiver
    id: holidays-are-known
    rule: external-dependence
    entity: metric/meetings-per-host
    because: >-
      Every market we sell to has the same two weeks at the turn of the year, and nobody is praised or
      blamed for them. Leaving them out of the definition would hide the summer as well.
    approved_by: lin
    granted: 2026-01-14
    expires: 2026-07-13

    """

  static let contractsTrial = """
    kind: waiver
    id: contracts-with-revenue
    rule: split-ownership
    entity: metric/sales-led-teams
    because: >-
      A trial until the next review of breadth. Revenue did most of the work on contracts for a year while
      Growth answered for it.
    approved_by: ada
    granted: 2026-10-01
    expires: 2027-03-23

    """
}
