/// Everyday words without further forms: adverbs, interjections, numerals, acronyms, brands, and the English and
/// other words that turn up in Spanish chats.
enum CommonInvariables {
  /// Sorted, accents aside.
  static let all = """
    a abajo about abre abril absolutamente acaso account achís actualmente adelante además adentro adidas adrede
    afortunadamente afuera agosto ahorita ahoritita ajá aja ajajá ajo al alberto alexa alga algodón alguito alguna
    aliexpress allende aló alonso alrededor álvarez álvaro ama amazon ambos amén amex amo ana and anda ándale
    andrés android anoche antaño anteanoche anteayer antemano anteriormente antier antiguamente antonio año aparte
    apenas app apple apps aproximadamente aquel aquesta arde are argentina aro arre arriba arrived asa asimismo
    asus ata atiza atrás aún aunque aúpa automáticamente avd avda ave ay azul back bah balay bar barbie barcelona
    básicamente basta bastantito bata been bic bien bilateralmente billón billones bitte bizum bla blanco
    bluetooth boa bolívares bolivia boludo bonjour bosch bose braun bravo bro brother bru buah bueh buf bus but
    cabalmente cada cal cáliz can cancel canon carajo caramba caray card carlos carmen carnavales carrefour casi
    castro cd cecotec centavo centavos centenar centésimo centímetro centímetros céntimo céntimos che chile chin
    chist chitón ciao ciertamente cif cincuentena claramente col colis colombia commande completamente con
    concretamente conforme conga consecuentemente constantemente coño córcholis correctamente correos corte could
    coz cp cpu cristina cruz ctt cuadragésimo cuádruple cualesquiera cualquier cuantas cuanto cuantos cuarentena
    cuatrocientas cuidado curiosamente cuyas cvc cvv dan daniel danke dar david day dcha de debidamente decathlon
    décimas definitivamente del delante delivery dell demás demasiado den des desafortunadamente desde despacio
    detenidamente dhl diantre diariamente díaz diciembre diego dio dios directamente disney dizque dni doble
    docenas dólar dólares domingo domínguez don doña dos doscientas doy dpto dr dra duodécimo durante dvd dyson ea
    ebay echo económicamente ecuador eduardo efectivamente ego eh ehm ej eje el elena email en encima enero
    enésimo enfrente enhorabuena enseguida entrambos entretanto epa epson era es ese eso esotro españa
    especialmente etc euro euros eventualmente evidentemente exactamente excepto exclusivamente expresamente
    extremadamente ey facebook fácilmente fan favor faz fe febrero fedex fernández fernando fin finalmente finde
    fire fitbit flan for francisco frecuentemente from fue fui garcía garmin gas gel generalmente get gil gillette
    gis gls gmail gómez gonzález google got gps gpu gracias gramo gramos gratis gratuitamente grazie guau güey
    guita gutiérrez hacia had hala hale han harto has have hay haz hbo hdd hdmi hello help her hernández hewlett
    híjole his hogaño honestamente horita hostia hostias hotmail how hoy hoz html http https huawei hurra huy iba
    iban icloud ida idem ido igualmente ikea imposible inclusive incluso indudablemente ing inglés inicialmente
    inmediatamente instagram internet invierno ios ipad iphone ir irá iré irpf is isla issue item its iva izq ja
    jaja jajaja jajajaja jamás javier jbl je jeje jejeje ji jiji jijiji jiménez jo joder joer jojo jolín jolines
    jopé jorge josé joya juan jueves juez julio junio justamente kilo kilos kindle kit klarna la lamentablemente
    lana lar largamente las laura lcd leche leches led lee lego leí lejos lenovo lentamente leo let ley lía libra
    libras lic lidl linkedin linux lío lis literalmente litro litros lo logitech lol lópez loreal los lucas lucía
    luego luis lunes luz mac macho madre madrid madrugada mail mal mande mangos manuel mar maría marta martes
    martín martínez marzo más mastercard máxime mayo mayormente me mecachis mediamarkt medianamente medianoche
    mediante medias mediodía mejor mercadona merci mes metro metros méxico mi miel mientras miércoles mierda
    miguel mil milésimo milímetro millares mis mitades mm mmm molina money month moreno motorola mrw muchísima
    muchísimas muchísimo muchísimos mucho my nacex nanay nao naturalmente navarro navidades need nene net netflix
    new nfc ni nie nif nike nikon ningunas nintendo nivea no nochebuena nochevieja nokia nomás nop nope
    normalmente nos not novecientas novecientos noviembre now nuevamente nuez núm nunca o obrigada obrigado
    obstante obviamente ochocientas ochocientos octubre oía oír ojalá ojo ok okay okey oki okis olá ola old olé
    oled omg online oppo oral órale order org oro ortega os ose oso otoño otrora our out outlook oye pablo package
    pág pan par paraguay parce parcialmente pardiez pares pasado pascua password patricia pavo pavos paypal paz
    pche pdf pedido pedro pérez perfectamente personalmente perú peso pesos pez philips pía pie piel pilar pin
    playstation please poco poquísimo poquito por porque posiblemente posteriormente prácticamente precisamente
    previamente primavera prime principalmente probablemente problem prof prontito pronto próximamente pst pte
    puaj puente puf puff puk pulgada pulgadas puma puntualmente puramente pus qué que quedo quienesquiera
    quienquiera quincuagésimo quinientas quinientos quintos quizá quizás rafael ram ramírez ramón ramos
    rápidamente raramente raúl realme realmente recién recientemente recórcholis red rediós reebok refund
    regularmente res respectivamente return rey reyes ría ricardo rió río roa roberto rodríguez romero ron roomba
    rosa ruiz sábado sal salvo samsung sánchez sara se sé sea sed see seguidamente según seguramente seis
    seiscientas seiscientos semanasanta semejantes sencillamente sendas señorita sep sepa septiembre ser sergio
    serrano set setecientas setecientos seur sevilla shein shh shipping sht sí si siemens siempre similarmente
    simplemente sin sinceramente sip siquiera sms sobremanera sol solamente soles son sony sorry sos soy spotify
    sr sra srta ssd stick su suárez súbitamente suficientemente sumamente supuestamente sur sus swift switch tal
    también tampoco tan tantísimo tanto tardísimo tate taurus te té tel telegram tempranito temprano tercio
    tercios teresa tez thank thanks that the them they this tía tic tiktok tío tlfno tnt todavía torres tos
    totalmente tpv tranquilamente treintena tres trescientas trigésimo trillón triple tristemente tronco tu tú tus
    twitter ud uds uf uff uh uhm últimamente un una unas undécimo une uní únicamente uno unos ups urb urgentemente
    url uruguay usa usb uso usualmente uva uy uyy va valencia van varias varos vas vaya vázquez vd vds vea
    veintinueve veintiocho veintiséis veintisiete veintiún veintiuna velozmente ven venezuela venga veo ver verano
    verdaderamente ves vez vga vía viceversa vid viernes vigésimo vil visa visiblemente víspera vítores voy voz
    want was week were wey what whatsapp when where who why wifi windows with would wow wtf www xbox xd xdd xddd
    xiaomi y ya yahoo yeah year yen yenes yep yes yo you your youtube yuju zape zar zara zas zoo
    """
}
