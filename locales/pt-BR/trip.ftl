## Plan a trip

trip-title = Planejar uma viagem
trip-description = Vários países em uma viagem: veja se custa menos um eSIM para todos ou um para cada país.
trip-lead = Diga para onde vai e quando. Comparamos um eSIM para a viagem toda com um para cada país.
trip-where = Para onde você vai, e quando?
trip-example = Tóquio, Bali, Londres, 3 a 19 de maio
trip-where-hint = Lugares na ordem, separados por vírgulas. Dias ou datas, se você souber.
trip-first = Primeiro dia
trip-last = Último dia
trip-need = Quantos dados?
trip-need-maps = Mapas e mensagens, cerca de 0,3 GB por dia
trip-need-daily = Uso diário, cerca de 1 GB por dia
trip-need-video = Vídeo e chamadas, cerca de 3 GB por dia
trip-need-unlimited = Ilimitados
trip-compare = Comparar
trip-examples = Por exemplo
trip-example-asia = Bangkok 4 dias, Hanói 5 dias, Singapura 3 dias
trip-example-europe = Paris, Roma, Atenas, 2 semanas
trip-example-america = Nova York 5 dias, Toronto 3 dias, México 7 dias

## What was understood

trip-stops = Suas paradas
# $n is the number of the stop, $place its country.
trip-days-in = Dias: { $place }
trip-again = Comparar de novo
trip-change = Mudar a viagem
trip-whole = { $days ->
    [one] { $days } dia no total
   *[other] { $days } dias no total
}
trip-whole-dated = { $days ->
    [one] { $days } dia no total: { $first }
   *[other] { $days } dias no total: de { $first } a { $last }
}
trip-taken-for = Lemos “{ $text }” como { $place }. Não é isso? Acrescente o país.
trip-unknown = Não entendemos: { $parts }.
trip-assumed = Nenhuma duração foi informada, então contamos uma semana por parada. Mude como quiser.
trip-nothing = Não achamos nenhum lugar aí. Escreva países ou cidades, separados por vírgulas.
trip-too-long = Podemos comparar até { $stops } paradas e { $days } dias. Divida a viagem.
trip-early = Os planos devem começar em até 60 dias da compra. Para esta viagem, compre em { $day } ou depois.
trip-one-order = Um pedido aceita até { $n } eSIMs do mesmo plano; peça os demais separadamente.

## Options

trip-options = Opções
trip-one = Um eSIM para todos
trip-local = Um para cada país
trip-mix = A combinação mais barata
trip-cheapest = Mais barato
trip-esims = { $n ->
    [one] { $n } eSIM
   *[other] { $n } eSIMs
}
trip-for = Para: { $places }
trip-uncovered = Nenhum plano serve para estas paradas: { $places }.
trip-no-single = Nenhum plano basta sozinho para a viagem inteira.
trip-near = Insuficiente para esta viagem
trip-too-short = { $days ->
    [one] Dura { $days } dia; a viagem, { $needed }
   *[other] Dura { $days } dias; a viagem, { $needed }
}
trip-too-small = Inclui { $data }; você precisa de cerca de { $needed }
trip-slows-down = Fica mais lento, e a rede não informa a partir de quanto; você precisa de cerca de { $needed }
trip-not-exact = Com mais de { $stops } paradas, comparamos as opções mais prováveis, não todas.

## One eSIM now with a top-up later: advice, no part of the order

trip-later = Um eSIM agora e uma recarga depois
# What the top-up is and costs stands behind it.
trip-later-then = No dia { $day } da viagem, adicione uma recarga. Oferta de hoje:
trip-later-note = A recarga não faz parte deste pedido. Você a adiciona na página do seu eSIM quando precisar; até lá, o preço pode mudar.

## Several plans in one payment

choice-title = Sua escolha
choice-from = A partir de { $day }
choice-remove = Remover
choice-update = Atualizar o total
choice-pay = { $n ->
    [one] { $n } eSIM, um só pagamento
   *[other] { $n } eSIMs, um só pagamento
}
choice-price = O preço deste plano agora é { $price }. Nada foi cobrado.
choice-unnamed = Um plano
choice-plans = Um pedido aceita até { $n } planos diferentes. Remova alguns; você pode pedi-los separadamente.
choice-lines = Um pedido aceita até { $n } eSIMs. Escolha menos; você pode pedir os demais separadamente.
choice-code-raised = Código { $code } aplicado. Este é o nosso menor preço para estes planos.
choice-code-plan = Este código não vale para estes planos.
choice-code-lowest = Estes planos já estão no menor preço. Deixe o campo em branco para comprar sem o código.
# $n of a plan, $all of all plans together.
trip-too-many = Um pedido aceita até { $n } eSIMs do mesmo plano e { $all } no total. Abra cada plano para pedi-lo.
