/// October to December 2026: the quarter that is under way.
enum Quarter2026Q4 {
  static func tell(_ plans: inout Plans) {
    plans.set(
      "company",
      """
        - id: meet-well-and-move-on
          title: Teams meet well, decide, and move on
          ambition: aspirational
          input: weekly-hosted-meetings
          key_results:
            - id: meetings
              title: Bring weekly hosted meetings from 29,819 to 33,500
              metric: weekly-hosted-meetings
              type: increase
              baseline: 29819
              target: 33500
              owner: helen
            - id: visits
              title: Sit in on the meetings of 24 customers
              type: increase
              baseline: 0
              target: 24
              unit: customers
              owner: ada
      """)
    plans.set(
      "growth",
      """
        - id: known-next-door
          title: Wherever one team meets well, the next one hears of it
          ambition: aspirational
          input: connected-teams
          key_results:
            - id: connected
              title: Bring connected teams from 9,430 to 10,100
              metric: connected-teams
              type: increase
              baseline: 9430
              target: 10100
              owner: marta
              weight: 2
            - id: acceptance
              title: Raise invitation acceptance from 60.5 % to 64 %
              metric: invite-acceptance
              type: increase
              baseline: 60.5
              target: 64
              owner: bea
        - id: stay-welcome
          title: Growth never costs us our welcome
          ambition: committed
          guards: invite-complaints
          key_results:
            - id: complaints
              title: Keep junk complaints at 0.7 per thousand mails or below, every time we look
              metric: invite-complaints
              type: maintain
              lower: 0
              upper: 0.7
              owner: bea
            - id: campaigns-checked
              title: No campaign goes out before its mails were read by somebody who gets them
              type: milestone
              owner: carla
      """)
    plans.set(
      "onboarding",
      """
        - id: from-invited-to-hosting
          title: An invited colleague becomes a host within days
          ambition: aspirational
          input: activation-rate
          key_results:
            - id: activation
              title: Raise the activation rate from 44.6 % to 46.5 %
              metric: activation-rate
              type: increase
              baseline: 44.6
              target: 46.5
              owner: grace
              weight: 2
            - id: completion
              title: Raise onboarding completion from 58.5 % to 62 %
              metric: onboarding-completion
              type: increase
              baseline: 58.5
              target: 62
              owner: grace
            - id: first-invite
              title: Bring the time to the first invitation from 13.5 to 12 hours
              metric: first-invite-time
              type: decrease
              baseline: 13.5
              target: 12
              owner: kenji
      """)
    plans.set(
      "hosting",
      """
        - id: anyone-can-lead
          title: Anyone in the team can lead the meeting this week
          ambition: aspirational
          input: hosts-per-team
          key_results:
            - id: hosts
              title: Raise hosts per active team from 2.38 to 2.48
              metric: hosts-per-team
              type: increase
              baseline: 2.38
              target: 2.48
              owner: tomas
              weight: 2
            - id: co-hosts
              title: Raise the share of co-hosted meetings from 24 % to 27 %
              metric: co-host-share
              type: increase
              baseline: 24
              target: 27
              owner: sofia
        - id: hosting-on-the-way
          title: We know whether hosting from a phone makes new hosts
          why: Either it brings hosts we would never have, or it moves those we have. Nobody knows.
          ambition: learning
          input: hosts-per-team
          key_results:
            - id: definition-agreed
              title: Data and hosting agree on what a meeting hosted from a phone is
              type: milestone
              owner: tomas
            - id: answer-written
              title: There is an answer that would make us stop or go on, with the data behind it
              type: milestone
              owner: sofia
      """)
    plans.set(
      "rituals",
      """
        - id: meetings-people-defend
          title: People defend the meetings they keep
          ambition: aspirational
          input: meetings-per-host
          key_results:
            - id: per-host
              title: Raise meetings per host from 2.98 to 3.06
              metric: meetings-per-host
              type: increase
              baseline: 2.98
              target: 3.06
              owner: priya
            - id: survival
              title: Raise the share of series that survive from 70.5 % to 72 %
              metric: series-survival
              type: increase
              baseline: 70.5
              target: 72
              owner: priya
            - id: templates
              title: Raise the share of series begun from a template from 43.5 % to 47 %
              metric: template-use
              type: increase
              baseline: 43.5
              target: 47
              owner: wei
      """)
    tellTheRest(&plans)
  }

