# Names of settings are those that phones of this language show.

## Phone settings, drawn: short words

draw-cellular = Datos móviles
draw-cellular-data = Datos móviles
draw-sims = SIM
draw-primary = Principal
draw-primary-on = Activada · llamadas y mensajes
draw-esim-on = Activada · datos de viaje
draw-add-esim = Añadir eSIM
draw-turn-on = Activar esta línea
draw-label = Etiqueta
draw-roaming = Itinerancia de datos
draw-on-primary = En tu línea Principal
draw-roaming-off = Itinerancia desactivada
draw-home = SIM 1 · tuya
draw-home-for = Llamadas, mensajes
draw-travel = eSIM · viaje
draw-travel-for = Datos, con itinerancia
draw-add-sim = + Añadir SIM
draw-preferred = Preferida para
draw-calls-by = Voz: SIM 1
draw-data-by = Datos: eSIM

## On every guide

guide-once = <b>Esta eSIM solo se puede instalar una vez. No la elimines del teléfono.</b> Si la eliminas, se borra para siempre y no se puede volver a instalar.
guide-home = Instálala en casa, antes de volar, con un wifi estable. Algunos países bloquean las páginas de las tiendas de eSIM.
guide-phone = El teléfono debe estar libre y admitir eSIM: marca <code>*#06#</code>; si aparece un EID, la admite.
guide-stuck = ¿Sigue sin funcionar?
guide-write = Escribe a <a>{ $email }</a> con tu número de pedido y el mensaje exacto del teléfono. No envíes nunca el código QR ni el código de activación: quien lo tenga puede instalar tu eSIM.
guide-install = Instala tu eSIM
guide-start = Empieza a usar tu eSIM
guide-at-destination = En tu destino:
abroad-title = ¿Ya estás en el extranjero? Usa el wifi del aeropuerto
abroad-lead = La eSIM se descarga una sola vez y para eso hace falta conexión: unos dos minutos de wifi. Deja desactivada la itinerancia de datos de tu línea habitual.
abroad-join = Conéctate al wifi del aeropuerto, del hotel o de una cafetería. Si pide identificarse y no aparece ninguna página, abre cualquier sitio web en el navegador.
abroad-install = Instala la eSIM desde esta página y sigue en ese wifi hasta que el teléfono diga que se ha añadido.
abroad-install-guide = Abre en el teléfono la página de tu pedido, desde nuestro correo o en <a>Mis eSIM</a>, e instala la eSIM. Sigue en ese wifi hasta que el teléfono diga que se ha añadido.
abroad-blocked = ¿No funciona? Desactiva la VPN y prueba con otra red o con el punto de acceso de quien viaja contigo: algunas redes bloquean la descarga.
abroad-roaming = ¿No hay ningún wifi? También se descarga con la itinerancia de datos de tu línea habitual, al precio de tu operador. Desactívala en cuanto la eSIM esté instalada.
abroad-start = Después, empieza a usar la eSIM: actívala, activa su itinerancia de datos y úsala para los datos móviles. A partir de ahí no necesitas wifi.

## Help

