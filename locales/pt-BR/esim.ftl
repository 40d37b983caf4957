# Words of the phone’s own settings (Cellular, Data Roaming, Network Selection …) are to be those that the phone shows in your language.
# “eSIM”, “APN”, “ICCID”, “SM-DP+”, “EID” and “QR” stay as they are. An “add-on” is a further plan on an eSIM that exists; a “top-up” is buying one.

## Amounts

# $data is “1 MB”.
amount-under = menos de { $data }
# $days is not a whole number: “2.5”.
amount-days-and-a-part = { $days } dias

## An eSIM, on all of its pages

# $phrase is “7.4 GB of 10 GB left” or the like: only what ends a sentence is added.
esim-sentence = { $phrase }.
esim-data = Dados
esim-number = Número do eSIM (ICCID)
esim-apn = APN
esim-order = Pedido
esim-back = Voltar ao eSIM
esim-check-again = Verificar de novo
esim-see-the-plans = Ver os planos
# Networks of which we do not know the country, at the end of a list of countries.
esim-elsewhere = Em outros lugares
esim-ready-to-install = Pronto para instalar
esim-on-a-phone = Instalado, ainda não iniciado
esim-in-use = Em uso
esim-plan-has-ended = Plano encerrado
esim-switched-off = Desativado definitivamente
esim-something-wrong = Há um problema
esim-given-back = Cancelado
# $word is the network’s own, in English.
esim-network-says = Status na rede: { $word }
esim-brief-not-installed = Adicione em casa, em um Wi-Fi estável, antes de voar. Leva dois minutos.
esim-brief-not-started = Nada mais a fazer em casa: ele começa na primeira conexão no destino.
esim-brief-nothing-used = Ele se conectou a uma rede, mas ainda não usou dados.
esim-brief-use-unknown = Ele se conectou a uma rede no destino.
esim-brief-works = Está tudo funcionando.
esim-brief-add-on-waits = O plano anterior acabou; sua recarga começa automaticamente.
esim-brief-data-gone = Todos os dados foram usados. Você pode recarregar este eSIM.
esim-brief-time-over = Os dias acabaram. Você pode recarregar este eSIM.
esim-brief-nothing-to-add = O plano acabou e não pode ser recarregado. Um plano novo vem com um novo eSIM.
esim-brief-given-back = Você o cancelou, então ele não funciona mais.
esim-brief-switched-off = A rede desativa um eSIM 60 dias depois do fim do último plano.
esim-brief-broken = A rede informa um problema neste eSIM. É raro e não foi culpa sua.
esim-brief-unexplained = A rede informa um status que não conhecemos. Escreva para nós se o eSIM não funcionar.

## A package (a plan on an eSIM): its state and figures

package-of-elsewhere = Um plano que não foi comprado aqui
package-given-back = Cancelado
package-being-given-back = Em cancelamento
package-starting = Começando
package-waits = Esperando para começar
package-in-use = Em uso
package-used-up = Esgotado
package-days-over = Vencido
package-ended-by-hand = Encerrado manualmente
# In a ring, below “7.4 GB” or “4 days” in large letters. $all is “10 GB” or “7 days”.
package-of-all-left = de { $all }
# $used and $all are “2.6 GB” and “10 GB”. No full stop: it stands in a table too.
package-used = { $used } de { $all } usados
# $used and $all are “3 days” and “7 days”.
package-days-used = { $used } de { $all } usados. Dados ilimitados: o que conta são os dias
# $all is “10 GB” or “7 days”. No full stop.
package-not-started = { $all }, não iniciado
# $left and $all are “7.4 GB” and “10 GB”, or “4 days” and “7 days”. No full stop.
package-left = Restam { $left } de { $all }
# $days is 0 where it is not known how many they are.
package-begins-at-destination =
    { $days ->
        [0] Os dias começam quando o eSIM se conecta pela primeira vez a uma rede no destino.
        [one] O único dia começa quando o eSIM se conecta pela primeira vez a uma rede no destino.
       *[other] Os { $days } dias começam quando o eSIM se conecta pela primeira vez a uma rede no destino.
    }
