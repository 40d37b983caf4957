# Words of the phone’s own settings (Cellular, Data Roaming, Network Selection …) are to be those that the phone shows in your language.
# “eSIM”, “APN”, “ICCID”, “SM-DP+”, “EID” and “QR” stay as they are. An “add-on” is a further plan on an eSIM that exists; a “top-up” is buying one.

## Amounts

# $data is “1 MB”.
amount-under = menos de { $data }
# $days is not a whole number: “2.5”.
amount-days-and-a-part = { $days } días

## An eSIM, on all of its pages

# $phrase is “7.4 GB of 10 GB left” or the like: only what ends a sentence is added.
esim-sentence = { $phrase }.
esim-data = Datos
esim-number = Número de la eSIM (ICCID)
esim-apn = APN
esim-order = Pedido
esim-back = Volver a la eSIM
esim-check-again = Comprobar de nuevo
esim-see-the-plans = Ver los planes
# Networks of which we do not know the country, at the end of a list of countries.
esim-elsewhere = En otros lugares
esim-ready-to-install = Lista para instalar
esim-on-a-phone = Instalada, sin empezar
esim-in-use = En uso
esim-plan-has-ended = Plan terminado
esim-switched-off = Desactivada definitivamente
esim-something-wrong = Hay un problema
esim-given-back = Cancelada
# $word is the network’s own, in English.
esim-network-says = Estado según la red: { $word }
esim-brief-not-installed = Añádela en casa, con un wifi estable, antes de volar. Se tarda dos minutos.
esim-brief-not-started = En casa no queda nada por hacer: empieza cuando se conecta por primera vez en tu destino.
esim-brief-nothing-used = Se ha conectado a una red, pero todavía no se han usado datos.
esim-brief-use-unknown = Se ha conectado a una red en tu destino.
esim-brief-works = Todo funciona correctamente.
esim-brief-add-on-waits = El plan anterior ha terminado; tu recarga empieza automáticamente.
esim-brief-data-gone = Se han agotado todos los datos. Puedes recargar esta eSIM.
esim-brief-time-over = Se han acabado los días. Puedes recargar esta eSIM.
esim-brief-nothing-to-add = Su plan ha terminado y no se puede recargar. Un plan nuevo viene con una eSIM nueva.
esim-brief-given-back = La cancelaste, así que ya no funciona.
esim-brief-switched-off = La red desactiva una eSIM 60 días después de que termine su último plan.
esim-brief-broken = La red informa de un problema en esta eSIM. Es raro y no es culpa tuya.
esim-brief-unexplained = La red informa de un estado que no conocemos. Escríbenos si la eSIM no funciona.

## A package (a plan on an eSIM): its state and figures

package-of-elsewhere = Un plan que no se compró aquí
package-given-back = Cancelado
package-being-given-back = Cancelándose
package-starting = Empezando
package-waits = En espera para empezar
package-in-use = En uso
package-used-up = Agotado
package-days-over = Caducado
package-ended-by-hand = Finalizado manualmente
# In a ring, below “7.4 GB” or “4 days” in large letters. $all is “10 GB” or “7 days”.
package-of-all-left = de { $all }
# $used and $all are “2.6 GB” and “10 GB”. No full stop: it stands in a table too.
package-used = { $used } de { $all } usados
# $used and $all are “3 days” and “7 days”.
package-days-used = { $used } de { $all } usados. Datos ilimitados: se cuentan los días
# $all is “10 GB” or “7 days”. No full stop.
package-not-started = { $all }, sin empezar
# $left and $all are “7.4 GB” and “10 GB”, or “4 days” and “7 days”. No full stop.
package-left = Quedan { $left } de { $all }
# $days is 0 where it is not known how many they are.
package-begins-at-destination =
    { $days ->
        [0] Sus días empiezan cuando la eSIM se conecta por primera vez a una red en tu destino.
        [one] Su único día empieza cuando la eSIM se conecta por primera vez a una red en tu destino.
       *[other] Sus { $days } días empiezan cuando la eSIM se conecta por primera vez a una red en tu destino.
    }
# $days is 0 where it is not known how many they are.
package-begins-after-another =
    { $days ->
        [0] Sus días empiezan cuando sustituye al plan anterior.
        [one] Su único día empieza cuando sustituye al plan anterior.
       *[other] Sus { $days } días empiezan cuando sustituye al plan anterior.
    }