  private static func tellTheRest(_ plans: inout Plans) {
    plans.set(
      "platform",
      """
        - id: trains-after-all
          title: A host on a train sounds like a host at a desk
          ambition: aspirational
          guards: call-failure-rate
          key_results:
            - id: failures
              title: Bring the call failure rate from 0.84 % down to 0.78 %
              metric: call-failure-rate
              type: decrease
              baseline: 0.84
              target: 0.78
              owner: jonas
            - id: no-bad-weeks
              title: Stay at 1.1 % failed calls or below, every time we look
              metric: call-failure-rate
              type: maintain
              lower: 0
              upper: 1.1
              owner: hugo
        - id: somebody-else-can
          title: Somebody else can always repair a call
          ambition: committed
          supports:
            - input: hosts-per-team
              because: Whoever loses a call in front of the team does not host the next one
          key_results:
            - id: runbooks
              title: 12 runbooks have been followed by somebody who did not write them
              type: increase
              baseline: 0
              target: 12
              unit: runbooks
              owner: hugo
            - id: second-person
              title: Every alarm has a second person who has answered it once
              type: milestone
              owner: jonas
      """)
    plans.set(
      "care",
      """
        - id: weeks-that-end
          title: Hosts finish their week with room to spare
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
            - id: written-rounds
              title: One status round in five is held in writing
              type: milestone
              owner: mateo
        - id: help-without-tickets
          title: Help comes without a ticket
          ambition: aspirational
          guards: support-load
          key_results:
            - id: load
              title: Bring support load from 4.9 to 4.6 tickets per thousand meetings
              metric: support-load
              type: decrease
              baseline: 4.9
              target: 4.6
              owner: noor
            - id: found-themselves
              title: Two of three hosts who search the help centre write no ticket afterwards
              type: milestone
              owner: noor
      """)
    plans.set(
      "revenue",
      """
        - id: grow-with-them
          title: Customers grow with us at their own pace
          ambition: committed
          input: connected-teams
          agreement:
            team: growth
            person: marta
            on: 2026-09-24
          key_results:
            - id: contracts
              title: Bring teams on a business contract from 1,390 to 1,480
              metric: sales-led-teams
              type: increase
              baseline: 1390
              target: 1480
              owner: dylan
            - id: reviewed-together
              title: Every customer with ten teams or more has looked at its meetings with us
              type: milestone
              owner: carla
      """)
  }

  static func note(_ notes: inout Notes) {
    notes.set(
      "company",
      """
      1 visits 0.7 =4: Four in Lisbon in one day, which nobody should repeat.
      2 visits 0.7 =9: Two of nine had cancelled the meeting we came for. We stayed anyway.
      3 visits 0.6 =13: Thirteen, and the same complaint about rooms in eleven of them.
      3 meetings 0.6: {value}. December has two weeks less than it seems.
      """)
    notes.set(
      "growth",
      """
      1 connected: As last quarter ended.
      2 acceptance 0.6: The shorter mail is better in Spanish and worse in German.
      3 connected 0.5: {value}. The partner week in November decides it.
      3 campaigns-checked: Carla and two hosts read every mail first. One campaign was stopped.
      """)
    notes.set(
      "onboarding",
      """
      2 activation 0.5: Invited colleagues see an empty calendar first. Kenji has an idea.
      3 completion 0.5: {value}. The step for calendars is now third.
      3 activation 0.4: Slow. I do not expect the whole 46.5.
      """)
    notes.set(
      "hosting",
      """
      1 definition-agreed: Drafted with Omar, see metrics/phone-hosted-share.yaml.
      2 hosts 0.6: {value}. Same pace as in summer.
      3 answer-written 0.4: Six weeks of data are not enough to tell moved from new. Asking Lin for a better design.
      """)
    notes.set(
      "rituals",
      """
      2 templates 0.5: Slower than in summer.
      3 templates 0.6: Lowered to 46, see the amendment. Care asked for the written status round first, and it is the better thing to do.
      3 per-host: {value}, with overload where it was.
      """)
    notes.set(
      "platform",
      """
      1 runbooks 0.6 =2:
      2 runbooks 0.6 =5: Wei followed one on a Saturday, without a call to Hugo.
      3 runbooks 0.7 =8: The four that are left are the ones nobody likes.
      2 failures 0.5: New codec for one in ten calls.
      3 failures 0.6: Half of calls. {value} overall, 0.7 where it is on.
      """)
    notes.set(
      "care",
      """
      2 written-rounds: One in nine so far.
      3 overload 0.7: {value}. Steady.
      """)
    notes.set(
      "revenue",
      """
      1 contracts 0.8: The year's end has a rhythm of its own.
      3 reviewed-together skip:
      3 contracts 0.7: Fifty to go, sixty in talks.
      """)
  }
}
