## Home

home-title = eSIMs de viagem
# $shop is the shop's name; $tagline a sentence of its owner.
home-description = eSIMs de viagem pré-pagos de { $shop }. { $tagline }
home-headline = Pouse já com internet. Pague uma vez, antes de voar.
home-lead-countries = Dados pré-pagos para { $countries } países.
home-lead-regions = Dados pré-pagos para { $countries } países e { $regions ->
    [one] { $regions } região
   *[other] { $regions } regiões
}.
home-tagline = Seu eSIM fica pronto segundos depois do pagamento, ou devolvemos o dinheiro automaticamente.
home-popular = Destinos populares
home-where = Para onde os viajantes vão
home-several = Um eSIM, vários países
home-trip = Planeje uma viagem por vários países
shelf-empty-title = Estamos carregando os planos
shelf-empty-text = Estamos recebendo os planos do fornecedor. Volte em alguns minutos.
how-title = Como funciona
how-choose-title = Escolha e pague
how-choose-text = Escolha os dados e os dias. Você paga na página da Stripe; o preço que você vê é o preço cobrado.
how-install-title = Instale em casa
how-install-text = O código QR aparece na tela em segundos e também chega no seu e-mail. Escaneie no Wi-Fi antes de sair.
how-switch-title = Ative ao pousar
how-switch-text = Ative o eSIM com o roaming de dados. Os dias começam a contar lá, não na compra.
promise-title = O que prometemos
promise-delivered-title = Entregue ou reembolsado
promise-delivered-text = Se não conseguirmos entregar seu eSIM, devolvemos o valor total ao seu cartão automaticamente. Você não precisa pedir.
promise-once-title = Uma compra só
promise-once-text = Apertou duas vezes, perdeu a conexão, voltou mais tarde: você paga uma vez só e recebe um eSIM.
promise-number-title = Seu número continua
promise-number-text = Chamadas e mensagens ficam na sua própria linha. Só os dados passam pelo eSIM.
before-title = Antes de comprar
before-phone = Funciona no meu celular?
before-phone-text = A maioria dos celulares fabricados desde 2019 aceita eSIM, desde que o aparelho não esteja bloqueado por uma operadora. Disque <code>*#06#</code>: se aparecer um EID, o seu aceita. <a>Mais sobre aparelhos</a>.
before-days = Quando os dias começam?
before-days-text = Quando o eSIM se conecta pela primeira vez a uma rede no destino. Comece em até 60 dias da compra: depois disso ele pode começar automaticamente ou não funcionar mais.
before-back = Posso receber meu dinheiro de volta?
before-back-text = Sim, tudo e automaticamente, se não conseguirmos entregar. Para um plano que você não usou, veja a <a>página de reembolsos</a>.

## Search

search-label = Para onde você vai?
search-hint = Onde, quando, quantos? Ex.: Tóquio, 10 dias
search-button = Ver planos
search-title = Busca
search-title-for = Busca: { $query }
search-results = Resultados para “{ $query }”
search-nothing-asked = Um país, uma cidade, uma ilha ou uma região.
search-unknown-title = Não encontramos esse lugar
search-unknown-text = Tente o nome do país ou veja todos os destinos. Tem certeza de que está certo? Avise-nos: <a>{ $email }</a>.
search-guessed = Nenhum resultado exato. Você quis dizer:
search-plans-for = Planos: { $place }
search-all-plans = Todos os planos: { $place }
no-plans-now = sem planos no momento
in-shared-plans = em planos para vários países
# A country told by its capital and the part of the world, so that nobody takes Austria for Australia.
capital-in = { $capital }, { $region }

## Places and plans

