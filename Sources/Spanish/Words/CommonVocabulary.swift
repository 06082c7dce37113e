/// Lists of everyday Spanish, by the forms that the words take.
enum CommonVocabulary {
  static let verbs = """
    abandonar abrazar abrir acabar aceptar acercar acertar acompañar aconsejar acordar acostar acostumbrar actuar
    adelantar admitir adquirir afectar afirmar agarrar agradecer aguantar ahorrar alcanzar alegrar alquilar amar
    andar anunciar añadir apagar aparecer apetecer aprender apretar aprovechar apuntar arrancar arreglar arrepentir
    asegurar asistir asustar atender atrever aumentar avanzar averiguar ayudar añorar bailar bajar barrer bastar
    beber besar borrar buscar caber caer calcular calentar callar cambiar caminar cansar cantar cargar casar causar
    cazar ceder celebrar cenar cerrar charlar cobrar cocinar coger colgar colocar comentar comenzar comer comparar
    completar componer comprar comprender comprobar comunicar conceder conducir confiar confirmar confundir conocer
    conseguir considerar consistir construir contar contestar continuar controlar convencer convenir convertir
    copiar correr cortar coser costar crear crecer creer cruzar cubrir cuidar cumplir curar dar deber decidir decir
    declarar dedicar defender dejar demostrar depender desaparecer desayunar descansar describir descubrir desear
    desesperar despedir despertar detener dibujar dirigir disculpar discutir disfrutar disponer distinguir dividir
    doler dormir dudar durar echar educar elegir empezar empujar encantar encargar encender encontrar enfadar
    enfermar enfrentar engañar enojar enseñar entender enterar entrar entregar enviar equivocar escapar escoger
    esconder escribir escuchar esperar establecer estar estropear estudiar evitar exigir existir explicar expresar
    extender extrañar fallar faltar fiar fijar firmar formar freír fumar funcionar ganar gastar girar golpear gritar
    guardar gustar haber hablar hacer hallar herir huir imaginar impedir importar incluir indicar informar insistir
    intentar interesar invertir invitar ir jugar juntar jurar lamentar lanzar lavar leer levantar limpiar llamar
    llegar llenar llevar llorar llover lograr luchar mandar manejar mantener marcar marchar matar medir mejorar
    mentir merecer meter mirar molestar montar morir mostrar mover nacer nadar necesitar negar notar obedecer
    obligar obtener ocupar ocurrir odiar ofrecer oír oler olvidar opinar organizar pagar parar parecer partir pasar
    pasear pedir pegar pensar perder perdonar permitir pertenecer pesar pescar pintar pisar poder poner poseer
    practicar preferir preguntar preocupar preparar presentar prestar pretender probar producir prohibir prometer
    proponer proteger quedar quejar quemar querer quitar realizar recibir recoger reconocer recordar recuperar
    reducir referir regalar regresar reír relacionar repetir resolver respetar responder resultar reunir robar rogar
    romper saber sacar salir saltar saludar seguir sentar sentir señalar ser servir significar sobrar soler soltar
    solicitar sonar sonreír soñar soportar sorprender sospechar subir suceder sufrir sugerir suponer tapar tardar
    temer tender tener terminar tirar tocar tomar torcer trabajar traducir traer tratar usar utilizar valer vender
    venir ver vestir viajar visitar vivir volar volver votar
    """