help-title = Ayuda
help-description = Cómo instalar y empezar a usar tu eSIM, y qué hacer cuando algo no funciona.
help-lead = Dos pasos: instálala en casa y actívala al aterrizar.
help-iphone = Instalar en iPhone
help-iphone-about = iOS, paso a paso
help-trouble = Solución de problemas
help-trouble-about = qué dice el teléfono, qué hacer
help-devices-about = una comprobación de diez segundos
help-data-about = poco, a diario, mucho, con fuentes
help-mine-about = saldo restante, recargas, el código QR otra vez
help-refunds-about = cuándo recuperas el dinero
help-asked = Preguntas frecuentes
help-paid = He pagado. ¿Dónde está mi eSIM?
help-paid-text = En la página a la que volviste después de pagar y en tu correo. En ambos aparece el código QR en cuanto está listo. ¿Cerraste la página? Entra en <a>Mis eSIM</a> con la dirección con la que pagaste. Si no podemos entregar la eSIM, te reembolsamos automáticamente.
help-same-phone = El código QR está en el mismo teléfono que debería escanearlo
help-same-phone-text = Abre la página de tu pedido en ese teléfono: te ofrece instalarla directamente. Si no, escribe la dirección SM-DP+ y el código de activación; los dos están debajo del código QR, con un botón para copiarlos.
help-days-text = Cuando la eSIM se conecta por primera vez a una red en tu destino. Empieza en los 60 días siguientes a la compra: después puede empezar automáticamente o dejar de funcionar.
help-not-travelled = Al final no he viajado
help-not-travelled-text = Puedes cancelar tú mismo un plan sin usar: abre la eSIM en <a>Mis eSIM</a> y toca «Cancelar y recuperar el dinero». Verás el importe antes de confirmar. <a2>Reembolsos</a2>
help-charged = ¿Me cobrará mi operador?
help-charged-text = No, si en tu línea están desactivadas la itinerancia de datos y la opción «Permitir cambio de datos móviles». Las llamadas que contestas y los SMS que envías con tu línea se cobran según las tarifas de tu operador.
help-more = Necesito más datos
help-more-text = Entra en <a>Mis eSIM</a>, abre la eSIM y toca «Recargar»: los datos se añaden a la misma eSIM, sin volver a instalar nada. Si no hay recargas disponibles, un plan nuevo viene con una eSIM aparte; tu teléfono puede tener las dos.
help-address = Escribí mal mi dirección de correo
help-address-text = El código QR sigue en la página de tu pedido, en el navegador con el que compraste. Escribe a <a>{ $email }</a> con el número de pedido para cambiar la dirección.

## Install on iPhone

iphone-description = Instala y empieza a usar una eSIM de viaje en un iPhone, paso a paso.
iphone-lead = Abre la página de tu pedido en Safari, en el iPhone, y toca <b>Instalar en este iPhone</b> (iOS 17.4 o posterior). O bien:
iphone-add = <b>Ajustes → Datos móviles → Añadir eSIM</b> (en Latinoamérica: Configuración → Datos celulares o Red celular → Agregar eSIM).
iphone-qr = <b>Usar código QR,</b> y escanea el código desde otra pantalla. En el mismo teléfono: mantén el dedo sobre el código QR, o elige <b>Introducir detalles manualmente</b> y copia la dirección SM-DP+ y el código de activación.
iphone-where = Con iOS 26 o posterior, el iPhone puede preguntar si usarás esta eSIM en tu país o en el extranjero: elige el extranjero.
iphone-rename = <b>Cambia el nombre de la línea,</b> por ejemplo a «eSIM», para distinguirla de la tuya.
iphone-primary = <b>Deja «Principal» como línea predeterminada</b> para llamadas y mensajes.
iphone-switching = <b>Desactiva «Permitir cambio de datos móviles»</b> («…datos celulares» en Latinoamérica), para que tu línea no use datos en el extranjero.
iphone-drawn-lines = Dibujo de Ajustes, Datos móviles: la línea eSIM aparece debajo de Principal, las dos activadas
iphone-on = <b>Activa la eSIM.</b> Ajustes → Datos móviles → eSIM → Activar esta línea.
iphone-roaming = <b>Activa Itinerancia de datos</b> en esta línea. Déjala desactivada en la tuya.
iphone-data = <b>Haz que sea la línea de datos móviles.</b> Ajustes → Datos móviles → Datos móviles → eSIM.
iphone-apn = <b>Configura el APN si el plan lo necesita,</b> por ejemplo <code>data.esim</code>: Ajustes → Datos móviles → eSIM → Red de datos móviles. La página de tu pedido indica si hace falta.
iphone-drawn-roaming = Dibujo de los ajustes de la línea eSIM: Activar esta línea e Itinerancia de datos están activadas; en la línea Principal la itinerancia sigue desactivada

## Install on Android

android-lead = Abre la página de tu pedido en el teléfono y toca <b>Probar la instalación con un toque</b>: funciona desde Chrome en muchos teléfonos Pixel y Samsung. Si no:
android-pixel-add = <b>Ajustes → Red e Internet → SIM → Añadir SIM</b> (o +).
android-pixel-set = <b>Configurar una eSIM,</b> y escanea el código QR desde otra pantalla. En el mismo teléfono, elige <b>¿Necesitas ayuda? → Introducirlo manualmente</b> y pega el código.
android-samsung-add = <b>Ajustes → Conexiones → Administrador de SIM → Añadir eSIM.</b>
android-samsung-scan = <b>Escanear código QR,</b> o <b>Introducir código de activación</b> en el mismo teléfono.
android-others = Otras marcas
android-others-text = Busca «SIM», «Red móvil» o «eSIM» en los ajustes, o usa el buscador de los ajustes con «eSIM».
android-drawn = Dibujo de los ajustes de SIM: la SIM habitual conserva las llamadas, la eSIM tiene los datos móviles con la itinerancia activada
android-on = <b>Activa la eSIM</b> en los ajustes de SIM.
android-roaming = <b>Activa la itinerancia de datos</b> («Roaming» o «Itinerancia») en ella. Déjala desactivada en tu SIM.
android-data = <b>Elígela como SIM de datos móviles.</b>
android-apn = <b>Configura el APN si el plan lo necesita,</b> por ejemplo <code>data.esim</code>: eSIM → Nombres de puntos de acceso → +. La página de tu pedido indica si hace falta.