from-price = a partir de { $price }
from = a partir de
plans-count = { $n ->
    [one] { $n } plano
   *[other] { $n } planos
}
countries-count = { $n ->
    [one] { $n } país
   *[other] { $n } países
}
mixed-up = É o lugar certo? Ele costuma ser confundido com { $places }.
mixed-up-place = { $place } (capital: { $capital })
tag-most-chosen = O mais escolhido
tag-lowest = Mais barato por GB
tag-longest = O mais longo
# Above a list of plans. $facts are networks and a speed such as “SoftBank, KDDI au · 5G”; $day is the last day to start a plan that is bought today.
board-shared = { $facts }. Os dias contam a partir do pouso. Se comprar hoje, comece até { $day }.
board-starts = Os dias contam a partir do pouso. Se comprar hoje, comece até { $day }.
board-unit = Por GB
pass-networks = Redes
pass-clock = Começa a contar
plan-clock-when = Na primeira conexão no destino
pass-start-by = Comece até
pass-choose = Escolher
per-gigabyte = { $price } por GB
per-day = { $price } por dia
# Beside a figure of days.
unit-days = { $n ->
    [one] dia
   *[other] dias
}
networks-many = { $n } redes
# $names are the first few networks, $n how many more there are.
networks-more = { $names } e mais { $n }

## All destinations

destinations-description = eSIMs de viagem para { $countries } países e regiões, com os preços.
destinations-count = { $countries } países e territórios.
destinations-jump = Ir para
destinations-several = Vários países

## One destination

destination-title = eSIM: { $place }
destination-description = { $n ->
    [one] Um plano de dados pré-pago, { $place }: { $price }. Código QR segundos depois do pagamento.
   *[other] { $n } planos de dados pré-pagos, { $place }, a partir de { $price }. Código QR segundos depois do pagamento.
}
destination-no-plan = Nenhum plano só para este lugar no momento.
destination-capital = Capital: { $capital }.
destination-region-capital = { $region }. Capital: { $capital }.
destination-region = { $region }.
destination-covers = Funciona em até { $n } países.
destination-nothing-title = Nenhum plano só para { $place }
destination-nothing-text = Nenhum dos nossos planos funciona lá no momento. Preferimos dizer isso a vender algo que não funciona.
destination-nothing-but = Estes planos para vários países funcionam lá:
destination-plans = Planos
further-title = Vai mais longe?
further-lead = Um eSIM para este país ou um para vários: quanto custam e onde funcionam.
further-from = A partir de
further-countries = Países
tick-some = { $n } de { $all } planos
destination-where = Onde estes planos funcionam
destination-where-note = Cada plano lista seus próprios países; nem todo plano cobre todos estes.
destination-where-all = Todos os planos desta página funcionam em todos estes países.
good-title = Bom saber
good-days-text = Quando o eSIM se conecta pela primeira vez a uma rede no destino, não na compra. Comece em até 60 dias da compra.
good-more = E se eu precisar de mais dados?
good-more-text = Faça uma recarga em <a>Meus eSIMs</a>: os dados entram no eSIM que já está no seu celular, sem instalar nada de novo.
good-number = Meu número continua funcionando?
good-number-text = Sim. Chamadas e mensagens ficam na sua própria linha. Deixe o roaming de dados desativado nessa linha, para que só o eSIM use dados.
good-phone = Meu celular é compatível?
good-phone-text = Disque <code>*#06#</code>: se aparecer um EID, aceita. Ele não pode estar bloqueado por uma operadora. <a>Mais sobre aparelhos</a>.

## Sorting and filtering

sort-label = Ordenar por
sort-data = Dados
sort-price = Preço
sort-gigabyte = Preço por GB
sort-days = Dias
stay-label = Sua estadia
stay-any = Qualquer duração
stay-short = Até 7 dias
stay-mid = 8–15 dias
stay-long = 16 dias ou mais
amount-label = Dados
amount-any = Qualquer quantidade
amount-large = 10 GB ou mais
amount-unlimited = Ilimitados
filter-nothing = Nenhum plano corresponde aos filtros. Remova um filtro.

## How much is enough

answer-title = De quanto preciso?
answer-use = Como você usa o celular
use-light = Pouco
use-everyday = Dia a dia
use-heavy = Muito
answer-light = Mapas e mensagens: cerca de { $data } em { $days }
answer-everyday = Uso diário: cerca de { $data } em { $days }
answer-heavy = Vídeo e chamadas: cerca de { $data } em { $days }
answer-most = Nenhum plano aqui tem tanto por tanto tempo; este é o que mais se aproxima.
answer-none = Nenhum plano aqui dura { $days }.

## One plan

