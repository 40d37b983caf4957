# Names of settings are those that phones of this language show.

## The guides for each phone

help-samsung = Instalar en un Samsung Galaxy
help-samsung-about = One UI, paso a paso
samsung-description = Instala y empieza a usar una eSIM de viaje en un Samsung Galaxy, paso a paso, con los nombres de One UI.
help-pixel = Instalar en un Google Pixel
help-pixel-about = Android puro
pixel-description = Instala y empieza a usar una eSIM de viaje en un Google Pixel, paso a paso, con los nombres de sus ajustes.
help-android = Instalar en otro teléfono Android
help-android-about = Xiaomi, Motorola, Oppo, Honor y otros
android-description = Instala y empieza a usar una eSIM de viaje en Xiaomi, Motorola, Oppo, OnePlus, Honor, Sony y otros teléfonos Android.
guide-shield = <b>La itinerancia de datos sigue desactivada en tu línea.</b> Solo la eSIM usa la itinerancia: así tu operador no tiene datos que cobrarte.
guide-another = ¿Otro teléfono?

## Phone settings, drawn: as One UI and Pixel call them

draw-sim-manager = Administrador de SIM
draw-calls = Llamadas
draw-messages = Mensajes
draw-mobile-data = Datos móviles
draw-mobile-networks = Redes móviles
draw-s-roaming = Itinerancia de datos
draw-apns = Nombres de punto de acceso
draw-use-sim = Usar SIM
draw-p-roaming = Roaming

## Install on Samsung Galaxy

samsung-primary = <b>Deja tu SIM para llamadas y mensajes:</b> Ajustes → Conexiones → Administrador de SIM → Llamadas y Mensajes.
samsung-drawn-sims = Dibujo del Administrador de SIM: las dos líneas están activadas; las llamadas y los mensajes siguen en la SIM habitual, los datos móviles van por la eSIM
samsung-on = <b>Activa la eSIM:</b> Ajustes → Conexiones → Administrador de SIM, con el interruptor de al lado.
samsung-roaming = <b>Activa Itinerancia de datos</b> solo en la eSIM: Ajustes → Conexiones → Redes móviles → Itinerancia de datos.
samsung-data = <b>Elígela para los datos móviles:</b> Administrador de SIM → Datos móviles → eSIM.
samsung-apn = <b>Configura el APN si el plan lo necesita,</b> por ejemplo <code>data.esim</code>: Redes móviles → Nombres de punto de acceso → Añadir. La página de tu pedido indica si hace falta.
samsung-drawn-roaming = Dibujo de Redes móviles: la itinerancia de datos está activada en la eSIM y desactivada en la SIM habitual

## Install on Google Pixel

pixel-primary = <b>Deja tu SIM para llamadas y SMS:</b> cuando el teléfono pregunte qué SIM usar, elige la tuya.
pixel-drawn-sims = Dibujo de la página SIM: la SIM habitual conserva llamadas y mensajes, la eSIM tiene los datos móviles
pixel-on = <b>Activa la eSIM:</b> Ajustes → Red e Internet → SIM → eSIM → Usar SIM.
pixel-roaming = <b>Activa Roaming</b> (o Itinerancia) en la misma página. En la de tu SIM déjalo desactivado.
pixel-data = <b>Activa ahí también Datos móviles,</b> para que vayan por la eSIM.
pixel-apn = <b>Configura el APN si el plan lo necesita,</b> por ejemplo <code>data.esim</code>: eSIM → Nombres de puntos de acceso → +. La página de tu pedido indica si hace falta.
pixel-drawn-roaming = Dibujo de la página de la eSIM en un Pixel: Usar SIM, Datos móviles y Roaming están activados

## Install on another Android phone

android-switching = <b>Desactiva el cambio automático de datos,</b> para que el teléfono no recurra a tu línea (en los iPhone: «Permitir cambio de datos móviles»).
android-like-pixel = Motorola, Sony, Nothing, Fairphone: casi igual que en un <a>Pixel</a>.
android-xiaomi = Xiaomi: <b>Ajustes → Tarjetas SIM y redes móviles → Gestionar eSIM.</b>
android-oppo = Oppo, OnePlus: <b>Ajustes → Red móvil → SIM y eSIM → Añadir eSIM.</b>
android-honor = Honor: <b>Ajustes → Red móvil → Gestión de SIM → Añadir eSIM.</b>

## What phones say

trouble-not-supported = «SIM no compatible» (“SIM Not Supported”) · «SIM no válida» (“SIM Not Valid”) · “Network-locked SIM card inserted”
trouble-not-supported-text = El teléfono está bloqueado por el operador que lo vendió. Pídele que lo libere; después no hay que instalar nada de nuevo.
trouble-full = «No se pueden añadir más eSIM», o el teléfono está lleno
trouble-full-text = Los teléfonos guardan varias eSIM, normalmente entre cinco y diez, con dos activas a la vez. Elimina una antigua de otro viaje, nunca una que aún necesites.
trouble-registered = «No registrado en la red» (“Not registered on network”) · «Red móvil no disponible» (“Mobile network not available”)
trouble-registered-text = Activa la itinerancia de datos en la eSIM y deja que el teléfono vuelva a buscar: <b>Operadores de red → Seleccionar automáticamente,</b> y activa y desactiva el modo avión. Tras aterrizar, hasta diez minutos es normal.
trouble-subscribed = «No se pudo activar la red de datos móviles» (“Could not activate cellular data network”)
trouble-subscribed-text = Falta el APN, o los datos van por otra línea. Elige la eSIM para los datos y configura su APN como indica la página de tu pedido, por ejemplo <code>data.esim</code>.

## Which phones take an eSIM, and which of these do not

devices-apple = iPhone XS, XS Max, XR (2018) y todos los posteriores; SE desde la segunda generación; los iPhone desde el 14 comprados en EE. UU. solo admiten eSIM
devices-apple-not = comprados en China continental; en Hong Kong y Macao, algunos con dos SIM físicas
devices-samsung = Galaxy S20, Note20 y posteriores; Z Flip y Z Fold; A35, A54, A55, A56; XCover7
devices-samsung-not = S20 FE; S20, Note20 y primeros plegables vendidos en EE. UU. o Hong Kong; modelos para China continental; modelos para Corea anteriores a 2022
devices-google-not = Pixel 3 vendidos en Australia, Japón o Taiwán; Pixel 3 y 3a de algunos operadores
devices-xiaomi = 12T Pro, series 13, 14 y 15 y sus modelos T
devices-xiaomi-not = modelos para China continental; la mayoría de Redmi y Poco
devices-motorola = Razr 2019 y posteriores; Edge 40, Edge 50 y posteriores; algunos Moto G
devices-motorola-not = la mayoría de los demás Moto G y E
devices-oppo = Oppo Find X3 Pro, X5, X8, Find N; OnePlus 11, 12, 13, Open
devices-oppo-not = modelos para China continental
devices-honor = Magic4 Pro y Magic Pro posteriores; 90, 200, 400
devices-honor-not = modelos para China continental
devices-sony = Xperia 1 IV, 5 IV, 10 III Lite, 10 IV y posteriores
devices-sony-not = modelos para Hong Kong, Taiwán y China continental
devices-huawei = P40, P40 Pro, Mate 40 Pro
devices-huawei-not = P40 Pro+; modelos para China continental
devices-small = Fairphone 4 y posteriores; Nothing Phone (3)
devices-small-not = Nothing Phone (1) y (2)
devices-others-from = muchos teléfonos recientes