# $days is 0 where it is not known how many they are.
package-begins-after-another =
    { $days ->
        [0] Os dias começam quando ele substitui o plano anterior.
        [one] O único dia começa quando ele substitui o plano anterior.
       *[other] Os { $days } dias começam quando ele substitui o plano anterior.
    }
# $end is a day and a time. $days is 0.
package-days-ended-on = Os dias terminaram em { $end }.
package-ends-on =
    { $days ->
        [one] Último dia: termina em { $end }.
       *[other] Restam { $days } dias: termina em { $end }.
    }
package-ended-on = Terminou em { $end }.

## One eSIM

my-esim-installed = Instalado ✓
# $day is a date; the link fetches a file for the calendar.
my-esim-start-by = <b>Comece até { $day }.</b> Depois, o plano pode começar automaticamente e gastar os dias, ou não funcionar mais. <a>Adicionar ao calendário</a>
my-esim-bought = Comprado
my-esim-how-a-top-up-works = Como funciona uma recarga
my-esim-why-not-given-back = Por que não foi cancelado
my-esim-see-the-refund = Ver o reembolso
my-esim-give-it-back = Cancelar e receber reembolso
my-esim-see-its-start = Ver o início
my-esim-start-it-now = Começar agora
# A calendar’s entry. $plan is “Japan · 10 GB · 7 days”.
calendar-summary = Comece a usar seu eSIM: { $plan }
calendar-how = Instale agora, enquanto tem Wi-Fi, e ative no destino. Depois deste dia, o plano pode começar automaticamente e gastar os dias, ou não funcionar mais.

## All eSIMs of a traveller

my-esims-sign-out = Sair
my-esims-everywhere = Sair de todos os dispositivos
my-esims-everywhere-why = Outra pessoa pode ter usado um dos seus aparelhos? Isto encerra a sessão em todos os navegadores; nenhum mostrará o que você comprou até que você entre nele de novo.
my-esims-signed-in-as = Conectado como { $email }
my-esims-none = Ainda não há eSIMs
my-esims-none-lead = O que você compra com este endereço aparece aqui assim que é entregue.
my-esims-find-a-plan = Encontrar um plano
my-esims-newest-first = Seus eSIMs, os mais novos primeiro
my-esims-start-by = Prazo para começar
my-esims-details = Detalhes
my-esims-install-or-start = Instalar ou começar
my-esims-start-it = Começar
my-esims-what-is-left = Ver saldo

## What is left

left-title = Saldo restante
left-use-unknown = A rede não informou quanto foi usado.
# $plan is “Japan · 10 GB · 7 days”: the plan that follows the one in use.
left-next = Depois: { $plan }. Começa automaticamente quando este acabar.
left-no-plan = A rede ainda não informou nenhum plano neste eSIM.
left-top-up = Recarregar
left-no-internet = Sem internet?
left-others = Também neste eSIM

## Installing and starting, on the eSIM’s page and the order’s

