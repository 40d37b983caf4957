# Every mail is sent as HTML and as text. <b> and <a> are left out of the text.
# Words of the phone’s own settings (Primary, Allow Cellular Data Switching …) are to be those that the phone shows in your language.

## Every mail

# The subject line. $what is the mail’s headline, $shop the shop’s name.
mail-subject = { $what } – { $shop }
# $order is the order’s number: E10001.
mail-subject-order = { $what } – { $shop } { $order }
# In text mails: a name and what belongs to it, such as “Total paid: $14.40” or “Top up: https://…”.
mail-labelled = { $label }: { $value }
mail-copied = { $label }: { $value }
mail-questions = ¿Preguntas? Responde a este correo o escribe a <a>{ $email }</a>.
mail-order = Pedido { $order }.
mail-open-order = Abrir tu pedido
mail-see-esim = Ver tu eSIM
mail-top-up = Recargar
# $ends is a day and a time: 22 Jan 2027, 10:32 UTC.
mail-runs-until = Dura hasta el <b>{ $ends }</b>.

## Receipt

mail-receipt = Recibo
mail-receipt-total = Total pagado
# $at is a day and a time.
mail-receipt-paid = Pedido { $order }, pagado el { $at }.
# $seller is a company’s name and address.
mail-receipt-seller = Vendido por { $seller }.

## The eSIMs are here

mail-ready = { $n ->
    [one] Tu eSIM está lista
   *[other] Tus { $n } eSIM están listas
}
# $here is a part of $ordered: 1 of 3.
mail-some-ready = { $here ->
    [one] { $here } de tus { $ordered } eSIM está lista
   *[other] { $here } de tus { $ordered } eSIM están listas
}
mail-still-waiting = { $n ->
    [one] Falta una. Te la enviamos en cuanto esté lista o te la reembolsamos automáticamente.
   *[other] Faltan { $n }. Te las enviamos en cuanto estén listas o te las reembolsamos automáticamente.
}
mail-one-tap = Abre tu pedido en el teléfono que llevarás de viaje: allí se instala con un toque.
# In the mail of an order of several eSIMs.
mail-several = Una eSIM para cada teléfono: en la página de tu pedido puedes ponerles nombre y enviar a cada persona un enlace que abre solo su eSIM. No hace falta que reenvíes este correo.
mail-each = Una eSIM para cada parte de tu viaje: añádelas todas a tu teléfono en casa y, ya de viaje, activa la del lugar donde estés.
mail-once = <b>Esta eSIM solo se puede instalar una vez. No la elimines del teléfono.</b> Añádela en casa, antes de volar, con un wifi estable.
# $number counts the eSIMs of one order, $plan is “Japan · 10 GB · 7 days”.
mail-numbered = eSIM { $number }: { $plan }
mail-start-by-day = Último día para empezar: <b>{ $day }</b>.
mail-qr-alt = Código QR que instala esta eSIM
mail-scan = Escanéalo con el teléfono que llevarás de viaje. ¿Estás leyendo esto en ese teléfono? Abre tu pedido o escribe estos códigos:
mail-label-smdp = Dirección SM-DP+
mail-label-code = Código de activación
mail-label-both = Código completo (LPA), si tu teléfono tiene un solo campo
mail-label-iccid = Número de la eSIM (ICCID)
mail-label-apn = APN
mail-confirmation-code = Tu teléfono te pedirá un código de confirmación. Responde a este correo y te lo enviamos.
mail-land = Al aterrizar
mail-land-turn-on = Activa la eSIM.
mail-land-roaming = Activa la itinerancia de datos en ella.
mail-land-data = Haz que sea la línea de datos móviles. Deja «Principal» para llamadas y mensajes, y desactiva «Permitir cambio de datos móviles» (o «…datos celulares»).
mail-land-apn = Configura el APN si el plan lo necesita (por ejemplo, data.esim).
mail-land-home-line = <b>Deja desactivada la itinerancia de datos en tu línea habitual.</b> Si no, tu operador puede cobrártela.
mail-sent-back = Reembolsado a tu tarjeta
mail-secret = Quien tenga el código de este correo puede usar tu eSIM: no lo reenvíes.

