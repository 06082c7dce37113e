/// Everyday Spanish verbs, by their infinitives: their forms are never taken for typos.
enum CommonVerbs {
  /// In -ar.
  static let first = """
    abandonar abarcar ablandar abofetear abollar abominar abonar abordar abortar abrasar abrazar abreviar abrigar
    abrochar abundar abusar acabar acampar acaparar acariciar acarrear acatar accesar accionar acelerar acentuar
    aceptar acercar acertar aclarar acomodar acompasar acompañar acondicionar aconsejar acoplar acordar acorralar
    acortar acosar acostar acostumbrar acotar acreditar activar actuar acumular acusar adaptar adecuar adelantar
    adeudar adivinar adjudicar adjuntar administrar admirar adoptar adorar adornar afear afectar aferrar afianzar
    aficionar afilar afinar afirmar aflojar afrontar agachar agarrar agendar agitar agobiar agotar agradar
    agrandar agravar agregar agrietar agrupar aguantar aguardar agujerear ahogar ahorcar ahorrar ahuyentar aislar
    ajustar alabar alargar albergar alcanzar alegrar alejar alentar alertar alimentar aliviar aliñar allanar
    almacenar almorzar alojar alquilar alterar alternar alumbrar alunizar alzar amamantar amar amargar amarrar
    ambicionar amenazar amenizar amontonar amparar ampliar amueblar analizar anclar andar animar anotar ansiar
    anticipar antojar anudar anular anunciar apadrinar apagar apalear apapachar aparcar aparentar apartar
    apasionar apelar apellidar apenar apestar apilar aplacar aplanar aplastar aplazar aplicar apodar apoderar
    aportar apostar apoyar apreciar apresurar apretar aprobar apropiar aprovechar apuntar apurar arar arañar armar
    arraigar arrancar arrasar arrastrar arrebatar arreglar arrendar arrestar arriesgar arrimar arrodillar arrojar
    arropar arruinar articular asaltar asar asear asegurar asemejar aserrar asesinar asesorar asfixiar asignar
    asimilar asociar asolar asomar asombrar aspirar astillar asustar atacar atar atascar atentar aterrar aterrizar
    aterrorizar atestiguar atinar atormentar atornillar atracar atragantar atrapar atrasar atravesar atropellar
    aumentar autorizar auxiliar avalar avanzar avecinar aventar avergonzar averiar averiguar avisar avivar ayudar
    azotar añorar babear bailar bajar barajar barnizar basar bastar batallar bautizar beneficiar berrear besar
    bloquear bombardear borrar borronear bostezar botar bramar brillar brincar brindar bromear brotar bucear
    burlar buscar cabrear cachear cachondear caducar calar calcar calcular calentar calificar callar calmar calzar
    cambiar caminar camuflar canalizar canjear cansar cantar capacitar captar capturar caracterizar cargar
    caricaturizar casar castigar catalogar catar causar cautivar cavar cazar celebrar cenar centrar cepillar
    cercar cerciorar cerrar cesar chambear chapar charlar chatear checar chequear chillar chismear chispear chivar
    chocar chorrear chupar cifrar circular citar civilizar clamar clasificar clausurar clavar clicar cliquear
    clonar cobijar cobrar cocinar codiciar cojear colaborar colapsar colar coleccionar colgar colocar colorear
    columpiar combinar comentar comenzar comparar compensar compilar complementar completar complicar comprar
    comprobar computar computarizar comunicar concentrar concertar conciliar concordar concretar concursar
    condenar condicionar conectar confeccionar confesar confiar configurar confirmar conformar congelar congregar
    conjugar conllevar conmemorar conquistar consagrar conservar considerar consolar consolidar conspirar constar
    constatar consultar consumar contactar contagiar contaminar contar contemplar contestar continuar
    contrarrestar contrastar contratar controlar convalidar conversar convidar convocar cooperar coordinar copiar
    coquetear coronar corroborar cortar costar costear cotillear cotizar crear criar criticar cruzar cuadrar
    cuajar cualificar cubicar cuestionar cuidar culminar culpar cultivar curar curiosear currar cursar custodiar
    danzar dar datar debilitar debutar decepcionar declarar decolorar decorar dedicar deformar degradar dejar
    delatar delegar deleitar deletrear delimitar delirar demandar demorar demostrar denegar denominar denotar
    denunciar deparar depilar deportar depositar derivar derramar derrapar derribar derrocar derrochar derrotar
    derrumbar desabrochar desactivar desafiar desafinar desagradar desahogar desahuciar desalojar desanimar
    desaprovechar desarmar desarrollar desatar desatascar desayunar desbaratar desbloquear desbordar descalzar
    descansar descargar descarrilar descartar descifrar descolgar descolocar desconcertar desconectar desconfiar
    descongelar descontar descuidar desdoblar desear desechar desembarcar desembocar desembolsar desempatar
    desempeñar desencadenar desenchufar desenfocar desengañar desenredar desenroscar desenterrar desesperar
    desfilar desgarrar desgastar desglosar deshabitar deshelar desheredar deshidratar deshinchar deshojar
    desilusionar desinfectar desinflar desinstalar desintegrar deslizar deslumbrar desmayar desmontar desmoronar
    desnudar desocupar desodorizar desordenar desorganizar desorientar despachar desparramar despegar despeinar
    despejar desperdiciar despertar despistar desplazar desplegar despojar despreciar despreocupar destacar
    destapar destellar desterrar destinar destornillar destrozar desvelar desviar detallar detectar deteriorar
    determinar detestar detonar devorar diagnosticar dialogar dibujar dictar diferenciar dificultar dignar
    disculpar diseñar disfrutar disimular disparar dispersar disputar distanciar distorsionar diversificar divisar
    divorciar divulgar doblar doblegar documentar domar domesticar dominar donar dorar dormitar dotar dragar
    duchar dudar duplicar durar echar editar editorializar educar efectuar ejecutar ejercitar elaborar
    electrocutar elevar elogiar emanar embalar embarazar embarcar embargar emborrachar embotellar embrollar
    embrujar emigrar emocionar empalmar empanar empapar empaquetar emparejar empatar empeorar empezar empeñar
    empinar emplear empujar empuñar enamorar encabezar encadenar encajar encallar encaminar encantar encaprichar
    encarcelar encargar encariñar encauzar encerrar enchufar encolar encomendar encontrar encrespar encuadernar
    enderezar endeudar endulzar enfadar enfermar enfocar enfrentar enfriar enganchar engañar engordar engrasar
    enhebrar enjabonar enjaular enjuagar enlazar enmarcar enmendar enojar enredar enrollar enroscar ensanchar
    ensayar enseñar ensuciar entablar enterar enterrar entonar entrar entregar entrenar entrevistar entusiasmar
    enumerar envasar envenenar enviar envidiar equilibrar equipar equivocar erradicar errar escalar escampar
    escandalizar escanear escapar escarbar escasear escatimar escoltar escribanear escrolear escuchar esforzar
    esfumar esmerar espantar especializar especificar especular esperanzar esperar espesar espiar espolvorear
    esquiar esquivar estabilizar estacionar estafar estallar estampar estancar estar estimar estimular estirar
    estorbar estornudar estrangular estrechar estrellar estrenar estresar estropear estructurar estudiar evacuar
    evaluar evaporar evidenciar evitar evocar evolucionar exagerar examinar exceptuar excitar exclamar excusar
    experimentar expirar explicar explorar explotar exportar expresar expulsar exterminar extraviar extrañar
    fabricar facilitar facturar fallar falsear falsificar faltar familiarizar fantasear fardar fascinar fastidiar
    fatigar felicitar fermentar festejar fiar fichar figurar fijar filmar filtrar finalizar financiar firmar
    flamear flexionar flipar flojear flotar fomentar forjar formalizar formar formatear formular forzar fotocopiar
    fotografiar fracasar fraccionar fraguar frecuentar fregar frenar frotar frustrar fugar fulminar fumar
    funcionar fundar fusilar fusionar galopar ganar garantizar gastar gatear generalizar generar germinar gestar
    gestionar girar gobernar golpear googlear gotear gozar grabar graduar granizar grapar gratinar gravar gritar
    guardar guasapear guiar guisar guiñar gustar habilitar habitar habituar hablar hackear hallar hartar helar
    heredar hilar hincar hinchar hipar hipotecar hojear homenajear honrar hornear hospedar hospitalizar humear
    humillar hurgar hurtar idealizar idear identificar ignorar igualar iluminar ilusionar ilustrar imaginar imitar
    impactar implantar implicar implorar importar impresionar improvisar impulsar inaugurar incapacitar incendiar
    incinerar incitar inclinar incomodar incomunicar incorporar incrementar indagar indemnizar indicar indignar
    indultar infectar inflamar inflar informar ingresar inhalar iniciar injertar inmigrar inmovilizar innovar
    inquietar insertar insinuar inspeccionar inspirar instalar instaurar insultar integrar intensificar intentar
    intercalar intercambiar interesar internar interpretar interrogar intimidar intoxicar intrigar inundar
    inventar investigar invitar invocar inyectar irrigar irritar izar jactar jadear jalar jaquear jubilar jugar
    juguetear juntar jurar justificar juzgar labrar laburar lacrar ladrar lamentar lanzar lastimar lavar legalizar
    legislar legitimar lesionar levantar liar liberar librar licenciar licuar liderar ligar lijar limar limitar
    limpiar linkear liquidar lisiar llamar llegar llenar llevar llorar localizar lograr loguear lubricar luchar
    macerar machacar madrugar madurar magullar malcriar malgastar maltratar manchar mandar manejar manifestar
    maniobrar manipular manyar maquillar maquinar maravillar marcar marchar marear marginar marinar martillar
    masacrar mascar masticar matar matizar matricular maullar mediar meditar mejorar mencionar mendigar menguar
    menospreciar mensajear merendar mermar mezclar migrar mimar minimizar mirar moderar modernizar modificar mojar
    molar moldear molestar montar mordisquear mosquear mostrar motivar movilizar mudar multar multiplicar murmurar
    nadar narrar naufragar navegar necesitar negar negociar neutralizar nevar nivelar nombrar normalizar notar
    notificar nublar numerar objetar obligar obrar obsequiar observar obsesionar obstaculizar obviar ocasionar
    ocultar ocupar odiar ojear olfatear olvidar operar opinar opositar optar optimizar orar ordenar ordeñar
    organizar orientar originar orinar osar oscilar ostentar otorgar oxidar pacificar pactar pagar palpar palpitar
    parar parpadear parquear participar pasar pasear patalear patear patentar patinar patrocinar pecar pedalear
    pegar peinar pelar pelear peligrar pellizcar penalizar penetrar pensar perdonar perdurar perfeccionar perforar
    perfumar perjudicar permutar perpetuar perseverar personalizar perturbar pesar pescar pestañear picar pillar
    pilotar pinchar pintar pirar piratear pisar pisotear pitar pixelar planchar planear planificar plantar
    plantear plasmar platicar plegar poblar podar polemizar popularizar posar posibilitar posicionar postear
    postular potenciar practicar precipitar precisar precocinar predicar predominar prefijar preguntar prensar
    preocupar preparar presenciar presentar preservar presionar prestar presupuestar pringar priorizar privar
    privatizar probar procesar proclamar procrear procurar profetizar profundizar programar progresar proliferar
    prolongar promediar promocionar pronosticar pronunciar propagar propiciar proporcionar propulsar prorrogar
    prosperar protagonizar protestar provocar proyectar publicar pulsar pulverizar puntualizar puntuar purificar
    quebrantar quebrar quedar quejar quemar querellar quitar rabiar racionar radicar rajar rallar ramificar rapar
    raptar rascar rasgar raspar rastrear ratificar rayar razonar reaccionar reactivar realizar reanimar reanudar
    rebajar rebasar rebelar rebobinar rebosar rebotar rebozar rebuscar recalcar recalentar recapacitar recargar
    recaudar recetar rechazar rechinar recitar reclamar reclinar reclutar recobrar recomendar recompensar
    reconciliar reconfortar reconsiderar recopilar recordar recortar recrear recriminar rectificar recuperar
    redactar redireccionar redondear reembolsar reemplazar reenviar reestructurar reflejar reflexionar reformar
    reforzar refrescar refrigerar refugiar refunfuñar regalar regar regatear regañar regenerar registrar
    reglamentar regresar regular regularizar rehabilitar rehusar reinar reincorporar reiniciar reintegrar
    reinventar reiterar reivindicar relacionar relajar relatar relevar rellenar relumbrar remar rematar remediar
    remendar remodelar remojar remolcar remontar remunerar renegar renovar rentar renunciar reorganizar reparar
    repasar replantear replicar repoblar reportar reposar represaliar representar reprobar reprochar repudiar
    repugnar resaltar resbalar rescatar reservar resetear reseñar resfriar resguardar resignar resonar respaldar
    respetar respirar restar restaurar restregar resucitar resultar retar retirar retocar retornar retrasar
    retratar revalidar revelar reventar revisar revocar revolcar revolotear rezar ridiculizar rimar rivalizar
    rizar robar rociar rodar rodear rogar roncar rondar rotar rotular rozar rumorear saborear sabotear sacar
    saciar sacrificar salar salpicar saltar saltear saludar salvar sanar sancionar sanear sangrar saturar sazonar
    secar seccionar secuestrar secundar sedar segar segregar sellar sembrar semejar sensibilizar sentar sentenciar
    separar sepultar serenar sesgar señalar significar silbar silenciar simbolizar simpatizar simplificar simular
    sincronizar situar sobornar sobrar sobrecargar sobrepasar sobresaltar sobrevalorar sobrevolar socializar
    sofocar solapar soldar solicitar sollozar soltar solucionar sonar sondear soplar soportar sortear sosegar
    sospechar sospesar soñar suavizar subastar subestimar sublevar subrayar subtitular subvencionar sudar sumar
    suministrar superar supervisar suplantar suplicar suscitar suspirar sustentar susurrar tachar taladrar talar
    tallar tambalear tantear tapar tapizar tararear tardar tartamudear tasar tatuar teclear telefonear
    teletrabajar temblar templar tensar tentar teorizar terminar testificar textear timar tintar tintinear tipear
    tirar tiritar tirotear titubear titular tocar tolerar tomar tonificar topar torear torturar tostar trabajar
    trabar tragar traicionar trajinar tramar tramitar transformar transitar transportar trapichear trasladar
    trasnochar traspasar trasplantar trastear trastornar tratar trazar trenzar trepar tributar tricotar triplicar
    triturar triunfar trocear tronar tropezar truncar tuitear tumbar turbar turnar tutear ubicar ultimar ultrajar
    unificar uniformar untar usar usurpar utilizar vaciar vacilar vacunar vagar validar valorar vapear variar
    vaticinar vegetar velar vendar venerar vengar ventilar veranear verificar versar viajar vibrar viciar vigilar
    vincular violar visitar visualizar vitorear vocear vociferar volar volcar voltear vomitar votar wasapear
    zampar zanjar zarpar zozobrar zumbar
    """

