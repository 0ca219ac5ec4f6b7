/// January to March 2026: a bad month on the network, and a small team that is given up.
enum Quarter2026Q1 {
  static func tell(_ plans: inout Plans) {
    plans.set(
      "growth",
      """
        - id: worth-connecting
          title: Connecting a calendar pays off on the same day
          ambition: aspirational
          input: connected-teams
          key_results:
            - id: connected
              title: Bring connected teams from 7,890 to 8,600
              metric: connected-teams
              type: increase
              baseline: 7890
              target: 8600
              owner: marta
              weight: 2
            - id: contracts
              title: Bring teams on a business contract from 1,030 to 1,200
              metric: sales-led-teams
              type: increase
              baseline: 1030
              target: 1200
              owner: marta
        - id: fewer-complaints
          title: People are glad to find our invitation in their mail
          why: Complaints crept up to the limit last quarter and crossed it once.
          ambition: committed
          guards: invite-complaints
          key_results:
            - id: complaints
              title: Bring junk complaints from 0.92 to 0.75 per thousand mails
              metric: invite-complaints
              type: decrease
              baseline: 0.92
              target: 0.75
              owner: carla
            - id: one-click-off
              title: Whoever wants no more mails gets no more mails, from any of our systems
              type: milestone
              owner: carla
      """)
    plans.set(
      "onboarding",
      """
        - id: first-meeting-obvious
          title: New teams host their first meeting without help
          why: Forty interviews said that teams leave because there is nobody to meet yet.
          ambition: committed
          input: activation-rate
          key_results:
            - id: completion
              title: Raise onboarding completion from 48 % to 55 %
              metric: onboarding-completion
              type: increase
              baseline: 48
              target: 55
              owner: kenji
            - id: activation
              title: Raise the activation rate from 40.5 % to 43 %
              metric: activation-rate
              type: increase
              baseline: 40.5
              target: 43
              owner: grace
              weight: 2
            - id: rehearsal
              title: A new host can rehearse alone and does not need to ask us how
              type: milestone
              owner: grace
      """)
    plans.set(
      "hosting",
      """
        - id: second-host-everywhere
          title: Every regular meeting has somebody who could take over
          ambition: aspirational
          input: hosts-per-team
          key_results:
            - id: hosts
              title: Raise hosts per active team from 2.25 to 2.35
              metric: hosts-per-team
              type: increase
              baseline: 2.25
              target: 2.35
              owner: ines
              weight: 2
            - id: co-hosts
              title: Raise the share of co-hosted meetings from 17 % to 21 %
              metric: co-host-share
              type: increase
              baseline: 17
              target: 21
              owner: tomas
            - id: first-timers
              title: Bring first-time hosts from 740 to 820 a week
              metric: first-time-hosts
              type: increase
              baseline: 740
              target: 820
              owner: sofia
      """)
    plans.set(
      "rituals",
      """
        - id: earn-the-slot
          title: A weekly meeting earns its place every week
          ambition: committed
          input: meetings-per-host
          key_results:
            - id: survival
              title: Raise the share of series that survive from 62.5 % to 66 %
              metric: series-survival
              type: increase
              baseline: 62.5
              target: 66
              owner: priya
            # Baseline of week 51. Weeks 52 and 1 are holidays.
            - id: recurring
              title: Raise recurring meetings per host from 1.47 to 1.60
              metric: recurring-meetings-per-host
              type: increase
              baseline: 1.47
              target: 1.6
              owner: priya
        - id: borrowed-agendas
          title: Good agendas travel from team to team
          ambition: aspirational
          input: meetings-per-host
          key_results:
            - id: templates
              title: Raise the share of series begun from a template from 32 % to 40 %
              metric: template-use
              type: increase
              baseline: 32
              target: 40
              owner: wei
            - id: shared-by-teams
              title: Half of the templates in use were made by customers
              type: milestone
              owner: wei
      """)
    tellTheRest(&plans)
  }

  private static func tellTheRest(_ plans: inout Plans) {
    plans.set(
      "platform",
      """
        - id: calls-hold
          title: Calls hold when the network does not
          ambition: committed
          guards: call-failure-rate
          key_results:
            - id: failures
              title: Bring the call failure rate from 0.95 % down to 0.80 %
              metric: call-failure-rate
              type: decrease
              baseline: 0.95
              target: 0.8
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
        - id: fewer-reasons-to-ask
          title: Hosts have fewer reasons to ask for help
          ambition: committed
          guards: support-load
          key_results:
            - id: load
              title: Bring support load from 5.8 to 5.3 tickets per thousand meetings
              metric: support-load
              type: decrease
              baseline: 5.8
              target: 5.3
              owner: noor
            - id: calendar-tickets
              title: Tickets about calendars are no longer the most frequent kind
              type: milestone
              owner: mateo
        - id: first-questions
          title: We understand what new hosts ask first
          ambition: learning
          input: activation-rate
          agreement:
            team: onboarding
            person: grace
            on: 2025-12-18
          key_results:
            - id: questions-sorted
              title: The first question of every new team is sorted by what was unclear
              type: milestone
              owner: mateo
            - id: onboarding-uses-it
              title: Onboarding has changed its steps because of what we found
              type: milestone
              owner: noor
      """)
    plans.set(
      "revenue",
      """
        - id: second-department
          title: The second department follows the first by itself
          ambition: aspirational
          input: connected-teams
          agreement:
            team: growth
            person: marta
            on: 2025-12-19
          key_results:
            - id: contracts
              title: Bring teams on a business contract from 1,030 to 1,180
              metric: sales-led-teams
              type: increase
              baseline: 1030
              target: 1180
              owner: dylan
            - id: referred
              title: One new contract in four begins with a customer's recommendation
              type: milestone
              owner: carla
      """)
    plans.set(
      "invites",
      """
        - id: accept-at-once
          title: People say yes to an invitation the moment they see it
          ambition: aspirational
          input: connected-teams
          agreement:
            team: growth
            person: marta
            on: 2025-12-17
          key_results:
            - id: acceptance
              title: Raise invitation acceptance from 54.5 % to 58 %
              metric: invite-acceptance
              type: increase
              baseline: 54.5
              target: 58
              owner: bea
            - id: guests-welcome
              title: A guest can accept from any calendar without making an account first
              type: milestone
              owner: bea
        - id: same-day
          title: A new team invites its people on the first day
          ambition: committed
          input: activation-rate
          agreement:
            team: onboarding
            person: grace
            on: 2025-12-18
          key_results:
            - id: first-invite
              title: Bring the time to the first invitation from 21.5 to 17 hours
              metric: first-invite-time
              type: decrease
              baseline: 21.5
              target: 17
              owner: bea
            - id: known-to-onboarding
              title: Onboarding can see at which step a team sends its first invitation
              type: milestone
              owner: bea
      """)
  }
}
