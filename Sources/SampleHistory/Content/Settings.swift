/// `northstar.yaml` and the page that visitors read first.
enum Settings {
  static let first = """
    kind: strategy
    id: huddle
    product: Huddle
    vision: Every meeting is worth the time of everybody in it
    core_value: A team comes out of a meeting knowing what it decided, without anybody having to run after it
    game: productivity
    north_star: weekly-active-users
    stewards: [helen, ada, lin]
    timezone: Europe/Berlin
    calendar:
      fiscal_year_starts: 1
      week_starts: monday
    approvals:
      north_star: 2
    reviews:
      north_star_months: 12

    """

  static let readme = """
    # Huddle's strategy

    What we want to be true, how we know, and who looks after which part of it.

    - `northstar.yaml` says what the product is for and which number says that we are getting there.
    - `metrics/` holds a page for every number we steer by. Two people who read it should count the same.
    - `teams/` and `people/` say who we are. Mail addresses stand in `people/` only.
    - `workshops/` and `reviews/` say how we came to all this.

    Changes are commits. If you would rather not learn git for it, write to Ada or Lin.

    """

  /// Added with the first planned quarter.
  static let planning = """
    - `cycles/` are our quarters, `okrs/` what each team wants from one, `checkins/` how it goes. Every
      team checks in once a fortnight, on its own weekday. Please do not edit what stands there already.

    """

  static let twoObjectives = """
    rules:
      - rule: objective-count
        settings:
          maximum: 2
          company_maximum: 3
        because: Nobody finished the third objective in the years of the slides, and everybody planned it

    """

  static let readings = """
    - `readings/` is the warehouse's export, a row for every week. A correction is a row more, never a
      changed one, so that one can see what we knew when. Omar adds them on the first Monday of a month.

    """

  static let proposals = """
    - `proposals/` holds what somebody wanted to change and what became of it. Write one on a branch of
      that name, and it is read by whoever answers for what it touches.
    - `initiatives/` is the work itself, with the effect that we expect before we begin.

    """
}
