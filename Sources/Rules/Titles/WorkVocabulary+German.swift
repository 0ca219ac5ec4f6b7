extension WorkVocabulary {
  static let german = WorkVocabulary(
    verbs: [
      Verbs(
        .last, .work,
        """
        einführen, launchen, releasen, erstellen, implementieren, veröffentlichen, durchführen, organisieren, schreiben,
        verfassen, dokumentieren, definieren, festlegen, automatisieren, installieren, migrieren, einstellen, umstellen,
        einrichten, ausrollen, umsetzen, überarbeiten, aktualisieren, integrieren, vorbereiten, planen, testen,
        übersetzen, abschließen, fertigstellen, anschaffen, renovieren, eröffnen, schulen, produzieren, programmieren,
        digitalisieren, standardisieren, konzipieren, entwerfen, ausarbeiten, veranstalten, anlegen, umbauen, ablösen,
        erneuern, rekrutieren, relaunchen, aufsetzen, bereitstellen
        """),
      Verbs(.last, .byObject, "aufbauen, bauen, entwickeln, schaffen, liefern, etablieren, gestalten"),
      Verbs(
        .first, .work,
        nouns(
          "einführung, launch, relaunch, release, rollout, erstellung, implementierung, veröffentlichung, durchführung, "
            + "organisation, umsetzung, migration, überarbeitung, installation, einrichtung, umstellung, neugestaltung, "
            + "fertigstellung, eröffnung, planung, dokumentation, automatisierung, digitalisierung, anschaffung")
          + ", einstellung von, erstelle, starte, schreibe, veröffentliche, organisiere, wir starten, wir launchen, "
          + "wir erstellen, wir veröffentlichen, wir schreiben, wir führen, wir organisieren, wir eröffnen"),
      Verbs(
        .first, .byObject,
        nouns("aufbau, bau, entwicklung, ausbau, schaffung, gestaltung")
          + ", baue, entwickle, wir bauen, wir entwickeln, wir schaffen, wir liefern"),
    ],
    determiners: WordList("ein eine einen einem einer eines der die das den dem des unser* neue* mehr von vom"),
    boundaries: WordList(
      """
      für bei mit in im zu zum zur auf von vom gegen durch unter an am aus über nach ohne und oder des der eines einer
      zwischen innerhalb die
      """),
    purposes: WordList("für auf"),
    relatives: WordList("die der das den dem deren dessen denen wo damit sodass"),
    effectVerbs: WordList(
      """
      weiterempf* empf* wächst wachs* bleib* lieb* vertrau* woll* gern* zurück* wieder* schätz* genieß* begeister*
      komm* trägt überdau* gedeih* freu* fühl*
      """),
    affections: WordList("weiterempf* empf* lieb* vertrau* gern* schätz* genieß* begeister* freu*"),
    effectNouns: WordList(
      """
      *vertrauen *kultur *beziehung *beziehungen *mehrwert wert werte *umsatz *gewinn ruhe *sicherheit *zufriedenheit
      *loyalität *treue *gemeinschaft *nachfrage *arbeitsplätze *einnahmen *einkommen *bindung *begeisterung ruf *klarheit
      *erlebnis *erlebnisse *bewusstsein *qualität *momentum *gewohnheit *gewohnheiten *stellungsmerkmal
      """),
    effectAdjectives: WordList(
      """
      dauerhaft* langfristig* treu* verlässlich* zuverlässig* nachhaltig* profitabl* sicher* zufrieden* glücklich*
      bessere* starke* stabil* lebendig*
      """),
    artifacts: WordList(
      """
      *konzept *system *portal *tool *app *handbuch *leitfaden *plan *bericht *programm *seite *website *prozess
      *plattform *schnittstelle *datenbank *modul *vorlage *kampagne *strategie *shop *dashboard
      """),
    people: WordList("kunden kundinnen nutzer teams mitglieder abonnenten patienten leser"),
    otherSubjects: WordList(
      """
      können kann konnten konnte wollen will möchten möchte dürfen darf müssen muss sollen soll lassen lässt helfen hilft
      zu dass wie was warum wer ob
      """))

  /// Nouns as titles begin with them: before what they are made of.
  private static func nouns(_ list: String) -> String {
    list.split(separator: ", ").flatMap { noun in
      ["von", "vom", "der", "des", "eines", "einer", "neuer", "unserer", "unseres"].map { "\(noun) \($0)" }
    }
    .joined(separator: ", ")
  }
}