setup-install = Instale seu eSIM
setup-already-on-a-phone = <b>Este eSIM já está em um celular.</b> O código já foi usado: não é possível instalá-lo de novo.
setup-show-codes-again = Mostrar o código QR e os códigos de novo
# 02 is the next part of the page.
setup-installed-already = Já instalou? Se os ajustes mostram uma segunda linha, vá para o passo 02.
setup-sheet = Folha de instalação para imprimir
setup-start = Comece a usar seu eSIM
setup-has-started = <b>Ele começou.</b> Os quatro ajustes estão abaixo, caso algum tenha mudado.
setup-show-switches = Mostrar os quatro ajustes
starting-picture = As duas linhas como devem ficar quando você pousar.
starting-when = Ao pousar, nos ajustes do celular:
starting-turn-on-iphone = <b>Ative o eSIM.</b> Ajustes → Celular → seu eSIM.
starting-turn-on-android = <b>Ative o eSIM.</b> Configurações → Rede e Internet → Chips → seu eSIM.
starting-roaming = <b>Ative o roaming de dados nele.</b> Sem isso o eSIM não tem internet no exterior. Esse roaming está incluído no que você pagou.
starting-data = <b>Escolha-o como linha de dados celulares.</b> “Principal” continua sendo a linha de chamadas e mensagens.
# $apn is a code that is typed in.
starting-apn = <b>Configure o APN se o plano precisar.</b> Para este plano: <code>{ $apn }</code>.
starting-apn-unknown = <b>Configure o APN se o plano precisar.</b> O celular costuma encontrá-lo sozinho; se não houver internet, tente <code>{ $apn }</code>.
starting-home-line = <b>Deixe o roaming de dados desativado na sua própria linha.</b> A sua operadora cobra por ele, e este eSIM não pode evitar isso.
installing-title = Enquanto o celular instala
installing-rename = Mude a etiqueta, por exemplo para “eSIM”, para diferenciá-lo da sua linha.
installing-primary = Mantenha “Principal” para chamadas e mensagens.
installing-switching = Desative “Permitir Alternância de Dados Celulares”.
installing-iphone = Manualmente no iPhone
installing-iphone-how = Ajustes → Celular → Adicionar eSIM → Usar Código QR. Escaneie, ou escolha “Inserir Detalhes Manualmente” e cole o endereço SM-DP+ e o código de ativação.
installing-android = Manualmente no Android
installing-android-how = Configurações → Rede e Internet → Chips → Adicionar chip → Configurar um eSIM. No Samsung: Configurações → Conexões → Gerenciador de chip → Adicionar eSIM. Escaneie o código QR, ou escolha inserir o código e cole o código completo (LPA).
installing-fails = Não instala
# What stands in quotation marks are the phone’s own messages. $code is *#06#.
installing-fails-why = “Não é possível adicionar planos celulares desta operadora” (“Cellular plans from this carrier cannot be added”): o celular está bloqueado por uma operadora; peça o desbloqueio. “Não foi possível concluir a mudança de plano celular” (“Cellular change could not be completed”): o código já foi usado; olhe nos ajustes do celular, o eSIM pode estar lá. Nenhum menu de eSIM: disque <code>{ $code }</code>; se não aparecer um EID, o celular não aceita eSIM.

## The picture of a phone’s settings: short, in the phone’s own words

phone-picture = Ajustes do celular: o eSIM está ativado e é a linha de dados celulares, com roaming de dados ativado; a linha principal fica com as chamadas, com roaming de dados desativado
phone-cellular = Celular
# At most 35 letters.
phone-travel-line = eSIM, sua linha de viagem
# At most 25 letters.
phone-turn-on = Ativar Esta Linha
# At most 25 letters.
phone-roaming = Roaming de Dados
# At most 22 letters.
phone-data = Dados Celulares
# To the right of the last one, at most 8 letters.
phone-data-line = eSIM
# At most 35 letters.
phone-home-line = Principal, sua própria linha
# At most 20 letters.
phone-calls = Chamadas e mensagens
# To the right of the last one, at most 10 letters.
phone-calls-line = Principal

## The sheet of paper

# Of the browser’s window. $plan is “Japan · 10 GB · 7 days”.
sheet-title = Folha de instalação: { $plan }
sheet-name = Folha de instalação
sheet-print = Imprimir esta folha
# In a line of its own, behind the shop’s name.
sheet-order = pedido { $number }
# Behind it.
sheet-start-by = comece até { $day }
sheet-once = <b>Este eSIM só pode ser instalado uma vez. Não o apague do celular.</b> Adicione em casa, em um Wi-Fi estável. Quem tiver esta folha pode instalá-lo: guarde-a para você.
sheet-qr = Código QR que instala seu eSIM
sheet-smdp-address = Endereço SM-DP+
sheet-activation-code = Código de ativação
sheet-both = Código completo (LPA), para Android
sheet-install = Instalar, em casa
sheet-iphone = iPhone
sheet-iphone-how = Ajustes → Celular → Adicionar eSIM → Usar Código QR. Escaneie o código, ou escolha “Inserir Detalhes Manualmente”. Mude o nome da linha para “eSIM”, mantenha “Principal” para chamadas e mensagens, desative “Permitir Alternância de Dados Celulares”.
sheet-android = Android
sheet-android-how = Configurações → Rede e Internet → Chips → Adicionar chip → Configurar um eSIM. Samsung: Configurações → Conexões → Gerenciador de chip → Adicionar eSIM. Escaneie o código, ou insira o código completo (LPA). Mantenha o seu chip para chamadas e mensagens.
sheet-start = Começar, ao pousar
sheet-turn-on = <b>Ative o eSIM.</b>
sheet-roaming = <b>Ative o roaming de dados nele,</b> e deixe desativado na sua própria linha.
sheet-data = <b>Escolha-o como linha de dados celulares.</b>
# $apn is a code that is typed in.
sheet-apn = <b>Configure o APN se o plano precisar:</b> <code>{ $apn }</code>.
sheet-apn-unknown = <b>Configure o APN se o plano precisar:</b> quase nunca precisa; se não houver internet, tente <code>{ $apn }</code>.
# $names are networks: “Docomo, SoftBank”.
sheet-networks = Sem internet? Redes para escolher manualmente: { $names }.
sheet-networks-and-others = Sem internet? Redes para escolher manualmente: { $names } e outras.
sheet-networks-unknown = Sem internet? Redes para escolher manualmente: não informado.
sheet-person = Dúvidas? { $email }

