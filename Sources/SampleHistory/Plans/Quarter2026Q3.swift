/// July to September 2026: one change at a time, and it shows.
enum Quarter2026Q3 {
  static func tell(_ plans: inout Plans) {
    plans.set(
      "growth",
      """
        - id: neighbours-bring-neighbours
          title: Teams bring the team next door without being asked
          ambition: aspirational
          input: connected-teams
          key_results:
            - id: connected
              title: Bring connected teams from 8,960 to 9,650
              metric: connected-teams
              type: increase
              baseline: 8960
              target: 9650
              owner: marta
            - id: acceptance
              title: Raise invitation acceptance from 57 % to 62 %
              metric: invite-acceptance
              type: increase
              baseline: 57
              target: 62
              owner: bea
            - id: contracts
              title: Bring teams on a business contract from 1,260 to 1,380
              metric: sales-led-teams
              type: increase
              baseline: 1260
              target: 1380
              owner: carla
      """)
    plans.set(
      "onboarding",
      """
        - id: invitation-first
          title: The first thing a new team does is invite somebody
          why: Five experiments at once taught us nothing. This quarter has one idea.
          ambition: aspirational
          input: activation-rate
          key_results:
            - id: activation
              title: Raise the activation rate from 43.2 % to 45.5 %
              metric: activation-rate
              type: increase
              baseline: 43.2
              target: 45.5
              owner: grace
              weight: 2
            - id: completion
              title: Raise onboarding completion from 54 % to 60 %
              metric: onboarding-completion
              type: increase
              baseline: 54
              target: 60
              owner: grace
            - id: first-invite
              title: Bring the time to the first invitation from 16 to 13 hours
              metric: first-invite-time
              type: decrease
              baseline: 16
              target: 13
              owner: kenji
      """)
    plans.set(
      "hosting",
      """
        - id: hosting-feels-light
          title: Hosting feels light again, also for the first time
          ambition: aspirational
          input: hosts-per-team
          key_results:
            - id: hosts
              title: Raise hosts per active team from 2.27 to 2.42
              metric: hosts-per-team
              type: increase
              baseline: 2.27
              target: 2.42
              owner: tomas
              weight: 2
            - id: co-hosts
              title: Raise the share of co-hosted meetings from 19 % to 26 %
              metric: co-host-share
              type: increase
              baseline: 19
              target: 26
              owner: tomas
            - id: first-timers
              title: Bring first-time hosts from 750 to 950 a week
              metric: first-time-hosts
              type: increase
              baseline: 750
              target: 950
              owner: sofia
      """)
    plans.set(
      "rituals",
      """
        - id: fewer-better-series
          title: Teams hold fewer kinds of meetings and skip them less
          ambition: aspirational
          input: meetings-per-host
          key_results:
            - id: per-host
              title: Raise meetings per host from 2.89 to 3.05
              metric: meetings-per-host
              type: increase
              baseline: 2.89
              target: 3.05
              owner: priya
            - id: survival
              title: Raise the share of series that survive from 68.5 % to 72 %
              metric: series-survival
              type: increase
              baseline: 68.5
              target: 72
              owner: priya
            - id: templates
              title: Raise the share of series begun from a template from 40 % to 45 %
              metric: template-use
              type: increase
              baseline: 40
              target: 45
              owner: wei
      """)
    tellTheRest(&plans)
  }

  private static func tellTheRest(_ plans: inout Plans) {
    plans.set(
      "platform",
      """
        - id: sound-in-trains
          title: Sound survives trains, lifts and hotel lobbies
          ambition: aspirational
          guards: call-failure-rate
          key_results:
            - id: failures
              title: Bring the call failure rate from 0.90 % down to 0.75 %
              metric: call-failure-rate
              type: decrease
              baseline: 0.9
              target: 0.75
              owner: jonas
            - id: no-bad-weeks
              title: Stay at 1.1 % failed calls or below, every time we look
              metric: call-failure-rate
              type: maintain
              lower: 0
              upper: 1.1
              owner: hugo
        - id: safe-to-pass-on
          title: Passing the host role on feels safe in any meeting
          why: Hosting asked for it. Half of the failed hand-overs are ours, not theirs.
          ambition: committed
          input: hosts-per-team
          agreement:
            team: hosting
            person: tomas
            on: 2026-06-29
          key_results:
            - id: co-hosts
              title: Raise the share of co-hosted meetings from 19 % to 23 %
              metric: co-host-share
              type: increase
              baseline: 19
              target: 23
              owner: hugo
            - id: no-lost-role
              title: A meeting never loses its host when a connection drops
              type: milestone
              owner: hugo
      """)
    plans.set(
      "care",
      """
        - id: room-to-breathe
          title: Full weeks become rarer, not only visible
          ambition: aspirational
          guards: meeting-overload
          key_results:
            - id: overload
              title: Bring meeting overload from 4.4 % to 4.0 % of hosts
              metric: meeting-overload
              type: decrease
              baseline: 4.4
              target: 4
              owner: mateo
            - id: status-rounds
              title: A status round can be given up in favour of a written one, and hosts know it
              type: milestone
              owner: mateo
        - id: guests-helped
          title: Guests get along without asking anybody
          ambition: committed
          guards: support-load
          key_results:
            - id: load
              title: Bring support load from 5.3 to 4.9 tickets per thousand meetings
              metric: support-load
              type: decrease
              baseline: 5.3
              target: 4.9
              owner: noor
            - id: guest-page
              title: Nine of ten guests join without leaving the invitation
              type: milestone
              owner: noor
      """)
    plans.set(
      "revenue",
      """
        - id: last-four
          title: Nothing technical stands between a company and its start
          ambition: aspirational
          input: connected-teams
          agreement:
            team: growth
            person: marta
            on: 2026-06-26
          key_results:
            - id: contracts
              title: Bring teams on a business contract from 1,260 to 1,420
              metric: sales-led-teams
              type: increase
              baseline: 1260
              target: 1420
              owner: dylan
            - id: last-stalled
              title: The last four stalled contracts are signed or given up
              type: milestone
              owner: dylan
      """)
  }
}
