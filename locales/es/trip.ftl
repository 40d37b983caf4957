## Plan a trip

trip-title = Planear un viaje
trip-description = Varios países en un mismo viaje: mira si cuesta menos una eSIM para todos o una para cada país.
trip-lead = Escribe adónde vas y cuándo. Comparamos una eSIM para todo el viaje con una para cada país.
trip-where = ¿Adónde vas y cuándo?
trip-example = Tokio, Bali, Londres, 3 al 19 de mayo
trip-where-hint = Lugares en orden, separados por comas. Añade días o fechas si los sabes.
trip-first = Primer día
trip-last = Último día
trip-need = ¿Cuántos datos?
trip-need-maps = Mapas y mensajes, unos 0,3 GB al día
trip-need-daily = Uso diario, alrededor de 1 GB al día
trip-need-video = Video y llamadas, unos 3 GB al día
trip-need-unlimited = Ilimitados
trip-compare = Comparar
trip-examples = Por ejemplo
trip-example-asia = Bangkok 4 días, Hanói 5 días, Singapur 3 días
trip-example-europe = París, Roma, Atenas, 2 semanas
trip-example-america = Nueva York 5 días, Toronto 3 días, México 7 días

## What was understood

trip-stops = Tus paradas
# $n is the number of the stop, $place its country.
trip-days-in = Días: { $place }
trip-again = Comparar otra vez
trip-change = Cambiar el viaje
trip-whole = { $days ->
    [one] { $days } día en total
   *[other] { $days } días en total
}
trip-whole-dated = { $days ->
    [one] { $days } día en total: { $first }
   *[other] { $days } días en total: del { $first } al { $last }
}
trip-taken-for = Hemos leído «{ $text }» como { $place }. ¿No es correcto? Añade el país.
trip-unknown = No hemos entendido: { $parts }.
trip-assumed = No indicaste la duración, así que hemos puesto una semana por parada. Cámbiala como quieras.
trip-nothing = No hemos encontrado ningún lugar ahí. Escribe países o ciudades, separados por comas.
trip-too-long = Podemos comparar hasta { $stops } paradas y { $days } días. Divide el viaje.
trip-early = Los planes deben empezar en los 60 días siguientes a la compra. Para este viaje, compra el { $day } o después.
trip-one-order = Un pedido admite hasta { $n } eSIM del mismo plan; pide las demás por separado.

## Options

trip-options = Formas de estar conectado
trip-one = Una eSIM para todos
trip-local = Una para cada país
trip-mix = La combinación más barata
trip-cheapest = Lo más barato
trip-esims = { $n ->
    [one] { $n } eSIM
   *[other] { $n } eSIM
}
trip-for = Para: { $places }
trip-uncovered = Ningún plan sirve para estas paradas: { $places }.
trip-no-single = Ningún plan basta por sí solo para todo el viaje.
trip-near = Insuficiente para este viaje
trip-too-short = { $days ->
    [one] Dura { $days } día; el viaje, { $needed }
   *[other] Dura { $days } días; el viaje, { $needed }
}
trip-too-small = Incluye { $data }; para el viaje necesitas unos { $needed }
trip-slows-down = Se ralentiza y la red no indica a partir de cuánto; para el viaje necesitas unos { $needed }
trip-not-exact = Con más de { $stops } paradas comparamos las combinaciones más probables, no todas.

## One eSIM now with a top-up later: advice, no part of the order

trip-later = Una eSIM ahora y una recarga más tarde
# What the top-up is and costs stands behind it.
trip-later-then = El día { $day } del viaje, añade una recarga. Hoy se ofrece:
trip-later-note = La recarga no forma parte de este pedido. La añades en la página de tu eSIM cuando la necesites; hasta entonces su precio puede cambiar.

## Several plans in one payment

choice-title = Tu selección
choice-from = Desde el { $day }
choice-remove = Quitar
choice-update = Actualizar el total
choice-pay = { $n ->
    [one] { $n } eSIM, un solo pago
   *[other] { $n } eSIM, un solo pago
}
choice-price = El precio de este plan es ahora { $price }. No se te ha cobrado nada.
choice-unnamed = Un plan
choice-plans = Un pedido admite hasta { $n } planes distintos. Quita alguno; puedes pedirlo por separado.
choice-lines = Un pedido admite hasta { $n } eSIM. Elige menos; puedes pedir las demás por separado.
choice-code-raised = Código { $code } aplicado. Es nuestro precio más bajo para estos planes.
choice-code-plan = Este código no es válido para estos planes.
choice-code-lowest = Estos planes ya están a su precio más bajo. Deja el campo vacío para comprar sin el código.
# $n of a plan, $all of all plans together.
trip-too-many = Un pedido admite hasta { $n } eSIM del mismo plan y { $all } en total. Abre cada plan para pedirlo.
