/// October to December 2025: the first quarter under hosted meetings, and the first with goals in the repository.
enum Quarter2025Q4 {
  static func tell(_ plans: inout Plans) {
    plans.set(
      "growth",
      """
        - id: connect-and-stay
          title: Teams that hear of Huddle connect their calendars and stay
          why: The old North Star let us celebrate teams that never connected anything.
          ambition: aspirational
          input: connected-teams
          key_results:
            - id: connected
              title: Bring connected teams from 7,400 to 8,100
              metric: connected-teams
              type: increase
              baseline: 7400
              target: 8100
              owner: marta
              weight: 2
            - id: contracts
              title: Bring teams on a business contract from 940 to 1,060
              metric: sales-led-teams
              type: increase
              baseline: 940
              target: 1060
              owner: marta
        - id: welcome-invitations
          title: Our invitations stay welcome while we grow
          ambition: committed
          guards: invite-complaints
          key_results:
            - id: complaints
              title: Keep junk complaints at 1 per thousand mails or below, every time we look
              metric: invite-complaints
              type: maintain
              lower: 0
              upper: 1
              owner: carla
            - id: sender-known
              title: Every invitation mail can be traced to the person who sent it
              type: milestone
              owner: carla
      """)
    plans.set(
      "onboarding",
      """
        - id: find-their-feet
          title: New teams find their feet in the first week
          ambition: committed
          input: activation-rate
          key_results:
            - id: completion
              title: Raise onboarding completion from 41 % to 50 %
              metric: onboarding-completion
              type: increase
              baseline: 41
              target: 50
              owner: kenji
            - id: activation
              title: Raise the activation rate from 38 % to 41 %
              metric: activation-rate
              type: increase
              baseline: 38
              target: 41
              owner: grace
        - id: why-teams-stop
          title: We know what stops teams before their first meeting
          why: We have four theories, and each of us has a favourite.
          ambition: learning
          input: activation-rate
          key_results:
            - id: reasons-ranked
              title: The reasons for giving up are ranked by how many teams each one costs
              type: milestone
              owner: grace
            - id: one-agreed
              title: Product, sales and care agree on the one reason to go after first
              type: milestone
              owner: grace
      """)
    plans.set(
      "hosting",
      """
        - id: more-than-one-host
          title: Hosting stops being one person's job
          why: In two teams out of three a single person hosts everything, and the team stops when they do.
          ambition: aspirational
          input: hosts-per-team
          key_results:
            - id: co-hosts
              title: Raise the share of co-hosted meetings from 14 % to 18 %
              metric: co-host-share
              type: increase
              baseline: 14
              target: 18
              owner: tomas
            - id: first-timers
              title: Bring first-time hosts from 690 to 760 a week
              metric: first-time-hosts
              type: increase
              baseline: 690
              target: 760
              owner: sofia
            - id: hosts
              title: Raise hosts per active team from 2.20 to 2.30
              metric: hosts-per-team
              type: increase
              baseline: 2.2
              target: 2.3
              owner: ines
      """)
    plans.set(
      "rituals",
      """
        - id: meetings-that-matter
          title: Teams keep the meetings that matter to them
          ambition: aspirational
          input: meetings-per-host
          key_results:
            - id: templates
              title: Raise the share of series begun from a template from 26 % to 34 %
              metric: template-use
              type: increase
              baseline: 26
              target: 34
              owner: wei
            - id: survival
              title: Raise the share of series that survive from 61 % to 64 %
              metric: series-survival
              type: increase
              baseline: 61
              target: 64
              owner: priya
            # Measured up to week 51, the holidays say nothing.
            - id: recurring
              title: Raise recurring meetings per host from 1.42 to 1.50
              metric: recurring-meetings-per-host
              type: increase
              baseline: 1.42
              target: 1.5
              owner: priya
      """)
    tellTheRest(&plans)
  }

  private static func tellTheRest(_ plans: inout Plans) {
    plans.set(
      "platform",
      """
        - id: forget-the-connection
          title: Nobody thinks about the connection while they meet
          ambition: committed
          guards: call-failure-rate
          key_results:
            - id: failures
              title: Bring the call failure rate from 1.10 % down to 0.95 %
              metric: call-failure-rate
              type: decrease
              baseline: 1.1
              target: 0.95
              owner: jonas
            - id: no-bad-weeks
              title: Stay at 1.2 % failed calls or below, every time we look
              metric: call-failure-rate
              type: maintain
              lower: 0
              upper: 1.2
              owner: hugo
      """)
    plans.set(
      "care",
      """
        - id: help-before-the-meeting
          title: Hosts get help before the meeting starts
          ambition: committed
          guards: support-load
          key_results:
            - id: load
              title: Bring support load from 6.0 to 5.5 tickets per thousand meetings
              metric: support-load
              type: decrease
              baseline: 6
              target: 5.5
              owner: noor
            - id: someone-answers
              title: Hosts in every time zone we sell to reach a person within ten minutes
              type: milestone
              owner: mateo
      """)
    plans.set(
      "revenue",
      """
        - id: whole-departments
          title: Larger companies begin with a whole department
          ambition: committed
          input: connected-teams
          agreement:
            team: growth
            person: marta
            on: 2025-09-25
          key_results:
            - id: contracts
              title: Bring teams on a business contract from 940 to 1,040
              metric: sales-led-teams
              type: increase
              baseline: 940
              target: 1040
              owner: dylan
            - id: large-pilots
              title: Three pilots of forty teams or more have signed
              type: milestone
              owner: dylan
      """)
    plans.set(
      "invites",
      """
        - id: whole-team-invited
          title: An invitation brings in a whole team
          ambition: aspirational
          input: connected-teams
          agreement:
            team: growth
            person: marta
            on: 2025-09-24
          key_results:
            - id: acceptance
              title: Raise invitation acceptance from 52 % to 56 %
              metric: invite-acceptance
              type: increase
              baseline: 52
              target: 56
              owner: bea
            - id: connected
              title: Bring connected teams from 7,400 to 8,000
              metric: connected-teams
              type: increase
              baseline: 7400
              target: 8000
              owner: bea
        - id: invite-while-warm
          title: The first invitation goes out while people still care
          ambition: aspirational
          input: activation-rate
          agreement:
            team: onboarding
            person: grace
            on: 2025-09-26
          key_results:
            - id: first-invite
              title: Bring the time to the first invitation from 26 to 20 hours
              metric: first-invite-time
              type: decrease
              baseline: 26
              target: 20
              owner: bea
            - id: colleagues-in-sight
              title: Nine of ten new teams see colleagues to invite before they leave the set-up
              type: milestone
              owner: bea
      """)
  }
}