  /// In -er and -ir.
  static let others = """
    abastecer aborrecer abrir absolver absorber abstener aburrir acceder acoger acometer acontecer acudir adherir
    admitir adquirir advertir agradecer agredir aludir amanecer anochecer aparecer apetecer aplaudir aprender
    arder arrepentir ascender asentir asistir asumir atender atraer atrever atribuir aturdir añadir barrer batir
    beber bendecir caber caer carcomer carecer ceder cocer coexistir coger cohibir coincidir combatir comer
    compadecer comparecer compartir competir complacer componer comprender comprimir comprometer concebir conceder
    concluir conducir conferir confundir conmover conocer conseguir consentir consistir constituir construir
    consumir contener contradecir contraer contribuir convencer convenir convertir convivir corregir correr
    corresponder corromper coser crecer creer crujir cubrir cumplir debatir deber decaer decidir decir decrecer
    deducir defender definir demoler depender deprimir derretir desaparecer descender descomponer desconocer
    descoser describir descubrir desdecir desentender desenvolver desfallecer desistir desmentir desobedecer
    despedir desprender desteñir destituir destruir desvestir detener diferir difundir digerir diluir dimitir
    dirigir discutir disminuir disolver disponer distinguir distraer distribuir divertir dividir doler dormir
    ejercer elegir eludir embellecer emerger emitir emprender encarecer encender encoger encubrir endurecer
    enfurecer enloquecer enmudecer enriquecer entender entorpecer entretener entristecer entrometer envejecer
    equivaler erguir esclarecer escocer escoger esconder escribir escupir escurrir esparcir establecer evadir
    exceder excluir exhibir exigir existir exponer exprimir extender extinguir extraer favorecer fingir florecer
    fluir fortalecer freír fundir gemir gruñir haber hacer herir hervir huir humedecer hundir impartir impedir
    imponer imprimir incluir incumplir incurrir inducir inferir influir infringir ingerir inscribir insistir
    instruir interferir interponer interrumpir intervenir introducir intuir invadir invertir ir irrumpir lamer
    latir leer llover lucir maldecir malvender mantener medir mentir merecer meter moler morder morir mover mugir
    nacer nutrir obedecer obstruir obtener ocurrir ofender ofrecer oler omitir oponer oprimir oscurecer oír
    padecer parecer parir partir pedir percibir perder perecer permanecer permitir perseguir persistir persuadir
    pertenecer placer poder podrir poner poseer posponer predecir predisponer preferir prender prescindir
    prescribir presentir presidir presumir presuponer pretender prevalecer prevenir prever proceder producir
    prohibir prometer promover proponer proseguir proteger proveer provenir pudrir pulir querer reaparecer recaer
    recibir recluir recoger reconocer reconstruir recorrer recurrir redimir redirigir redistribuir reducir
    reelegir referir regir rehacer rehuir reincidir rejuvenecer relucir remitir remover renacer rendir repartir
    repeler repercutir repetir reponer reprimir reproducir requerir rescindir resentir residir resistir resolver
    resplandecer responder restablecer restituir restringir resumir retener retorcer retransmitir retribuir
    retroceder reunir revender revertir revestir revivir revolver reír reñir robustecer roer romper rugir saber
    sacudir salir satisfacer seducir seguir sentir ser servir sobrecoger sobresalir sobrevivir socorrer soler
    someter sonreír sorber sorprender sostener subir subsistir suceder sucumbir sufrir sugerir sumergir suplir
    suponer suprimir surgir surtir suscribir suspender sustituir sustraer tejer temer tender tener teñir torcer
    traducir traer transcribir transcurrir transferir transigir transmitir unir urgir valer vencer vender venir
    ver verter vestir vivir volver yacer zambullir zurcir
    """
}
