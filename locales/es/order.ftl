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
order-sign-in-why = El código QR y el código de activación solo se muestran en el navegador con el que compraste, o cuando inicias sesión. Enviamos un enlace a la dirección con la que pagaste; también muestra todas tus demás eSIM.
order-next = Qué pasa después
order-see-esim = Ver tu eSIM
order-see-plan = Ver el plan otra vez
order-see-plans = Ver los planes otra vez
order-bought = Lo que pediste
order-topup-line = Recarga: { $plan }
order-total = Total
order-sent-back = Reembolsado
order-where = Un enlace a esta página está en tu correo, y todas tus eSIM están en <a>Mis eSIM</a>.

## The order’s headline

order-awaiting-payment = Esperamos tu pago
order-processing = Tu pago está en camino
order-failed = Tu pago no se ha realizado
order-expired = Este pedido no se pagó
order-person = Estamos revisando tu pedido
order-held = Estamos comprobando este pago
order-given-back-paid = Cancelado y reembolsado
order-given-back = Cancelado. Tu reembolso está en camino
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
order-yours = { $n ->
    [one] Tu eSIM
   *[other] Tus { $n } eSIM
}
# $here is a part of $n: 1 of 3.
order-some-ready = { $here ->
    [one] { $here } de tus { $n } eSIM está lista
   *[other] { $here } de tus { $n } eSIM están listas
}
order-returning = Tu reembolso está en camino
order-returned = Te hemos devuelto el dinero
order-test-ended = Este pedido de prueba ha terminado

## Below the headline

order-lead-awaiting-payment = Todavía no hemos recibido tu pago. Si acabas de pagar, tarda unos segundos y tu eSIM llega después automáticamente.
order-lead-processing = Tu banco aún está procesando el pago y puede tardar unos días. En cuanto llegue, pedimos tu eSIM y te la enviamos por correo; antes no se pide nada.
order-lead-failed = El pago no se completó. No se pidió ni se cobró nada. Puedes hacer el pedido otra vez con otro método de pago.
order-lead-expired = La página de pago se cerró o caducó, así que no se cobró ni se pidió nada. El plan sigue a la venta.
order-lead-person = Tenemos que revisar este pedido y nuestro equipo ya está avisado. No tienes que hacer nada; escríbenos si quieres saber más.
order-lead-held = Tu banco o Stripe está revisando este pago. Hasta que termine, no se pide nada.
order-lead-topup = Empieza automáticamente cuando el plan anterior se agota o termina.
order-lead-ready-several = Una para cada teléfono. Añádelas en casa, antes de volar, con un wifi estable; cada una tarda dos minutos.
order-lead-ready-each = Una para cada parte de tu viaje. Añádelas todas en casa, antes de volar, con un wifi estable; cada una tarda dos minutos.
order-lead-ready = Añádela en casa, antes de volar, con un wifi estable. Se tarda dos minutos.
order-lead-stranger = Los códigos solo se muestran en el navegador con el que compraste, o cuando inicias sesión con la dirección con la que pagaste.
order-lead-returning = No tienes que hacer nada. Los bancos suelen mostrar un reembolso en un plazo de 5 a 10 días.
order-lead-returned = El reembolso fue a la tarjeta o cuenta con la que pagaste. Los bancos suelen mostrarlo en un plazo de 5 a 10 días.
order-lead-test-ended = Se hizo cuando la tienda estaba en modo de prueba. Ahora acepta pagos de verdad, así que aquí ya no pasa nada más. Nunca se movió dinero de verdad.
order-lead-seconds = Suele tardar unos segundos.
# $until is a time: 10:32 UTC.
order-lead-until = Suele tardar unos segundos. Si la red no ha entregado tu eSIM antes de las { $until }, te devolvemos el dinero automáticamente. Puedes cerrar esta página: te escribiremos.
order-lead-until-unclear = No nos llegó la respuesta de la red, así que seguimos consultando. Si no ha entregado tu eSIM antes de las { $until }, te devolvemos el dinero automáticamente. Puedes cerrar esta página: te escribiremos.

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
order-step-given-back = Cancelada
order-step-mail-refused = Correo rechazado
order-step-refund-came-back = Reembolso rechazado
order-step-refunded = Reembolsado
order-step-refund-on-its-way = Reembolso en camino

## Below a station that has no time yet

order-note-not-yet = todavía no
order-note-bank = en camino desde tu banco
order-note-nothing-taken = no se cobró nada
order-note-nothing-charged = no se cobró nada
order-note-about-to-be = en breve
order-note-some = { $here } de { $n } por ahora
order-note-esim-page = está todo en la página de tu eSIM
order-note-this-page = está todo en esta página
order-note-on-its-way = en camino
order-note-late = con retraso, seguimos intentándolo
order-note-person = lo estamos revisando
order-mail-refused = El correo a <b>{ $address }</b> se rechaza. Si la dirección está mal, escribe a <a>{ $email }</a> con el número { $order }: la corregimos y enviamos el correo de nuevo.

## What became of the money of one plan. $why is a whole sentence.

order-refund-sent-on = { $amount } reembolsados el { $day }. { $why }
order-refund-sent = { $amount } reembolsados. { $why }
order-refund-on-its-way = Reembolso de { $amount } en camino. { $why }
order-refund-came-back = El banco nos devolvió { $amount }; lo estamos revisando. { $why }
order-refund-topup = La red no pudo añadirla a tu eSIM.

## An eSIM and how to install it

