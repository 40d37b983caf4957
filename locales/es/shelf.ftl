## Home

home-title = eSIM de viaje
# $shop is the shop's name; $tagline a sentence of its owner.
home-description = eSIM de viaje de prepago de { $shop }. { $tagline }
home-headline = Aterriza con conexión. Paga una vez, antes de volar.
home-lead-countries = Datos de prepago para { $countries } países.
home-lead-regions = Datos de prepago para { $countries } países y { $regions ->
    [one] { $regions } región
   *[other] { $regions } regiones
}.
home-tagline = Tu eSIM, lista segundos después de pagar; si no, te devolvemos el dinero automáticamente.
home-popular = Destinos populares
home-where = Adónde van los viajeros
home-several = Una eSIM, varios países
home-trip = Planifica un viaje por varios países
shelf-empty-title = Estamos cargando los planes
shelf-empty-text = Los estamos recibiendo de nuestro proveedor. Vuelve dentro de unos minutos.
how-title = Cómo funciona
how-choose-title = Elige y paga
how-choose-text = Elige los datos y los días. Pagas en la página de Stripe; el precio que ves es el que se te cobra.
how-install-title = Instálala en casa
how-install-text = El código QR aparece en pantalla a los pocos segundos, y también te llega por correo. Escanéalo con wifi antes de salir.
how-switch-title = Actívala al aterrizar
how-switch-text = Activa la eSIM con la itinerancia de datos. Los días empiezan a contar allí, no cuando compras.
promise-title = A qué nos comprometemos
promise-delivered-title = Entregada o reembolsada
promise-delivered-text = Si no podemos entregar tu eSIM, te reembolsamos el importe completo automáticamente. No tienes que pedirlo.
promise-once-title = Una compra, una vez
promise-once-text = Si pulsas dos veces, pierdes la conexión o vuelves más tarde: un solo pago, una sola eSIM.
promise-number-title = Conservas tu número
promise-number-text = Las llamadas y los mensajes siguen en tu línea. Solo los datos pasan por la eSIM.
before-title = Antes de comprar
before-phone = ¿Funcionará en mi teléfono?
before-phone-text = La mayoría de los teléfonos desde 2019 admiten eSIM si no están bloqueados por un operador. Marca <code>*#06#</code>: si aparece un EID, el tuyo también. <a>Más sobre dispositivos</a>.
before-days = ¿Cuándo empiezan a contar los días?
before-days-text = Cuando la eSIM se conecta por primera vez a una red en tu destino. Empieza a usarla en los 60 días siguientes a la compra: después puede empezar automáticamente o dejar de funcionar.
before-back = ¿Puedo recuperar mi dinero?
before-back-text = Sí, todo y automáticamente, si no podemos entregarte la eSIM. Para un plan que no has usado, mira la <a>página de reembolsos</a>.

## Search

search-label = ¿Adónde vas?
search-hint = ¿Adónde, cuándo, cuántos? P. ej. Tokio, 10 días
search-button = Ver planes
search-title = Buscar
search-title-for = Buscar: { $query }
search-results = Resultados de «{ $query }»
search-nothing-asked = Un país, una ciudad, una isla o una región.
search-unknown-title = No hemos encontrado ese lugar
search-unknown-text = Prueba con el nombre del país o mira todos los destinos. ¿Seguro que está bien escrito? Avísanos: <a>{ $email }</a>.
search-guessed = No hay coincidencias exactas. ¿Querías decir…?
search-plans-for = Planes: { $place }
search-all-plans = Todos los planes: { $place }
no-plans-now = sin planes por ahora
in-shared-plans = en planes para varios países
# A country told by its capital and the part of the world, so that nobody takes Austria for Australia.
capital-in = { $capital }, { $region }

## Places and plans

