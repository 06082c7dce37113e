/// Given names, surnames, cities and countries: nobody is renamed into a word of the shop.
enum CommonNames {
  /// Sorted, accents aside.
  static let all = """
    aarón abad abel abigail abraham abril acapulco acevedo acosta acuña adán adela adolfo adrián adriana áfrica
    aguado aguascalientes aguilar aguilera aguirre agustín aida ainhoa aitana aitor alan alarcón alba albacete
    albert alberto alcalá alcántara alcaraz alcobendas alcorcón alcoy alejandra alejandro alemán alemania alex
    alexander alexandra alexis alfaro alfonso alfredo algeciras alicante alicia almeida almería almudena alonso
    alvarado álvarez álvaro amador amalia amanda amaya ambato amelia américa amparo ana anabel anaís andorra
    andrade andrea andrés ángel ángela ángeles angulo anselmo antequera antofagasta antonella antonia antonio
    antúnez aparicio araceli aragón arana aranda arango araujo araya arce arellano arenas arequipa arévalo arganda
    argentina ariadna ariana arias ariel ariza armando armas armenia arranz arredondo arriaga arroyo arteaga
    arturo asensio asia asturias asunción augusto aurelio aurora australia austria avendaño ávila avilés axel
    ayala ayelén aznar azucena badajoz badalona badillo báez bahía baja baleares ballesteros barakaldo barba
    bárbara barcelona barquisimeto barranquilla barrera barreto barrientos barrios barroso bautista beatriz bedoya
    begoña belén bélgica belinda beltrán benavides benidorm benítez benito benjamín berlín bermejo bermúdez bernal
    bernardo berta betancourt bilbao bladimir blanca blanco blasco blázquez bogotá bolaños bolivia bonilla borges
    borja bosch botello brandon brasil braulio bravo brayan brenda brian briones briseño bruno bruselas
    bucaramanga bueno buenos burgos bustamante bustos caballero cabello cabrera cáceres cádiz calatayud calderón
    cali california callao calvo camacho cámara camargo camila camilo campeche campos canadá canarias cancún
    candela cano cantabria cantú caracas carbajal carballo cárdenas caribe carina carla carlos carlota carmelo
    carmen carmona caro carolina carranza carrasco carrascosa carrera carretero carrillo carrión cartagena
    carvajal carvalho casado casas castañeda castaño castellanos castellón castilla castillo castro catalina
    cataluña ceballos cecilia cedillo celeste celia centeno cerda cerezo cervantes césar ceuta chacón chaparro
    chávez chetumal chiapas chihuahua chile chimbote china christian cifuentes cintia cisneros ciudad clara
    claudia claudio clemente coahuila cochabamba colima collado colombia colón concepción concha conchita conde
    consuelo contreras corbacho cordero córdoba córdova cornejo corona coronado corral corrales correa cortés
    coruña coslada costa crespo cristian cristina cristóbal cruz cuadrado cúcuta cuéllar cuenca cuernavaca cueto
    cuevas culiacán curitiba cusco damián dani daniel daniela dario darío david dávila débora delgado delia denia
    denis diana díaz diego diéguez diez dinamarca dolores domingo domínguez donoso donostia dora dos duarte dueñas
    dulce duque durán durango echeverría ecija ecuador edgar edgardo edith edmundo eduardo edurne efraín egipto
    elba elche elda elena elías elisa elizabeth eloísa eloy elsa elvira emanuel emilia emiliano emilio emma
    encarna encarnación enrique enríquez envigado enzo eric erica erika ernesto escalante escobar escocia
    escribano escudero esmeralda españa espejo esperanza espinosa espinoza estados esteban estefanía estela ester
    estévez esther estrada estrella eugenia eugenio eulalia europa eva evelyn extremadura ezequiel fabián fabiana
    fabiola fajardo falcón farías fátima federico felipe félix fermín fernanda fernández fernando ferrer ferrol
    fidel figueres figueroa finlandia flavia florencia flores florida fonseca francia francisca francisco franco
    franklin frías fuenlabrada fuentes fuertes fuerteventura gabriel gabriela gael gala galán gales galicia
    galindo gallardo gallego gallegos galván gálvez gámez gandía gaona garay garcés garcía garrido garza gaytán
    gema genaro gerardo germán gerona getafe gibraltar gijón gil gilberto giménez gina girón girona gisela
    giuliana gladys gloria gomera gómez góngora gonzales gonzález gonzalo gordillo gracia granada granados grau
    grecia gregorio griselda guadalajara guadalupe guanajuato guatemala guayaquil guerra guerrero guevara guido
    guillén guillermina guillermo guipúzcoa gustavo gutiérrez guzmán habana hannah haro haydée héctor helena henry
    heras heredia hermosillo hernán hernández hernando herranz herrera herrero hidalgo hilda hinojosa holanda
    honduras horacio hospitalet hoyos huelva huerta huesca hugo humberto hungría hurtado ian ibagué ibáñez ibarra
    ibiza iglesias ignacio igor iker ilse imanol india inés inglaterra inmaculada íñigo iquique irene iris irlanda
    irma irún isaac isabel isabella isaías isidro ismael israel italia itziar iván ivonne izquierdo jaca jacinto
    jacobo jaén jaime jairo jalisco japón jaramillo javi javier jazmín jennifer jeremías jerez jesica jessica
    jesús jhon jimena jiménez joan joana joaquín joel johan johana john jon jonás jonathan jordi jorge josé josefa
    josefina josep joshua josué juan juana juanita juárez judith julia juliaca julián juliana julieta julio jurado
    justo karen karim karina karla katherine kevin kiara laia lanzarote lara laredo laura lautaro leal leandro
    ledesma leganés leire leiva leo león leonardo leonel leonor lérida lerma leticia lidia liliana lima linares
    linda lira lisboa llamas lleida llorente lobo logroño lola londres lópez lorca lorena lorenzo lourdes lozano
    lucas lucero lucía luciana luciano lugo luis luisa luján luna luque luz macarena macías madrid magdalena mahón
    maite majadahonda málaga maldonado malena mallorca managua manizales manolo manresa manrique manu manuel
    manuela manzano mar maracaibo maracay marbella marc marcela marcelo marco marcos margarita maría mariana
    mariano maribel maricarmen marín marina mario marisa marisol márquez marrero marruecos marta martha martí
    martín martina martínez mata mataró mateo mateos matías matilde matos mauricio mauro maximiliano máximo maya
    mayorga mayra mazatlán medellín medina mejía melanie meléndez melilla melina melisa méndez mendoza menéndez
    menorca mercado mercedes mérida merino mesa mexicali méxico meza mía miami micaela michoacán mieres miguel
    mijas mikel milagros milena millán miranda mirandés mireia miriam moisés molina moncada monge mónica monroy
    montalvo montaño montenegro montero monterrey montes montevideo montiel montoya montse montserrat mora moral
    morales morán morcillo morelia moreno morillo móstoles motril moya muñiz muñoz murcia murillo nacho nadia
    nahuel naiara nancy naranjo narváez natalia nava navarra navarrete navarro nayeli nazaret negrete neiva nelson
    nerea néstor neuquén nicaragua nicolás nicole nieto nieves noa noelia noemí noguera nora norberto norma
    noruega nuevo núñez nuria oaxaca ocampo ochoa ojeda olga olivares oliver óliver olivera olivia olmedo olmos
    omar ontinyent ordóñez orellana orense orihuela oriol orozco orta ortega ortiz óscar osorio osvaldo otero otto
    ourense oviedo pablo pacheco pacho pachuca paco padilla páez palacios palencia palma paloma palomino palomo
    pamela pamplona panamá pantoja paola paraguay pardo paredes parís parla parra pascual pasto pastor patiño
    patricia patricio paula paulina paulo paz pedraza pedro peláez pelayo peña pepa pepe peralta perea pereira
    perera pérez perú piedad pilar pineda pinto piña piura plasencia plaza polanco polo polonia ponce ponferrada
    pons pontevedra popayán porras portillo portugal posada posadas potosí pozo pozuelo prado prieto priscila
    puebla puente puerto puertollano puig pulido querétaro quesada quevedo quijada quintana quintero quiroga
    quiroz quito rafa rafael ramírez ramiro ramón ramos rancagua rangel raquel raúl raya rebeca rebollo redondo
    regina reina renata rendón rené resendiz resistencia reus rey reyes reyna ribera ribero ricardo rico riera
    rigoberto rincón rioja ríos rita rivas rivera rivero roberto robledo robles roca rocha rocío rodolfo rodrigo
    rodríguez rogelio roger rojas rolando roldán roma román romero romina romo ronda roque rosa rosado rosales
    rosalía rosario roselló roxana rozas rubén rubio rueda rufino ruiz rumanía rusia ruth saavedra sabadell
    sabrina sáenz sáez sagunto salamanca salas salazar salcedo saldaña salgado salinas salomé salta saltillo
    salvador samaniego samanta samuel sanabria sánchez sancho sandoval sandra sanlúcar santamaría santana
    santander santi santiago santino santos sanz sara sarai saúl sebastián segovia segura selena selma sepúlveda
    sergi sergio serna serra serrano sevilla sierra silva silvana silvia simón sinaloa sitges sofía sol sola
    solano soledad solís solorzano sonia sonora soraya soria soriano sosa sotelo soto suárez sucre suecia suiza
    susana tabasco tacna talavera talca tamara tamaulipas tamayo tampico tania tapia tarragona tatiana tegucigalpa
    tejada tejedor telde téllez tello telmo temuco tenerife teo teodoro tepic teresa terrassa teruel texas thiago
    tijuana tlaxcala toledo toluca tomás toni toro torre torrejón torrelavega torremolinos torreón torres
    torrevieja tovar trejo trinidad trujillo tucumán tudela turquía tuxtla ucrania ugarte ulises ulloa unidos
    urbina uribe urrutia úrsula uruguay utrera valdemoro valdés valdez valdivia valencia valentín valentina
    valenzuela valeria valero valladolid valle valledupar vallejo valparaíso valverde vanesa vanessa varela vargas
    vásquez vázquez vega vela velarde velasco velázquez vélez venezuela vera veracruz vergara verónica vicente
    víctor victoria vidal vidales viera vigo vila vilanova villa villalba villalobos villanueva villar villarreal
    villavicencio villegas violeta virginia vitoria vivas viviana vizcaya walter wendy wilson xalapa xavier ximena
    yago yaiza yamila yanet yáñez ybarra yesica yolanda york yoselin yucatán zacatecas zaira zamora zamorano
    zapata zapopan zaragoza zárate zavala zepeda zoe zulema zúñiga
    """
}
