# $seller is who answers for the shop; $email the address that travellers write to.

## Privacy

privacy-title = Privacidad
privacy-lead = Guardamos lo que necesitamos para tu pedido y nada que sirva para rastrearte.
privacy-keep = Qué guardamos
privacy-keep-email = Tu dirección de correo, de la página de Stripe: para enviarte la eSIM y para que puedas entrar.
privacy-keep-orders = Tus pedidos, sus eSIM y qué pasó en cada momento: para entregar, reembolsar y llevar la contabilidad.
privacy-keep-usage = Cuánto se ha usado de cada plan y cuándo empezó y termina, según el último dato de la red: para mostrarte lo que queda y avisarte a tiempo. No para qué lo usaste ni dónde.
privacy-keep-traveller = El nombre que pongas al viajero de una eSIM, si lo pones: solo para que distingas tus eSIM. Puedes quitarlo cuando quieras.
privacy-keep-country = El país de tu dirección de facturación, de la página de Stripe: para que nuestros avisos no te lleguen de noche, para saber si tienes derecho de desistimiento y para calcular el impuesto incluido en el precio.
privacy-keep-consent = Lo que aceptaste al pagar, en qué idioma y cuándo: para poder demostrar lo acordado.
privacy-keep-partner = Si llegaste por el enlace de un socio: el nombre del socio junto a tu pedido, para pagarle su comisión.
privacy-keep-counts = Durante poco tiempo, cuántas peticiones llegan de cada dirección: contra el abuso.
privacy-not = Qué no guardamos
privacy-not-text = Los datos de tu tarjeta, dónde estás, qué haces en internet. En estas páginas no hay publicidad ni scripts de terceros. Contamos cuántas veces se abre la página de cada plan, sin cookies y sin ningún dato sobre ti.
privacy-cookies = Cookies
privacy-cookies-text = Ninguna mientras miras. Cuando haces un pedido, una marca este navegador como el del comprador, para mostrarte el código; cuando abres tu pedido desde el correo de entrega, una permite que este navegador lo muestre; cuando pides un enlace para entrar, una de un día, para avisarte si el enlace se abre en otro navegador; cuando entras, una mantiene tu sesión abierta. Todas son necesarias y ninguna se comparte.
privacy-others = Quién más interviene
privacy-stripe = Stripe cobra el pago, con su propia política de privacidad.
privacy-supplier = Nuestro proveedor de eSIM crea la eSIM. No recibe tu nombre, tu dirección ni tus datos de pago.
privacy-mail = Un proveedor de correo te hace llegar nuestros mensajes.
privacy-rights = Tus derechos
privacy-rights-text = Pregúntanos qué datos tuyos guardamos y pide que los corrijamos o, si la ley de contabilidad lo permite, que los borremos: <a>{ $email }</a>. Responsable: { $seller }.

## Refunds

refunds-title = Reembolsos
refunds-lead = Entregada o reembolsada, automáticamente. Nunca tienes que pedir tu dinero.
refunds-undelivered = Cuando no podemos entregar tu eSIM
refunds-undelivered-text = Reembolsamos automáticamente el importe completo en la tarjeta o cuenta con la que pagaste:
refunds-at-once = de inmediato, si nuestro proveedor dice que no se puede crear;
# $time is a length of time such as “30 minutes”.
refunds-after = después de { $time }, si para entonces no ha llegado;
refunds-unclear = después de { $time } como máximo, si se perdió una respuesta y puede que se haya creado.
refunds-several = Si compraste varias y solo se pudieron crear algunas, te quedas con esas y te reembolsamos las demás. La página de tu pedido muestra cada paso con su hora. Los bancos tardan de cinco a diez días en mostrar un reembolso.
refunds-mind = Si cambias de idea
refunds-mind-fee = Un plan que no se ha usado nunca se puede cancelar en los { $days } días siguientes a la compra, aunque esté instalado. De cada uno se descuenta un cargo de { $fee }; ves el importe exacto antes de confirmar. Lo haces tú mismo: abre la eSIM en <a>Mis eSIM</a> y toca «Cancelar y recuperar el dinero». La misma página muestra después el estado y la referencia del reembolso. Una recarga que no ha empezado se puede cancelar del mismo modo.
refunds-mind-full = Un plan que no se ha usado nunca se puede cancelar en los { $days } días siguientes a la compra, aunque esté instalado. Reembolsamos el importe completo. Lo haces tú mismo: abre la eSIM en <a>Mis eSIM</a> y toca «Cancelar y recuperar el dinero». La misma página muestra después el estado y la referencia del reembolso. Una recarga que no ha empezado se puede cancelar del mismo modo.
refunds-mind-never = Un plan entregado no se puede cancelar. Conservas los derechos que tu país te da como consumidor.
refunds-broken = Si no funciona
refunds-broken-text = Mira primero <a>qué dice el teléfono y qué hacer</a>: la mayoría de los problemas se arreglan con un ajuste del teléfono. Si sigue sin funcionar, escríbenos durante el viaje y no después: <a2>{ $email }</a2>.
refunds-not = Qué no se puede reembolsar
refunds-not-text = Un plan que ya ha empezado y los datos que se han usado. Una eSIM eliminada del teléfono no se puede volver a instalar; su plan solo se puede cancelar si no ha empezado.

## Terms

terms-title = Condiciones
terms-seller = Compras a <b>{ $seller }</b>. Escribe a <a>{ $email }</a>.
terms-buy = Qué compras
terms-buy-text = Un plan de datos de prepago en una eSIM: una cantidad fija de datos durante un número fijo de días, en los países que indica la página del plan. Sin número de teléfono, sin llamadas, sin suscripción, sin renovación automática.
terms-pay = Qué pagas
terms-pay-text = El precio de la página del plan, en { $currency }, una vez. Pagas en la página de Stripe; nunca vemos tu tarjeta. Tu banco puede añadir su propia comisión por pagar en otra moneda.
terms-get = Cuándo lo recibes
terms-get-text = El código QR se muestra y se envía por correo en cuanto nuestro proveedor lo ha creado, normalmente segundos después del pago. Si no ha llegado después de { $time }, el pago se devuelve completo y automáticamente; si se perdió una respuesta y puede que la eSIM se haya creado, después de { $longest } como máximo.
terms-use = Uso
terms-use-once = Una eSIM se puede instalar una vez, en un teléfono. No debe eliminarse: no se puede volver a instalar.
terms-use-phone = El teléfono debe admitir eSIM y no debe estar bloqueado por un operador.
terms-use-days = Los días cuentan desde la primera conexión en el destino. Empieza en los 60 días siguientes a la compra; después el plan puede empezar automáticamente o dejar de funcionar.
terms-use-speed = La velocidad y la cobertura dependen de las redes locales, que no gestionamos nosotros.
terms-use-code = Guarda el código de activación para ti: quien lo tenga puede instalar tu eSIM.
terms-mind = Si cambias de idea
terms-mind-text = Consulta los <a>reembolsos</a>.
terms-law = Ley aplicable
terms-law-text = Ley aplicable: { $law }. Conservas los derechos que tu país te da como consumidor.
