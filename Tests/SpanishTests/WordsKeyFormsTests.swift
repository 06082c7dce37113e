import Testing

/// The forms that tell the classes of Spanish verbs apart, by hand, in one order: yo, tú and nosotros of the present; él
/// of the preterite; yo of the subjunctive; yo of the future; él of the imperfect subjunctive; gerund; participle; vos.
@Suite struct WordsKeyFormsTests {
  static let regular = """
    hablar: hablo hablas hablamos habló hable hablaré hablara hablando hablado hablás
    comprar: compro compras compramos compró compre compraré comprara comprando comprado comprás
    entregar: entrego entregas entregamos entregó entregue entregaré entregara entregando entregado entregás
    beber: bebo bebes bebemos bebió beba beberé bebiera bebiendo bebido bebés
    responder: respondo respondes respondemos respondió responda responderé respondiera respondiendo respondido respondés
    recibir: recibo recibes recibimos recibió reciba recibiré recibiera recibiendo recibido recibís
    decidir: decido decides decidimos decidió decida decidiré decidiera decidiendo decidido decidís
    subir: subo subes subimos subió suba subiré subiera subiendo subido subís
    deber: debo debes debemos debió deba deberé debiera debiendo debido debés
    vivir: vivo vives vivimos vivió viva viviré viviera viviendo vivido vivís
    """

  static let spelling = """
    buscar: busco buscas buscamos buscó busque buscaré buscara buscando buscado buscás
    sacar: saco sacas sacamos sacó saque sacaré sacara sacando sacado sacás
    marcar: marco marcas marcamos marcó marque marcaré marcara marcando marcado marcás
    pagar: pago pagas pagamos pagó pague pagaré pagara pagando pagado pagás
    cargar: cargo cargas cargamos cargó cargue cargaré cargara cargando cargado cargás
    cruzar: cruzo cruzas cruzamos cruzó cruce cruzaré cruzara cruzando cruzado cruzás
    rechazar: rechazo rechazas rechazamos rechazó rechace rechazaré rechazara rechazando rechazado rechazás
    averiguar: averiguo averiguas averiguamos averiguó averigüe averiguaré averiguara averiguando averiguado averiguás
    recoger: recojo recoges recogemos recogió recoja recogeré recogiera recogiendo recogido recogés
    proteger: protejo proteges protegemos protegió proteja protegeré protegiera protegiendo protegido protegés
    dirigir: dirijo diriges dirigimos dirigió dirija dirigiré dirigiera dirigiendo dirigido dirigís
    exigir: exijo exiges exigimos exigió exija exigiré exigiera exigiendo exigido exigís
    distinguir: distingo distingues distinguimos distinguió distinga distinguiré distinguiera distinguiendo distinguido distinguís
    delinquir: delinco delinques delinquimos delinquió delinca delinquiré delinquiera delinquiendo delinquido delinquís
    vencer: venzo vences vencemos venció venza venceré venciera venciendo vencido vencés
    convencer: convenzo convences convencemos convenció convenza convenceré convenciera convenciendo convencido convencés
    ejercer: ejerzo ejerces ejercemos ejerció ejerza ejerceré ejerciera ejerciendo ejercido ejercés
    esparcir: esparzo esparces esparcimos esparció esparza esparciré esparciera esparciendo esparcido esparcís
    zurcir: zurzo zurces zurcimos zurció zurza zurciré zurciera zurciendo zurcido zurcís
    mecer: mezo meces mecemos meció meza meceré meciera meciendo mecido mecés
    conocer: conozco conoces conocemos conoció conozca conoceré conociera conociendo conocido conocés
    aparecer: aparezco apareces aparecemos apareció aparezca apareceré apareciera apareciendo aparecido aparecés
    ofrecer: ofrezco ofreces ofrecemos ofreció ofrezca ofreceré ofreciera ofreciendo ofrecido ofrecés
    nacer: nazco naces nacemos nació nazca naceré naciera naciendo nacido nacés
    lucir: luzco luces lucimos lució luzca luciré luciera luciendo lucido lucís
    enviar: envío envías enviamos envió envíe enviaré enviara enviando enviado enviás
    confiar: confío confías confiamos confió confíe confiaré confiara confiando confiado confiás
    cambiar: cambio cambias cambiamos cambió cambie cambiaré cambiara cambiando cambiado cambiás
    anunciar: anuncio anuncias anunciamos anunció anuncie anunciaré anunciara anunciando anunciado anunciás
    extraviar: extravío extravías extraviamos extravió extravíe extraviaré extraviara extraviando extraviado extraviás
    actuar: actúo actúas actuamos actuó actúe actuaré actuara actuando actuado actuás
    continuar: continúo continúas continuamos continuó continúe continuaré continuara continuando continuado continuás
    evaluar: evalúo evalúas evaluamos evaluó evalúe evaluaré evaluara evaluando evaluado evaluás
    reunir: reúno reúnes reunimos reunió reúna reuniré reuniera reuniendo reunido reunís
    prohibir: prohíbo prohíbes prohibimos prohibió prohíba prohibiré prohibiera prohibiendo prohibido prohibís
    aislar: aíslo aíslas aislamos aisló aísle aislaré aislara aislando aislado aislás
    leer: leo lees leemos leyó lea leeré leyera leyendo leído leés
    creer: creo crees creemos creyó crea creeré creyera creyendo creído creés
    poseer: poseo posees poseemos poseyó posea poseeré poseyera poseyendo poseído poseés
    proveer: proveo provees proveemos proveyó provea proveeré proveyera proveyendo provisto proveés
    construir: construyo construyes construimos construyó construya construiré construyera construyendo construido construís
    incluir: incluyo incluyes incluimos incluyó incluya incluiré incluyera incluyendo incluido incluís
    sustituir: sustituyo sustituyes sustituimos sustituyó sustituya sustituiré sustituyera sustituyendo sustituido sustituís
    huir: huyo huyes huimos huyó huya huiré huyera huyendo huido huís
    gruñir: gruño gruñes gruñimos gruñó gruña gruñiré gruñera gruñendo gruñido gruñís
    bullir: bullo bulles bullimos bulló bulla bulliré bullera bullendo bullido bullís
    """

