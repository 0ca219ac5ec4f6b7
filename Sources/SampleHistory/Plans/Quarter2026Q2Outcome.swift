/// How April to June 2026 went, in the words of the teams.
extension Quarter2026Q2 {
  static func close(_ closings: inout Closings) {
    closings.set(
      "growth",
      """
      connected: A straight line through the quarter, for once.
      acceptance: Out of the "updates" folder in May, four points up since.
      complaints: Two hundredths above the target.
      no-bad-checks: Every check below 0.9.
      objective found-by-the-right-teams keep:
      objective quiet-invitations abandon: Done well enough that the guardrail alone is enough.
      retro: Merging two teams cost us April and paid from May on. We would do it again, at the start of a quarter.
      """)
    closings.set(
      "onboarding",
      """
      activation: Half. Sample meetings help people who are alone, and those were fewer than we thought.
      completion: Half, on the way of the activation rate.
      first-invite: The list of colleagues now comes before the calendar step.
      objective somebody-to-meet modify: Fewer ideas at once. Invitation first, everything else after it.
      retro: Five experiments in thirteen weeks, none of them long enough to read. Three would have told us more.
      """)
    closings.set(
      "hosting",
      """
      hosts: Fell for the first time since we count it. Inés left in May, and two of our changes made hosting look harder than it is.
      co-hosts 0.1: Against the 22 of April. Against the amended 20.5 it is a quarter of the way.
      first-timers: Below the start. The new start screen hid the button, and we found out in week nine.
      objective no-lonely-hosts modify: Back to what worked in winter, then one change at a time.
      retro: The hand-over took two weeks for the lever and six for everything that was not written down. Nobody looked at first-time hosts between 27 April and 8 June. Check-ins were on time and nobody read them, us included.
      """)
    closings.set(
      "rituals",
      """
      recurring: Just below the line that we had drawn.
      survival: Week three still pays.
      templates: Three points. It gets slower, as it should.
      kinds-named 1.0: Two hundred and twelve. Status rounds lead with distance.
      care-convinced 0.7: Mateo uses it in calls. It is not in the product.
      objective series-worth-keeping keep:
      objective shorter-or-gone abandon: We know. It becomes work now.
      retro: Asking what people would drop told us more about what they keep than any survey before.
      """)
    closings.set(
      "platform",
      """
      failures: As promised.
      no-bad-weeks: No check above the limit.
      carrier-drill 1.0: Twice, on a Tuesday at eleven. Nobody called.
      objective two-ways-out keep: With a lower number.
      retro: After the winter this was the quarter of doing one thing. We should keep that.
      """)
    closings.set(
      "care",
      """
      overload: One check above 4.5, in the week before the summer holidays.
      hosts-see-it 1.0: A note on Friday afternoon, which a fifth of them act upon.
      load: Eased by a tenth. Guests ask now, hosts do not.
      access-questions 0.4: Halved, not gone.
      objective weeks-with-room keep:
      objective answers-in-the-product keep:
      retro: We took over overload in March without an idea and have one now. The load goal was a leftover, and we treated it as one.
      """)
    closings.set(
      "revenue",
      """
      contracts: Nine in ten.
      stalled-deals 0.4: Four of seven still wait. Single sign-on for guests turned out to be the hard half.
      objective ready-for-security keep: The last four.
      retro: We should have asked platform for the order of the work before we promised it to customers.
      """)
  }

  static func note(_ notes: inout Notes) {
    notes.set(
      "growth",
      """
      1 connected: First check-in as one team. Bea keeps acceptance.
      3 acceptance 0.6: Out of the "updates" folder. It took nine mails and one phone call.
      6 connected: Ends close to 8,950 if nothing breaks.
      """)
    notes.set(
      "onboarding",
      """
      2 activation 0.5: Sample meetings are live for half of new teams.
      4 completion 0.4: Three experiments overlap and I cannot tell them apart.
      5 activation 0.3: Half of what we wanted. Stopped two of five experiments.
      """)
    notes.set(
      "hosting",
      """
      2 hosts 0.5: Flat. I leave at the end of May, Tomás takes over on the 18th. The notes are in the wiki.
      3 first-timers 0.4: A dip. Might be the bank holidays.
      4 hosts 0.3: Mine since last week. I need a week before I can say anything.
      5 first-timers 0.1: The new start screen hides the button. That explains five weeks.
      5 co-hosts 0.3: Lowered to 20.5, see the amendment. Also against that we are late.
      6 hosts 0.1: {value}, below where we began. The button is back since Thursday.
      """)
    notes.set(
      "rituals",
      """
      2 kinds-named: Sixty teams asked. They answer within minutes, which says something.
      4 survival 0.7: Holds without the nudge in teams that had it before.
      5 kinds-named =1: Two hundred and twelve. "Status round" wins by a distance.
      """)
    notes.set(
      "platform",
      """
      2 failures 0.8: Second carrier carries half.
      4 carrier-drill =1: First drill. Two hundred calls moved, none dropped.
      """)
    notes.set(
      "care",
      """
      1 overload 0.6: First check-in on it from us. Thank you to Priya for the queries.
      3 load =3.5: Slowly down.
      3 hosts-see-it: Friday note goes to a tenth of hosts.
      5 load 0.3: Guests ask more. They were never counted as users by anybody.
      """)
    notes.set(
      "revenue",
      """
      2 stalled-deals 0.5: Single sign-on for members is there. They now ask about guests.
      5 stalled-deals 0.3: Three of seven are unblocked. The other four wait for the guests' part.
      """)
  }
}
