/// A mail address in the form in which addresses are compared: the case of ASCII letters is ignored, but a letter that
/// merely looks like another is different.
package struct MailAddress: Sendable, Hashable {
  private let folded: [UInt8]

  package init(_ text: String) {
    folded = text.utf8.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 32 : $0 }
  }

  /// With lower-case ASCII letters.
  package var text: String { String(decoding: folded, as: UTF8.self) }
}

/// People by their mail addresses.
package struct AddressBook: Sendable {
  private var handles: [MailAddress: Set<String>] = [:]

  package init() {}

  package mutating func add(_ address: String, of handle: String) {
    handles[MailAddress(address), default: []].insert(handle)
  }

  /// More than one when several claim the address: then it identifies nobody.
  package func people(of address: String) -> Set<String> { handles[MailAddress(address)] ?? [] }

  /// `nil` for an address that nobody has, or that several claim.
  package func person(of address: String) -> String? {
    let found = people(of: address)
    return found.count == 1 ? found.first : nil
  }
}

extension Strategy {
  package var addressBook: AddressBook {
    var book = AddressBook()
    for person in people.all {
      guard let handle = person.id?.value else { continue }
      for address in person.emails { book.add(address.value, of: handle) }
    }
    return book
  }
}
