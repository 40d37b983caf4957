# Words of the phone’s own settings (Settings, Cellular, Add eSIM …) are to be those that the phone shows in your language.

## The order’s page

# $day is the day it was paid.
order-dated = Pedido { $order } · { $day }
order-check-again = Comprobar de nuevo
order-continue-to-payment = ¿Aún sin pagar? Continuar con el pago
# The name of a plan, before what became of its money.
order-returned-plan = { $plan }:
order-install = Instala tu eSIM
order-start = Empieza a usar tu eSIM
order-sign-in = Inicia sesión para ver los códigos
order-sign-in-why = El código QR y el código de activación solo se muestran en el navegador con el que se compró, o a ti tras iniciar sesión. Enviamos un enlace a la dirección con la que pagaste; también te lleva a todas tus demás eSIM.
order-next = Qué pasa después
order-see-esim = Ver tu eSIM
order-see-plan = Ver el plan otra vez
order-bought = Lo que pediste
order-topup-line = Recarga: { $plan }
order-total = Total
order-sent-back = Devuelto
order-where = La dirección de esta página está en tu correo, y todas tus eSIM están en <a>Mis eSIM</a>.

## The order’s headline

order-awaiting-payment = Esperamos tu pago
order-processing = Tu pago está en camino
order-failed = Tu pago no se ha realizado
order-expired = Este pedido no se pagó
order-person = Estamos mirando tu pedido
order-held = Estamos comprobando este pago
order-given-back-paid = Devuelto y reembolsado
order-given-back = Devuelto. Tu dinero está en camino
order-coming-topup = Preparando tu recarga
order-ready-topup = Tu recarga está en tu eSIM
order-coming = { $n ->
    [one] Preparando tu eSIM
   *[other] Preparando tus { $n } eSIM
}
order-ready = { $n ->
    [one] Tu eSIM está lista
   *[other] Tus { $n } eSIM están listas
}
# $here is a part of $n: 1 of 3.
order-some-ready = { $here ->
    [one] { $here } de tus { $n } eSIM está lista
   *[other] { $here } de tus { $n } eSIM están listas
}
order-returning = Tu dinero está en camino de vuelta
order-returned = Tu dinero ha vuelto
order-test-ended = Este pedido de prueba ha terminado

## Below the headline

order-lead-awaiting-payment = Todavía no sabemos nada de tu pago. Si acabas de pagar, tarda unos segundos y tu eSIM llega después automáticamente.
order-lead-processing = Tu banco todavía está enviando el dinero, y puede tardar unos días. En cuanto llegue, pedimos tu eSIM y te la enviamos por correo; antes no se compra nada.
order-lead-failed = Tu banco no envió el dinero. No se compró nada ni se te cobró nada. Puedes hacer el pedido otra vez y pagar de otra forma.
order-lead-expired = La página de pago se cerró o se dejó abierta demasiado tiempo, así que no se cobró ni se compró nada. El plan sigue a la venta.
order-lead-person = Este pedido necesita que lo vea una persona, y ya la hemos avisado. No tienes que hacer nada; escríbenos si quieres saber más.
order-lead-held = El banco o Stripe ha pedido revisar este pago. Hasta que se haga, no se compra nada ni se pierde nada.
order-lead-topup = Empieza automáticamente cuando el plan anterior se gasta o termina.
order-lead-ready-several = Una para cada teléfono. Añádelas en casa, antes de volar, con un wifi estable; cada una tarda dos minutos.
order-lead-ready = Añádela en casa, antes de volar, con un wifi estable. Se tarda dos minutos.
order-lead-stranger = Los códigos solo se muestran en el navegador con el que se compró, o tras iniciar sesión con la dirección con la que se pagó.
order-lead-returning = No tienes que hacer nada. Los bancos suelen mostrar un reembolso en un plazo de 5 a 10 días.
order-lead-returned = Volvió a la tarjeta o cuenta con la que pagaste. Los bancos suelen mostrar un reembolso en un plazo de 5 a 10 días.
order-lead-test-ended = Se hizo cuando la tienda estaba en modo de prueba. Ahora acepta pagos de verdad, así que aquí ya no pasa nada más. Nunca se movió dinero de verdad.
order-lead-seconds = Suele tardar unos segundos.
# $until is a time: 10:32 UTC.
order-lead-until = Suele tardar unos segundos. Si la red no ha entregado a las { $until }, tu dinero vuelve automáticamente. Puedes cerrar esta página: te escribiremos.
order-lead-until-unclear = La respuesta de la red se perdió, así que seguimos preguntando. Si la red no ha entregado a las { $until }, tu dinero vuelve automáticamente. Puedes cerrar esta página: te escribiremos.

## The clock of what happened when: its stations, one or two words each

order-step-paid = Pagado
order-step-ordered = Encargado
order-step-not-ordered = No encargado
order-step-ready = Lista
order-step-added = Añadida
order-step-mailed = Correo enviado
order-step-payment-failed = Pago fallido
order-step-not-paid = Sin pagar
order-step-not-added = No añadida
order-step-not-delivered = No entregada
order-step-some-ready = { $here } de { $n } listas
order-step-given-back = Devuelta
order-step-mail-refused = Correo rechazado
order-step-refund-came-back = El reembolso volvió
order-step-refunded = Reembolsado
order-step-refund-on-its-way = Reembolso en camino

## Below a station that has no time yet

order-note-not-yet = todavía no
order-note-bank = en camino desde tu banco
order-note-nothing-taken = no se cobró nada
order-note-nothing-charged = no se cobró nada
order-note-about-to-be = a punto
order-note-some = { $here } de { $n } por ahora
order-note-esim-page = está todo en la página de tu eSIM
order-note-this-page = está todo en esta página
order-note-on-its-way = en camino
order-note-late = con retraso, seguimos intentándolo
order-note-person = se ocupa una persona
order-mail-refused = El correo a <b>{ $address }</b> se rechaza. Si la dirección está mal, escribe a <a>{ $email }</a> con el número { $order }: la corregimos y enviamos el correo de nuevo.