# $end is a day and a time. $days is 0.
package-days-ended-on = Sus días terminaron el { $end }.
package-ends-on =
    { $days ->
        [one] Último día: termina el { $end }.
       *[other] Quedan { $days } días: termina el { $end }.
    }
package-ended-on = Terminó el { $end }.

## One eSIM

my-esim-installed = Instalada ✓
# $day is a date; the link fetches a file for the calendar.
my-esim-start-by = <b>Último día para empezar: { $day }.</b> Después, el plan puede empezar automáticamente y gastar sus días, o dejar de funcionar. <a>Añadir al calendario</a>
my-esim-bought = Comprada
my-esim-how-a-top-up-works = Cómo funciona una recarga
my-esim-why-not-given-back = Por qué no se canceló
my-esim-see-the-refund = Ver el reembolso
my-esim-give-it-back = Cancelar y recuperar el dinero
my-esim-see-its-start = Ver su inicio
my-esim-start-it-now = Empezar ahora
# A calendar’s entry. $plan is “Japan · 10 GB · 7 days”.
calendar-summary = Empieza a usar tu eSIM: { $plan }
calendar-how = Instálala ahora, mientras tienes wifi, y actívala en tu destino. Después de este día, el plan puede empezar automáticamente y gastar sus días, o dejar de funcionar.

## All eSIMs of a traveller

my-esims-sign-out = Cerrar sesión
my-esims-everywhere = Cerrar sesión en todas partes
my-esims-everywhere-why = ¿Puede que otra persona haya usado uno de tus dispositivos? Esto cierra la sesión en todos los navegadores; ninguno mostrará lo que compraste hasta que vuelvas a iniciar sesión en él.
my-esims-signed-in-as = Sesión iniciada como { $email }
my-esims-none = Todavía no hay eSIM
my-esims-none-lead = Lo que compres con esta dirección aparece aquí en cuanto se entrega.
my-esims-find-a-plan = Buscar un plan
my-esims-newest-first = Tus eSIM, las más recientes primero
my-esims-start-by = Último día para empezar
my-esims-details = Detalles
my-esims-install-or-start = Instalar o empezar
my-esims-start-it = Empezar
my-esims-what-is-left = Ver saldo restante

## What is left

left-title = Saldo restante
left-use-unknown = La red no ha informado de cuánto se ha usado.
# $plan is “Japan · 10 GB · 7 days”: the plan that follows the one in use.
left-next = Después: { $plan }. Empieza automáticamente cuando este se agota o termina.
left-no-plan = La red todavía no ha informado de ningún plan en esta eSIM.
left-top-up = Recargar
left-no-internet = ¿Sin internet?
left-others = También en esta eSIM

## Installing and starting, on the eSIM’s page and the order’s