## No internet?

no-internet-title = Sem internet?
no-internet-next-step = Sem internet? Seu próximo passo
# The subject of the traveller’s mail to us; a person of the shop reads it.
no-internet-mail-subject = Sem internet, pedido { $order }
no-internet-is-it-on-a-phone = Em um celular
no-internet-on-phone = Sim ✓
no-internet-on-phone-not-yet = Ainda não
no-internet-on-phone-unknown-yet = Ainda não se sabe
no-internet-on-phone-unknown = Não se sabe
no-internet-plan = Plano
no-internet-install-it = Instalar
no-internet-top-up = Recarregar
no-internet-see-the-plans = Ver os planos
no-internet-show-the-switches = Ver os quatro ajustes
no-internet-show-the-networks = Ver as redes
no-internet-write-to-us = Escrever para nós
no-internet-install-first = Instale primeiro
no-internet-set-the-switches = Confira os quatro ajustes
no-internet-turn-on-roaming = Ative o roaming de dados no eSIM
no-internet-pick-a-network = Escolha uma rede manualmente
no-internet-add-on-starts = Sua recarga começa automaticamente
no-internet-data-is-used-up = Seus dados acabaram
no-internet-days-are-over = Os dias do plano acabaram
no-internet-plan-is-over = O plano acabou
no-internet-given-back = Este plano foi cancelado
no-internet-switched-off = Este eSIM foi desativado definitivamente
no-internet-contact = Escreva para nós
no-internet-because-not-installed = A rede ainda não detectou este eSIM em um celular. O seu já mostra uma segunda linha? Então a rede só está atrasada: siga com os quatro ajustes abaixo.
no-internet-because-not-started = O eSIM está em ordem e o plano aguarda: ele ainda não se conectou no destino. Estes quatro ajustes resolvem.
no-internet-because-nothing-used = O plano começou, mas nenhum dado foi usado. Quase sempre é este ajuste, ou o celular ainda usa a outra linha para dados.
no-internet-because-use-unknown = O plano começou, mas a rede não informou quanto foi usado. Quase sempre é este ajuste.
no-internet-because-add-on-waits = O plano anterior acabou. Dê um minuto ao celular com o roaming de dados ativado; a rede então começa sua recarga. Você não precisa instalar nem ativar nada.
no-internet-because-nothing-to-add = O plano terminou e não há recargas disponíveis para este eSIM. Um plano novo vem com um novo eSIM; o celular pode guardar os dois.
no-internet-because-given-back = Ele terminou quando você o cancelou, e nenhum ajuste do celular o traz de volta. Um plano novo vem com um novo eSIM.
no-internet-because-switched-off = A rede faz isso 60 dias depois do fim do último plano de um eSIM. Um plano novo vem com um novo eSIM.
no-internet-because-broken = A rede informa um problema neste eSIM. É raro, não foi culpa sua, e nenhum ajuste do celular resolve.
# $word is the network’s own, in English.
no-internet-because-unexplained = A rede informa o status “{ $word }”, que não conhecemos. Vamos descobrir o que significa.
no-internet-because-works = Segundo a rede, está tudo certo: o plano está ativo. O celular pode estar preso a uma rede que não o aceita. Escolha outra manualmente e reinicie o celular.
# $left is “7.4 GB of 10 GB left”.
no-internet-because-works-with-figures = Segundo a rede, está tudo certo ({ $left }). O celular pode estar preso a uma rede que não aceita o plano. Escolha outra manualmente e reinicie o celular.
no-internet-because-data-gone = Não restam dados. Uma recarga funciona na hora, neste mesmo eSIM.
# $used is “10 GB of 10 GB used”.
no-internet-because-data-gone-with-figures = { $used }. Uma recarga funciona na hora, neste mesmo eSIM.
no-internet-because-time-over = Ele terminou. Com uma recarga, este mesmo eSIM volta a funcionar.
# $end is a day and a time.
no-internet-because-time-over-on = Ele terminou em { $end }. Com uma recarga, este mesmo eSIM volta a funcionar.
no-internet-switches = Os quatro ajustes
no-internet-networks = Escolha a rede manualmente
no-internet-networks-unknown = Não temos a lista de redes deste plano: tente cada uma das que o celular mostra.
# Above a list of networks by country.
no-internet-networks-by-country = Este plano funciona nas redes abaixo. Desative a seleção automática e escolha uma do país em que você está.
# Above a list of one to six networks.
no-internet-networks-these =
    { $n ->
        [one] Este plano funciona nesta rede. Desative a seleção automática e escolha-a.
       *[other] Este plano funciona nestas redes. Desative a seleção automática e escolha uma delas.
    }