  static let nouns = """
    abogado abrigo abuela abuelo accidente aceite agua aire ajo alcohol alegría alma almohada altura ama amiga amigo
    amor ancho animal año anillo apellido árbol arena arma arroz arte asiento asunto atención auto autobús avión
    ayuda azúcar baile banco bandera baño bar barba barco barrio barro base basura bebé bebida beso bicicleta bigote
    boca boda bolsa bolsillo bolso bosque bota botella botón brazo broma bruja burro caballo cabeza cabra cadena
    café caja calidad calle calor cama camino camisa camiseta campana campo canción cansancio cara carácter carne
    carro carrera carta cartel cartera casa casco caso castillo causa cena centro cepillo cerdo cereza cerveza
    chaqueta chica chico chiste ciego cielo ciencia cigarro cine cinta cinturón cita ciudad clase clima coche cocina
    codo cola colchón colegio color comida compañera compañero compañía concierto conejo consejo copa corazón
    corbata cordero coro corona correo corte cosa costa costumbre crema cruz cuadro cuarto cuchara cuchillo cuello
    cuenta cuento cuerda cuero cuerpo cueva cuidado culpa culpable cuna cura curso daño dato dedo deporte derecha
    derecho desayuno desierto despacho deuda dia día diario diente dinero dios dirección disco diseño doctor dolor
    domicilio dueña dueño duda edad edificio efecto ejemplo ejercicio ejército empresa enemigo energía enfermedad
    entrada época equipo error escalera escena escritorio escuela espacio espalda espejo esposa esposo estación
    estado estilo estómago estrella estudio examen éxito experiencia falda falta fama familia favor fe fecha fiebre
    fiesta fila fin flor foto frase frente fresa frío fruta fuego fuente fuerza fútbol gafa gallina gallo gana gas
    gasto gato gente gesto gobierno golpe goma gorra gota grado grito grupo guante guapa guerra guitarra hambre
    harina hecho helado herida hermana hermano hielo hierba hierro hija hijo hilo historia hogar hoja hombre hombro
    hora horno hospital hotel hoyo huevo hueso humo idea idioma iglesia imagen impuesto invierno isla jabón jamón
    jardín jarra jefa jefe joya juego juez jugo juguete labio lado ladrón lago lágrima lámpara lana lápiz largo lata
    leche lección lechuga lengua leña león letra ley libertad libra libro limón línea lista llama llanto llave
    lluvia lobo loco luna lugar luz madera madre maestra maestro maleta mamá mancha manera mano manta mantel manzana
    mapa máquina mar marca marido marzo masa mascota medida mentira mercado mes mesa meta metro miedo miel miembro
    milagro ministro minuto mitad moda modo molestia momento moneda mono montaña monte moto motivo muchacha muchacho
    mueble muela muerte muerto mujer mundo muñeca muñeco muro música nariz naranja nata navidad nene nena nevera
    nieta nieto nieve nivel niña niño noche nombre norte nota noticia novela novia novio nube número objeto obra
    ocasión oficina ojo ola olor olla opinión oportunidad oreja oro oso otoño padre país paisaje paja pájaro pala
    palabra palo pan pantalón pañuelo papá papa papel par pared pareja parque parte partido pasado paso pasta pastel
    patata pato patio paz pecho pedazo peine película peligro pelo pelota pena pera periódico permiso perra perro
    persona peso pez pie piedra piel pierna pieza pila pino piso pista plan planta plata plato playa plaza pluma
    poema policía política pollo polvo porcentaje portal postre precio pregunta prensa presa prima primavera primo
    principio prisa problema profesor profesora programa pueblo puente puerta puerto puesto punto queso radio raíz
    rama rana rata rato ratón raya rayo razón red regalo regla reina reloj respeto respuesta resto resultado rey
    rico riesgo río risa ritmo rodilla ropa rosa rostro rueda ruido sábana sabor saco sal sala salida saludo salud
    sangre santo sapo sed seda segundo semana sentido señal señor señora señorita siglo silencio silla sistema sitio
    sobre sobrina sobrino sofá sol soldado sombra sombrero sonido sopa sorpresa sueldo suelo sueño suerte sur susto
    tarea tarta taxi taza té techo tela teatro tema temor tiempo tienda tierra tía tigre tijera tío tipo toalla
    tomate tono tormenta toro torre trabajo tráfico traje tren tristeza trozo turno uña uva vaca vacación valle
    valor vaso vecina vecino vela velocidad ventana verano verdad verdura vez viaje vida vidrio viento vino vista
    viuda voz vuelo vuelta yerno zapato zona zorro zumo celular computadora ordenador teléfono televisión móvil
    pantalla cable cargador batería cámara auricular funda teclado impresora altavoz mochila cafetera lavadora
    aspiradora plancha horno microondas sartén colchón espejo estante bombilla pijama vestido calcetín zapatilla
    sandalia guante bufanda perfume champú juguete muñeca libro agenda cuaderno bolígrafo calendario
    """

  static let adjectives = """
    abierto absurdo aburrido actual agradable alegre alto amable amargo amarillo ancho anterior antiguo azul bajo
    barato blanco blando bonito bueno caliente cansado capaz caro castaño cerrado chico cierto civil claro cómodo
    completo común contento corto culto débil delgado derecho diferente difícil distinto divertido dulce duro
    elegante enfadado enfermo enorme entero especial estrecho extranjero extraño fácil falso famoso fatal feliz feo
    fiel fino flaco flojo frío fuerte gordo gracioso grande gratuito grave gris grueso guapo harto hermoso horrible
    humano igual importante imposible increíble inglés interesante inútil joven justo largo lento libre ligero
    limpio listo lleno loco maduro malo máximo mayor mediano menor mínimo moderno mojado morado moreno muerto
    mundial musical natural necesario negro nervioso nuevo oscuro pequeño perfecto pesado pobre posible precioso
    profundo propio público puro querido rápido raro real rico rojo rosa roto rubio sano santo seco seguro sencillo
    serio simple simpático sincero social solo sordo suave sucio supuesto tonto tranquilo triste único urgente útil
    vacío valiente verde viejo vivo amplio eterno inmediato correcto incorrecto verdadero
    """

  /// Words without further forms, and a few of other languages that turn up in Spanish chats.
  static let others = """
    anteriormente actualmente además aparte acaso adelante adentro afuera alrededor arriba abajo dios favor gratis
    cuidado durante encima enfrente finalmente gracias incluso inclusive aproximadamente efectivamente
    desafortunadamente lamentablemente obviamente supuestamente nuevamente solamente sinceramente simplemente
    urgentemente thanks please sorry amazon prime online internet whatsapp facebook google paypal visa mastercard
    bizum seur correos españa madrid barcelona valencia sevilla méxico colombia argentina chile perú ecuador
    venezuela uruguay bolivia paraguay maría josé juan pedro pablo luis carlos ana marta laura lucía carmen antonio
    manuel francisco javier david daniel jorge miguel rosa sara elena cristina patricia raúl sergio alberto fernando
    álvaro diego andrés ramón rafael roberto ricardo eduardo teresa pilar garcía lópez pérez gonzález rodríguez
    fernández martínez sánchez gómez martín jiménez ruiz hernández díaz moreno álvarez romero alonso gutiérrez
    navarro torres domínguez vázquez ramos gil ramírez serrano blanco suárez molina castro ortega
    """
}