plan-description = { $plan }: { $price }. Código QR segundos depois do pagamento, ou devolvemos o dinheiro automaticamente.
plan-place = { $place }. Capital: { $capital }.
plan-place-region = { $place }, { $region }. Capital: { $capital }.
plan-place-in = { $place }, { $region }.
plan-speed = Velocidade
plan-speed-up-to = até { $speed }
plan-unit = Preço unitário
plan-hotspot = Compartilhar internet
plan-identity = Verificação de identidade
plan-yes = Sim
plan-no = Não
plan-calls = Chamadas e mensagens
plan-calls-text = Só dados; chamadas e mensagens ficam na sua própria linha
plan-topup = Recarga
plan-topup-yes = Disponível, sem reinstalar
plan-buy = Comprar este plano
plan-paused = As vendas estão pausadas por alguns instantes. Volte em breve.
plan-how-many = Quantos eSIMs?
plan-quantity = { $n } – { $price }
plan-first-day = Primeiro dia da viagem, se souber
plan-first-day-hint = Avisamos se for cedo demais para comprar.
plan-anyway = Comprar agora mesmo assim: vou começar a usar a tempo.
plan-pay = Sim – continuar para o pagamento
plan-unpaid = Se você não concluiu o pagamento, nada foi cobrado. Sua escolha continua aqui: prossiga para o pagamento ou altere-a.
# Right above the pay button, whose “Yes” answers it.
plan-device-ask = Disque <code>*#06#</code>: aparece um EID e o celular está desbloqueado? <a>Como verificar</a>
plan-device-how = Disque <code>*#06#</code>: se aparecer um EID, ele aceita eSIM. Não pode estar bloqueado por uma operadora. <a>Como verificar</a>
plan-when = Vai viajar mais tarde?
plan-code = Tem um código de desconto?
plan-code-label = Código de desconto
plan-code-was = em vez de <s>{ $price }</s>
plan-code-applied = Código { $code } aplicado.
plan-code-raised = Código { $code } aplicado. Este é o nosso menor preço para este plano.
plan-marks = <b>Um só preço, sem taxas extras.</b> Você paga na página da Stripe: cartão, Apple Pay, Google Pay.
plan-sold-by = Vendido por <a>{ $seller }</a>
plan-charged-in = A cobrança é feita em { $currency }; os valores após ≈ são apenas uma estimativa.
# A list of plans with more and less data; what they cost more or less than this one.
plan-others = Outros tamanhos
plan-more = + { $price }
plan-less = − { $price }
# $facts are labels such as “Hotspot”.
plan-unstated = A rede não informa: { $facts }.
# $countries is “18 countries”.
plan-further = Vai mais longe? <a>{ $place }, { $countries }: { $data } · { $days }, { $price }</a>
plan-promise = <b>Entregue ou reembolsado.</b> Se o eSIM não for entregue, devolvemos o dinheiro automaticamente.
plan-back-fee = <b>Mudou de ideia?</b> Em Meus eSIMs você pode cancelar um plano não usado em até { $days } dias e receber o valor de volta, menos uma taxa de { $fee }. <a>Reembolsos</a>
plan-back-full = <b>Mudou de ideia?</b> Em Meus eSIMs você pode cancelar um plano não usado em até { $days } dias e receber tudo de volta. <a>Reembolsos</a>
plan-works-in = { $n ->
    [one] Funciona em { $n } país
   *[other] Funciona em { $n } países
}
plan-all-networks = Todas as redes
plan-next-title = O que acontece depois
plan-next-pay = <b>Você paga na página da Stripe.</b> Nunca vemos seu cartão.
# $time is a length of time such as “30 minutes”.
plan-next-code = <b>Seu código QR aparece,</b> normalmente em segundos, na página e no seu e-mail. Se não conseguirmos entregar em { $time }, devolvemos o valor total automaticamente; só demora mais se não estiver claro se o eSIM foi criado.
plan-next-install = <b>Instale em casa, no Wi-Fi.</b> Um eSIM só pode ser instalado uma vez: não o apague do celular.
plan-next-land = <b>Ative ao pousar,</b> com roaming de dados só nesta linha.

## What stops a purchase

