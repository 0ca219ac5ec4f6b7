import ArgumentParser
import Governance
import StrategyModel

/// The definition of the chosen metric, as given on the command line.
struct MetricOptions: ParsableArguments {
  @Option(help: ArgumentHelp("What exactly counts (default: the candidate's name)", valueName: "text"))
  var counts: String?

  @Option(help: ArgumentHelp("What does not count", valueName: "text"))
  var excludes: String?

  @Option(help: ArgumentHelp("The period that one value covers, such as 'calendar week'", valueName: "text"))
  var window: String?

  @Option(help: "How single events become one value: sum, mean, ratio, …")
  var aggregation: Aggregation?

  @Option(help: "The unit of a value")
  var unit: String?

  @Option(help: ArgumentHelp("Where the values come from", valueName: "text"))
  var source: String?

  @Option(help: "Where the metric should go: increase, decrease or maintain")
  var direction: Direction?

  var definition: ChosenDefinition {
    ChosenDefinition(
      counts: counts, excludes: excludes, window: window, aggregation: aggregation, unit: unit, source: source,
      direction: direction)
  }
}

extension Aggregation: ExpressibleByArgument {}
extension Direction: ExpressibleByArgument {}