setup-install = Instala tu eSIM
setup-already-on-a-phone = <b>Esta eSIM ya está en un teléfono.</b> Su código ya se usó y no se puede volver a instalar.
setup-show-codes-again = Mostrar otra vez su código QR y los códigos
# 02 is the next part of the page.
setup-installed-already = ¿Ya la has instalado? Si en los ajustes aparece como segunda línea, pasa al paso 02.
setup-sheet = Hoja de instalación para imprimir
setup-start = Empieza a usar tu eSIM
setup-has-started = <b>Ya ha empezado.</b> Los cuatro ajustes están debajo, por si alguno ha cambiado.
setup-show-switches = Mostrar los cuatro ajustes
starting-picture = Así deben verse las dos líneas cuando aterrices.
starting-when = Al aterrizar, en los ajustes del teléfono:
starting-turn-on-iphone = <b>Activa la eSIM.</b> Ajustes → Datos móviles (en Latinoamérica: Configuración → Datos celulares o Red celular) → tu eSIM.
starting-turn-on-android = <b>Activa la eSIM.</b> Ajustes → Red e Internet → SIM → tu eSIM.
starting-roaming = <b>Activa la itinerancia de datos en ella.</b> Sin ella, la eSIM no tiene internet en el extranjero. Está incluida en lo que has pagado.
starting-data = <b>Haz que sea la línea de datos móviles.</b> «Principal» sigue siendo la línea de llamadas y mensajes.
# $apn is a code that is typed in.
starting-apn = <b>Configura el APN si el plan lo necesita.</b> Para este plan: <code>{ $apn }</code>.
starting-apn-unknown = <b>Configura el APN si el plan lo necesita.</b> El teléfono suele configurarlo automáticamente; si no hay internet, prueba con <code>{ $apn }</code>.
starting-home-line = <b>Deja desactivada la itinerancia de datos en tu línea habitual.</b> La cobra tu operador, y esta eSIM no puede evitarlo.
installing-title = Mientras el teléfono la instala
installing-rename = Cambia su etiqueta, por ejemplo a «eSIM», para distinguirla de tu línea habitual.
installing-primary = Deja «Principal» para llamadas y mensajes.
installing-switching = Desactiva «Permitir cambio de datos móviles» («…datos celulares» en Latinoamérica).
installing-iphone = Instalación manual en un iPhone
installing-iphone-how = Ajustes → Datos móviles (en Latinoamérica: Configuración → Datos celulares o Red celular) → Añadir eSIM → Usar código QR. Escanéalo, o elige «Introducir detalles manualmente» y pega la dirección SM-DP+ y el código de activación.
installing-android = Instalación manual en un teléfono Android
installing-android-how = Ajustes → Red e Internet → SIM → Añadir SIM → Configurar una eSIM. En un Samsung: Ajustes → Conexiones → Administrador de SIM → Añadir eSIM. Escanea el código QR, o elige introducir el código y pega el código completo (LPA).
installing-fails = No se instala
# What stands in quotation marks are the phone’s own messages. $code is *#06#.
installing-fails-why = «No se pueden añadir planes de datos móviles de este operador» (“Cellular plans from this carrier cannot be added”): el teléfono está bloqueado por un operador; pídele que lo libere. «No se ha podido completar el cambio de datos móviles» (“Cellular change could not be completed”): el código ya se usó; mira en los ajustes del teléfono, puede que la eSIM esté ahí. No hay ningún menú de eSIM: marca <code>{ $code }</code>; si no aparece un EID, el teléfono no admite eSIM.

## The picture of a phone’s settings: short, in the phone’s own words

phone-picture = Ajustes del teléfono: la eSIM está activada y es la línea de datos móviles, con la itinerancia de datos activada; la línea principal conserva las llamadas y tiene la itinerancia de datos desactivada
phone-cellular = Datos móviles
# At most 35 letters.
phone-travel-line = eSIM, tu línea de viaje
# At most 25 letters.
phone-turn-on = Activar esta línea
# At most 25 letters.
phone-roaming = Itinerancia de datos
# At most 22 letters.
phone-data = Datos móviles
# To the right of the last one, at most 8 letters.
phone-data-line = eSIM
# At most 35 letters.
phone-home-line = Principal, tu línea habitual
# At most 20 letters.
phone-calls = Llamadas y mensajes
# To the right of the last one, at most 10 letters.
phone-calls-line = Principal

## The sheet of paper

# Of the browser’s window. $plan is “Japan · 10 GB · 7 days”.
sheet-title = Hoja de instalación: { $plan }
sheet-name = Hoja de instalación
sheet-print = Imprimir esta hoja
# In a line of its own, behind the shop’s name.
sheet-order = pedido { $number }
# Behind it.
sheet-start-by = último día para empezar: { $day }
sheet-once = <b>Esta eSIM solo se puede instalar una vez. No la elimines del teléfono.</b> Añádela en casa, con un wifi estable. Quien tenga esta hoja puede instalarla: guárdala para ti.
sheet-qr = Código QR que instala tu eSIM
sheet-smdp-address = Dirección SM-DP+
sheet-activation-code = Código de activación
sheet-both = Código completo (LPA), para Android
sheet-install = Instalar, en casa
sheet-iphone = iPhone
sheet-iphone-how = Ajustes → Datos móviles (en Latinoamérica: Configuración → Datos celulares o Red celular) → Añadir eSIM → Usar código QR. Escanea el código, o elige «Introducir detalles manualmente». Cambia el nombre de la línea a «eSIM», deja «Principal» para llamadas y mensajes y desactiva «Permitir cambio de datos móviles» (o «…datos celulares»).
sheet-android = Android
sheet-android-how = Ajustes → Red e Internet → SIM → Añadir SIM → Configurar una eSIM. Samsung: Ajustes → Conexiones → Administrador de SIM → Añadir eSIM. Escanea el código, o introduce el código completo (LPA). Deja tu SIM para llamadas y mensajes.
sheet-start = Empezar, al aterrizar
sheet-turn-on = <b>Activa la eSIM.</b>
sheet-roaming = <b>Activa la itinerancia de datos en ella,</b> y déjala desactivada en tu línea habitual.
sheet-data = <b>Haz que sea la línea de datos móviles.</b>
# $apn is a code that is typed in.
sheet-apn = <b>Configura el APN si el plan lo necesita:</b> <code>{ $apn }</code>.
sheet-apn-unknown = <b>Configura el APN si el plan lo necesita:</b> casi nunca hace falta; si no hay internet, prueba con <code>{ $apn }</code>.
# $names are networks: “Docomo, SoftBank”.
sheet-networks = ¿Sin internet? Redes que puedes elegir manualmente: { $names }.
sheet-networks-and-others = ¿Sin internet? Redes que puedes elegir manualmente: { $names } y otras.
sheet-networks-unknown = ¿Sin internet? Redes que puedes elegir manualmente: sin indicar.
sheet-person = ¿Preguntas? { $email }

