extension WorkVocabulary {
  static let spanish = WorkVocabulary(
    verbs: [
      Verbs(
        .first, .work,
        """
        lanzar, contratar, implementar, implantar, implementación de, implementación del, diseñar, rediseñar, publicar,
        organizar, definir, documentar, actualizar, automatizar, instalar, migrar, realizar, redactar, escribir,
        preparar, capacitar, formar a, celebrar, montar, poner en marcha, abrir, elaborar, incorporar, integrar,
        introducir, ejecutar, llevar a cabo, terminar, finalizar, producir, traducir, desplegar, comprar, impartir,
        probar, planificar, digitalizar, estandarizar, reclutar, lanzamiento de, lanzamiento del, contratación de,
        diseño de, diseño del, rediseño de, rediseño del, apertura de, organización de, publicación de, migración de,
        redacción de, puesta en marcha de, puesta en marcha del, actualización de, automatización de
        """),
      Verbs(
        .first, .byObject,
        """
        crear, construir, desarrollar, entregar, establecer, añadir, agregar, ofrecer, completar, creación de,
        construcción de, desarrollo de, desarrollo del
        """),
    ],
    determiners: WordList("un una unos unas el la los las nuestro nuestra nuestros nuestras más mayor nuevo nueva"),
    boundaries: WordList(
      "a al de del en para con por sin sobre entre desde hasta y e o que donde quien quienes cuyo cuya"),
    purposes: WordList("para en a con sobre"),
    relatives: WordList("que donde quien quienes cuyo cuya para"),
    effectVerbs: WordList(
      """
      crec* crezc* prosper* recomiend* confí* quier* vuelv* regres* disfrut* dur* perdur* elij* elig* enamor* gust*
      valor* qued* prefier* sient* ama aman ame amen
      """),
    affections: WordList("recomiend* confí* disfrut* enamor* ama aman ame amen prefier*"),
    effectNouns: WordList(
      """
      confianza valor cultura ingreso ingresos ahorro ahorros calma comunidad relaciones relación lealtad fidelidad
      demanda empleo empleos hábito hábitos experiencia experiencias satisfacción bienestar seguridad claridad impacto
      crecimiento reputación beneficio beneficios rentabilidad oportunidades pedidos paquetes comidas
      """),
    effectAdjectives: WordList(
      """
      duradero duradera duraderos duraderas leal leales estable estables sostenible sostenibles rentable rentables
      mejor mejores seguro segura feliz felices fiable fiables sólido sólida
      """),
    artifacts: WordList(
      """
      panel página app aplicación herramienta guía manual portal sistema proceso programa plan informe curso taller
      campaña plantilla documentación módulo sitio web base plataforma
      """),
    people: WordList("clientes usuarios equipos miembros suscriptores pacientes lectores"),
    nounIsLast: false)
}
