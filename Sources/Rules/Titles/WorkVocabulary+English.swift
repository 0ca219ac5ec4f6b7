extension WorkVocabulary {
  static let english = WorkVocabulary(
    verbs: [
      Verbs(
        .first, .work,
        """
        launch, relaunch, implement, release, write, rewrite, deploy, publish, refactor, migrate, prepare, organise,
        organize, install, roll out, set up, carry out, hire, recruit, appoint, document, define, upgrade, automate,
        host, train, conduct, execute, draft, plan, schedule, integrate, introduce, update, redesign, rebuild, rebrand,
        test, translate, pilot, kick off, put, replace, review, audit, evaluate, analyse, analyze, interview, survey,
        standardise, standardize, formalise, formalize, consolidate, digitise, digitize, configure, purchase, buy,
        procure, collect, gather, send, map, open, run, hold, prototype, refurbish, renovate, outline, brainstorm,
        negotiate, film, record, announce, restructure, reorganise, reorganize, decommission, assemble, compile, co-host,
        identify, determine, decide on, decide, choose, select, agree on, redefine, track, research, start, begin, include
        """),
      Verbs(
        .first, .byObject,
        "build, deliver, create, add, develop, establish, produce, design, ship, complete, finish, provide, offer"),
    ],
    companions: [
      "run": events, "hold": events, "put": WordList("place together"),
      "send": WordList("newsletter* email* e-mail* mail mails mailing* survey* invitation* letter* questionnaire*"),
      "collect": WordList(
        "feedback response* data idea* requirement* signature* stories testimonial* answer* opinion* quote* statistic*"),
    ],
    homonyms: WordList(
      """
      launch release document host train plan test pilot review audit survey purchase open record design ship complete
      finish offer upgrade update draft map film schedule outline
      """),
    strictHomonyms: WordList("open record review map film complete outline schedule begin"),
    determiners: WordList(
      """
      the a an our all any every each both new one two three four five six seven eight nine ten eleven twelve first
      second third more another further additional several some at least most their its this these those weekly monthly quarterly
      annual regular how what why when which whom whether
      """),
    sentenceWords: WordList(
      """
      is are was were be can could will would has have had do does did never always rarely longer get gets take takes
      stay stays arrive arrives fall falls drop drops rise rises grow grows find finds come comes go goes feel feels
      know knows reach reaches happen happens become becomes renew renews recommend recommends return returns work
      works cost costs last lasts remain remains keep keeps make makes meet meets need needs no show shows
      """),
    boundaries: WordList(
      """
      for to of in on at by with within without from into across among between after before during per about against
      through and or so that which who whom whose where while until as under over
      """),
    purposes: WordList(
      "for on to with in into towards toward ourselves us itself within without faster sooner"),
    relatives: WordList("that which who whom whose where so until such"),
    effectVerbs: WordList(
      """
      recommend recommends grow grows thrive thrives love loves trust trusts last lasts stay stays win wins succeed
      succeeds enjoy enjoys prefer prefers return returns want wants choose chooses rely relies sell sells pay pays
      scale scales delight delights attract attracts convert converts retain retains save saves miss misses like likes
      share shares believe believes feel feels remember remembers inspire inspires join joins come comes look looks
      earn earns endure endures survive survives flourish flourishes excel excels care cares renew renews welcome
      welcomes value values talk talks know knows flow flows drive drives
      """),
    affections: WordList(
      """
      recommend recommends love loves trust trusts enjoy enjoys prefer prefers miss misses delight delights thrive
      thrives adore adores cherish cherishes
      """),
    effectNouns: WordList(
      """
      value trust confidence culture income revenue revenues arr mrr profit profits margin demand community communities
      relationship relationships reputation loyalty momentum resilience awareness engagement satisfaction happiness joy
      calm peace comfort safety clarity alignment habit habits belonging excitement delight experience experiences
      results impact outcomes growth success savings jobs employment opportunities wealth goodwill credibility autonomy
      ownership accountability transparency quality advantage pride focus sleep health wellbeing well-being welcome
      leads mqls sqls parcel parcels order orders meal meals package packages letters groceries newspapers shipments goods
      """),
    effectAdjectives: WordList(
      """
      lasting calm calmer safe safer loyal happy happier reliable dependable predictable sustainable profitable seamless
      effortless delightful trusted trustworthy loved beloved great better best strong stronger healthy healthier
      thriving enduring durable lifelong meaningful outstanding exceptional excellent memorable welcoming inclusive
      frictionless fair fairer engaged motivated resilient faster quicker cheaper fewer honest repeatable scalable world long-term high-* world-*
      best-* well-* zero-* *-class *-trust *-performing *-loved *-led *-driven *-obsessed *-first *-centric *-centred
      *-minded *-free *-lasting *-friendly *-worthy
      """),
    artifacts: WordList(
      """
      dashboard* page pages site sites website* app apps application* tool tools toolkit* handbook* guide guides manual*
      playbook* report reports portal* system systems process processes framework* program programs programme*
      plan plans roadmap* strategy strategies policy policies api apis integration* feature features prototype* mvp
      library database* warehouse* module* plugin* calculator* editor* template* documentation docs content material*
      video* course courses training* workshop* webinar* newsletter* campaign* deck presentation* survey* checklist*
      scorecard* model models repository archive catalog* center centers centre centres infrastructure version*
      software intranet kit kits backlog flow flows form forms menu feed bot chatbot* engine workflow* function*
      button* mode architecture scheme* map maps
      """),
    people: WordList(
      """
      customers users teams members subscribers clients accounts companies guests readers students patients donors
      listeners players shops buyers sellers hosts drivers riders businesses households
      """))

  private static let events = WordList(
    """
    campaign* test tests workshop* pilot* survey* event* session* training* interview* webinar* sprint* experiment* ads
    competition* contest* meeting* forum* day days hours course* series programme* program programs hackathon*
    retrospective* audit* review* class classes evening* fair fairs roadshow* study studies poll polls tour tours trial*
    conference* summit* demo demos
    """)
}