## When something does not work
# What phones say is quoted in this language, and in English too where travellers search for it.

trouble-title = Solución de problemas
trouble-description = Los mensajes que muestran los teléfonos cuando una eSIM no funciona, qué significan y qué hacer.
trouble-lead = Busca el mensaje que muestra tu teléfono.
trouble-mine = ¿La compraste aquí? Abre tu eSIM en <a>Mis eSIM</a> y toca «¿Sin internet?»: revisamos esa eSIM y te mostramos el siguiente paso.
trouble-installing = Al instalar
trouble-locked = «No se pueden añadir planes de datos móviles de este operador» (“Cellular plans from this carrier cannot be added”)
trouble-locked-text = El teléfono está bloqueado por el operador que lo vendió. Pídele que lo libere y vuelve a escanear. El código no se ha gastado.
trouble-change = «No se ha podido completar el cambio de datos móviles» (“Cellular change could not be completed” · “Unable to complete cellular plan change”)
trouble-change-text = El código ya se ha usado, en este teléfono o en otro, o se cortó la conexión. Mira primero en Ajustes → Datos móviles si la eSIM está ahí. Si no, reinicia el teléfono, conéctate a otro wifi y escanea una vez más.
trouble-activate = «No se puede activar la eSIM» (“Unable to activate eSIM”) · «No se puede añadir la eSIM» (“eSIM cannot be added”) · «Error de activación» (“Activation failed”)
trouble-activate-text = Casi siempre es la conexión: las eSIM se descargan del servidor del operador. Desactiva la VPN, conéctate a un wifi estable, reinicia el teléfono e inténtalo de nuevo. En un teléfono caben varias eSIM, pero no infinitas: si está lleno, elimina una antigua que ya no necesites, nunca esta.
trouble-invalid = «Este código ya no es válido» (“This code is no longer valid”) · «Código QR no válido» (“Invalid QR code”)
trouble-invalid-text = El código ya se usó o no se leyó entero. Escanéalo desde una pantalla más grande, o escribe manualmente la dirección SM-DP+ y el código de activación. Las mayúsculas y minúsculas importan: usa los botones de copiar.
trouble-no-menu = En mis ajustes no aparece «Añadir eSIM»
trouble-no-menu-text = Puede que el teléfono no admita eSIM: marca <code>*#06#</code>. Si no aparece un EID, no la admite. La mayoría de los iPhone vendidos en China continental no la admiten.
trouble-there = En el destino
trouble-no-internet = Conectada, pero sin internet
trouble-is-on = ¿Está activada la eSIM?
trouble-is-roaming = ¿Tiene activada la <b>Itinerancia de datos</b>? Debe estarlo: el plan usa las redes locales en itinerancia.
trouble-is-data = ¿Es la línea de datos móviles?
trouble-is-apn = Configura el APN como indica la página de tu pedido, por ejemplo <code>data.esim</code>.
trouble-airplane = Activa el modo avión diez segundos y desactívalo.
trouble-no-service = «Sin servicio» (“No Service”) · «Solo SOS» (“SOS only”) · «Solo llamadas de emergencia» (“Emergency calls only”)
trouble-no-service-text = Elige la red manualmente: Ajustes → Datos móviles → eSIM → Selección de red, desactiva Automático y elige una de las redes que nombra «¿Sin internet?» en <a>Mis eSIM</a>. En Android: ajustes de SIM → Seleccionar red automáticamente.
trouble-slow = Va lenta
trouble-slow-text = Prueba manualmente otra de las redes del plan, como arriba. Comprueba que el teléfono esté en 4G o 5G.
trouble-used-up = Se me han acabado los datos
trouble-used-up-text = Abre la eSIM en <a>Mis eSIM</a> y toca «Recargar»: los datos se añaden a la misma eSIM.
trouble-removed = He eliminado la eSIM
trouble-removed-text = Una eSIM eliminada no se puede volver a instalar. Si su plan no se usó nunca, quizá puedas cancelarlo en <a>Mis eSIM</a> y recuperar el dinero.
trouble-removed-again = Para seguir, <a>elige un plan nuevo</a>: llega como una eSIM nueva con su propio código.
trouble-order = Pedidos
trouble-no-code = He pagado y no veo ningún código QR
trouble-no-code-text = La página del pedido muestra qué ha pasado, qué viene ahora y cuándo te reembolsamos automáticamente. Toca «Comprobar de nuevo» o entra en <a>Mis eSIM</a>.
trouble-no-mail = No me ha llegado el correo
trouble-no-mail-text = Mira en la carpeta de spam. Todo lo que dice el correo está también en la página de tu pedido.