buy-quantity = Escolha quantos: de 1 a 9.
buy-device = Verifique antes o seu celular: disque *#06#. Se aparecer um EID e ele não estiver bloqueado, toque em “Sim”.
buy-early = Sua viagem começa em { $first }, mas, comprado hoje, este plano precisa ser iniciado até { $last }. Compre em { $from } ou depois.
buy-day-over = Essa data já passou. Escolha o primeiro dia da viagem ou deixe em branco.
buy-no-day = Essa data não é válida. Escolha um dia ou deixe em branco.
buy-code-unknown = Não conhecemos este código. Confira a grafia ou deixe o campo em branco.
buy-code-over = Este código não vale mais. Deixe o campo em branco para comprar sem ele.
buy-code-early = Este código vale a partir de { $date }.
buy-code-plan = Este código não vale para este plano.
buy-code-small = Este código exige um pedido de { $price } ou mais.
buy-code-lowest = Este plano já está no menor preço. Deixe o campo em branco para comprar sem o código.
buy-code-spent = Este código já se esgotou. Deixe o campo em branco para comprar sem ele.
buy-code-first = Este código é só para o primeiro pedido. Deixe o campo em branco para comprar sem ele.
buy-code-open = Você já está pagando com este código em outra página. Termine por lá ou deixe o campo em branco.
buy-code-many = Muitos códigos que não conhecemos. Tente de novo em uma hora ou deixe o campo em branco.
buy-too-quick = Muitas tentativas. Espere um minuto e tente de novo.
buy-gone = Este plano não está mais disponível. Nada foi cobrado: escolha outro.
buy-dearer = O preço deste plano acabou de mudar. Nada foi cobrado. Veja o novo preço em um minuto.
buy-repriced = O preço deste plano acabou de mudar: agora é {$price}. Nada foi cobrado.
buy-stopped = Não conseguimos entregar agora, por isso as vendas estão pausadas. Nada foi cobrado: volte em breve.
buy-flood = Muita gente está comprando agora. Nada foi cobrado. Tente de novo em um minuto.
buy-failed = Não foi possível abrir a página de pagamento. Nada foi cobrado. Tente de novo.

## The one box: what was asked, answered in place

box-order = Pedido { $number }
box-order-open = Abrir o pedido
box-order-whose = Para sua segurança, um pedido só abre no navegador em que foi comprado, pelo link do e-mail ou depois de entrar na conta. <a>Entre para ver seus eSIMs</a>.
# $phone is a model as it was typed.
box-phone-any = iPhones desde 2018 e muitos Android recentes aceitam eSIM
box-phone-yes = Sim: { $phone } aceita eSIM
box-phone-no = Não: { $phone } não aceita eSIM
box-phone-some = { $phone }: depende do modelo e do país de venda
box-trip = Sua viagem: { $places }
box-trip-change = Mudar dias e dados
box-everyday = uso comum, cerca de { $data } por dia
box-a-day = { $data } por dia
box-people = { $n ->
    [one] { $n } pessoa
   *[other] { $n } pessoas
}
box-for-all = { $n ->
    [one] Para { $n } pessoa: { $price }
   *[other] Para { $n } pessoas: { $price }
}
box-nearest = Nenhum plano cobre tudo isso. Estes chegam mais perto:
box-add-place = Para onde você vai? Inclua um país ou uma cidade e mostraremos os planos certos.
# Places that are no country. $place is the name that was typed.
note-sea = Em alto-mar, o navio tem rede própria por satélite, e nossos planos não funcionam nela. Deixe o roaming de dados desligado a bordo: pode sair muito caro. No porto, funciona um plano do país em que você está.
note-air = No avião não há rede móvel que funcione com nossos planos; algumas companhias vendem Wi-Fi. Seu plano começa quando você pousa e o eSIM se conecta.
note-divided = { $place } tem redes móveis próprias, que não constam nos nossos planos. Um plano para { $country } usa as redes do restante do país; por isso, você pode ficar sem sinal lá.
note-served = { $place }: a região é atendida pelas redes deste país: { $country }. Escolha um plano para ele. A cobertura pode falhar e o acesso às vezes é restrito: não podemos prometer.
note-none = { $place }: não conhecemos nenhum plano nosso que funcione lá. Preferimos avisar a vender algo que não funciona.