# One of several in an order. $number is 2, $all is 3.
card-number = eSIM { $number } de { $all }
card-first-phone = ¿Es este el teléfono que llevarás de viaje? Entonces instálala aquí mismo.
card-first-iphone-elsewhere = Abre esta página en Safari: solo ahí puede instalarla el iPhone con un toque. O escribe los dos códigos de abajo.
card-first-android-elsewhere = Abre esta página en Chrome: desde dentro de una app no se puede instalar. O escribe los códigos de abajo.
card-first-iphone-old = En este iPhone, abre Ajustes → Datos móviles (en Latinoamérica: Configuración → Datos celulares o Red celular) → Añadir eSIM → Usar código QR → Introducir detalles manualmente, y copia los dos códigos de abajo.
card-first-other = Escanea el código QR con la cámara del teléfono que llevarás de viaje.
card-tap-iphone = Instalar en este iPhone
card-tap-iphone-hint = Tu iPhone abre su propio instalador y pregunta antes de añadir la eSIM.
card-tap-android = Probar la instalación con un toque
card-tap-android-hint = Funciona en teléfonos Pixel y Samsung con Chrome. Si no pasa nada, escanea el código QR o escribe los códigos.
card-qr-iphone = En Safari, mantén el dedo sobre el código y elige «Añadir eSIM». O muestra esta página en otra pantalla y escanéalo.
card-qr-phone = Muestra esta página en otra pantalla y escanea el código con este teléfono.
card-qr-other = Abre la cámara del teléfono que llevarás de viaje y apunta a este código.
card-qr-alt = Código QR que instala tu eSIM
# $esim is “eSIM 2 of 3”.
card-qr-alt-of = Código QR que instala la { $esim }
card-smdp = Dirección SM-DP+
card-code = Código de activación
card-both = Código completo (LPA), para Android
# After “Copy the …”, for screen readers.
card-copy-smdp = dirección SM-DP+
card-copy-code = código de activación
card-copy-both = código completo
card-confirmation-code = Tu teléfono te pedirá un código de confirmación. Escríbenos y te lo enviamos.
card-code-waits = Estamos pidiendo de nuevo a la red el código de esta eSIM. Vuelve a cargar esta página dentro de un minuto. La eSIM está bien.

## A page that cannot be shown

fault-not-found = Página no encontrada
fault-not-found-text = Puede que la dirección esté mal escrita o que la página sea de otra persona.
fault-origin = No hemos podido verificar la solicitud
fault-origin-text = Abre la página aquí e inténtalo de nuevo.
fault-look-up = Ahora mismo no podemos consultarlo
fault-show = No se ha podido mostrar esta página
fault-nothing-lost = No se ha perdido nada: tus pedidos y pagos siguen en curso. Inténtalo de nuevo en un minuto.
fault-yours = ¿Es tuya? No has iniciado sesión en este navegador. Escribe el correo con el que pagaste y te enviamos un enlace de acceso, sin contraseña.
fault-to-shop = Volver a la tienda

## Signing in

sign-in = Iniciar sesión
sign-in-lead = Escribe el correo con el que pagaste. Te enviamos un enlace a tus eSIM, sin contraseña.
sign-in-just-bought = ¿Acabas de comprar una? La página de tu pedido lo tiene todo, en el navegador con el que pagaste.
sign-in-type-address = Escribe tu dirección de correo, por ejemplo ada@example.com.
sign-in-sent = Mira tu correo
# $email is what was typed.
sign-in-sent-lead = { $minutes ->
    [one] Si se ha comprado aquí con <b>{ $email }</b>, un enlace de acceso está en camino. Funciona una vez, durante { $minutes } minuto.
   *[other] Si se ha comprado aquí con <b>{ $email }</b>, un enlace de acceso está en camino. Funciona una vez, durante { $minutes } minutos.
}
sign-in-sent-nothing = ¿Nada después de unos minutos? Mira en la carpeta de spam, revisa cómo está escrita arriba o usa la dirección a la que llegó tu recibo.
sign-in-another-address = Usar otra dirección
sign-in-one-press = { $days ->
    [one] Mantén la sesión iniciada en este navegador durante { $days } día.
   *[other] Mantén la sesión iniciada en este navegador durante { $days } días.
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
card-other-ways = Otras formas de instalarla
## A dónde se envía un pedido

order-mailed-to = Nuestros correos van a <b>{ $address }</b>. <a>Cambiar o enviar otra vez</a>
order-mail-slip = ¿Es correcta tu dirección? Escribiste <b>{ $typed }</b>. ¿Querías decir <b>{ $meant }</b>? <a>Corregirla</a>
mailed-title = A dónde enviamos tu pedido
mailed-title-error = Error: { $title }
mailed-now = Nuestros correos sobre este pedido van a <b>{ $address }</b>.
mailed-again-button = Enviar otra vez
mailed-again-done = Va otra vez de camino a <b>{ $address }</b>. Espera un minuto y mira también en la carpeta de spam.
mailed-nothing-yet = Todavía no se ha entregado nada. En cuanto tu eSIM esté lista, la enviaremos a <b>{ $address }</b>.
mailed-too-often = Puedes volver a enviarlo una vez por minuto, hasta cinco veces al día.
mailed-change = Otra dirección
mailed-change-why = Enviamos tu pedido a la nueva dirección y avisamos del cambio a la anterior, sin ningún código. Los enlaces de los correos enviados a la anterior dejan de funcionar.
mailed-change-button = Cambiar y enviar
mailed-change-done = Cambiada. Nuestros correos sobre este pedido van ahora a <b>{ $address }</b>.
mailed-changed-too-often = La dirección se ha cambiado tres veces hoy. Si sigue mal, escríbenos.
mailed-same = Esa es la dirección que ya tenemos.
mailed-installed = La eSIM ya está instalada, así que la dirección de correo ya no se puede cambiar aquí. Escríbenos si lo necesitas.
mailed-back = Volver al pedido
