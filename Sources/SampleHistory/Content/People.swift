/// Everybody who appears in the history.
enum People {
  static let all: [Person] = founders + product + builders + market

  private static let founders: [Person] = {
    let helen = Person("helen", "Helen Adeyemi", "Chief Executive", "leadership", .london, joined: "2021-04-12")
    let ada = Person("ada", "Ada Okafor", "Chief Product Officer", "product", .berlin, joined: "2022-03-01")
    let lin = Person("lin", "Lin Zhao", "Head of Data", "data", .berlin, joined: "2022-09-05")
    let ruth = Person("ruth", "Ruth Calder", "Head of Finance", "finance", .london, joined: "2023-01-09")
    return [helen, ada, lin, ruth]
  }()

  private static let product: [Person] = {
    let grace = Person("grace", "Grace Mbeki", "Product Manager, Onboarding", "product", .london, joined: "2023-05-15")
    let priya = Person("priya", "Priya Raman", "Product Manager, Rituals", "product", .bangalore, joined: "2023-08-21")
    let ines = Person(
      "ines", "Inés Duarte", "Product Manager, Hosting", "product", .berlin, joined: "2023-11-06", left: "2026-05-29")
    var bea = Person("bea", "Beatriz Santos", "Product Manager, Invitations", "product", .london, joined: "2024-02-05")
    bea.earlierMail = ("beatriz.santos@huddle.example", Day(2025, 2, 3))
    let omar = Person("omar", "Omar Farouk", "Product Analyst", "data", .berlin, joined: "2024-01-15")
    let sofia = Person("sofia", "Sofia Lindqvist", "Design Lead", "design", .berlin, joined: "2022-10-03")
    return [grace, priya, ines, bea, omar, sofia]
  }()

  private static let builders: [Person] = {
    let tomas = Person("tomas", "Tomás Rey", "Engineering Lead, Hosting", "engineering", .berlin, joined: "2022-06-13")
    let jonas = Person("jonas", "Jonas Weidt", "Head of Platform", "engineering", .berlin, joined: "2021-09-01")
    let kenji = Person("kenji", "Kenji Mori", "Engineer, Onboarding", "engineering", .tokyo, joined: "2023-03-27")
    let wei = Person("wei", "Wei Tan", "Engineer, Rituals", "engineering", .singapore, joined: "2024-04-08")
    let hugo = Person("hugo", "Hugo Martin", "Engineer, Platform", "engineering", .berlin, joined: "2024-03-04")
    return [tomas, jonas, kenji, wei, hugo]
  }()

  private static let market: [Person] = {
    let viktor = Person(
      "viktor", "Viktor Ilić", "Head of Growth", "marketing", .berlin, joined: "2022-01-17", left: "2025-08-29")
    let marta = Person("marta", "Marta Kowalczyk", "Growth Lead", "marketing", .berlin, joined: "2023-07-03")
    let carla = Person("carla", "Carla Bianchi", "Content and Community", "marketing", .berlin, joined: "2024-09-02")
    let dylan = Person("dylan", "Dylan Brooks", "Head of Sales", "sales", .newYork, joined: "2023-02-13")
    let noor = Person("noor", "Noor Haddad", "Head of Customer Care", "customer-success", .amman, joined: "2022-11-14")
    let mateo = Person(
      "mateo", "Mateo Ruiz", "Customer Success Manager", "customer-success", .mexicoCity, joined: "2025-03-10")
    return [viktor, marta, carla, dylan, noor, mateo]
  }()

  static func named(_ handle: String) throws -> Person {
    guard let person = all.first(where: { $0.handle == handle }) else { throw StoryFault("nobody is called \(handle)") }
    return person
  }
}
