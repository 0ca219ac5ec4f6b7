/// How July to September 2026 went, in the words of the teams.
extension Quarter2026Q3 {
  static func close(_ closings: inout Closings) {
    closings.set(
      "growth",
      """
      connected: Two thirds. August was August.
      acceptance: Nearly a point a month.
      contracts: Ten beyond the target. Revenue did more of it than we did.
      objective neighbours-bring-neighbours keep:
      retro: We and revenue still count the same contracts in two files. It is honest as long as both say so, and we would rather have one.
      """)
    closings.set(
      "onboarding",
      """
      activation: Six tenths, with one idea in place of five.
      completion: Three quarters.
      first-invite: Down by two and a half hours.
      objective invitation-first keep: The idea has more in it.
      retro: One idea, three readings, no argument about which of them did it. Grace will put this on a wall.
      """)
    closings.set(
      "hosting",
      """
      hosts: From 2.27 to 2.38, the best quarter this input has had.
      co-hosts: Platform's hand-over work did as much as ours.
      first-timers: Back above where the start screen broke it.
      objective hosting-feels-light keep:
      retro: Undo first, then change one thing. Reading check-ins aloud on Tuesdays found two surprises before they were old.
      """)
    closings.set(
      "rituals",
      """
      per-host: A bit more than half. Ad hoc meetings stayed where they were, on purpose.
      survival: Slower than before. The easy ones survive already.
      templates: Seven tenths.
      objective fewer-better-series keep: With less ambition on survival.
      retro: We planned with last winter's pace. Curves bend.
      """)
    closings.set(
      "platform",
      """
      failures: Less than half. Trains are hard.
      no-bad-weeks: No check above the limit.
      co-hosts 1.0: Beyond the target, together with hosting.
      no-lost-role 1.0: Since 18 August.
      objective sound-in-trains keep: With another approach. Buffers are exhausted, the codec is not.
      objective safe-to-pass-on abandon: Done.
      retro: Working on another team's lever was easy because Tomás wrote down what he wanted before we began.
      """)
    closings.set(
      "care",
      """
      overload: Half. The first quarter in which it fell at all.
      status-rounds 0.6: It is in the templates. Hosts who would need it most do not look there.
      load: On the line.
      guest-page 1.0: Ninety-three in a hundred in September.
      objective room-to-breathe keep:
      objective guests-helped abandon: Done.
      retro: What we learned from rituals in spring paid off in summer. We should say thank you in the company meeting, not only here.
      """)
    closings.set(
      "revenue",
      """
      contracts: Four fifths of what we wanted.
      last-stalled 0.3: One signed, one given up. Two still wait for the auditors.
      objective last-four modify: No key result on single deals any more.
      retro: A milestone that hangs on a customer's auditor is not ours to commit to.
      """)
  }

  static func note(_ notes: inout Notes) {
    notes.set(
      "growth",
      """
      3 connected 0.5: Holidays. Two weeks without a single new company of size.
      6 contracts 0.9: Above the target since Monday.
      """)
    notes.set(
      "onboarding",
      """
      2 first-invite: The invitation is now the first screen. One change, everybody sees it.
      5 activation 0.5: {value}. The rest of the way takes longer than six weeks.
      """)
    notes.set(
      "hosting",
      """
      1 first-timers 0.5: The button is back and so are they.
      3 co-hosts 0.7: Hugo's hand-over work lands on the 18th. Waiting for it with everything else.
      5 hosts 0.6: {value} and the lag has not run out.
      """)
    notes.set(
      "rituals",
      """
      3 survival 0.4: What died in week three died for our reasons. What dies now dies for theirs.
      6 per-host 0.3: {value}. Overload is down as well, I take that.
      """)
    notes.set(
      "platform",
      """
      3 failures 0.4: Bigger buffers help in lifts and do nothing in trains.
      4 no-lost-role =1: Live for everybody since the 18th.
      """)
    notes.set(
      "care",
      """
      2 overload 0.5: First time below 4.4 since we own it.
      5 guest-page: Nine in ten, for the second week.
      """)
    notes.set(
      "revenue",
      """
      3 last-stalled 0.4: Ferrous Freight has signed. The other three have auditors on holiday.
      6 last-stalled 0.2: Two will not be decided this year.
      """)
  }
}
