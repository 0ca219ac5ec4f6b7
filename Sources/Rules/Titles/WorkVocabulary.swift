/// How the titles of a language name work, and what makes the same verbs name an effect.
struct WorkVocabulary: Sendable {
  /// Where the verb of a title has its place.
  enum Position: Sendable {
    case first
    /// At the end of the title's first clause: German infinitives.
    case last
  }

  /// What a word says about the title whose verb it is.
  enum Sense: Sendable {
    /// It names work, whatever follows.
    case work
    /// What is done decides: "build a portal" is work, "build trust" an effect.
    case byObject
  }

  /// Phrases that name work, with one space between words.
  struct Verbs: Sendable {
    let position: Position
    let sense: Sense
    let phrases: [String]

    init(_ position: Position, _ sense: Sense, _ phrases: String) {
      (self.position, self.sense) = (position, sense)
      self.phrases = phrases.split { $0 == "," || $0.isNewline }.map { $0.split(separator: " ").joined(separator: " ") }
        .filter { !$0.isEmpty }
    }
  }

  var verbs: [Verbs]
  /// Words that some verbs need somewhere after them: "run" is work with "campaign", and not in "run on time".
  var companions: [String: WordList] = [:]
  /// Verbs that are nouns or adjectives too, so that a sentence can begin with them: "test results arrive at once".
  var homonyms = WordList()
  /// Homonyms that are verbs only before a determiner: "open a shop", but "open tickets".
  var strictHomonyms = WordList()
  /// Words that an object begins with.
  var determiners: WordList
  /// Verbs and adverbs that make a sentence of words that begin with a homonym.
  var sentenceWords = WordList()
  /// Words that end the phrase of the object.
  var boundaries: WordList
  /// Right after the verb, they say what for: "build for lasting income".
  var purposes: WordList
  /// They begin a clause about the object.
  var relatives: WordList
  /// Verbs of such a clause that say what has become different.
  var effectVerbs: WordList
  /// Verbs that say so of a tool or a page, too.
  var affections: WordList
  /// Feelings, qualities and business values: as an object, they are an effect.
  var effectNouns: WordList
  /// They make an effect of every object but a tool or a document.
  var effectAdjectives: WordList
  /// Tools, documents and events: to make one is work, however good it is.
  var artifacts: WordList
  /// People to be won: with a number, they are an effect.
  var people: WordList
  /// Whether the object's noun comes after its adjectives.
  var nounIsLast = true
  /// Words before a verb at the end that give it another subject: "customers can make reports".
  var otherSubjects = WordList()
}
