
hand-over-title = Compartir con otro viajero
hand-over-lead = Envía al viajero un enlace que abre solo esta eSIM: su código QR y cómo instalarla. Sin precio y sin tus otras eSIM.
hand-over-name = Nombre del viajero (opcional)
hand-over-name-hint = Para distinguir tus eSIM.
hand-over-no-name = Hasta 40 caracteres, en una línea.
hand-over-too-quick = Demasiados enlaces en poco tiempo. Espera un rato.
hand-over-over = Esta eSIM se está cancelando o ya no se puede usar: no hay nada que enviar.
hand-over-make = Crear un enlace
hand-over-only-name = Guardar solo el nombre
hand-over-open = Hay un enlace activo hasta el { $day }. Uno nuevo lo sustituye.
hand-over-end = Anular el enlace
hand-over-what = Quien tenga el enlace puede instalar esta eSIM, una sola vez. Envíalo solo a esa persona. Puedes anularlo aquí cuando quieras.
hand-over-made = El enlace está listo
hand-over-made-lead = Envíalo a quien viaja con esta eSIM.
hand-over-made-lead-name = Envíalo a { $name }.
hand-over-link = Enlace
hand-over-once = Se muestra solo esta vez: cópialo ahora. Si se pierde, crea otro.
hand-over-scan = ¿Están juntos? La otra persona puede escanear esto con la cámara de su teléfono para abrir la página.
hand-over-until = Funciona hasta el { $day }.
hand-over-link-alt = Código QR que abre la página del viajero
hand-over-change = Cambiar el nombre o anular el enlace
hand-over-somebody = ¿Es para otra persona? Pon su nombre y envía un enlace
hand-over-link-for = Enviar un enlace a { $name }
hand-over-phone-button = Abrir esto en el teléfono
hand-over-browser-button = Crear un enlace para el navegador
hand-over-phone-title = Ábrelo en el teléfono
hand-over-phone-lead = Escanea esto con la cámara del teléfono que llevarás de viaje. Abre una página donde la eSIM se instala con un toque.
hand-over-phone-until = Válido 15 minutos, hasta las { $time }.
hand-over-phone-link = O abre esta dirección en el navegador del teléfono
hand-over-not-the-code = Este código abre una página. El que instala la eSIM es el otro.
hand-over-phone-alt = Código QR que abre una página en el teléfono
handed-for = Para { $name }
handed-title = Tu eSIM
handed-lead = { $plan }, comprada para ti en { $shop }. Añádela en casa, con un wifi estable; se tarda dos minutos.
handed-start-by = <b>Empieza a usarla a más tardar el { $day }.</b> Después, el plan puede empezar automáticamente y gastar sus días, o dejar de funcionar.

## The eSIMs of one order for several people

family-title = ¿Para quién son?
family-lead = Ponles nombre una vez. Cada persona recibe un enlace que abre solo su eSIM.
# A button, and what stands beside the eSIM that it was pressed for: on a phone, and on a computer.
family-this-phone = Este teléfono
family-mine = Para mí
family-not-mine = Al final no es para mí
family-send = Enviar enlace
family-send-again = Enviar de nuevo
family-send-all = Enviar todos los enlaces
# Beside a name: “link sent · not installed yet”.
family-sent = enlace enviado
family-not-installed = aún sin instalar
family-show = Ver
family-qr = Código QR y códigos
family-scan = Escanéalo con la cámara del otro teléfono.
family-made = Los enlaces están listos
family-once = Se muestran solo esta vez: envíalos o cópialos ahora. Si alguno se pierde, crea otro.
# Of a field with a line for each traveller: a name and a link.
family-links = Enlaces, una línea por viajero
family-share = Compartir
family-closed = Aún no se ha enviado nada. Toca otra vez «Compartir» o copia el texto de arriba.
family-save = Guardar los nombres
family-sign-in = ¿Para varios viajeros? Inicia sesión para enviar enlaces
family-sign-in-why = Los enlaces solo se pueden enviar desde el navegador con el que compraste, o después de iniciar sesión con la dirección con la que pagaste.
# $day is the last day on which the link works.
family-sent-page = Enviaste un enlace a esta eSIM; funciona hasta el { $day }. La eSIM aún no está instalada. Solo se puede instalar una vez: deja que lo haga quien tiene el enlace o anúlalo antes.
family-sent-page-seen = Se envió a alguien un enlace a esta eSIM; funciona hasta el { $day }. La eSIM aún no está instalada. Solo se puede instalar una vez: deja que lo haga quien tiene el enlace, a menos que sea para este teléfono.