  static let stems = """
    pensar: pienso piensas pensamos pensó piense pensaré pensara pensando pensado pensás
    cerrar: cierro cierras cerramos cerró cierre cerraré cerrara cerrando cerrado cerrás
    empezar: empiezo empiezas empezamos empezó empiece empezaré empezara empezando empezado empezás
    negar: niego niegas negamos negó niegue negaré negara negando negado negás
    fregar: friego friegas fregamos fregó friegue fregaré fregara fregando fregado fregás
    recomendar: recomiendo recomiendas recomendamos recomendó recomiende recomendaré recomendara recomendando recomendado recomendás
    errar: yerro yerras erramos erró yerre erraré errara errando errado errás
    perder: pierdo pierdes perdemos perdió pierda perderé perdiera perdiendo perdido perdés
    entender: entiendo entiendes entendemos entendió entienda entenderé entendiera entendiendo entendido entendés
    atender: atiendo atiendes atendemos atendió atienda atenderé atendiera atendiendo atendido atendés
    sentir: siento sientes sentimos sintió sienta sentiré sintiera sintiendo sentido sentís
    preferir: prefiero prefieres preferimos prefirió prefiera preferiré prefiriera prefiriendo preferido preferís
    sugerir: sugiero sugieres sugerimos sugirió sugiera sugeriré sugiriera sugiriendo sugerido sugerís
    mentir: miento mientes mentimos mintió mienta mentiré mintiera mintiendo mentido mentís
    convertir: convierto conviertes convertimos convirtió convierta convertiré convirtiera convirtiendo convertido convertís
    contar: cuento cuentas contamos contó cuente contaré contara contando contado contás
    encontrar: encuentro encuentras encontramos encontró encuentre encontraré encontrara encontrando encontrado encontrás
    costar: cuesto cuestas costamos costó cueste costaré costara costando costado costás
    comprobar: compruebo compruebas comprobamos comprobó compruebe comprobaré comprobara comprobando comprobado comprobás
    colgar: cuelgo cuelgas colgamos colgó cuelgue colgaré colgara colgando colgado colgás
    forzar: fuerzo fuerzas forzamos forzó fuerce forzaré forzara forzando forzado forzás
    avergonzar: avergüenzo avergüenzas avergonzamos avergonzó avergüence avergonzaré avergonzara avergonzando avergonzado avergonzás
    renovar: renuevo renuevas renovamos renovó renueve renovaré renovara renovando renovado renovás
    mover: muevo mueves movemos movió mueva moveré moviera moviendo movido movés
    doler: duelo dueles dolemos dolió duela doleré doliera doliendo dolido dolés
    volver: vuelvo vuelves volvemos volvió vuelva volveré volviera volviendo vuelto volvés
    devolver: devuelvo devuelves devolvemos devolvió devuelva devolveré devolviera devolviendo devuelto devolvés
    resolver: resuelvo resuelves resolvemos resolvió resuelva resolveré resolviera resolviendo resuelto resolvés
    envolver: envuelvo envuelves envolvemos envolvió envuelva envolveré envolviera envolviendo envuelto envolvés
    torcer: tuerzo tuerces torcemos torció tuerza torceré torciera torciendo torcido torcés
    cocer: cuezo cueces cocemos coció cueza coceré cociera cociendo cocido cocés
    oler: huelo hueles olemos olió huela oleré oliera oliendo olido olés
    dormir: duermo duermes dormimos durmió duerma dormiré durmiera durmiendo dormido dormís
    morir: muero mueres morimos murió muera moriré muriera muriendo muerto morís
    jugar: juego juegas jugamos jugó juegue jugaré jugara jugando jugado jugás
    adquirir: adquiero adquieres adquirimos adquirió adquiera adquiriré adquiriera adquiriendo adquirido adquirís
    pedir: pido pides pedimos pidió pida pediré pidiera pidiendo pedido pedís
    servir: sirvo sirves servimos sirvió sirva serviré sirviera sirviendo servido servís
    repetir: repito repites repetimos repitió repita repetiré repitiera repitiendo repetido repetís
    vestir: visto vistes vestimos vistió vista vestiré vistiera vistiendo vestido vestís
    medir: mido mides medimos midió mida mediré midiera midiendo medido medís
    seguir: sigo sigues seguimos siguió siga seguiré siguiera siguiendo seguido seguís
    conseguir: consigo consigues conseguimos consiguió consiga conseguiré consiguiera consiguiendo conseguido conseguís
    elegir: elijo eliges elegimos eligió elija elegiré eligiera eligiendo elegido elegís
    corregir: corrijo corriges corregimos corrigió corrija corregiré corrigiera corrigiendo corregido corregís
    teñir: tiño tiñes teñimos tiñó tiña teñiré tiñera tiñendo teñido teñís
    reír: río ríes reímos rió ría reiré riera riendo reído reís
    freír: frío fríes freímos frió fría freiré friera friendo frito freís
    despedir: despido despides despedimos despidió despida despediré despidiera despidiendo despedido despedís
    impedir: impido impides impedimos impidió impida impediré impidiera impidiendo impedido impedís
    """

