/// Everyday Spanish adjectives, in the masculine singular: their forms are never taken for typos.
enum CommonAdjectives {
  /// Sorted, accents aside.
  static let all = """
    abandonado abatido abierto abnegado abominable abrupto absoluto absorbente abstracto absurdo abundante
    aburrido abusivo acalorado accesible accidental ácido acogedor acogido acostumbrado activo actual acuático
    adecuado adicional adicto admirable adorable adulto adverso aéreo afectado afectivo afectuoso aficionado
    afilado afín afortunado africano ágil agitado agotado agotador agradable agrario agresivo agrícola agrio agudo
    ahorrador airado aislado ajeno alargado alarmante alegre alemán alérgico alimenticio alternativo alterno
    altivo alto amable amado amargo amarillo ambicioso ambiental ambiguo ambulante ameno americano amistoso amplio
    anaranjado ancho anciano andaluz anecdótico anglosajón angosto anónimo ansioso anterior anticuado antiguo
    antipático anual anulable apagado aparente apasionado apasionante apático apestoso aplicado apretado
    aproximado apto árabe argentino árido armado armónico aromático arqueológico arraigado arriesgado arrogante
    arrugado artesanal artificial artístico asequible asiático asombroso áspero asqueroso astuto asustado atento
    atlántico atlético atómico atónito atractivo atrasado atrevido atroz audaz ausente australiano austríaco
    autobiográfico autodidacta automático automotriz autónomo autoritario auxiliar avanzado avaro aventurero ávido
    azul azulado babilónico bacán bajo balcánico banal bancario barato barbudo barroco básico beato belga bélico
    bendito beneficioso benigno bestial bilingüe binario biológico blanco blando blanquecino bloqueado boliviano
    bondadoso bonito borracho brasileño bravo breve brillante británico brusco brutal budista bueno burlón
    caballeroso cabezón cabizbajo caducado caduco calado cálido caliente callado caluroso calvo campeón canadiense
    cancelable cándido cansado cansino caótico capaz caprichoso caribeño cariñoso carismático carnal carnívoro
    caro casero castaño casual catalán catastrófico católico cautivador cauto célebre celeste celoso celta central
    céntrico cercano cerebral ceremonial cerrado chévere chico chileno chillón chingón chino chulo chungo ciego
    científico cierto circular ciudadano civil clandestino claro clásico climático clínico cobarde coherente
    colectivo colombiano colonial coloquial colorado colosal comercial comestible cómico cómodo comparable
    compatible competente competitivo complejo complementario completo complicado cómplice comprensible
    comprensivo compulsivo común comunista concreto condicional confiado confidencial conflictivo conforme
    confortable confundido confuso congelado congénito conocido consciente consecutivo consentido conservador
    considerable considerado consistente constante constitucional contagioso contaminado contaminante
    contemporáneo contento contiguo continental continuo contradictorio contraproducente contrario controvertido
    contundente convencional conveniente convincente convulso cooperativo copado coqueto cordial coreano coronario
    corporal correcto correspondiente corriente corrupto cortante cortés corto cósmico costarricense costero
    costoso cotidiano creativo creciente creíble creyente criminal crítico crónico crucial crudo cruel cuadrado
    cubano cuestionable cuidadoso culpable culto cultural cumplido curioso cursi curvo cutre dañino debido débil
    decente decidido decimal decisivo decorativo defensivo definitivo delgado delicado delicioso delictivo demente
    democrático demorado denso dental dependiente deplorable deportivo depresivo deprimente derecho desafiante
    desafortunado desagradable desagradecido desanimado desastroso desbloqueado descabellado descalzo descarado
    descomunal desconfiado desconocido desconsiderado descontento descortés desdichado desempleado desesperado
    desfavorable desgraciado desierto desigual desnudo desobediente desolado desordenado despectivo despejado
    despierto despistado despreciable destacado desubicado detallado detallista determinado devoto diabólico
    diario dichoso didáctico diestro diferente difícil difunto digestivo digital digno diligente diminuto dinámico
    diplomático directo discapacitado disciplinado disconforme discontinuo discreto discriminatorio disgustado
    disperso dispuesto distante distinto distraído diurno diverso divertido divino divorciado doble dócil
    documental doloroso doméstico dominante dominicano dorado dormido dramático drástico dudoso dulce duradero
    duro ecléctico eclesiástico ecológico económico ecuatoriano educado educativo efectivo eficaz eficiente
    efímero egipcio egocéntrico egoísta ejecutivo ejemplar elástico electoral eléctrico elegante elemental elevado
    elocuente embarazado embarazosa eminente emocionado emocionante emotivo empinado empresarial encantado
    encantador encendido enérgico enfadado enfático enfermo engañoso enojón enorme enredado ensangrentado entero
    entrañable entretenido entusiasmado entusiasta envidioso épico equitativo equivalente ernesto erótico errante
    errático escandaloso escaso escéptico esclavo escolar escondido escrito esencial espacial espacioso español
    especial específico espectacular espeso espiritual espléndido espontáneo espumoso estable estacional
    estadístico estadounidense estatal estático estelar estéril estético estimado estimulante estival estrafalario
    estratégico estrecho estresado estresante estricto estudiantil estudioso estupendo etéreo eterno ético étnico
    europeo evidente evitable exacto exagerado exaltado excelente excéntrico excepcional excesivo excitante
    exclusivo exento exhaustivo exhausto exigente existente exitoso exótico expansivo experimental experto
    explícito explosivo exquisito extenso exterior externo extinto extra extranjero extraño extraordinario
    extraterrestre extravagante extraviado extremo exuberante fabuloso fácil factible falaz fallecido fallido
    falso famélico familiar famoso fanático fantástico farmacéutico fascinante fascista fastidioso fatal favorable
    favorito federal feliz femenino feminista feo feroz férreo fértil festivo feudal ficticio fiel fijo financiero
    fingido fino firme fiscal físico flaco flamante flamenco flexible flipante flojo floral fluido fluvial fogoso
    folclórico forestal formidable fortuito forzado forzoso fotográfico frágil francés franco frecuente frenético
    fresco frígido frío frívolo frondoso frontal fructífero frustrado frustrante fuerte fugaz fugitivo fulminante
    funcional fundamental fúnebre furioso furtivo futbolístico futurista futuro gallardo gallego gaseoso generoso
    genético genial gentil genuino geográfico geométrico germánico gigante gigantesco glacial global glorioso
    goloso gordo gótico grácil gracioso gradual gráfico gramatical granate grande grandioso grasiento grato
    gratuito grave griego gris grosero grotesco grueso guapo guatemalteco guay guerrero guineano gustoso hábil
    hablador hambriento harto heavy hebreo helado heredado hereditario herido hermético hermoso heroico
    heterogéneo hidráulico higiénico hindú hipócrita hipotético hispánico hispano histérico histórico hogareño
    holandés holgado homogéneo homosexual hondo hondureño honesto honorable honrado horario horizontal hormonal
    horrendo horrible horroroso hortera hospitalario hostil hueco huérfano humano húmedo humilde humorístico
    húngaro ibérico ideal idéntico ideológico idóneo ignorante igual igualitario ilegal ilegible ilegítimo ileso
    ilimitado iluminado ilusionado iluso ilustrado ilustre imaginario imaginativo imbatible imborrable impaciente
    impactante impar imparcial impecable impenetrable imperceptible imperdonable imperfecto imperial imperioso
    impermeable impersonal implacable implícito imponente impopular importante imposible imprescindible
    impresentable impresionante imprevisible imprevisto improbable improductivo impropio imprudente impulsivo
    impuntual inactivo inadecuado inadmisible inagotable inalámbrico inapropiado incansable incapaz incierto
    incipiente incómodo incomparable incompatible incompetente incomprensible incondicional inconfundible
    inconsciente incontable incontrolable inconveniente incorrecto incrédulo increíble inculto incurable indebido
    indecente indeciso indefenso indefinido independiente indescriptible indeseable indestructible indicado
    indiferente indígena indigno indio indirecto indiscreto indiscutible indispensable individual industrial
    inédito ineficaz ineficiente inepto inesperado inestable inevitable inexacto inexistente inexperto
    inexplicable infalible infame infantil infeccioso infeliz infernal infiel ínfimo infinito inflable inflamable
    inflexible influyente informal informático infortunado ingenioso ingenuo inglés ingrato inhóspito inhumano
    inicial injusto inmaduro inmediato inmejorable inmenso inminente inmoral inmortal inmóvil inmune innecesario
    innegable innovador innumerable inocente inofensivo inolvidable inoportuno inoxidable inquietante inquieto
    insalubre insatisfecho inseguro insensato insensible inseparable insignificante insinuante insípido insistente
    insolente insólito insoportable insostenible instantáneo instintivo institucional instructivo insuficiente
    insufrible insultante insuperable intacto integral íntegro intelectual inteligente intencionado intensivo
    intenso interactivo interesado interesante interior intermedio interminable intermitente internacional interno
    íntimo intolerable intolerante intranquilo intrascendente intrépido intrigante introvertido intruso intuitivo
    inusitado inusual inútil invencible inverosímil inverso invertebrado invisible involuntario irlandés irónico
    irracional irreal irreconocible irregular irrelevante irremediable irreparable irresistible irrespetuoso
    irresponsable irreverente irreversible irritable irritado irritante islámico israelí italiano itinerante
    izquierdo japonés jocoso joven jovial jubilado judicial judío jugoso junto jurídico justiciero justificado
    justo juvenil laboral laborioso lacio lacónico laico lamentable lanudo largo lastimoso latente lateral latino
    latinoamericano laureado lavable laxo leal lechoso legal legendario legible lejano lento libre lícito ligero
    limitado limítrofe limpio lindo lineal lingüístico líquido lírico liso listo literal literario liviano
    llamativo llano lleno llorón lluvioso loco lógico lozano lúcido lucrativo lujoso luminoso lunar macabro
    machista macizo madrileño madrugador maduro maestro mágico magistral magnético magnífico majestuoso majo
    maldito maleducado malicioso maligno malo malvado manchado mandón manso manual maravilloso marginal marino
    marítimo marrón marroquí masculino masivo matemático material maternal materno matinal matrimonial máximo
    mayor mecánico mediano medicinal médico medieval mediterráneo melancólico melódico melodioso memorable menor
    mensual mental mentiroso mercantil merecido mestizo metálico meteorológico meticuloso métrico mexicano
    microscópico miedoso milagroso milenario militar millonario mimoso mínimo minoritario minucioso minúsculo
    miope miserable mísero misterioso místico mítico mixto moderado moderno modesto módico modular mojado
    molecular momentáneo monárquico monetario monótono monstruoso montañoso monumental morado moral morboso moreno
    mortal mortífero motorizado movedizo mudo muerto mugriento múltiple multitudinario mundial municipal musculoso
    musical musulmán mutuo nacido naciente nacional narrativo nato natural náutico naval navideño necesario
    nefasto negativo negligente negro nerviosísimo nervioso neurótico neutral neutro nicaragüense nítido noble
    nocivo nocturno nominal normal normativo norteamericano noruego nostálgico notable notarial notorio novato
    novedoso nublado nuclear nuevo nulo numérico numeroso nupcial nutritivo obediente obeso objetivo obligado
    obligatorio obrero obsceno obsesivo obsoleto obstinado obvio ocasional occidental oceánico ocioso octogonal
    ocular oculto ocupado odioso ofensivo oficioso olímpico olvidadizo olvidado ominoso omnipresente opaco
    operativo oportunista oportuno opresivo óptico optimista opuesto oral ordenado ordinario orgánico orgulloso
    oriental orientativo oriundo ortodoxo osado oscuro ostentoso ovalado oxidado paciente pacífico padre palestino
    pálido panameño panorámico paradisíaco paradójico paraguayo paralelo paralítico parcial pardo parlamentario
    parlanchín particular pasable pasajero pasivo paternal paterno patético patriota patriótico peatonal peculiar
    pedagógico pegajoso peligroso peludo penal penetrante penoso pensativo pensionista peor pequeño peregrino
    perenne perezoso perfecto perfumado periférico periodístico perjudicial permanente permisivo perpetuo perplejo
    persistente perspicaz persuasivo pertinente perturbado peruano perverso pesado pesimista pestilente petrolero
    piadoso picante pícaro pijo pintoresco piola pionero placentero plácido plano plástico plateado plausible
    plenario pleno plural poblado pobre poderoso podrido poético polaco polémico policial polifacético político
    polvoriento ponzoñoso popular poroso portátil portugués posesivo posible positivo póstumo potable potencial
    potente práctico precario precavido precedente preciado precioso preciso precoz predilecto predispuesto
    predominante preferente preferible preferido prehistórico preliminar prematuro premiado preocupado preocupante
    preparado presencial presente presidencial presumido presunto pretencioso preventivo previo previsible
    previsor primario primitivo primordial principiante prioritario privado privilegiado probable problemático
    procedente pródigo productivo profano profesional profético profundo progresista progresivo prohibido
    prolífico prolongado prometedor propenso propicio propio proporcional próspero protector protestante
    provechoso providencial provincial provisional provisorio provocador provocativo prudente psicológico
    psiquiátrico público puertorriqueño pulcro puntiagudo puntilloso puntual punzante puro quebradizo quejica
    quejoso querido quieto químico quirúrgico quisquilloso racial racional racista radiactivo radiante radical
    rancio rapado rápido raro rasgado razonable reacio reactivo real realista rebelde rebosante reciente recíproco
    recomendable recóndito reconfortante recreativo rectangular recto recurrente redondo reducido reembolsable
    reflexivo refrescante regional reglamentario regular relajado relajante relativo relevante religioso
    reluciente remoto renacentista rencoroso renovable rentable repentino repetido repetitivo repleto
    representativo repugnante reseco resentido reservado resfriado resistente respectivo respetable respetuoso
    resplandeciente restringido retorcido retornable retráctil retrasado reutilizable revelador reversible
    revoltoso revolucionario rico ridículo rígido riguroso ritual robusto rocoso rojizo rojo romano romántico
    ronco rosa rosado roto rubio rudo ruidoso ruin rumano rural ruso rústico rutinario sabio sabroso sacro sádico
    sagaz sagrado salado salvadoreño salvaje sangriento sanguíneo sanitario sano santo sarcástico satánico
    satírico satisfactorio satisfecho sazonado seco secreto secundario sedentario sediento seductor seguido seguro
    selectivo selecto semanal semejante sencillo sensacional sensato sensible sensual sentimental separado
    septentrional sereno serio servible servicial severo sexual sexy siguiente silencioso silvestre simbólico
    simétrico similar simpático simple simultáneo sincero singular siniestro sistemático soberano soberbio
    sobrante sobresaliente sobrio social socialista sofisticado sofocante solar soleado solemne solicitado
    solidario sólido solitario solo soltero soluble sombrío somero sonoro sonriente soñador soportable sordo
    sorprendente sorprendido sospechable sostenible suave suavizado subjetivo sublime submarino subterráneo
    subversivo sucesivo sucio suculento sudafricano sudoroso sueco suelto suficiente suizo sujeto sumiso sumo
    suntuoso superficial superfluo supersticioso suplementario supremo supuesto sureño surrealista susceptible
    suspendido suspicaz sustancial sutil tacaño táctico tajante talentoso tangible tardío técnico tecnológico
    tedioso telefónico televisivo temático tembloroso temeroso temible temporal tenaz tendencioso tenebroso tenso
    tentador teórico terapéutico terco terminal terrenal terrestre terrible territorial terrorífico terrorista
    textil tibio tierno tieso tímido típico tiránico tonto tóxico trabajador tradicional trágico traicionero
    traidor tramposo tranquilo transparente traumático travieso tremendo triangular trillado triple triste
    triunfal triunfante trivial tropical tupido turbio turbulento turco turístico ufano ulterior ultrajante
    ultravioleta unánime único unido uniforme unilateral universal universitario urbano urgente uruguayo usado
    usual útil utilizable utópico vacante vacilante vacío vago valenciano valeroso valiente valioso vanidoso vano
    vaporoso varado variable variado vasco vasto vecino vegetal vegetariano vehemente veloz vencido venenoso
    venezolano vengativo ventoso veraniego veraz verbal verdadero verde verdoso verosímil versátil vertical
    vertiginoso vespertino vetusto viable vicioso victorioso viejo vietnamita vigente vigoroso vil vinculado
    violento violeta virgen viril virtual virtuoso visible vistoso visual vital vitalicio vivaz vivido vivo
    volador volcánico voluble voluminoso voluntario voraz vulgar vulnerable yermo zonzo zoológico zurdo
    """
}