from-price = desde { $price }
from = desde
plans-count = { $n ->
    [one] { $n } plan
   *[other] { $n } planes
}
countries-count = { $n ->
    [one] { $n } país
   *[other] { $n } países
}
mixed-up = ¿Es el lugar que buscas? Se confunde a menudo con { $places }.
mixed-up-place = { $place } (capital: { $capital })
tag-most-chosen = El más elegido
tag-lowest = El más barato por GB
tag-longest = El más largo
# Above a list of plans. $facts are networks and a speed such as “SoftBank, KDDI au · 5G”; $day is the last day to start a plan that is bought today.
board-shared = { $facts }. Los días cuentan desde el aterrizaje. Si compras hoy, empieza a más tardar el { $day }.
board-starts = Los días cuentan desde el aterrizaje. Si compras hoy, empieza a más tardar el { $day }.
board-unit = Por GB
pass-networks = Redes
pass-clock = Empieza a contar
plan-clock-when = Cuando se conecta por primera vez en tu destino
pass-start-by = Último día para empezar
pass-choose = Elegir
per-gigabyte = { $price } por GB
per-day = { $price } por día
# Beside a figure of days.
unit-days = { $n ->
    [one] día
   *[other] días
}
networks-many = { $n } redes
# $names are the first few networks, $n how many more there are.
networks-more = { $names } y { $n } más

## All destinations

destinations-description = eSIM de viaje para { $countries } países y regiones, con sus precios.
destinations-count = { $countries } países y territorios.
destinations-jump = Ir a
destinations-several = Varios países

## One destination

destination-title = eSIM: { $place }
destination-description = { $n ->
    [one] Un plan de datos de prepago, { $place }: { $price }. Código QR segundos después de pagar.
   *[other] { $n } planes de datos de prepago, { $place }, desde { $price }. Código QR segundos después de pagar.
}
destination-no-plan = Por ahora no hay un plan solo para este lugar.
destination-capital = Capital: { $capital }.
destination-region-capital = { $region }. Capital: { $capital }.
destination-region = { $region }.
destination-covers = Funciona en hasta { $n } países.
destination-nothing-title = No hay planes solo para { $place }
destination-nothing-text = Ahora mismo ninguno de nuestros planes funciona allí. Preferimos decirlo a venderte algo que no sirve.
destination-nothing-but = Estos planes para varios países sí funcionan allí:
destination-plans = Planes
further-title = ¿Vas más lejos?
further-lead = Una eSIM para este país o una para varios: cuánto cuestan y dónde funcionan.
further-from = Desde
further-countries = Países
tick-some = { $n } de { $all } planes
destination-where = Dónde funcionan estos planes
destination-where-note = Cada plan indica sus propios países; no todos los planes cubren todos estos.
destination-where-all = Todos los planes de esta página funcionan en todos estos países.
good-title = Conviene saber
good-days-text = Cuando la eSIM se conecta por primera vez a una red en tu destino, no cuando compras. Empieza a usarla en los 60 días siguientes a la compra.
good-more = ¿Y si necesito más datos?
good-more-text = Haz una recarga en <a>Mis eSIM</a>: los datos se añaden a la eSIM que ya está en tu teléfono y no hay que volver a instalar nada.
good-number = ¿Mi número sigue funcionando?
good-number-text = Sí. Las llamadas y los mensajes siguen en tu línea. Deja desactivada la itinerancia de datos en esa línea para que solo la eSIM use datos.
good-phone = ¿Mi teléfono es compatible?
good-phone-text = Marca <code>*#06#</code>: si aparece un EID, sí. No debe estar bloqueado por un operador. <a>Más sobre dispositivos</a>.

## Sorting and filtering

sort-label = Orden
sort-data = Datos
sort-price = Precio
sort-gigabyte = Precio por GB
sort-days = Días
stay-label = Tu estancia
stay-any = Cualquier duración
stay-short = Hasta 7 días
stay-mid = 8–15 días
stay-long = 16 días o más
amount-label = Datos
amount-any = Cualquier cantidad
amount-large = 10 GB o más
amount-unlimited = Ilimitados
filter-nothing = Ningún plan coincide. Quita algún filtro.

## How much is enough

answer-title = ¿Cuánto necesito?
answer-use = Cómo usas el teléfono
use-light = Poco
use-everyday = A diario
use-heavy = Mucho
answer-light = Mapas y mensajes: unos { $data } en { $days }
answer-everyday = Uso diario: unos { $data } en { $days }
answer-heavy = Video y llamadas: unos { $data } en { $days }
answer-most = Ningún plan tiene tantos datos para tanto tiempo; este es el que más se acerca.
answer-none = Ningún plan dura { $days } aquí.

## One plan