no-internet-on-an-iphone = Onde fica no iPhone
no-internet-on-an-iphone-how = Ajustes → Celular → seu eSIM → Seleção de Rede. Desative Automática, espere a lista e toque em uma das redes acima.
no-internet-on-android = Onde fica no Android
no-internet-on-android-how = Configurações → Rede e Internet → Chips → seu eSIM: desative “Selecionar rede automaticamente” e toque em uma das redes. No Samsung: Configurações → Conexões → Redes móveis → Operadoras de rede.
no-internet-restart = Depois reinicie o celular. Ele leva um ou dois minutos para encontrar a rede.
no-internet-still = Ainda nada?
# $email is the shop’s; the number follows below the sentence.
no-internet-person = Escreva para <a>{ $email }</a>. Diga onde está e o que o celular mostra, e informe este número:
no-internet-copy-iccid = Copiar o ICCID
no-internet-iccid = É o número do próprio eSIM (ICCID), do pedido { $order }. Nunca envie o código QR nem o código de ativação.

## Top up

topup-title = Recarregar
# A button. $data is “5 GB”, $days is “30 days”; the price follows.
topup-add = Adicionar <b>{ $data }</b> · { $days }
topup-add-unlimited = Adicionar <b>dados ilimitados</b> · { $days }
topup-you-pay = Você paga na página da Stripe; nunca vemos seu cartão. Se a recarga não puder ser adicionada, devolvemos o valor total automaticamente.
topup-nothing-fits = Não há recargas disponíveis para este eSIM
topup-nothing-fits-lead = Um plano novo vem com um eSIM próprio; o celular pode guardar os dois.
topup-silent = Não conseguimos carregar as recargas agora
topup-silent-lead = A rede não responde. Não há nada errado com seu eSIM e nada foi cobrado. Tente de novo em um minuto.
topup-try-again = Tentar de novo
topup-stopped = As vendas estão pausadas por um momento
topup-stopped-lead = Não é possível comprar agora. O que está no seu eSIM não é afetado. Volte em breve.
topup-look-again = Verificar de novo
topup-too-quick = Muitas tentativas. Espere um minuto e tente de novo.
topup-no-longer-fits = Essa recarga não está mais disponível para este eSIM. Nada foi cobrado. As opções atuais estão abaixo.
topup-price-changed = O preço acabou de mudar. Nada foi cobrado. Os novos preços estão abaixo.
topup-cannot-deliver = Não conseguimos entregar agora, por isso as vendas estão pausadas. Nada foi cobrado: volte em breve.
topup-no-payment-page = Não foi possível abrir a página de pagamento. Nada foi cobrado. Tente de novo.
addon-activated-by-itself = Quando os dados do seu plano atual se esgotarem ou vencerem, os da recarga serão ativados automaticamente.
addon-countdown = O prazo da recarga começa a contar quando você começa a usar os dados dela.
addon-no-reinstall = Você não precisa instalar o eSIM de novo nem ativar a recarga manualmente.