## What became of the money of one plan. $why is a whole sentence.

order-refund-sent-on = { $amount } devueltos el { $day }. { $why }
order-refund-sent = { $amount } devueltos. { $why }
order-refund-on-its-way = { $amount } en camino de vuelta. { $why }
order-refund-came-back = El banco nos devolvió { $amount }; se ocupa una persona. { $why }
order-refund-topup = La red no pudo añadirla a tu eSIM.

## An eSIM and how to install it

# One of several in an order. $number is 2, $all is 3.
card-number = eSIM { $number } de { $all }
# $esim is “eSIM 2 of 3”, $plan “Japan · 10 GB · 7 days”.
card-numbered = { $esim }: { $plan }
card-start-by = Plazo para empezar: { $day }
card-first-phone = ¿Es este el teléfono que va a viajar? Entonces instálala aquí mismo.
card-first-iphone-elsewhere = Abre esta página en Safari: solo ahí puede instalarla el iPhone con un toque. O escribe los dos códigos de abajo.
card-first-android-elsewhere = Abre esta página en Chrome: dentro de una app, el teléfono no puede instalarla. O escribe los códigos de abajo.
card-first-iphone-old = En este iPhone, abre Ajustes → Datos móviles → Añadir eSIM → Usar código QR → Introducir detalles manualmente, y copia los dos códigos de abajo.
card-first-other = Escanea el código QR con la cámara del teléfono que va a viajar. O escribe estos dos en sus ajustes:
card-tap-iphone = Instalar en este iPhone
card-tap-iphone-hint = Tu iPhone abre su propio instalador y pregunta antes de añadir la eSIM.
card-tap-android = Probar con un toque
card-tap-android-hint = Funciona en teléfonos Pixel y Samsung con Chrome. Si no pasa nada, escanea el código QR o escribe los códigos.
card-qr-iphone = En Safari, mantén el dedo sobre el código y elige «Añadir eSIM». O muestra esta página en otra pantalla y escanéalo.
card-qr-phone = Muestra esta página en otra pantalla y escanea el código con este teléfono.
card-qr-other = Abre la cámara del teléfono que va a viajar y apunta aquí.
card-qr-alt = Código QR que instala tu eSIM
# $esim is “eSIM 2 of 3”.
card-qr-alt-of = Código QR que instala la { $esim }
card-smdp = Dirección SM-DP+
card-code = Código de activación
card-both = Los dos en uno, para Android
# After “Copy the …”, for screen readers.
card-copy-smdp = dirección SM-DP+
card-copy-code = código de activación
card-copy-both = código completo
card-confirmation-code = Tu teléfono te pedirá un código de confirmación. Escríbenos y te lo enviamos.

## A page that cannot be shown

fault-not-found = Aquí no hay nada
fault-not-found-text = Puede que la dirección esté mal escrita o que la página sea de otra persona.
fault-origin = Eso no vino de esta tienda
fault-origin-text = Abre la página aquí y pulsa el botón otra vez.
fault-look-up = Ahora mismo no podemos consultarlo
fault-show = No se ha podido mostrar esta página
fault-nothing-lost = No se ha perdido nada: los pedidos y los pagos siguen solos. Inténtalo de nuevo en un minuto.
fault-yours = ¿Es tuya? Entonces este navegador aún no te conoce. Inicia sesión con la dirección con la que pagaste: te enviamos un enlace, no hay contraseña.
fault-to-shop = A la tienda

## Signing in

sign-in = Iniciar sesión
sign-in-lead = Escribe la dirección con la que pagaste. Te enviamos un enlace que muestra tus eSIM; no hay contraseña.
sign-in-just-bought = ¿Acabas de comprar una? La página de tu pedido lo tiene todo, en el navegador con el que pagaste.
sign-in-type-address = Escribe tu dirección de correo, por ejemplo ada@example.com.
sign-in-sent = Mira tu correo
# $email is what was typed.
sign-in-sent-lead = { $minutes ->
    [one] Si se ha comprado aquí con <b>{ $email }</b>, un enlace de acceso está en camino. Funciona una vez, durante { $minutes } minuto.
   *[other] Si se ha comprado aquí con <b>{ $email }</b>, un enlace de acceso está en camino. Funciona una vez, durante { $minutes } minutos.
}
sign-in-sent-nothing = ¿Nada después de unos minutos? Mira en la carpeta de spam, revisa cómo está escrita arriba o usa la dirección a la que llegó tu recibo.
sign-in-another-address = Escribir otra dirección
sign-in-one-press = { $days ->
    [one] Pulsa una vez y este navegador mostrará tus eSIM durante { $days } día.
   *[other] Pulsa una vez y este navegador mostrará tus eSIM durante { $days } días.
}
sign-in-elsewhere = Este enlace se pidió desde otro navegador. Inicia sesión solo si fuiste tú.
sign-in-and-see = Iniciar sesión y ver mis eSIM
sign-in-not-your-device = ¿No es tu dispositivo? Cierra la sesión cuando termines.
sign-in-used-up = Este enlace ya no funciona
sign-in-used-up-lead = { $minutes ->
    [one] Un enlace de acceso funciona una vez, durante { $minutes } minuto. Pide uno nuevo.
   *[other] Un enlace de acceso funciona una vez, durante { $minutes } minutos. Pide uno nuevo.
}
sign-in-new-link = Enviarme un enlace nuevo
card-page = Datos restantes, recargas y ayuda