  static let irregular = """
    ser: soy eres somos fue sea seré fuera siendo sido sos
    estar: estoy estás estamos estuvo esté estaré estuviera estando estado estás
    ir: voy vas vamos fue vaya iré fuera yendo ido vas
    haber: he has hemos hubo haya habré hubiera habiendo habido has
    tener: tengo tienes tenemos tuvo tenga tendré tuviera teniendo tenido tenés
    detener: detengo detienes detenemos detuvo detenga detendré detuviera deteniendo detenido detenés
    mantener: mantengo mantienes mantenemos mantuvo mantenga mantendré mantuviera manteniendo mantenido mantenés
    obtener: obtengo obtienes obtenemos obtuvo obtenga obtendré obtuviera obteniendo obtenido obtenés
    contener: contengo contienes contenemos contuvo contenga contendré contuviera conteniendo contenido contenés
    poder: puedo puedes podemos pudo pueda podré pudiera pudiendo podido podés
    querer: quiero quieres queremos quiso quiera querré quisiera queriendo querido querés
    hacer: hago haces hacemos hizo haga haré hiciera haciendo hecho hacés
    deshacer: deshago deshaces deshacemos deshizo deshaga desharé deshiciera deshaciendo deshecho deshacés
    rehacer: rehago rehaces rehacemos rehizo rehaga reharé rehiciera rehaciendo rehecho rehacés
    satisfacer: satisfago satisfaces satisfacemos satisfizo satisfaga satisfaré satisficiera satisfaciendo satisfecho satisfacés
    decir: digo dices decimos dijo diga diré dijera diciendo dicho decís
    contradecir: contradigo contradices contradecimos contradijo contradiga contradiré contradijera contradiciendo contradicho contradecís
    predecir: predigo predices predecimos predijo prediga prediré predijera prediciendo predicho predecís
    venir: vengo vienes venimos vino venga vendré viniera viniendo venido venís
    convenir: convengo convienes convenimos convino convenga convendré conviniera conviniendo convenido convenís
    prevenir: prevengo previenes prevenimos previno prevenga prevendré previniera previniendo prevenido prevenís
    poner: pongo pones ponemos puso ponga pondré pusiera poniendo puesto ponés
    disponer: dispongo dispones disponemos dispuso disponga dispondré dispusiera disponiendo dispuesto disponés
    suponer: supongo supones suponemos supuso suponga supondré supusiera suponiendo supuesto suponés
    salir: salgo sales salimos salió salga saldré saliera saliendo salido salís
    valer: valgo vales valemos valió valga valdré valiera valiendo valido valés
    traer: traigo traes traemos trajo traiga traeré trajera trayendo traído traés
    atraer: atraigo atraes atraemos atrajo atraiga atraeré atrajera atrayendo atraído atraés
    caer: caigo caes caemos cayó caiga caeré cayera cayendo caído caés
    dar: doy das damos dio dé daré diera dando dado das
    ver: veo ves vemos vio vea veré viera viendo visto ves
    prever: preveo prevés prevemos previó prevea preveré previera previendo previsto prevés
    saber: sé sabes sabemos supo sepa sabré supiera sabiendo sabido sabés
    caber: quepo cabes cabemos cupo quepa cabré cupiera cabiendo cabido cabés
    oír: oigo oyes oímos oyó oiga oiré oyera oyendo oído oís
    conducir: conduzco conduces conducimos condujo conduzca conduciré condujera conduciendo conducido conducís
    traducir: traduzco traduces traducimos tradujo traduzca traduciré tradujera traduciendo traducido traducís
    reducir: reduzco reduces reducimos redujo reduzca reduciré redujera reduciendo reducido reducís
    introducir: introduzco introduces introducimos introdujo introduzca introduciré introdujera introduciendo introducido introducís
    andar: ando andas andamos anduvo ande andaré anduviera andando andado andás
    asir: asgo ases asimos asió asga asiré asiera asiendo asido asís
    abrir: abro abres abrimos abrió abra abriré abriera abriendo abierto abrís
    cubrir: cubro cubres cubrimos cubrió cubra cubriré cubriera cubriendo cubierto cubrís
    escribir: escribo escribes escribimos escribió escriba escribiré escribiera escribiendo escrito escribís
    suscribir: suscribo suscribes suscribimos suscribió suscriba suscribiré suscribiera suscribiendo suscrito suscribís
    imprimir: imprimo imprimes imprimimos imprimió imprima imprimiré imprimiera imprimiendo impreso imprimís
    romper: rompo rompes rompemos rompió rompa romperé rompiera rompiendo roto rompés
    pudrir: pudro pudres pudrimos pudrió pudra pudriré pudriera pudriendo podrido pudrís
    discernir: discierno disciernes discernimos discernió discierna discerniré discerniera discerniendo discernido discernís
    """