## Give it back

give-back-title = Cancelar e receber reembolso
give-back-question = Cancelar este plano e receber o reembolso?
# $plan is “Japan · 10 GB · 7 days”.
give-back-what = { $plan }, nunca usado.
give-back-what-and-when = { $plan }, comprado em { $day }, nunca usado.
give-back-you-paid = Você pagou
give-back-fee = Taxa
give-back-to-your-card = Reembolso no seu cartão
give-back-comes-back = Reembolso
give-back-network-reference = Referência da rede
give-back-refund-reference = Referência do reembolso
give-back-ends-esim = Este plano termina imediatamente, e este eSIM deixa de funcionar.
give-back-ends-add-on = Este plano termina imediatamente; os outros planos deste eSIM ficam.
give-back-for-good-esim = Não é possível desfazer. Se você viajar mesmo assim, terá que comprar um novo eSIM.
give-back-for-good-add-on = Não é possível desfazer. Se você viajar mesmo assim, terá que comprar uma nova recarga.
give-back-money = O reembolso vai para o cartão ou a conta com que você pagou. Os bancos costumam mostrar em 5 a 10 dias.
# A button. $back is an amount of money.
give-back-button = Cancelar e receber { $back }
give-back-keep = Manter
give-back-not = Isto não pode ser cancelado
give-back-when = Quando você é reembolsado
give-back-why-kept = O motivo: já tinha começado antes de poder ser cancelado.
give-back-kept = Não foi cancelado
give-back-asked = Cancelando seu plano
give-back-paid = Cancelado e reembolsado
give-back-another-way = Cancelado; já reembolsado
give-back-needs-a-person = Cancelado; estamos resolvendo o reembolso
give-back-on-its-way = Cancelado. Seu reembolso está a caminho
give-back-lead-kept = Nada foi cancelado nem reembolsado. O plano continua seu.
give-back-lead-asked = Estamos cancelando na rede; depois devolvemos o dinheiro automaticamente. Você pode fechar esta página.
give-back-lead-paid = O reembolso foi para o cartão ou a conta com que você pagou. Os bancos costumam mostrar em 5 a 10 dias.
give-back-lead-another-way = Já tínhamos reembolsado este pedido, então ele não foi reembolsado duas vezes. A página do pedido mostra.
give-back-lead-needs-a-person = Seu banco nos devolveu o reembolso. Nossa equipe já foi avisada; você não precisa fazer nada.
give-back-lead-on-its-way = Você não precisa fazer nada. Os bancos costumam mostrar um reembolso em 5 a 10 dias.
# Stations on a line, one below the other; some have a short remark below them.
give-back-step-asked = Solicitado
give-back-step-kept = Não cancelado
give-back-step-ended = Cancelado na rede
# A remark.
give-back-step-about-to-be = em breve
give-back-step-money-back = Reembolsado
# A remark.
give-back-step-another-way = já reembolsado
give-back-step-refund-returned = Reembolso recusado
# A remark.
give-back-step-a-person = estamos cuidando disso
give-back-step-money-on-its-way = Reembolso a caminho
give-back-not-allowed = Esta loja não cancela planos já entregues.
give-back-not-delivered = Não foi entregue, ou já foi cancelado.
give-back-started = Já começou, então não pode ser cancelado.
give-back-over = Já acabou, então não resta nada a cancelar.
give-back-too-late = O prazo para cancelar já passou.
give-back-nothing-left = A taxa é tão alta quanto o preço que você pagou, então não haveria nada a reembolsar.
give-back-refunded = Já está sendo reembolsado.
give-back-held = O pagamento está sendo analisado. Até lá, nada pode ser cancelado.
give-back-another-amount = O valor do reembolso mudou. Nada foi cancelado ainda: confira o valor e confirme de novo.
give-back-no-answer = A rede não responde. Nada foi cancelado. Tente de novo em um minuto.