## Will it work on my phone?

devices-title = ¿Funcionará en mi teléfono?
devices-description = Comprueba en diez segundos si tu teléfono admite eSIM.
devices-lead = Una comprobación de diez segundos.
devices-model = Modelo de tu teléfono
devices-check = Comprobar
devices-drawn = Dibujo de un teléfono tras marcar *#06#: aparece un EID
devices-back = Volver a { $plan }
devices-dial = <b>Marca <code>*#06#</code></b> como si hicieras una llamada.
devices-eid = <b>¿Aparece un EID?</b> Entonces el teléfono admite eSIM. Sin EID, no.
devices-unlocked = <b>¿Está libre?</b> iPhone: en Ajustes → General → Información → Bloqueo del operador pone «Sin restricciones de SIM». Android: prueba la SIM de otro operador o pregunta en la tienda donde lo compraste.
devices-which = Teléfonos que admiten eSIM
devices-maker = Marca
devices-from = Desde
devices-not = Excepto
devices-google = Pixel 4 y posteriores; la mayoría de los Pixel 3a y 3
devices-others = Otros
devices-others-not = depende del país de venta: marca <code>*#06#</code>
devices-decides = La lista orienta; el EID decide.
devices-tablets = Tabletas y computadoras portátiles
devices-tablets-text = Muchos iPad y algunos portátiles con Windows admiten eSIM. El plan es de datos, así que también sirve para ellos; busca un EID en los ajustes.

## How much data

data-title = ¿Cuántos datos necesito?
data-description = Cuántos datos móviles necesita un viaje según cómo usas el teléfono, y de dónde salen nuestras cifras.
data-lead = Lo que más gasta es el video. Estas son las cifras con las que calculan nuestras páginas de planes y el planificador de viajes.
data-a-day = Datos al día
data-light = Mapas, mensajes, correo y algunas fotos
data-everyday = Lo mismo, más redes sociales, música y algo de video sin wifi
data-heavy = Horas de video o videollamadas cada día
data-rule = Cómo elegimos un plan
data-rule-text = Multiplicamos la cifra por tus días y tomamos el plan más barato que dura ese tiempo y tiene esos datos a máxima velocidad. Si no hay ninguno, lo decimos y mostramos el que más se acerca.
data-sources = De dónde salen las cifras
data-source-average = Un teléfono medio usó 17 GB de datos móviles al mes en 2023, es decir, 0,6 GB al día: <a>Ericsson Mobility Report, junio de 2025</a>. De viaje hay menos wifi, así que para el uso diario contamos 1 GB.
data-source-video = Una hora de video usa hasta 0,3 GB en calidad baja, 0,7 GB en media y 3 GB en alta: <a>Centro de ayuda de Netflix</a>. Cuatro horas en calidad media son los 3 GB de «Mucho».
data-source-measured = Cinco minutos de mapas usan 12 MB, publicar una foto 17 MB, una hora de música 157 MB y una hora de videollamada 300 MB: <a>medido por Saily en 2025</a>. Una hora de mapas, tus mensajes y algunas fotos son los 0,3 GB de «Poco».
data-less = Para que duren más
data-less-text = Descarga mapas y música con wifi antes de salir, pon el video en calidad media y activa «Modo de datos reducidos» (iPhone) o «Ahorro de datos» (Android).
