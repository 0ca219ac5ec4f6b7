/// The words for an invented company.
enum Words {
  static let firstNames = [
    "ada", "amara", "ana", "anton", "aya", "bashir", "bela", "bruno", "carla", "chen", "clara", "dana", "david", "dina",
    "elif", "emil", "esra", "farid", "femi", "gita", "grace", "hana", "hugo", "ida", "ilya", "ines", "ivan", "jana",
    "jonas", "juan", "kaito", "karim", "kofi", "lars", "leila", "lin", "lucia", "maja", "marek", "mei", "milo", "nadia",
    "nico", "noor", "olga", "omar", "pavel", "petra", "ravi", "rosa", "sami", "sara", "tariq", "theo", "uma", "vera",
    "viktor", "wanda", "yara", "zoe",
  ]

  static let lastNames = [
    "abbasi", "adeyemi", "akhtar", "almeida", "andersen", "aoki", "arslan", "bakker", "banerjee", "baptiste", "barros",
    "becker", "benali", "berg", "bianchi", "blanc", "bondar", "botha", "brandt", "campos", "castro", "chandra", "costa",
    "cruz", "dahl", "danso", "demir", "diallo", "dubois", "duran", "eriksen", "esposito", "farah", "ferrari", "fischer",
    "fontaine", "fujita", "garcia", "ghosh", "gomes", "gruber", "gupta", "haas", "haddad", "hansen", "hayashi",
    "heikkinen",
    "horvat", "hussain", "ibrahim", "ito", "iyer", "jansen", "jensen", "joshi", "kaya", "keller", "khan", "kimura",
    "klein",
    "koch", "kowalski", "kumar", "lang", "larsen", "lehmann", "leroy", "lindqvist", "lopez", "maier", "malik", "marin",
    "mensah", "meyer", "mori", "moreau", "nagy", "nakamura", "nasser", "nguyen", "nilsson", "novak", "nowak", "okafor",
    "okoye", "olsen", "ortiz", "osei", "park", "patel", "perez", "petrov", "popescu", "qureshi", "ramos", "rao",
    "reyes",
    "ricci", "rossi", "roux", "saito", "salem", "santos", "sato", "schmid", "silva", "singh", "sousa", "suzuki",
    "takeda",
    "tanaka", "toure", "uddin", "vargas", "virtanen", "vogel", "wagner", "wei", "yilmaz", "zhang",
  ]

  static let areas = [
    "access", "agenda", "analytics", "archive", "audio", "billing", "boards", "booking", "calendar", "camera",
    "captions",
    "catalog", "chat", "checkout", "classroom", "clinics", "concierge", "contacts", "contracts", "devices", "directory",
    "documents", "editor", "events", "exports", "feedback", "hosting", "imports", "inbox", "insights", "invitations",
    "invoices", "language", "library", "marketplace", "messaging", "minutes", "notices", "partners", "planning",
    "polls",
    "presence", "profiles", "recording", "reminders", "rooms", "scheduling", "search", "sharing", "signup", "support",
    "templates", "training", "transcripts", "video", "whiteboard", "widgets", "workflows",
  ]

  static let editions = ["", "mobile-", "enterprise-", "education-"]

  static let functions = [
    "onboarding", "growth", "quality", "adoption", "platform", "experience", "reliability", "discovery", "retention",
    "engagement",
  ]

  static let qualities = ["steady", "simple", "quick", "trusted", "helpful", "clear", "welcoming", "dependable"]

  static let goals = [
    "Newcomers find their way without asking anybody",
    "Teams come back because it saves them an afternoon",
    "Nobody waits for the page to answer any more",
    "Hosts trust what they see before they invite others",
    "Guests take part without an account of their own",
    "The second visit is as easy as the first one",
    "People finish what they began in one sitting",
    "Managers see at a glance what needs their attention",
    "Everyone understands what happens to their material",
    "Regular customers discover the parts they never tried",
    "Small workspaces get the same care as large ones",
    "The busiest hour feels like every other hour",
  ]

  static let reasons = [
    "Interviews in spring named this first, before price and before speed",
    "The cohort that had it stayed twice as long as the one that had not",
    "Two of three lost customers gave it as their reason",
    "It is the step at which most newcomers stop, week after week",
    "The pilot with twelve customers showed it within three weeks",
    "Support hears about it every day, and the answers help nobody for long",
  ]

  static let notes = [
    "The new entry page is out for half of the workspaces.",
    "Holidays in two markets; the trend holds without them.",
    "First cohort after the change: better than the forecast.",
    "Waiting for the data team to confirm the new events.",
    "One large customer moved; without it the value is flat.",
    "The experiment ended early, both variants were equal.",
  ]

  static let lessons = [
    "Smaller steps told us sooner what did not work, and the last third of the quarter was calmer for it.",
    "We measured too late; the baseline should stand before the first week begins.",
    "The agreement with the owner of the lever saved us a month of asking.",
    "Half of the gain came from removing things, which nobody had planned.",
  ]
}