## No internet?

no-internet-title = ¿Sin internet?
no-internet-next-step = ¿Sin internet? Tu siguiente paso
# The subject of the traveller’s mail to us; a person of the shop reads it.
no-internet-mail-subject = Sin internet, pedido { $order }
no-internet-is-it-on-a-phone = En un teléfono
no-internet-on-phone = Sí ✓
no-internet-on-phone-not-yet = Todavía no
no-internet-on-phone-unknown-yet = Aún no se sabe
no-internet-on-phone-unknown = No se sabe
no-internet-plan = Plan
no-internet-install-it = Instalarla
no-internet-top-up = Recargar
no-internet-see-the-plans = Ver los planes
no-internet-show-the-switches = Ver los cuatro ajustes
no-internet-show-the-networks = Ver las redes
no-internet-write-to-us = Escríbenos
no-internet-install-first = Instálala primero
no-internet-set-the-switches = Revisa los cuatro ajustes
no-internet-turn-on-roaming = Activa la itinerancia de datos en la eSIM
no-internet-pick-a-network = Elige una red manualmente
no-internet-add-on-starts = Tu recarga empieza automáticamente
no-internet-data-is-used-up = Se han agotado tus datos
no-internet-days-are-over = Se han acabado los días del plan
no-internet-plan-is-over = El plan ha terminado
no-internet-given-back = Este plan se canceló
no-internet-switched-off = Esta eSIM está desactivada definitivamente
no-internet-contact = Escríbenos
no-internet-because-not-installed = La red todavía no ha detectado esta eSIM en ningún teléfono. ¿El tuyo ya la muestra como segunda línea? Entonces la red solo va con retraso: sigue con los cuatro ajustes de abajo.
no-internet-because-not-started = La eSIM está bien y su plan está a la espera: todavía no se ha conectado en tu destino. Con estos cuatro ajustes se conectará.
no-internet-because-nothing-used = El plan ha empezado, pero no se han usado datos. Casi siempre es este ajuste, o que el teléfono sigue usando la otra línea para los datos.
no-internet-because-use-unknown = El plan ha empezado, pero la red no ha informado de cuánto se ha usado. Casi siempre es este ajuste.
no-internet-because-add-on-waits = El plan anterior ha terminado. Dale un minuto al teléfono con la itinerancia de datos activada; la red empieza entonces tu recarga. No tienes que instalar ni activar nada.
no-internet-because-nothing-to-add = Su plan ha terminado y no hay recargas disponibles para esta eSIM. Un plan nuevo viene con una eSIM nueva; tu teléfono puede tener las dos.
no-internet-because-given-back = Terminó cuando lo cancelaste, así que ningún ajuste del teléfono lo recupera. Un plan nuevo viene con una eSIM nueva.
no-internet-because-switched-off = La red lo hace 60 días después de que termine el último plan de una eSIM. Un plan nuevo viene con una eSIM nueva.
no-internet-because-broken = La red informa de un problema en esta eSIM. Es raro, no es culpa tuya y ningún ajuste del teléfono lo arregla.
# $word is the network’s own, in English.
no-internet-because-unexplained = La red informa del estado «{ $word }», que no conocemos. Averiguaremos qué significa.
no-internet-because-works = Según la red, todo funciona: el plan está activo. Puede que el teléfono se haya quedado en una red que no lo admite. Elige otra manualmente y reinicia el teléfono.
# $left is “7.4 GB of 10 GB left”.
no-internet-because-works-with-figures = Según la red, todo funciona ({ $left }). Puede que el teléfono se haya quedado en una red que no admite el plan. Elige otra manualmente y reinicia el teléfono.
no-internet-because-data-gone = No quedan datos. Una recarga funciona al momento, en esta misma eSIM.
# $used is “10 GB of 10 GB used”.
no-internet-because-data-gone-with-figures = { $used }. Una recarga funciona al momento, en esta misma eSIM.
no-internet-because-time-over = Ha terminado. Con una recarga, esta misma eSIM vuelve a funcionar.
# $end is a day and a time.
no-internet-because-time-over-on = Terminó el { $end }. Con una recarga, esta misma eSIM vuelve a funcionar.
no-internet-switches = Los cuatro ajustes
no-internet-networks = Elige la red manualmente
no-internet-networks-unknown = No tenemos la lista de redes de este plan: prueba cada una de las que muestra el teléfono.
# Above a list of networks by country.
no-internet-networks-by-country = Este plan funciona en las redes de abajo. Desactiva la selección automática y elige una del país en el que estás.
# Above a list of one to six networks.
no-internet-networks-these =
    { $n ->
        [one] Este plan funciona en esta red. Desactiva la selección automática y elígela.
       *[other] Este plan funciona en estas redes. Desactiva la selección automática y elige una de ellas.
    }
