import Editing
import Numbers
import Presentation
import StrategyModel
import StrategyStore

/// Asks a person for the check-in of each key result in turn.
struct CheckInQuestions {
  let console: Console
  let place: CheckInPlace
  let day: Day
  let by: String?
  let offers: MeasuredOffers

  /// Throws at the end of the input: nothing is written then.
  func entries(in strategy: Strategy) throws(StrategyError) -> [CheckInEntry] {
    let held = strategy.checkInsInForce(ofOKRs: place.okrs, until: .distantFuture)
    console.note("Enter skips a key result, Ctrl-D stops and writes nothing.")
    var entries: [CheckInEntry] = []
    for item in place.items {
      let keyResult = strategy.okrs.all[place.okrs].objectives[item.objective].keyResults[item.keyResult]
      let own = held[item.id].filter { $0.day <= day }
      if let entry = try entry(item.id, keyResult, own) { entries.append(entry) }
    }
    return entries
  }

  private func entry(
    _ id: String, _ keyResult: KeyResult, _ held: [HeldCheckIn]
  ) throws(StrategyError) -> CheckInEntry? {
    let last = held.last
    console.note("")
    let told = [owner(of: keyResult), said(last), keyResult.goal].compactMap(\.self)
    let hint = told.isEmpty ? "" : " (\(told.joined(separator: "; ")))"
    console.note("\(id): \((keyResult.title?.value ?? "").visible)\(hint)")
    let offer = offers.offer(for: keyResult)
    guard let value = try value(keyResult.type?.value, offer) else { return nil }
    let confidence = try answer("  confidence, 0 to 1: ") { text throws(StrategyError) in
      try TypedNumber.confidence(text)
    }
    let note = try answer("  note: ") { text throws(StrategyError) in text }
    return CheckInEntry(
      keyResult: id, on: day, value: value, confidence: confidence, note: note, by: by,
      corrects: last?.day == day ? day : nil)
  }

  private func owner(of keyResult: KeyResult) -> String? {
    keyResult.owner.flatMap { $0.id == by ? nil : "owned by \($0.id)" }
  }

  private func said(_ last: HeldCheckIn?) -> String? {
    guard let last else { return nil }
    let confidence = last.confidence.map { ", confidence \($0.plain)" } ?? ""
    let today = last.day == day ? ", which an answer corrects" : ""
    return "\(last.value?.plain ?? "no value") on \(last.day)\(confidence)\(today)"
  }

  private func value(_ type: KeyResultType?, _ offer: MeasuredOffer?) throws(StrategyError) -> Double? {
    if type == .milestone {
      return try answer("  how much is done, 0% to 100%: ") { text throws(StrategyError) in
        try TypedNumber.value(text, of: type)
      }
    }
    let hint = offer.map { ", = for \($0.value.plain), measured in \($0.period)" } ?? ""
    return try answer("  value\(hint): ") { text throws(StrategyError) in
      if text == "=", let offer { return offer.value }
      return try TypedNumber.value(text, of: type)
    }
  }

  /// Asks until the answer can be read; `nil` for an empty one.
  private func answer<Value>(
    _ question: String, _ read: (String) throws(StrategyError) -> Value
  ) throws(StrategyError) -> Value? {
    while true {
      let words = try console.answer(to: question)
      if words.isEmpty { return nil }
      do { return try read(words) } catch { console.note("  \(error.message)") }
    }
  }
}

extension KeyResult {
  /// The goal: `target 55`, `between 3 and 7`; `nil` for a milestone or where no number is given.
  fileprivate var goal: String? {
    switch (lower?.value, upper?.value) {
    case (let lower?, let upper?): return "between \(lower.plain) and \(upper.plain)"
    case (let lower?, nil): return "at least \(lower.plain)"
    case (nil, let upper?): return "at most \(upper.plain)"
    case (nil, nil): return type?.value == .milestone ? nil : target.map { "target \($0.value.plain)" }
    }
  }
}
