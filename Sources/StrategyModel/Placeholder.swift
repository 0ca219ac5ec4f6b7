package enum StrategyModelPlaceholder {}
