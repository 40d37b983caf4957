## Figures

# $amount is written as the language writes numbers; $symbol is $, €, £ … as CLDR has it in your language: US$ where $ is another money.
money-symbol = { $amount } { $symbol }
# $code is an ISO 4217 code, for currencies without a symbol of their own.
money-code = { $amount } { $code }
unit-gb = GB
unit-mb = MB
data-amount = { $figure } { $unit }
# Alone in large letters on a plan's card.
data-unlimited = Ilimitados
data-unlimited-long = Datos ilimitados
fair-use = Uso razonable
fair-use-full = { $data } al día a máxima velocidad y después { $speed }
fair-use-data = { $data } al día a máxima velocidad y después más lento
fair-use-speed = Tras un uso intenso baja a { $speed }; la red no indica a partir de cuánto
fair-use-unknown = La red no indica su límite de uso razonable
days = { $days ->
    [one] { $days } día
   *[other] { $days } días
}

## The frame of every page

skip-to-content = Ir al contenido
demo-label = Demo
demo-banner = Esto es una demo: no se mueve dinero de verdad y las eSIM son inventadas.
test-label = Modo de prueba
test-banner = Esta tienda está en modo de prueba: no se mueve dinero de verdad y las eSIM son solo para quienes la prueban.
notice-label = Aviso
sales-paused-banner = Las ventas están en pausa por un momento. Los pedidos ya pagados no se ven afectados. Vuelve en un rato.
nav-main = Principal
nav-destinations = Destinos
nav-help = Ayuda
nav-my-esims = Mis eSIM
errors-title = Hay un problema
need-a-person = ¿Preguntas? Escríbenos:
foot-devices = ¿Funcionará en mi teléfono?
foot-refunds = Reembolsos
foot-privacy = Privacidad
foot-terms = Condiciones
languages = Idiomas
# Said in this language to somebody who reads the page in another one, as a link.
offer-this-language = Ver esta página en español
copied = Copiado
close = Cerrar
copy-by-hand = Selecciónalo y cópialo manualmente
you-are-here = Estás aquí

## What is not there

not-found-title = Página no encontrada
not-found-lead = La dirección no es correcta o el plan ya no está a la venta. Tus pedidos y tus eSIM no se ven afectados.
all-destinations = Todos los destinos

## Lengths of time

minutes = { $n ->
    [one] { $n } minuto
   *[other] { $n } minutos
}
hours = { $n ->
    [one] { $n } hora
   *[other] { $n } horas
}
# 1 hour 30 minutes
hours-minutes = { $hours } y { $minutes }
ago-now = ahora mismo
ago-minutes = { $n ->
    [one] hace { $n } minuto
   *[other] hace { $n } minutos
}
ago-hours = { $n ->
    [one] hace { $n } hora
   *[other] hace { $n } horas
}
ago-days = { $n ->
    [one] hace { $n } día
   *[other] hace { $n } días
}