no-internet-on-an-iphone = Cómo llegar en un iPhone
no-internet-on-an-iphone-how = Ajustes → Datos móviles (en Latinoamérica: Configuración → Datos celulares o Red celular) → tu eSIM → Selección de red. Desactiva Automático, espera a que salga la lista y toca una de las redes de arriba.
no-internet-on-android = Cómo llegar en un teléfono Android
no-internet-on-android-how = Ajustes → Red e Internet → SIM → tu eSIM: desactiva «Seleccionar red automáticamente» y toca una de las redes. En un Samsung: Ajustes → Conexiones → Redes móviles → Operadores de red.
no-internet-restart = Después reinicia el teléfono. Tarda uno o dos minutos en encontrar la red.
no-internet-still = ¿Sigue sin funcionar?
# $email is the shop’s; the number follows below the sentence.
no-internet-person = Escribe a <a>{ $email }</a>. Di dónde estás y qué muestra el teléfono, e indica este número:
no-internet-copy-iccid = Copiar el ICCID
no-internet-iccid = Es el número de la propia eSIM (ICCID), del pedido { $order }. No envíes nunca el código QR ni el código de activación.

## Top up

topup-title = Recargar
# A button. $data is “5 GB”, $days is “30 days”; the price follows.
topup-add = Añadir <b>{ $data }</b> · { $days }
topup-add-unlimited = Añadir <b>datos ilimitados</b> · { $days }
topup-you-pay = Pagas en la página de Stripe; nunca vemos tu tarjeta. Si no se puede añadir la recarga, te reembolsamos el importe completo automáticamente.
topup-nothing-fits = No hay recargas disponibles para esta eSIM
topup-nothing-fits-lead = Un plan nuevo viene con una eSIM aparte; tu teléfono puede tener las dos.
topup-silent = Ahora mismo no podemos mostrar las recargas
topup-silent-lead = La red no responde. Tu eSIM está bien y no se te ha cobrado nada. Inténtalo de nuevo en un minuto.
topup-try-again = Intentar de nuevo
topup-stopped = Las ventas están en pausa por un momento
topup-stopped-lead = Ahora no se puede comprar. Tu eSIM no se ve afectada. Vuelve en un rato.
topup-look-again = Comprobar de nuevo
topup-too-quick = Demasiados intentos. Espera un minuto e inténtalo de nuevo.
topup-no-longer-fits = Esa recarga ya no está disponible para esta eSIM. No se te ha cobrado nada. Abajo están las que hay ahora.
topup-price-changed = El precio acaba de cambiar. No se te ha cobrado nada. Abajo están los precios nuevos.
topup-cannot-deliver = Ahora mismo no podemos entregar, por eso las ventas están en pausa. No se te ha cobrado nada: vuelve en un rato.
topup-no-payment-page = No se ha podido abrir la página de pago. No se te ha cobrado nada. Inténtalo de nuevo.
addon-activated-by-itself = Cuando los datos de tu plan actual se gasten o caduquen, los de tu recarga se activarán automáticamente.
addon-countdown = El plazo de la recarga empieza a contar cuando empiezas a usar sus datos.
addon-no-reinstall = No tienes que volver a instalar la eSIM ni activar la recarga manualmente.