  @Test("key forms", arguments: [regular, spelling, stems, irregular].flatMap { $0.split(separator: "\n") })
  func makes(row: Substring) throws {
    let halves = row.split(separator: ":")
    let made = WordsConjugationTests.forms(String(halves[0]))
    let expected = halves[1].split(separator: " ")
    #expect(expected.count == 10, "\(row)")
    for form in expected { #expect(made.contains(String(form)), "\(halves[0]): \(form)") }
  }

  @Test(
    "what the tables must not become",
    arguments: [
      "buscar: buscé busce", "pagar: pagé page", "cruzar: cruzé cruze", "recoger: recogo recoga", "vencer: venco venca",
      "distinguir: distinguo distingua", "conocer: conozo conoco", "enviar: envio envia envias",
      "cambiar: cambío cambía",
      "leer: leió leiendo", "huir: huió huio", "pensar: penso pensas", "pedir: pedo pedió", "contar: conto contas",
      "dormir: dormo dormió dormiendo", "jugar: jugo jugue", "venir: veno venió venirá", "poner: poní ponió ponerá",
      "traer: traió trajiera", "conducir: condució conduciera", "andar: andó andara", "caber: cabo cabió caberé",
      "saber: sabo sabió saberé", "oler: olo oles", "errar: erro erras", "asir: aso",
      "satisfacer: satisfació satisfaceré",
      "decir: decirá deció", "reír: reo reió", "cocer: cuezco coco", "abrir: abrido", "volver: volvido",
    ])
  func doesNotMake(row: String) {
    let halves = row.split(separator: ":")
    let made = WordsConjugationTests.forms(String(halves[0]))
    for form in halves[1].split(separator: " ") { #expect(!made.contains(String(form)), "\(halves[0]): \(form)") }
  }

  @Test(
    "persons and tenses that only some people use",
    arguments: [
      (
        "cancelar",
        "cancelá cancelás cancelad cancelen cancele canceléis cancelaseis cancelásemos cancelarais cancelare cancelaren"
      ),
      ("hacer", "hacé hacés haced hagan hiciese hicieseis hiciere harías haríais"),
      ("decir", "decí decís decid digan dijese dijere diríamos"),
      ("tener", "tené tenés tened tengan tuviese tuviere tendríais"),
      ("poder", "podés podría pudiese pudiere podríais"), ("querer", "querés querría quisiese quisiere"),
      ("venir", "vení venís venid vengan viniese"), ("salir", "salí salís salid salgan saldríais"),
      ("ir", "andá id vayan fuese fueseis fuere iríais"), ("ser", "sos sed sean fuese fuéramos seríais"),
      ("dar", "dad den diese diésemos daríais"), ("ver", "ved vean viese viésemos"),
      ("oír", "oíd oigan oyese oyéramos"),
      ("devolver", "devolvé devolvés devolved devuelvan devolviese"), ("enviar", "enviá enviás enviad envíen enviase"),
      ("pedir", "pedí pedís pedid pidan pidiese"), ("seguir", "seguí seguís seguid sigan siguiese"),
    ])
  func makesRare(verb: String, forms: String) {
    let made = WordsConjugationTests.forms(verb)
    for form in forms.split(separator: " ") { #expect(made.contains(String(form)), "\(verb): \(form)") }
  }
}