plan-description = { $plan }: { $price }. Código QR segundos después de pagar o te devolvemos el dinero automáticamente.
plan-place = { $place }. Capital: { $capital }.
plan-place-region = { $place }, { $region }. Capital: { $capital }.
plan-place-in = { $place }, { $region }.
plan-speed = Velocidad
plan-speed-up-to = hasta { $speed }
plan-unit = Precio unitario
plan-hotspot = Compartir internet
plan-identity = Verificación de identidad
plan-yes = Sí
plan-no = No
plan-calls = Llamadas y mensajes
plan-calls-text = Solo datos; llamadas y mensajes siguen en tu línea
plan-topup = Recarga
plan-topup-yes = Disponible, sin volver a instalar
plan-buy = Comprar este plan
plan-paused = Las ventas están en pausa por un momento. Vuelve en un rato.
plan-how-many = ¿Cuántas eSIM?
plan-quantity = { $n } – { $price }
plan-first-day = Primer día del viaje, si lo sabes
plan-first-day-hint = Te avisamos si es pronto para comprar.
plan-anyway = Comprar ahora de todos modos: lo empezaré a tiempo.
plan-pay = Sí: continuar con el pago
plan-unpaid = Si no terminaste de pagar, no se ha cobrado nada. Tu selección sigue aquí: continúa con el pago o cámbiala.
# Right above the pay button, whose “Yes” answers it.
plan-device-ask = Marca <code>*#06#</code>: ¿aparece un EID y tu teléfono está libre? <a>Cómo comprobarlo</a>
plan-device-how = Marca <code>*#06#</code>: si aparece un EID, admite eSIM. No debe estar bloqueado por un operador. <a>Cómo comprobarlo</a>
plan-when = ¿Viajas más adelante?
plan-code = ¿Tienes un código de descuento?
plan-code-label = Código de descuento
plan-code-was = en lugar de <s>{ $price }</s>
plan-code-applied = Código { $code } aplicado.
plan-code-raised = Código { $code } aplicado. Es nuestro precio más bajo para este plan.
plan-marks = <b>Un solo precio, sin cargos extra.</b> Pagas en la página de Stripe: tarjeta, Apple Pay, Google Pay.
plan-sold-by = Vendido por <a>{ $seller }</a>
plan-charged-in = Cobramos en { $currency }; los importes tras ≈ son solo orientativos.
# A list of plans with more and less data; what they cost more or less than this one.
plan-others = Otros tamaños
plan-more = + { $price }
plan-less = − { $price }
# $facts are labels such as “Hotspot”.
plan-unstated = La red no indica: { $facts }.
# $countries is “18 countries”.
plan-further = ¿Vas más lejos? <a>{ $place }, { $countries }: { $data } · { $days }, { $price }</a>
plan-promise = <b>Entregada o reembolsada.</b> Si no podemos entregar la eSIM, te devolvemos el dinero automáticamente.
plan-back-fee = <b>¿Has cambiado de idea?</b> En Mis eSIM puedes cancelar un plan sin usar en un plazo de { $days } días y recuperar el importe, menos un cargo de { $fee }. <a>Reembolsos</a>
plan-back-full = <b>¿Has cambiado de idea?</b> En Mis eSIM puedes cancelar un plan sin usar en un plazo de { $days } días y recuperar todo el importe. <a>Reembolsos</a>
plan-works-in = { $n ->
    [one] Funciona en { $n } país
   *[other] Funciona en { $n } países
}
plan-all-networks = Todas las redes
plan-next-title = Qué pasa después
plan-next-pay = <b>Pagas en la página de Stripe.</b> Nunca vemos tu tarjeta.
# $time is a length of time such as “30 minutes”.
plan-next-code = <b>Aparece tu código QR,</b> normalmente en segundos, en la página y en tu correo. Si no podemos entregar la eSIM en { $time }, te reembolsamos el importe completo automáticamente; solo tarda más si no está claro si llegó a crearse.
plan-next-install = <b>Instálala en casa, con wifi.</b> Una eSIM solo se puede instalar una vez: no la elimines del teléfono.
plan-next-land = <b>Actívala al aterrizar,</b> con la itinerancia de datos solo en esta línea.

## What stops a purchase