## Give it back

give-back-title = Cancelar y recuperar el dinero
give-back-question = ¿Cancelar este plan y recuperar el dinero?
# $plan is “Japan · 10 GB · 7 days”.
give-back-what = { $plan }, sin usar.
give-back-what-and-when = { $plan }, comprado el { $day }, sin usar.
give-back-you-paid = Pagaste
give-back-fee = Cargo
give-back-to-your-card = Reembolso a tu tarjeta
give-back-comes-back = Reembolso
give-back-network-reference = Referencia de la red
give-back-refund-reference = Referencia del reembolso
give-back-ends-esim = Este plan termina de inmediato y esta eSIM deja de funcionar.
give-back-ends-add-on = Este plan termina de inmediato; los demás planes de esta eSIM se quedan.
give-back-for-good-esim = No se puede deshacer. Si al final viajas, tendrás que comprar una eSIM nueva.
give-back-for-good-add-on = No se puede deshacer. Si al final viajas, tendrás que comprar una recarga nueva.
give-back-money = El reembolso va a la tarjeta o cuenta con la que pagaste. Los bancos suelen mostrarlo en un plazo de 5 a 10 días.
# A button. $back is an amount of money.
give-back-button = Cancelar y recuperar { $back }
give-back-keep = Conservarlo
give-back-not = Esto no se puede cancelar
give-back-when = Cuándo te reembolsamos
give-back-why-kept = El motivo: ya había empezado antes de poder cancelarse.
give-back-kept = No se canceló
give-back-asked = Cancelando tu plan
give-back-paid = Cancelado y reembolsado
give-back-another-way = Cancelado; ya reembolsado
give-back-needs-a-person = Cancelado; estamos resolviendo el reembolso
give-back-on-its-way = Cancelado. Tu reembolso está en camino
give-back-lead-kept = No se ha cancelado ni reembolsado nada. El plan sigue siendo tuyo.
give-back-lead-asked = Lo estamos cancelando en la red; después te reembolsamos automáticamente. Puedes cerrar esta página.
give-back-lead-paid = El reembolso fue a la tarjeta o cuenta con la que pagaste. Los bancos suelen mostrarlo en un plazo de 5 a 10 días.
give-back-lead-another-way = Ya habíamos reembolsado este pedido, así que no se reembolsó dos veces. La página del pedido lo muestra.
give-back-lead-needs-a-person = Tu banco nos devolvió el reembolso. Nuestro equipo está avisado; no tienes que hacer nada.
give-back-lead-on-its-way = No tienes que hacer nada. Los bancos suelen mostrar un reembolso en un plazo de 5 a 10 días.
# Stations on a line, one below the other; some have a short remark below them.
give-back-step-asked = Solicitado
give-back-step-kept = No cancelado
give-back-step-ended = Cancelado en la red
# A remark.
give-back-step-about-to-be = en breve
give-back-step-money-back = Reembolsado
# A remark.
give-back-step-another-way = ya reembolsado
give-back-step-refund-returned = Reembolso rechazado
# A remark.
give-back-step-a-person = lo estamos revisando
give-back-step-money-on-its-way = Reembolso en camino
give-back-not-allowed = Esta tienda no cancela planes ya entregados.
give-back-not-delivered = No está entregado, o ya se canceló.
give-back-started = Ya ha empezado, así que no se puede cancelar.
give-back-over = Ha terminado, así que no queda nada que cancelar.
give-back-too-late = Ha pasado el plazo para cancelarlo.
give-back-nothing-left = El cargo es tan alto como el precio que pagaste, así que no habría nada que reembolsar.
give-back-refunded = Ya se está reembolsando.
give-back-held = Se está revisando su pago. Hasta que termine, no se puede cancelar nada.
give-back-another-amount = El importe del reembolso ha cambiado. Aún no se ha cancelado nada: revisa el importe y confirma de nuevo.
give-back-no-answer = La red no responde. No se ha cancelado nada. Inténtalo de nuevo en un minuto.

