/// April to June 2026: hosting loses its lead in the middle of the quarter, and everything else goes well.
enum Quarter2026Q2 {
  static func tell(_ plans: inout Plans) {
    plans.set(
      "growth",
      """
        - id: found-by-the-right-teams
          title: The teams that need us find us before they find a workaround
          ambition: aspirational
          input: connected-teams
          key_results:
            - id: connected
              title: Bring connected teams from 8,420 to 9,100
              metric: connected-teams
              type: increase
              baseline: 8420
              target: 9100
              owner: marta
            - id: acceptance
              title: Raise invitation acceptance from 53 % to 58 %
              metric: invite-acceptance
              type: increase
              baseline: 53
              target: 58
              owner: bea
        - id: quiet-invitations
          title: An invitation never feels like advertising
          ambition: committed
          guards: invite-complaints
          key_results:
            - id: complaints
              title: Bring junk complaints from 0.80 to 0.60 per thousand mails
              metric: invite-complaints
              type: decrease
              baseline: 0.8
              target: 0.6
              owner: bea
            - id: no-bad-checks
              title: Keep junk complaints at 0.9 per thousand mails or below, every time we look
              metric: invite-complaints
              type: maintain
              lower: 0
              upper: 0.9
              owner: carla
      """)
    plans.set(
      "onboarding",
      """
        - id: somebody-to-meet
          title: A new team has somebody to meet on its first day
          why: Still the first reason for giving up, a year after we began to count.
          ambition: aspirational
          input: activation-rate
          key_results:
            - id: activation
              title: Raise the activation rate from 42 % to 44.5 %
              metric: activation-rate
              type: increase
              baseline: 42
              target: 44.5
              owner: grace
              weight: 2
            - id: completion
              title: Raise onboarding completion from 52 % to 56 %
              metric: onboarding-completion
              type: increase
              baseline: 52
              target: 56
              owner: grace
            - id: first-invite
              title: Bring the time to the first invitation from 17.5 to 15 hours
              metric: first-invite-time
              type: decrease
              baseline: 17.5
              target: 15
              owner: kenji
      """)
    plans.set(
      "hosting",
      """
        - id: no-lonely-hosts
          title: No team depends on one lonely host
          ambition: committed
          input: hosts-per-team
          key_results:
            - id: hosts
              title: Raise hosts per active team from 2.30 to 2.38
              metric: hosts-per-team
              type: increase
              baseline: 2.3
              target: 2.38
              owner: ines
              weight: 2
            - id: co-hosts
              title: Raise the share of co-hosted meetings from 18.5 % to 22 %
              metric: co-host-share
              type: increase
              baseline: 18.5
              target: 22
              owner: tomas
            - id: first-timers
              title: Bring first-time hosts from 800 to 880 a week
              metric: first-time-hosts
              type: increase
              baseline: 800
              target: 880
              owner: sofia
      """)
    plans.set(
      "rituals",
      """
        - id: series-worth-keeping
          title: Teams would miss their series if it were cancelled
          ambition: aspirational
          input: meetings-per-host
          key_results:
            - id: recurring
              title: Raise recurring meetings per host from 1.58 to 1.68
              metric: recurring-meetings-per-host
              type: increase
              baseline: 1.58
              target: 1.68
              owner: priya
            - id: survival
              title: Raise the share of series that survive from 66 % to 69 %
              metric: series-survival
              type: increase
              baseline: 66
              target: 69
              owner: priya
            - id: templates
              title: Raise the share of series begun from a template from 37 % to 41 %
              metric: template-use
              type: increase
              baseline: 37
              target: 41
              owner: wei
        - id: shorter-or-gone
          title: We know which recurring meetings teams would rather lose
          why: Overload rose with our own success. Better we find out which meetings than the customers.
          ambition: learning
          input: meetings-per-host
          key_results:
            - id: kinds-named
              title: Hosts of two hundred teams have told us which series they would drop
              type: milestone
              owner: priya
            - id: care-convinced
              title: Care trusts the answer enough to use it against overload
              type: milestone
              owner: wei
      """)
    tellTheRest(&plans)
  }

  private static func tellTheRest(_ plans: inout Plans) {
    plans.set(
      "platform",
      """
        - id: two-ways-out
          title: One carrier may fail and no customer notices
          ambition: committed
          guards: call-failure-rate
          key_results:
            - id: failures
              title: Bring the call failure rate from 1.12 % down to 0.90 %
              metric: call-failure-rate
              type: decrease
              baseline: 1.12
              target: 0.9
              owner: jonas
            - id: no-bad-weeks
              title: Stay at 1.2 % failed calls or below, every time we look
              metric: call-failure-rate
              type: maintain
              lower: 0
              upper: 1.2
              owner: hugo
            - id: carrier-drill
              title: A carrier can be switched off during office hours without a failed call
              type: milestone
              owner: hugo
      """)
    plans.set(
      "care",
      """
        - id: weeks-with-room
          title: Nobody's week is full because of us
          why: The limit is five in a hundred hosts. We saw 4.4 in March and nobody decided that.
          ambition: committed
          guards: meeting-overload
          key_results:
            - id: overload
              title: Keep meeting overload at 4.5 % of hosts or below, every time we look
              metric: meeting-overload
              type: maintain
              lower: 0
              upper: 4.5
              owner: mateo
            - id: hosts-see-it
              title: Hosts with a full week hear it from us before they hear it from their team
              type: milestone
              owner: mateo
        - id: answers-in-the-product
          title: Answers stand where the question comes up
          ambition: aspirational
          guards: support-load
          key_results:
            - id: load
              title: Bring support load from 5.4 to 5.0 tickets per thousand meetings
              metric: support-load
              type: decrease
              baseline: 5.4
              target: 5
              owner: noor
            - id: access-questions
              title: Questions about who can see what are no longer asked in tickets
              type: milestone
              owner: noor
      """)
    plans.set(
      "revenue",
      """
        - id: ready-for-security
          title: Security reviews no longer decide whether a company can begin
          ambition: aspirational
          input: connected-teams
          agreement:
            team: growth
            person: marta
            on: 2026-03-24
          key_results:
            - id: contracts
              title: Bring teams on a business contract from 1,150 to 1,270
              metric: sales-led-teams
              type: increase
              baseline: 1150
              target: 1270
              owner: dylan
            - id: stalled-deals
              title: None of the seven stalled contracts is stalled by single sign-on
              type: milestone
              owner: dylan
      """)
  }
}