## Paid, and the network takes its time

mail-received = { $n ->
    [one] Pagado: tu eSIM está en camino
   *[other] Pagado: tus { $n } eSIM están en camino
}
mail-received-topup = Pagado: tu recarga está en camino
mail-received-slow = Hemos recibido tu pago. La red tarda más de lo habitual y seguimos intentándolo.
# $until is a day and a time; $n is how many eSIMs are awaited.
mail-received-until = { $n ->
    [one] Si tu eSIM no ha llegado antes del <b>{ $until }</b>, te la reembolsamos automáticamente en la tarjeta o cuenta con la que pagaste. Te escribimos en cualquier caso; no tienes que hacer nada.
   *[other] Si alguna eSIM no ha llegado antes del <b>{ $until }</b>, te la reembolsamos automáticamente en la tarjeta o cuenta con la que pagaste. Te escribimos en cualquier caso; no tienes que hacer nada.
}
mail-received-until-topup = Si no ha llegado antes del <b>{ $until }</b>, te la reembolsamos automáticamente en la tarjeta o cuenta con la que pagaste. Te escribimos en cualquier caso; no tienes que hacer nada.
mail-received-see = Ver el estado

## Money goes back

# In the subject line.
mail-refunded = Tu reembolso de { $amount }
mail-refunded-headline = Te devolvemos { $amount }
# $why is a whole sentence, one of refund-… below.
mail-refund-line = <b>{ $amount }</b> por { $plan }. { $why }
mail-refund-kept = Se descontó un cargo de { $kept }, como se mostró antes de confirmar.
# $reference is the bank’s name for it: re_3Abc.
mail-refund-reference = Referencia del reembolso: { $reference }
mail-refund-reference-at = Referencia del reembolso: { $reference }, { $at }
mail-refund-when = El reembolso va a la tarjeta o cuenta con la que pagaste. Los bancos suelen mostrarlo en un plazo de 5 a 10 días; no tienes que hacer nada.

## Why money goes back: on the order’s page and in mails

refund-undeliverable = La red no pudo entregar esta eSIM.
refund-undeliverable-topup = La red no pudo añadir esta recarga.
refund-given-back = Cancelaste este plan antes de usarlo.
refund-given-back-topup = Cancelaste esta recarga antes de usarla.
refund-fraud = Se denunció que el pago se hizo sin el consentimiento del titular de la tarjeta.
refund-other = Hemos reembolsado este pago.
refund-test = Esta tienda está en modo de prueba, así que no se compró nada.

## The bank takes days over the payment

# A list of the plans follows.
mail-payment-delayed = Tu banco aún está procesando el pago del pedido { $order } y puede tardar unos días:
mail-payment-delayed-then = En cuanto llegue el pago, hacemos el pedido y te escribimos. Hasta entonces no se pide nada, y no tienes que hacer nada.

## The payment failed

mail-payment-failed = Tu pago no se ha realizado
# A list of the plans follows.
mail-payment-failed-nothing = El pago del pedido { $order } no se completó, así que no se compró ni se cobró nada:
mail-payment-failed-again = Puedes hacer el pedido otra vez cuando quieras con otro método de pago.

## Top-up

mail-topped-up = Tu recarga está lista
# $plan was added to the eSIM that was bought as $esim.
mail-topped-up-added = <b>{ $plan }</b> se ha añadido a tu eSIM «{ $esim }».

## Could not be given back

mail-not-given-back = Tu plan no se canceló
mail-not-given-back-started = Pediste cancelar <b>{ $plan }</b>. Ya había empezado, y un plan que ha empezado no se puede cancelar.
mail-not-given-back-refused = Pediste cancelar <b>{ $plan }</b>. La red no lo canceló. Lo estamos revisando y te escribiremos.
mail-not-given-back-nothing = No se ha cancelado ni reembolsado nada: tu eSIM sigue como está.