buy-quantity = Elige cuántas: de 1 a 9.
buy-device = Comprueba antes tu teléfono: marca *#06#. Si aparece un EID y no está bloqueado, toca «Sí».
buy-early = Tu viaje empieza el { $first }, pero si compras hoy, este plan debe empezar a más tardar el { $last }. Cómpralo el { $from } o después.
buy-day-over = Esa fecha ya pasó. Elige el primer día del viaje o déjalo vacío.
buy-no-day = Esa fecha no es válida. Elige un día o déjalo vacío.
buy-code-unknown = No conocemos este código. Revisa cómo está escrito o deja el campo vacío.
buy-code-over = Este código ya no es válido. Deja el campo vacío para comprar sin él.
buy-code-early = Este código es válido a partir del { $date }.
buy-code-plan = Este código no es válido para este plan.
buy-code-small = Este código requiere un pedido de { $price } como mínimo.
buy-code-lowest = Este plan ya está a su precio más bajo. Deja el campo vacío para comprar sin el código.
buy-code-spent = Este código ya se ha agotado. Deja el campo vacío para comprar sin él.
buy-code-first = Este código es solo para el primer pedido. Deja el campo vacío para comprar sin él.
buy-code-open = Ya estás pagando con este código en otra página. Termina allí o deja el campo vacío.
buy-code-many = Demasiados códigos que no conocemos. Inténtalo de nuevo en una hora o deja el campo vacío.
buy-too-quick = Demasiados intentos. Espera un minuto e inténtalo de nuevo.
buy-gone = Este plan ya no está disponible. No se te ha cobrado nada: elige otro.
buy-dearer = El precio de este plan acaba de cambiar. No se te ha cobrado nada. Verás el precio nuevo dentro de un minuto.
buy-repriced = El precio de este plan acaba de cambiar: ahora es de {$price}. No se te ha cobrado nada.
buy-stopped = Ahora mismo no podemos entregar, por eso las ventas están en pausa. No se te ha cobrado nada: vuelve en un rato.
buy-flood = Ahora mismo está comprando mucha gente. No se te ha cobrado nada. Inténtalo de nuevo dentro de un minuto.
buy-failed = No se ha podido abrir la página de pago. No se te ha cobrado nada. Inténtalo de nuevo.

## The one box: what was asked, answered in place

box-order = Pedido { $number }
box-order-open = Abrir el pedido
box-order-whose = Por tu seguridad, un pedido solo se abre en el navegador con el que se compró, desde el enlace de su correo o con la sesión iniciada. <a>Inicia sesión para ver tus eSIM</a>.
# $phone is a model as it was typed.
box-phone-any = Los iPhone desde 2018 y muchos Android recientes admiten eSIM
box-phone-yes = Sí: { $phone } admite eSIM
box-phone-no = No: { $phone } no admite eSIM
box-phone-some = { $phone }: depende del modelo y del país de venta
box-trip = Tu viaje: { $places }
box-trip-change = Cambiar días y datos
box-everyday = uso diario normal, unos { $data } al día
box-a-day = { $data } al día
box-people = { $n ->
    [one] { $n } persona
   *[other] { $n } personas
}
box-for-all = { $n ->
    [one] Para { $n } persona: { $price }
   *[other] Para { $n } personas: { $price }
}
box-nearest = Ningún plan cubre todo eso. Estos son los que más se acercan:
box-add-place = ¿Adónde vas? Añade un país o una ciudad y te mostramos los planes adecuados.
# Places that are no country. $place is the name that was typed.
note-sea = En alta mar, el barco tiene su propia red por satélite y nuestros planes no funcionan en ella. Mantén la itinerancia de datos desactivada a bordo: puede salir muy cara. En puerto funciona un plan del país en el que estés.
note-air = En el avión no hay ninguna red móvil que sirva con nuestros planes; algunas aerolíneas venden wifi. Tu plan empieza cuando aterrizas y la eSIM se conecta.
note-divided = { $place } tiene sus propias redes móviles, que no figuran en nuestros planes. Un plan de { $country } usa las redes del resto del país, así que allí puedes quedarte sin señal.
note-served = A { $place } le dan servicio las redes de { $country }: elige un plan para { $country }. La cobertura puede ser irregular y a veces hay restricciones de acceso: no podemos prometerlo.
note-none = { $place }: no conocemos ningún plan nuestro que funcione allí. Preferimos decírtelo antes que venderte algo que no funciona.
