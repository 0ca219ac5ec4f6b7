package enum RulesPlaceholder {}