## The address of an order was corrected: told to the old one

mail-address-changed = Los correos de tu pedido van ahora a otra dirección
mail-address-changed-what = A partir de ahora, los correos sobre el pedido { $order } van a otra dirección, y con esta ya no se abre el pedido en Mis eSIM. { $shop } hizo este cambio, como hace cuando lo pide quien compró.
mail-address-changed-unasked = ¿No lo pediste? Responde a este correo cuanto antes.

## Start it soon

mail-start-by = Último día para empezar a usar tu eSIM: { $day }
# $days is 0 on the last day itself.
mail-start-by-left = { $days ->
    [0] <b>{ $plan }</b> todavía no ha empezado. <b>Hoy es el último día.</b> Después puede empezar automáticamente y gastar sus días, o dejar de funcionar.
    [one] <b>{ $plan }</b> todavía no ha empezado. <b>Queda un día.</b> Después puede empezar automáticamente y gastar sus días, o dejar de funcionar.
   *[other] <b>{ $plan }</b> todavía no ha empezado. <b>Quedan { $days } días.</b> Después puede empezar automáticamente y gastar sus días, o dejar de funcionar.
}
mail-start-by-install = Instálala ahora, con un wifi estable. Al llegar a tu destino, actívala junto con su itinerancia de datos: ahí empieza el plan.
mail-start-by-installed = Ya está en tu teléfono: déjala ahí. Al llegar a tu destino, actívala junto con su itinerancia de datos: ahí empieza el plan.
mail-start-by-button = Instala tu eSIM
mail-start-by-give-back = ¿No viajas? Mientras no haya empezado, puedes <a>cancelarlo y recuperar el dinero</a>.

## It has started

mail-live = Ya tienes conexión
mail-live-started = <b>{ $plan }</b> ha empezado.
mail-live-home-line = <b>Lo primero: comprueba que la itinerancia de datos está desactivada en tu línea habitual.</b> Si no, tu operador puede cobrártela. En la eSIM sigue activada.
mail-live-see = Ver saldo restante
mail-live-no-internet = ¿Sin internet? <a>Mira qué hacer ahora</a>.

## Data runs low

# $left and $total are “1.9 GB” and “10 GB”; in the subject line.
mail-low = Quedan { $left } de { $total }
mail-low-headline = Quedan { $left }
mail-low-used = <b>{ $plan }</b>: { $used } de { $total } usados.
mail-low-top-up = Una recarga empieza automáticamente cuando esto se agota. No hay que instalar nada.
mail-low-as-of = Actualizado: { $at }. Este enlace es solo para ti: abre la página de recarga de esta eSIM sin iniciar sesión.

## It has ended

mail-used-up = Se han agotado tus datos
mail-time-over = Tu plan ha terminado
mail-used-up-plan = A <b>{ $plan }</b> no le quedan datos.
mail-time-over-plan = <b>{ $plan }</b> ha caducado.
mail-ended-go-on = ¿Sigues de viaje? Recarga la misma eSIM y continúa. No elimines la eSIM del teléfono: no se puede volver a instalar.
mail-ended-plans = O <a>mira todos los planes</a>.
mail-ended-link = El enlace de recarga es solo para ti: abre la página de esta eSIM sin iniciar sesión.

## Signing in

mail-sign-in-to = Inicia sesión en { $shop }
mail-sign-in = Inicia sesión para ver tus eSIM
mail-sign-in-once = { $minutes ->
    [one] Este enlace funciona una vez, durante { $minutes } minuto.
   *[other] Este enlace funciona una vez, durante { $minutes } minutos.
}
mail-sign-in-button = Iniciar sesión
mail-sign-in-unasked = ¿No lo has pedido tú? Puedes ignorar este correo: sin el enlace nadie puede entrar.
