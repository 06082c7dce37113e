/// Everyday Spanish nouns, in the singular: they and their plurals are never taken for typos.
enum CommonNouns {
  /// Sorted, accents aside.
  static let all = """
    abadía abanico abdomen abecedario abeja abertura abeto abismo abogada abogado abono aborto abrazo abrelatas
    abreviatura abrigo absceso abuela abuelita abuelo abundancia abuso acantilado acceso accesorio accidente
    acción accionista aceite acento acera acero acertijo ácido aclaración acné acompañante acontecimiento acoso
    acta actitud actividad actor actriz actuación actualidad acuarela acuario acuerdo acusación adaptación
    adaptador adelanto ademán adhesivo adicto adivinanza administración administrador admiración admirador
    adolescencia adolescente adopción adorno aduana adulto adversario advertencia aerolínea aeropuerto afán
    afeitadora afición aficionado afiliado afirmación aflicción agencia agenda agente agilidad agonía agosto
    agotamiento agrado agresión agricultor agricultura agua aguacate aguardiente águila aguinaldo aguja agujero
    ahijado ahínco ahorro aire aislante ajedrez ajo ajuste ala alabanza alacrán alambre alameda alargador alarido
    alarma alba albañil albaricoque alberca albergue álbum alcachofa alcalde alcaldesa alcance alcantarilla alcoba
    alcohol aldea alegato alegría alemán alergia aleta alfabeto alfiler alfombra alfombrilla alga álgebra algodón
    alguacil alianza alicate aliento alimento aliño alivio alma almacén almeja almendra almíbar almohada almuerzo
    alojamiento alpargata alquiler alrededores alta altar altavoces altavoz altercado alternativa altibajo altitud
    altoparlante altura aluminio alumna alumno ama amanecer amante amapola ambición ambiente ámbito ambulancia
    amenaza amiga amigo amistad amoníaco amor amplitud ampolla amuleto ananá ananás ancho anciana anciano ancla
    andamio andén anécdota anemia anestesia ángel anguila ángulo anhelo anillo animal aniversario anotación ansia
    ansiedad antelación antena anteojo antepasado anticipo antigüedad antojo antorcha anuncio anzuelo añadidura
    añicos año apagón apapacho aparador aparato aparcamiento apariencia apartado apartamento apatía apellido
    apéndice aperitivo apertura apio aplauso aplazamiento aplicacion aplicación apodo apogeo aportación apósito
    apoyo apreciación aprendiz aprendizaje aprobación aptitud apuesta apunte apuro arandela araña árbitro árbol
    arbusto arcén archivador archivo arcilla arco ardilla ardor área arena arenero arete argolla argumento arma
    armadura armario armonía arnés aroma arpa arquitecta arquitecto arquitectura arrecife arreglo arrendatario
    arrepentimiento arresto arriendo arroyo arroz arruga arte artefacto arteria artesanía artesano ártico
    articulación artista arveja asa asado asamblea ascensor asco aseo asesino asesoría asfalto asiento asignatura
    asilo asistencia asno asociación aspecto aspiración aspiradora astilla astro astronauta astronomía astucia
    asunto atajo ataque atardecer ataúd atención atentado atleta atletismo atmósfera atracción atraco atractivo
    atril atrocidad atún audacia audición audiencia auge aula aumento auricular aurora ausencia austro
    autenticidad auto autobús autobuses autocar automóvil autonomía autopista autor autora autoridad autorización
    avance avellana avena avenida aventura avería aviador avión avispa ayuda ayuno ayuntamiento azada azafata
    azahar azar azote azotea azúcar azufre azulejo baba bacalao bache bachillerato bacteria bahía bailarín
    bailarina baile bala balance balanza balcón balde baldosa ballena balneario balón baloncesto balsa bálsamo
    bambú banana banca banco banda bandeja bandera bandido banquero banqueta banquete bañador bañera baño bar
    baraja baranda barandilla barba barbacoa bárbaro barca barco barniz barra barranco barrera barriga barril
    barrio barro barrote báscula base bastón basura basurero bata batalla bate batería batido batidora batuta baúl
    bautizo bazar bebé bebida beca becario belleza bellota beneficio berberecho berenjena bermudas beso bestia
    besugo betún biberón biblia biblioteca bicho bicicleta bidé bidón bienestar bienvenida bife bigote bigudí
    bikini billar billete billetera biología biombo biquini bisabuela bisabuelo bisagra bisiesto bisnieto bisonte
    bistec bizcocho bloque blusa boca bocadillo bocina boda bodeguero bofetada boicot boina bol bola bolera
    boletín boleto bolígrafo bollo bolo bolsa bolsillo bolso bomba bombero bombilla bombo bombón bondad bondi
    bonete bono boquerón bordado borde bordillo boreal borrachera borracho borrador bosque bosquejo bostezo bota
    botánica bote botella botica botijo botín botiquín botón bóveda boxeador boxeo braga bragas brasero brasil
    brazo brecha brega breva brida brillo brinco brindis brisa broca brocha broche brócoli broma bronca bronce
    bronceado bronquitis brote bruja brújula bruma brusquedad bruto buceo buche bucle budín buey bufanda bufete
    búho buitre bujía bulbo bulevar bulla bullicio bulto buñuelo buque burbuja burgués burla burocracia burro
    buseta búsqueda busto butaca butano buzo buzón caballería caballero caballete caballo cabaña cabellera cabello
    cabeza cabina cable cabra cacahuete cacao cacería cacerola cachivache cachorro cachucha cactus cadáver cadena
    cadera caducidad café cafetera cafetería caída caja cajera cajero cajonera cajuela calabacín calabaza calabozo
    calamar calambre calamidad calavera calcetín calcetines calculadora caldera caldo calefacción calefactor
    calendario calentador calentura calidad caligrafía cáliz calle callejón calma calor caloría calvicie calvo
    calza calzada calzado calzador calzón calzoncillo cama cámara camarera camarero camarón camello camilla
    caminata camino camión camionero camioneta camisa camiseta camisón camote campamento campana campaña campeón
    campeona campeonato campera campesino campo canal canapé canasta cancela cancha canción candado candidato
    candidatura canela cangrejo canguro canica canilla canoa cansancio cansino cantante cántaro cante cantera
    cantimplora cantina canto caña cañería cañón caoba caos capa capacidad capataz capilla capital capitán
    capítulo capó capota capote capricho cápsula captura capucha capullo cara caracol carácter caradura caramelo
    caravana carbón carcajada cárcel cardenal cardumen careta cargador cargo caribe caricatura caricia caridad
    caries cariño carnaval carné carne carnet carnicería carnicero carpa carpeta carpintería carpintero carrera
    carretera carretilla carril carro carroza carta cartel cartelera cartelón cartera carterista cartilla cartón
    cartuchera cartucho cartulina casa casaca casco caserío casilla casino caso castaña castigo castillo
    casualidad catador catálogo catarata catarro catástrofe catecismo cátedra catedral catedrático categoría
    caucho caudal causa cautela cautiverio cava caverna cavidad cavilación caza cazador cazo cazuela cebada cebo
    cebolla cebra ceguera ceja celda celebración celo celos célula celular cementerio cemento cena cenicero ceniza
    censo censura centavo centella centena centeno centímetro céntimo central centralita centro cepa cepillo cera
    cerca cerco cerdo cereal cerebro ceremonia cerería cereza cerilla cero cerradura cerrajero cerro cerrojo
    certamen certeza certificado cervecera cervecero cerveza cesión césped cesta cestería cesto chabola chamaco
    chamarra chamba champiñón champú chancla chándal changa chantaje chapa chaparrón chapuza chaqueta charco
    charlatán chárter chasco chatarra chatarrero chaval chavala chela cheque chévere chica chicharrón chicle chico
    chile chillido chimenea chincheta chingada chirimoya chispa chiste choclo chocolate chófer chompa choque
    chorizo chorro choza chubasco chuche chuchería chuleta chulo chupete churro cicatriz ciclismo ciclista ciclo
    ciclón ciego cielo ciénaga ciencia ciencias cieno científico cifra cigala cigarrillo cigarro cigüeña cilindro
    cima cimiento cine cinismo cinta cintura cinturón circo circuito circulación círculo circunferencia
    circunstancia ciruela cirugía cirujano cisne cisterna cita ciudad ciudadana ciudadanía ciudadano civilización
    clan claridad clarinete clase claustro cláusula clavado clavel clavija clavo claxon clero clientela clima
    climatización clínica cloro clóset coartada cobarde cobardía cobertor cobertura cobija cobijo cobre cocaína
    coche cochecito cocina cocinera cocinero coco cocodrilo código codo codorniz cofre coincidencia cojera cojín
    cojo col cola colada colcha colchón colección coleccionista colectivo colega colegio cólera colesterol coleta
    colgador colgante coliflor colina colirio colisión collar colmado colmena colmillo colmo colonia coloquio
    color columna columnista columpio coma comadre comadreja comarca comba combate combinación combustible comedia
    comedor comentario comercio cometa cómic comida comienzo comilla comino comisaría comisario comisión comité
    comodidad comodín compadre compañera compañero compañía comparsa compás computadora comunidad comunión
    concejal concejala concentración concepto concesionario concha conciencia concierto conclusión concordia
    concurso conde condena condimento conducta conductor conductora conejera conejo conexión conferencia confesión
    confianza configuración conflicto confusión congelador congreso conjunto conmoción conocimiento conquista
    consecuencia consejo conservante consideración consigna consola constancia constipado constitución
    construcción cónsul consulado consumición contable contado contagio contaminación contenedor conteo
    contestación contexto continente contorno contrabando contradicción contraportada contraste contratiempo
    contrato contribución contribuyente control controversia convenio convento conversor convicción convivencia
    convocatoria coñac cooperación coordenada copa copla copo coraje coral coraza corazón corbata corbatín corcho
    cordel cordero cordialidad cordillera cordón corneta coro corona coronel corral correa corrección corredor
    correo corresponsal corriente corrupción cortacésped cortafuegos cortapelos cortaúñas corte cortejo cortesía
    corteza cortina corva cosa cosecha coser cosquilla costa costado costilla costra costumbre costura costurera
    costurero cotilla cotilleo cotización cráneo cráter creación creador creatividad crecimiento crédito creencia
    creencias crema cremación cremallera crepúsculo cría criada criado criatura crimen criminal crisis cristal
    cristalería cristianismo cristiano criterio crítica crítico croissant croqueta croquis cruce crucero
    crucigrama cruz cruzada cuaderno cuadra cuadrado cuadrilátero cuadrilla cuadro cualidad cuantía cuarentena
    cuaresma cuartel cuarteto cuarto cuate cubata cubertería cubierta cubierto cubilete cúbito cubo cucaracha
    cuchara cucharada cucharón cuchilla cuchillada cuchillo cuello cuenco cuenta cuentagotas cuentakilómetros
    cuento cuerda cuerno cuero cuerpo cuervo cuesta cuestión cuestionario cueva cuidado culebra culo culpa
    culpable cultivo culto cultura cumbre cumpleaños cumplido cumplimiento cuna cuña cuñada cuñado cuota cupo
    cúpula cura curiosidad currículum curso curva cúspide custodia cutis dama damasco danés danza daño dardo dátil
    dato deán debate deber debilidad década decena decepción decibelio decisión declaración decorado decreto dedal
    dedicación dedo deducción defensa déficit definición degustación deje delantal delantero delegación delegado
    deleite delfín delgadez deliberación delicadeza delicia delincuencia delincuente delirio delito delta demencia
    democracia demonio demora demostración densidad dentadura dental dentífrico dentista departamento dependencia
    dependienta dependiente depiladora deporte deportista deportividad depósito depresión derecha derecho derechos
    derrame derroche derrota derrotero derrumbe desacato desagüe desahogo desamparo desánimo desaparición desarme
    desarrollo desastre desayuno descampado descanso descendencia descendiente descenso desconfianza desconsuelo
    desembarco desempleo desengaño desenlace deseo desesperación desfase desfile desgana desgaste desgracia
    deshielo desierto desigualdad desilusión desinterés desliz desmayo desnivel desnudo desobediencia desodorante
    desorden despacho despensa desperdicio despertador despido despiste desplante despliegue desprecio
    desprendimiento destajo destello desternillante destierro destino destornillador destreza destrozo destrucción
    desván desventaja desvío detective detector detención detergente deterioro determinación deuda dia día diablo
    diadema diagnóstico diagonal diagrama diálogo diamante diámetro diana diapositiva diario diarrea dibujante
    dibujo diccionario dicho dictado dictador dictadura dictamen diente dieta diezmo dificultad difunto digestión
    dignidad dilema diligencia diluvio dimensión dimisión dinamita dinastía dinero dinosaurio diócesis dioptría
    dios diosa diploma diplomacia diplomático diputada diputado dique dirección director directora directorio
    disciplina discípulo disco discordia discoteca discreción discriminación discurso discusión diseño disfraz
    disgusto disloque disparate disparo disposición dispositivo disputa disquete disquetera distancia distinción
    distribución distribuidor distrito disturbio diversidad diversión dividendo divinidad divisa división divorcio
    doblez docena docencia docente docilidad doctor doctora doctorado doctrina documentación documental dogma
    dólar dolencia dolor domador domicilio dominación domingo dominio dominó don donación donante donativo
    doncella dormilón dormitorio dorsal dosis dote dragón drama dramaturgo droga drogadicto droguería dron ducha
    duda duelo dueña dueño dueto dulzura duna duque duración durazno dureza ebanista ébano ebook eclipse eco
    ecología economía economista ecuación edad edén edición edificio editor editorial edredón educación educador
    efectividad efectivo efecto eficacia efigie egoísmo egoísta eje ejecución ejecutivo ejemplo ejercicio ejército
    ejote elaboración elasticidad elección electricidad electricista electrodoméstico elefante elegancia elemento
    elenco elevación elipse elogio elote embajada embajador embalaje embalse embarazo embarcación embargo emblema
    embrague embrión embudo embuste embutido emergencia emigración emigrante emisión emisora emoción empanada
    empanadilla empate empeine empeño emperador emperatriz empleo emprendedor empresa empresaria empresario
    empujón enano encaje encantamiento encanto encendedor enchufe encía enciclopedia encimera encogimiento
    encrucijada encuadernación encuadre encuentro encuesta endecasílabo endibia enemigo energía enero énfasis
    enfermedad enfermera enfermero enfoque enfrentamiento engendro engranaje enhorabuena enigma enlace enojo
    ensalada ensaladilla ensayo ensenada enseñanza entendimiento entidad entierro entorno entrada entraña entrañas
    entrenador entrenamiento entretenimiento entrevista entuerto entusiasmo envase envergadura envidia epidemia
    episodio epístola época equilibrio equilibrista equipaje equipo equitación equivalencia equivocación era erizo
    ermita erosión error erupción escabeche escalador escalafón escalera escalón escama escándalo escáner escaño
    escaparate escapatoria escape escarabajo escarcha escarola escasez escena escenario escéptico escisión
    esclavitud esclavo escoba escobazo escobilla escolar escollo escolta escombros escondite escopeta escorpión
    escozor escritor escritora escritorio escritura escrúpulo escuadra escudero escudo escuela escultor escultura
    escupitajo esencia esfera esfuerzo esgrima eslabón eslogan esmalte esmeralda esmero esófago espacio espada
    espaguetis espalda espantapájaros espanto espárrago espátula especia especialidad especialista especie
    espectáculo espectador espectro especulación espejismo espejo espera esperanza esperma espesor espía espiga
    espina espinaca espinilla espiral espíritu esplendor espliego esponja esposa esposas esposo espuma esqueje
    esquela esqueleto esquema esquí esquiador esquimal esquina establecimiento establo estaca estación estadio
    estadística estado estafador estafeta estalactita estallido estampa estampado estampida estampilla estanco
    estandarte estanque estante estantería estaño estatua estatura estatuto este estela estepa estera esterilla
    estiércol estilista estilo estilográfica estimación estímulo estirón estofa estofado estómago estorbo
    estornudo estrado estrago estratega estrategia estrechez estrecho estrella estribación estribillo estribo
    estribor estropajo estructura estruendo estuche estudiante estudio estufa estupidez etanol etapa eternidad
    ética etiqueta etnia eucalipto eufemismo euforia evangelio evento evidencia evolución exageración examen
    excavación excedente excelencia excepción exceso excitación exclamación exclusiva excremento excursión excusa
    exigencia exilio existencia éxito expansión expectativa expedición expediente experiencia experto explicación
    exploración explorador explosión explosivo exportación exposición expositor expresión exprimidor expulsión
    éxtasis extensión exterior externo extinción extintor extracto extranjería extrañeza extraterrestre extremidad
    extremo exvoto fábrica fabricante fábula faca facción faceta fachada facilidad factor factoría facultad faena
    faisán faja fajo falda faldón fallecimiento fallo falsedad falsificador falta fama familia fan fanático
    fandango fanfarrón fango fantasía fantasma faraón fardo faringe farmacéutico farmacia farmacopea faro farol
    farola farsa farsante fascículo fascismo fase fastidio fatalidad fatiga fauna favor favorito fax fe fecha
    felicidad felicitación feminismo feminista fenómeno feria ferretería ferretero ferrocarril fertilidad
    fertilizante festejo festín festival festividad feudo fiambrera fianza fibra ficción ficha fichaje fichero
    fidelidad fideo fiebre fiera fierro fiesta figura fijador fila filamento filete filme filosofía filósofo
    filtro fin final finalidad finalista financiación finca firma firmeza fiscal física físico fisioterapeuta
    fisioterapia fisura flan flanco flauta flecha flequillo flexión flor florero florista floristería flota
    flotador fluidez flujo flúor foca foco fogata fogón fólder folio folleto follón fonda fondo fontanería
    fontanero forastero forense forestal formación formalidad formato fórmula formulario fornido foro forraje
    forro fortaleza fortuna fósforo fósil foso foto fotocopia fotocopiadora fotógrafa fotografía fotógrafo fracaso
    fracción fractura fragancia fragata fragilidad fragmento fraile frambuesa franco franela franja franqueza
    franquicia frasco frase fraternidad frazada frecuencia fregadero fregona freidora frenesí freno frente fresa
    friegaplatos frigorífico frijol frío friolero friso fritura frontal frontera frontón fruta frutería frutero
    frutilla fruto fuego fuente fuerza fuga fugitivo fulano fulgor función funcionamiento funcionaria funcionario
    funda fundación fundador fundamento funeral furgón furgoneta furia furor fusible fusil fusión fútbol
    futbolista futuro gabán gabardina gabinete gachas gafa gaita gajo gala galán galardón galaxia galería galgo
    galleta gallina gallinero gallo galón galope gama gamba gamuza gana ganadería ganadero ganado ganador ganancia
    gancho gandul ganga ganso garabato garaje garantía garbanzo garbo garganta gargantilla garita garra garrafa
    garrapata garza gas gasa gaseosa gasoil gasóleo gasolina gasolinera gasto gatillo gato gaviota gazapo gazpacho
    gel gelatina gema gemelo gemido gen generación general género generosidad genética genialidad genio gente
    gentileza gentío geografía geología geometría geranio gerente germen gerundio gestación gestión gesto gestoría
    gigante gimnasia gimnasio gimnasta gineta gira girasol giro gitano glaciar glándula gleba globo gloria
    glorieta glosa glosario glotón glucosa gobernador gobierno gol goleador golf golfo golondrina golosina golpe
    golpeteo goma góndola gordura gorila gorra gorrión gorro gota gotera gozo grabación grabado grabadora gracia
    grada graderío grado gráfica gráfico grama gramática gramo granada grandeza granel granero granito granizado
    granizo granja granjero grano granuja grapa grapadora grasa gratitud grava gravedad gremio grey grieta grifo
    grillo gripe grito grosella grosería grosor grúa grumete grumo gruñido grupo gruta guante guapa guarda
    guardarropa guardería guardia guardián guarida guarnición guasa guerra guerrero guerrilla güey guía guinda
    guindilla guiñol guión guion guirnalda guisado guisante guiso guitarra guitarrista gula gusano gusto haba
    habichuela habilidad habitación habitante hábito habla hacha hacienda hada hado halago halcón hall hamaca
    hambre hambruna hamburguesa hamburguesería hámster harén harina haz hazaña hebilla hebra hechicero hechizo
    hecho hectárea heladera heladería heladero helado helecho hélice helicóptero helio hemisferio hemorragia heno
    hepatitis herboristería heredera heredero herencia herida hermana hermandad hermano hermosura hernia héroe
    heroína herramienta herrero hervidor hervor hiedra hielo hiena hierba hierro hígado higiene higo hija hijo
    hilera hilo himno hincapié hinchazón hipo hipócrita hipódromo hipopótamo hipoteca hipótesis histeria historia
    historiador historieta hito hocico hogar hoguera hoja hojalata hojaldre hojuela hombre hombrera hombro
    homenaje homicidio homosexual honestidad hongo honor honorario honra honradez hora horario horda horizonte
    hormiga hormigón hormona hornillo horno horóscopo horquilla horror hortaliza hospedaje hospital hospitalidad
    hostal hostelería hostia hostilidad hotel hoyo hoz huarache hub hueco huelga huella huérfano huerta huerto
    hueso huésped huevera huevo huida hule hulla humanidad humedad humildad humillación humo humor hundimiento
    huracán hurón hurto idea ideal identificación ideología idilio idioma idiota ídolo iglesia ignorancia
    ignorante igualdad ilegalidad ilusión ilustración imagen imán imbécil imitación impaciencia impacto impar
    imperdible imperfección imperio impermeable ímpetu implante importación importancia imprenta impresión
    impresora imprevisto imprudencia impuesto impulso incapacidad incendio incertidumbre incidencia incidente
    incienso inclinación incógnita incomodidad inconveniente incremento indecisión indemnización independencia
    indicación indicador índice indicio indiferencia indigestión individuo indulto industria infancia infante
    infarto infección infelicidad infierno infinidad infinito inflación influencia infracción ingeniera ingeniería
    ingeniero ingenio ingenuidad ingrediente ingreso inicial iniciativa injusticia inmigración inmigrante
    inmobiliaria inmueble inocencia inocente inodoro inquietud inquilina inquilino inscripción insecto inseguridad
    insistencia insolación insomnio inspección inspector inspiración instalación instancia instante instinto
    institución instituto instrucción instrumento insulto integración integridad intelectual inteligencia
    intención intensidad intento intercambio interés interior intermediario intermedio internado interpretación
    intérprete interrogación interrogatorio interrupción interruptor intervalo intervención intestino intimidad
    intolerancia introducción intruso intuición inundación inutilidad invasión inventario invento inventor
    invernadero inversión inversor investigación investigador invierno invitación invitada invitado inyección ira
    iris ironía irrigador irritación isla islote istmo itinerario izquierda izquierdo jabalí jabón jabonera jade
    jaleo jamón japonés jaqueca jarabe jarana jardín jardinería jardinero jarra jarro jarrón jaula jauría jazmín
    jefa jefe jerga jeringa jeringuilla jeroglífico jersey jinete jirafa jitomate jolgorio jornada jornal joya
    joyería joyero jubilación jubilado júbilo judía judío judo juego juez jueza jugada jugador jugadora jugo
    juguete juguetería jungla jurado juramento jurista justicia juventud juzgado kárate kayak ketchup kilo
    kilogramo kilometraje kilómetro kimono kiosco kiwi koala laberinto labio labor laboratorio laca lacio lacra
    lactancia ladera lado ladrido ladrillo ladrón lagartija lagarto lago lágrima laguna lamento lámina lámpara
    lamparilla lamparón lana lancha langosta langostino lapicera lapicero lápida lápiz lapso lar largo laringe
    larva lastre lata latido látigo latitud latón laúd laurel lava lavabo lavado lavadora lavandería lavaplatos
    lavavajillas lazarillo lazo lealtad lección leche lechera lechero lechuga lector lectora lectura legado
    legalidad legaña legislación legumbre lejanía lejía lema lencería lengua lenguado lenguaje lengüeta lente
    lenteja lentejuela lentes lentilla lentitud leña león leona leopardo leotardo lepra lesión letargo letra
    letrero letrina leucemia levadura ley leyenda libélula liberación libertad libra librería librero libreta
    libro licencia licenciatura liceo licor licuadora líder liebre liga ligamento ligereza lijadora lila lima
    limbo limón limonada limosna limpiador limpiadora limpieza linaje lince linde línea lino linterna lío liquen
    liquidación líquido lirio lisonja lista listón litera literatura litro llaga llama llamada llanto llanura
    llave llavero llegada llovizna lluvia loa lobezno lobo local localidad loción loco locomotora locura locutor
    locutora lodo lógica logro lomo lona loncha longaniza longitud lonja loro losa lotería loto lubricante lucero
    lucha luchador lucidez lugar lugareño lujo lumbre luna lunar lunático lupa lustro luto luz maceta machete
    machismo machista macho madera maderero madrastra madre madriguera madrina madrugada madrugador madurez
    maestra maestro magdalena magia magisterio magnetismo magnitud mago maíz majestad mal malabarista malaria
    maldad maldición malecón malestar maleta maletero maletín maleza malhechor malhumor malicia malla maltrato
    malvado malvavisco mamá mamífero maná manantial mancha mancuerna mandamiento mandarina mandato mandíbula mando
    manecilla manera manga mango manguera maní manía manicura manifestación manifestante manifiesto maniobra
    maniquí manjar mano manojo manopla mansión manta manteca mantel mantenimiento mantequilla mantilla manto
    manual manubrio manuscrito manzana manzanilla maña mañana mapa mapache maquillaje máquina maquinaria
    maquinilla maquinista mar maraña maratón maravilla marca marcador marcha marchante marco marea mareo marfil
    margarina margarita margen marido marinero mariposa mariquita marisco marisquería mármol marmota marqués
    marquesa marrano martes martillo mártir marzo masa masaje máscara mascarilla mascota masilla mástil matadero
    matambre matanza mate matemáticas matemático materia material maternidad matiz matorral matrícula matrimonio
    matriz matrona máximo mayonesa mayoría mazapán mazmorra mazo mazorca mecánica mecánico mecanismo mecanógrafa
    mecedora mecenas mecha mechero mechón medalla media mediación mediador medianía medianoche mediante medias
    médica medicamento medicina medición médico medida mediocridad mediodía mejilla mejillón mejora mejoría
    melancolía melena mella melocotón melodía melón membrillo memoria mención mendigo menisco menopausia mensaje
    menta mente mentira mentiroso mentón mercadillo mercado mercería merienda mérito merluza mermas mermelada mes
    mesa mesera mesero meseta mesilla mesón mestizo meta metabolismo metáfora metal meteorito meteorología
    metralleta métrica metro mezcla mezquindad mezquita micro microbio micrófono microondas microscopio miedica
    miedo miel miembro mierda migaja migraña milagro milanesa milenio milímetro militar milla millar millonario
    mimo mina mineral minero miniatura minifalda mínimo ministerio ministra ministro minoría minusválido minutero
    minuto miopía mirada mirador mirilla mirto miseria misericordia misil misión misionero misiva misterio mitad
    mitin mito mobiliario mocasín mochila moco moda modales modalidad modelaje módem modernidad modestia modista
    modisto modo módulo mojito molde moldura mole molécula molestia molino molusco momento momia monarca monarquía
    monasterio moneda monedero monitora monja monje mono monólogo monopatín monopolio monotonía monstruo montaje
    montaña montañero monte montón montura monumento moqueta mora morada moral moraleja moralidad morcilla mordaza
    mordisco moreno morro mortadela mortalidad mortero mosaico mosca mosquitera mosquito mostaza mota mote motín
    motivo moto motocicleta motociclista motor motorista móvil movilidad mozo mucama muchacha muchacho mudanza
    mudo mueble mueblería mueca muela muerte muerto mugre mujer muleta muletilla mulo multa multinacional multitud
    mundial mundo munición municipio muñeca muñeco muñequera murciélago murmullo muro musa musaraña músculo museo
    musgo música músico muslo mutación mutismo nabo nácar nacimiento nación nacionalidad nafta nalga nana nao
    naranja naranjada naranjo narciso narcotráfico nariz narrador narrativa nata natación natalidad nativo
    naturaleza naufragio náufrago náusea navaja nave navegación navegante navidad navío necedad necesidad necio
    nectarina negación negociación negociador negocio nena nene neón nervio neumático neumonía neurona neutro
    nevada nevera nicho nicotina nido niebla nieta nieto nieve nimbo niña niño nitrógeno nivel nobleza noche
    noción nocturno nómada nombramiento nombre nómina nopal nordeste norma normalidad normativa noroeste norte
    nostalgia nota notaría notario noticia notoriedad novatada novato novedad novela novelista novia noviazgo
    novillo novio nube nublado nuca núcleo nudillo nudo nuera nuez nulidad numeración número nutria nutrición
    nutricionista oasis obediencia obelisco obesidad obispo objeción objetivo objeto obligación obra obrera obrero
    obsequio observación observador observatorio obsesión obstáculo ocasión ocaso océano ocio octavilla oculista
    oda odio odisea odontólogo oeste ofensa ofensiva oferta oficial oficialía oficina oficio ofrenda oído ojal
    ojeada ojera ojo ola oleada oleaje óleo olfato olimpiada oliva olivo olla olmo olor ombligo omisión omóplato
    onda ondulación onza ópalo opción ópera operario opinión oportunidad oposición opresión óptica óptico
    optimismo optimista oración orador orangután orbe órbita orca ordenador orégano oreja organismo organización
    organizador órgano orgasmo orgía orgullo orientación orificio origen orilla orina ornamento oro orquesta
    orquídea ortiga ortografía ortopedia oruga osa osadía oscuridad oso ostra otero otoño ovación ovario oveja
    overol óvulo oxígeno ozono pabellón paciencia paciente pacto padecimiento padrastro padre padrino padrón
    paella paga país paisaje paisajista paisano paja pajar pajarita pájaro pajita pala palabra palacio paladar
    palanca palangana palco palestra paleta palidez palillo palio paliza palma palmada palmera palmo palo paloma
    palomita palpitación palta pamela pan panadera panadería panadero panal páncreas panda pandereta pandilla
    panel panfleto pánico panorama pantalla pantalón pantano panteón pantera pantufla panza pañal pañuelo papa
    papá papagayo paparazzi papaya papel papelera papelería papeleta paperas papilla paquidermo par parábola
    parabrisas paracaídas paracaidista parachoques parada parador paraguas paragüero paraíso paraje paralelo
    parálisis paralítico parapeto pararrayos parásito parasol parca parcela parcero parche parchís pared pareja
    parentesco paréntesis pariente parking parlamento paro parpadeo párpado parque párrafo parrilla párroco
    parroquia parte participación participante partícula partida partidario partidazo partido partitura parto
    parvulario pasadizo pasado pasador pasaje pasajera pasajero pasamanos pasaporte pasarela pasatiempo pascua
    pase paseo pasillo pasión pasividad pasmo paso pasta pastel pastelería pastelero pastilla pastor pata patada
    patata paté patente paternidad patilla patín patinador patinaje patinete patio patito pato patria patrimonio
    patrocinador patrón patrona patrulla pausa pauta pavía pavo pavor payasada paz peaje peatón peca pecado
    pecador pecera pecho pechuga pedagogía pedal pedales pedazo pediatra pediatría pedrada pega pegamento pegatina
    peinado peine peineta peldaño pelea peletería película peligro pelirrojo pellejo pellizco pelo pelota pelotazo
    pelotón peluca peluche peluquera peluquería peluquero pelusa pelvis pena penalti pendiente pendrive péndulo
    península penitencia pensamiento pensión pensionista pentagrama penumbra peña peón pepinillo pepino pepita
    pequeñez pera percance percebe percepción percha perchero percusión pérdida perdiz perdón peregrinación
    peregrino perejil pereza perfección perforación perfume perfumería pergamino periferia perímetro periódico
    periodismo periodista período peripecia perito perjuicio perla permanencia permiso permuta perplejidad perra
    perrera perro persecución perseverancia persiana persona personaje personalidad perspectiva pesadez pesadilla
    pésame pesca pescadería pescadero pescado pescador pesebre peseta pesimismo pesimista peso pestaña peste
    pesticida pestillo petaca pétalo petardo petición petróleo pez pianista piano piba pibe picadero picadura
    picante picaporte picardía pico picor pie piedra piel pienso pierna pieza pijama pijo pila pilar píldora
    pileta piloto pimentón pimienta pimiento pinacoteca pincel pinchazo pincho pingüino pino pinta pintalabios
    pintor pintora pintura pinza piña piñata piñón piojo piojoso pipa piragua pirámide piraña pirata piropo
    pirueta pisada piscina piso pisotón pista pistacho pistola pitido pito piyama pizarra pizca pizza pizzería
    placa placer plaga plan plancha planeta planificación plano planta plantilla plasma plástico plastilina plata
    plataforma plátano platero platillo platino plato playa plaza plegaria pleito plenitud plomero plomo pluma
    plural población pobreza pocilga poda poder poderío podio podólogo poema poesía poeta poetisa polaco polea
    polémica polen poleo policía polideportivo polígono polilla política pollera pollo polo poltrona polución
    polvareda polvo pomada pomelo pompa pómulo popa popote popularidad porcelana porcentaje porche porción porno
    poro porquería porra porro portaaviones portada portafolios portal portazo portera portería portero portón
    porvenir posada pose posesión posibilidad posición posta poste póster posterior postizo postre postura potaje
    pote potencia potro pozo práctica practicante pradera prado precaución precedente precepto precio precipicio
    precipitación precisión precursor predicción preferencia prefijo pregón pregunta prejuicio premio premisa
    prenda prendedor prensa preocupación preparación preparativo preposición presa presagio presencia presentación
    presentador presentadora presentimiento preservativo presidencia presidenta presidente presidio presión preso
    préstamo prestigio presunción presupuesto pretensión pretexto prevención previsión prima primaria primavera
    primicia primo princesa príncipe principiante principio prioridad prisa prisión prisionero prisma prismáticos
    privilegio proa probabilidad probador probeta problema procedencia procedimiento procesador procesión proceso
    proclama producción productividad productor profecía profesión profesional profesor profesora profeta
    profundidad programa progreso prohibición prójimo prole proletariado prólogo prolongación promedio promesa
    prometida prometido promoción promotor pronombre pronóstico propaganda propiedad propietaria propietario
    propina proporción propósito propuesta prórroga prosa prospecto prosperidad prostituta protagonista protector
    proteína protesta prototipo provecho proveedor proverbio provincia provisión provocación proximidad proyección
    proyectil proyecto proyector prudencia psicóloga psicología psicólogo psiquiatra psiquiatría púa pubertad
    publicación publicidad puchero pudor pueblo puente puerta puerto puesto púgil pugna pulga pulgada pulgar
    pulmón pulmonía pulpa púlpito pulpo pulsación pulsera pulso pulsómetro puma punta puntada puntapié puntería
    puntillo punto puntualidad punzada puñado puñal puñetazo puño pupila pupilo pupitre puré pureza purpurina pus
    puzle quebradero quebranto quehacer quemadura querella querido quesadilla quesito queso quicio quid quieto
    quilla quilombo química químico quimioterapia quiniela quiosco quirófano quiste quitaesmalte quitamanchas
    quitanieves quórum rábano rabia rabieta rabo racha racimo ración rada radar radiación radiador radio
    radiografía raíl raíz rallador rama ramo rampa rana rancho rango ranura rapaz rape rapidez rapto raqueta
    rareza ras rascacielos rasgo rasguño raspa rastrillo rastro rata rato ratón ratonera raya rayo raza razón
    reacción realidad realización rebanada rebaño rebelde rebelión rebote recado recaída recambio recapitulación
    recepción recepcionista receptor recesión recipiente recitación recital reclamo recluso recluta recogedor
    recogida recomendación recompensa reconciliación reconocimiento récord recorrido recorte recreo recta
    rectángulo rectitud recto rector recuerdo recuperación recurso red redacción redactor redada reducción
    refacción referencia referéndum refinería reflejo reflexión reforma refrán refresco refrigeración refrigerador
    refuerzo refugiado refugio regadera regaliz regalo regañina régimen regimiento región registrador regla
    reglamento regleta regocijo reguero rehén reina reino reja relación relajación relámpago relato relevancia
    relevo relieve religión religioso rellano relleno reloj relojería relojero remate remedio remera remesa
    remitente remo remolacha remolino remolque rémora remordimiento remuneración renacimiento renacuajo rencor
    rendija rendimiento renglón reno renovación renta rentabilidad renuncia reo reparación reparto repaso
    repertorio repetición repetidor repisa réplica repollo reportaje reportero reposo representación represión
    reproche reptil república reputación requesón res resaca resbalón rescate resentimiento reserva resfriado
    residencia residente residuo resina resistencia resolución resorte respaldo respeto respiración resplandor
    responsabilidad respuesta restauración restaurador restaurante resto restricción resultado resurrección
    retablo retaguardia retal retención retina retiro reto retoque retortijón retrato retrete retroceso reúma
    reunión revancha revelación reventa revés revisión revisor revista revistero revolución revólver revuelo
    revuelta rey rezo ría riada ribera ribete rica rico rictus riesgo rifa rifle rigor rima rímel rincón riñón
    riñonera río riqueza risa risotada ritmo rito rival rivalidad rizador rizo roble robo robot robustez roca roce
    rocío rodaja rodaje rodilla rodillo roedor rol rollo romance romano romería romero rompecabezas ron ronda
    ronquido ropa ropero rosa rosal rosario rosca roscón rostro rotonda rotulador rotura router rozadura rubí
    rubor rudeza rudimento rueda rufián rugby rugido ruido ruina ruleta rumba rumbo rumor ruptura ruralidad ruta
    rutina sábana sabiduría sabio sable sabor sabotaje sacacorchos sacapuntas sacarina sacerdote saco sacramento
    sacrificio sacudida saga sagacidad sal sala salado salario salchicha salchichón saldo salero salida saliva
    salmo salmón salón salpicadero salsa saltador saltamontes salto salud saludo salvación salvador salvaje
    salvamento salvavidas sanción sandalia sandez sandía sándwich sangre sanidad sanitario sano santidad santo
    santuario sapo saqueo sarampión sardina sargento sarna sarpullido sartén sastre satélite sátira satisfacción
    sauce sauna savia saxofón sazón secador secadora sección secreción secreta secretaria secretaría secretario
    secreto secta sector secuela secuencia secuestrador secuestro sed seda sedante sede sedentario segmento
    seguidor segundo seguridad seguro selección seleccionador sello selva semáforo semana semblante semejanza
    semen semestre semilla seminario sémola senado senador sencillez senda sendero seno sensación sensatez
    sensibilidad sensor sentencia sentido sentimiento señal señalización señor señora señorita señorito separación
    sepulcro sepultura sequía séquito ser serenata serenidad sermón serpentina serpiente serrín serrucho servidor
    servidumbre servilleta sesgo seta seto severidad sexo sexualidad sidra siembra sierra siervo siesta sífilis
    sifón sigilo sigla siglo significado signo sílaba silbato silbido silencio silicona silla sillín sillón
    silueta silvestre sima símbolo símil simpatía simpatizante simplicidad simulacro sinagoga sinceridad sindicato
    síndrome sinfonía síntesis síntoma sirena sirope sirvienta sirviente sistema sitio situación soberanía soborno
    sobrante sobre sobredosis sobremesa sobrenombre sobrepeso sobresalto sobrina sobrino socia sociedad socio
    sociología socorrista socorro sofá sofisticación software soga sol solar soldado soldadura soledad solemnidad
    solicitante solidaridad solidez solitario sollozo solomillo soltera soltero soltura solución solvencia sombra
    sombrero sombrilla sonda sondeo soneto sonido sonrisa soñador sopa sopera soplo sopor soporte sorbete sorbo
    sordera sordo sorpresa sorteo sortija sosiego sospecha sospechoso sostén sótano souvenir suavidad suavizante
    subasta súbdito subida submarino subsidio subsuelo subte subterráneo suburbio subvención sucesión suceso
    sucesor suciedad sucursal sudadera sudor suegra suegro suela sueldo suelo sueño suerte suéter suficiencia
    sufijo sufrimiento sugerencia suicidio sujetador sujeto sultán suma sumario suministro superación superficie
    superioridad supermercado superstición supervivencia superviviente suplemento súplica suplicio suposición sur
    surco surtido surtidor suscriptor suspense suspensión suspenso suspiro sustancia sustantivo sustituto susto
    sutura tabaco taberna tabique tabla tablero tableta tablón taburete tacañería taco tacón tacto tala
    taladradora taladro talante talco talento taller tallo talón talonario talud tambor tamiz tanga tanque tanteo
    tapa tapadera tapete tapia tapicería tapir tapiz tapón taquilla taquillero tara tarántula tardanza tarea
    tarima tarjetero tarot tarro tarso tarta tartamudo tasa tatarabuelo tatuaje taurino taxi taxista taza té tea
    teatro tebeo techado techo tecla teclado técnica técnico tecnología tedio teja tejado tejido tejón tela telar
    telaraña telecomunicación teleférico teléfono telegrama telenovela telescopio telespectador televisión telón
    tema temblor temeridad temor temperamento temperatura tempestad templanza temple templo temporada temporal
    tenaza tendedero tendencia tendero tendón tenedor tenis tenista tenor tensión tentación tentativa teñido
    teología teoría terapeuta terapéutica terapia tercio terciopelo termo termómetro termostato terna ternera
    ternero ternura terquedad terraza terremoto terreno territorio terrón terror terrorismo terrorista tertulia
    tesis tesorero tesoro testamento testigo testimonio tetera textil textura tez tía tibieza tiburón tic tiempo
    tienda tierno tierra tiesto tigre tijera tila tilde timador timbre timidez timo timón tímpano tinaja tiniebla
    tino tinta tinte tintero tinto tintorería tío tiovivo tipo tira tirachinas tirada tiranía tirano tirante
    tirita tiro tirón tiroteo títere titulación titular título tiza toalla toallero toallita toba tobillo tobogán
    tocadiscos tocador tocino toga toldo tolerancia tomate tomatera tómbola tomillo tomo tonalidad tonel tonelada
    tóner tongo tónica tono tontería topacio tope tópico topo toque tórax torbellino torcedura torero tormenta
    tormento tornado torneo tornillo torno toro torpeza torre torrente torrija torso torta tortazo tortilla
    tórtola tortuga tortura tos tostada tostador tostadora tóxico tozudez traba trabajador trabajadora trabajo
    trabalenguas tractor tradición traducción traductor traductora traficante tráfico tragaperras tragedia trago
    traición traidor trailer traje trama tramo trampa trampolín trance tranquilidad tranquilizante transbordo
    transcurso transeúnte transferencia transformación transfusión transición tránsito transmisión transparencia
    tranvía trapecio trapo tráquea traslado trasplante trastero trasto trastorno tratado tratamiento travesía
    travesura trayecto trayectoria trazado trazo trébol tregua tremendo tren trenza triángulo tribu tribuna
    tribunal tributo triciclo trigo trimestre trinchera trineo trinidad trino trío tripa trípode tripulación
    tripulante tristeza triunfo trofeo trombón trompa trompeta trompo trona tronco trono tropa tropezón trópico
    trote trozo trucha truco trueno trufa trusa tubérculo tubería tubo tuerca tul tulipán tumba tumbona tumor
    tumulto túnel túnica turba turbante turbina turismo turista turno turquesa turrón tutor tutora tutoría úlcera
    ultraje umbral unanimidad ungüento unidad uniforme unión universidad universitario universo uña uralita
    urbanidad urbanismo urbanización urbe urgencia urna urraca usanza uso usuaria usuario usura utensilio útero
    utilidad utopía uva vaca vacación vacante vaciado vacuna vacuno vado vagabundo vagina vago vagón vaho vainilla
    vajilla vale valentía valía validez valiente valija valla valle valor vals valva válvula vampiro vandalismo
    vanguardia vanidad vano vapor vaquería vaquero vara variación variante varicela variedad varilla varita varón
    vasallo vasija vaso vaticano vecina vecindad vecindario vecino vega vegetación vegetal vegetariana vegetariano
    vehículo vejez vejiga vela velada velero vello velo velocidad vena venado vencedor venda vendaje vendimia
    veneno veneración venganza venia venida ventaja ventana ventanal ventanilla ventilación ventilador ventisca
    vera veraneante veraneo verano verbena verbo verdad verdugo verdulería verdulero verdura vereda veredicto
    vergel verja vermut versículo versión verso vértebra vertedero vertiente vértigo vesícula vestíbulo vestido
    vestidor vestimenta vestuario veta veterano veterinaria veterinario veto vez viajante viaje viajera viajero
    víbora vibración vicepresidente vicio víctima victoria vid vida videoclip videoclub videojuego vidriera vidrio
    viento vientre viernes viga vigencia vigía vigilancia vigilante vigor villa villancico vinagre vinagreta
    vincha vínculo vino viña viñedo viñeta violación violencia violeta violín violinista viraje virgen virtud
    virus visado víscera visera visibilidad visión visita visitante visor víspera vista vitalidad vitamina vitrina
    viuda viudez vivencia vivero vocablo vocabulario vocación vocal vocalista vociferación vodka volante volcán
    voleibol voltaje volumen voluntad voluntaria voluntario vómito vos votación votante voto voz vuelco vuelo
    vuelta vulgaridad yacimiento yanqui yate yegua yelmo yema yerba yermo yerno yeso yoga yogur yuca yudo yugo
    yunque yuyo zafiro zafra zaguán zamba zambullida zanahoria zancada zancadilla zanco zancudo zanja zapallo
    zapatería zapatero zapatilla zapato zapote zar zarpa zarza zarzamora zarzuela zinc zócalo zodíaco zombi zona
    zoo zoología zoológico zopenco zoquete zorro zueco zumbido zumo zurdo zurrón
    """
}