## Start it now

start-name = Empezar ahora
start-now = ¿Empezar ahora?
start-asked = Empezando
start-started = Ha empezado
start-kept = No ha empezado
start-impossible = No se puede empezar aquí
start-lead-now = No hace falta: empieza automáticamente cuando la eSIM se conecta por primera vez en tu destino.
start-lead-asked = Hemos pedido a la red que lo inicie. Puedes cerrar esta página.
start-lead-started = Sus días ya cuentan, estés donde estés.
start-lead-kept = La red no lo empezó. Empieza automáticamente con la primera conexión en tu destino.
start-lead-impossible = Ha terminado o se canceló, o esta tienda deja el inicio en manos de la red.
# $days is 0 where it is not known how many they are.
start-warning =
    { $days ->
        [0] <b>Sus días empiezan a contar de inmediato, estés donde estés.</b> Ya no se podrá cancelar.
        [one] <b>Su único día empieza a contar de inmediato, estés donde estés.</b> Ya no se podrá cancelar.
       *[other] <b>Sus { $days } días empiezan a contar de inmediato, estés donde estés.</b> Ya no se podrá cancelar.
    }
# A button. $days is 0 where it is not known how many they are.
start-button =
    { $days ->
        [0] Empezar sus días ahora
        [one] Empezar su único día ahora
       *[other] Empezar sus { $days } días ahora
    }
start-not-yet = Todavía no
start-ends = Termina el { $end }.

## Parts of several pages

part-before-installing = <b>Esta eSIM solo se puede instalar una vez. No la elimines del teléfono.</b> Añádela en casa, antes de volar: algunos países bloquean las tiendas de eSIM. Sigue con un wifi estable hasta que termine.
part-sign-in-email = Correo electrónico
part-sign-in-button = Enviarme un enlace de acceso
part-copy = Copiar
# For screen readers. $what is “activation code”, “APN”; where that needs another article or case, say “Copy: …”.
part-copy-what = Copiar: { $what }
# For screen readers, before a station on the line of what has happened: “done: Paid”.
part-clock-done = hecho:
part-clock-now = ahora:
part-clock-failed = fallido:
part-clock-later = después:
part-as-of = Actualizado: { $ago }. La red informa del consumo con algo de retraso.
part-as-of-stale = La red no ha respondido ahora. Estas son las últimas cifras conocidas ({ $ago }).
part-help = Ayuda
# The first link leads to the guides, the second opens a mail.
part-help-stuck = ¿Necesitas ayuda? Mira las <a>guías</a> o escribe a <a2>{ $email }</a2>.
## Lo primero que dice la página de la eSIM, y los tres interruptores

living-waiting = Todo listo para tu viaje
living-landed = ¿Ya has llegado? Tres interruptores
living-low = Queda poco: { $left }
living-pace-enough = A tu ritmo: te alcanza hasta el final
living-pace-today = A tu ritmo: se acaba hoy
living-pace-tomorrow = A tu ritmo: hasta mañana
living-pace-weekday = A tu ritmo: hasta el { $day }
living-pace-day = A tu ritmo: hasta el { $day }
living-connects = Se conecta en uno o dos minutos.
living-connects-to = Se conecta en uno o dos minutos, a { $networks }.
living-connects-to-many = Se conecta en uno o dos minutos, a una de varias redes.
living-buy-again = Comprar este plan otra vez
living-feedback = ¿Qué tal te ha ido? <a>Cuéntanoslo en una línea.</a>
living-switch-line = Activa esta eSIM
living-switch-roaming = Su itinerancia de datos: activada
living-switch-home = Itinerancia de datos de tu línea habitual: desactivada
part-updated = actualizado: { $ago }
## El archivo que se guarda en el teléfono

keep-link = Guardar en este teléfono
keep-file = Guardar como archivo
keep-once = <b>Esta eSIM solo se puede instalar una vez. No la elimines del teléfono.</b> Este archivo funciona sin internet. Quien lo tenga puede instalar la eSIM: guárdalo para ti.
