import StrictYAML

/// The four weeks that follow a workshop.
enum SprintPlan {
  static let tasks: [(week: Int, task: String)] = [
    (1, "Agree on the core value and the aha moment"),
    (1, "Write down three to five candidates"),
    (2, "Ask the three filters of every candidate"),
    (2, "Test the candidates against readings and past cohorts"),
    (3, "Choose one, and write down why"),
    (3, "Explain the choice to every team, and listen"),
    (4, "Name three to five inputs, and give each an owner"),
    (4, "Aim the objectives of the next cycle at the inputs"),
  ]

  static var value: YAMLValue {
    .sequence(tasks.map { ["week": .scalar(String($0.week)), "task": .scalar($0.task)] })
  }
}