## Start it now

start-name = Começar agora
start-now = Começar agora?
start-asked = Começando
start-started = Começou
start-kept = Não começou
start-impossible = Não pode ser iniciado aqui
start-lead-now = Não é preciso: ele começa automaticamente na primeira conexão no destino.
start-lead-asked = Pedimos o início à rede. Você pode fechar esta página.
start-lead-started = Os dias já contam, onde quer que você esteja.
start-lead-kept = A rede não o iniciou. Ele começa automaticamente na primeira conexão no destino.
start-lead-impossible = Ele acabou ou foi cancelado, ou esta loja deixa o início com a rede.
# $days is 0 where it is not known how many they are.
start-warning =
    { $days ->
        [0] <b>Os dias começam a contar na hora, onde quer que você esteja.</b> Depois disso não dá mais para cancelar.
        [one] <b>O único dia começa a contar na hora, onde quer que você esteja.</b> Depois disso não dá mais para cancelar.
       *[other] <b>Os { $days } dias começam a contar na hora, onde quer que você esteja.</b> Depois disso não dá mais para cancelar.
    }
# A button. $days is 0 where it is not known how many they are.
start-button =
    { $days ->
        [0] Começar os dias agora
        [one] Começar o único dia agora
       *[other] Começar os { $days } dias agora
    }
start-not-yet = Ainda não
start-ends = Termina em { $end }.

## Parts of several pages

part-before-installing = <b>Este eSIM só pode ser instalado uma vez. Não o apague do celular.</b> Adicione em casa, antes de voar: alguns países bloqueiam lojas de eSIM. Fique em um Wi-Fi estável até terminar.
part-sign-in-email = E-mail
part-sign-in-button = Enviar um link de acesso
part-copy = Copiar
# For screen readers. $what is “activation code”, “APN”; where that needs another article or case, say “Copy: …”.
part-copy-what = Copiar: { $what }
# For screen readers, before a station on the line of what has happened: “done: Paid”.
part-clock-done = feito:
part-clock-now = agora:
part-clock-failed = falhou:
part-clock-later = depois:
part-as-of = Atualizado: { $ago }. A rede informa o consumo com algum atraso.
part-as-of-stale = A rede não respondeu agora. Estes são os últimos números conhecidos ({ $ago }).
part-help = Ajuda
# The first link leads to the guides, the second opens a mail.
part-help-stuck = Não deu certo? Veja os <a>guias</a> ou escreva para <a2>{ $email }</a2>.
## O que a página do eSIM diz primeiro, e os três botões

living-waiting = Tudo pronto para a sua viagem
living-landed = Chegou? Três ajustes
living-low = Quase no fim: restam { $left }
living-pace-enough = No seu ritmo: dura até o fim
living-pace-today = No seu ritmo: acaba hoje
living-pace-tomorrow = No seu ritmo: até amanhã
living-pace-weekday = No seu ritmo: até { $day }
living-pace-day = No seu ritmo: até { $day }
living-connects = Ele se conecta em um ou dois minutos.
living-connects-to = Ele se conecta em um ou dois minutos, a { $networks }.
living-connects-to-many = Ele se conecta em um ou dois minutos, a uma de várias redes.
living-buy-again = Comprar este plano de novo
living-feedback = Como foi? <a>Conte para a gente em uma linha.</a>
living-switch-line = Ative este eSIM
living-switch-roaming = Roaming de dados dele: ativado
living-switch-home = Roaming de dados da sua linha: desativado
part-updated = atualizado: { $ago }
## O arquivo que fica no celular

keep-link = Guardar neste celular
keep-file = Salvar como arquivo
keep-once = <b>Este eSIM só pode ser instalado uma vez. Não o apague do celular.</b> Este arquivo funciona sem internet. Quem o tiver pode instalar o eSIM: guarde-o para você.
