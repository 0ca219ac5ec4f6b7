package enum DiagnosticsPlaceholder {}
