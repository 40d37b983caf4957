# Every mail is sent as HTML and as text. <b> and <a> are left out of the text.
# Words of the phone’s own settings (Primary, Allow Cellular Data Switching …) are to be those that the phone shows in your language.

## Every mail

# The subject line. $what is the mail’s headline, $shop the shop’s name.
mail-subject = { $what } – { $shop }
# $order is the order’s number: E10001.
mail-subject-order = { $what } – { $shop } { $order }
# In text mails: a name and what belongs to it, such as “Total paid: $14.40” or “Top up: https://…”.
mail-labelled = { $label }: { $value }
mail-copied = { $label }: { $value }
mail-questions = Dúvidas? Responda a este e-mail ou escreva para <a>{ $email }</a>.
mail-order = Pedido { $order }.
mail-open-order = Abrir seu pedido
mail-see-esim = Ver seu eSIM
mail-top-up = Recarregar
# $ends is a day and a time: 22 Jan 2027, 10:32 UTC.
mail-runs-until = Vale até <b>{ $ends }</b>.

## Receipt

mail-receipt = Recibo
mail-receipt-total = Total pago
# $at is a day and a time.
mail-receipt-paid = Pedido { $order }, pago em { $at }.
# $seller is a company’s name and address.
mail-receipt-seller = Vendido por { $seller }.

## The eSIMs are here

mail-ready = { $n ->
    [one] Seu eSIM está pronto
   *[other] Seus { $n } eSIMs estão prontos
}
# $here is a part of $ordered: 1 of 3.
mail-some-ready = { $here ->
    [one] { $here } dos seus { $ordered } eSIMs está pronto
   *[other] { $here } dos seus { $ordered } eSIMs estão prontos
}
mail-still-waiting = { $n ->
    [one] Falta um. Enviamos assim que estiver pronto, ou devolvemos o dinheiro automaticamente.
   *[other] Faltam { $n }. Enviamos assim que estiverem prontos, ou devolvemos o dinheiro automaticamente.
}
mail-one-tap = Abra seu pedido no celular que você vai levar: lá a instalação é com um toque.
# In the mail of an order of several eSIMs.
mail-several = Um eSIM para cada celular: na página do seu pedido, dê nome a eles e envie a cada pessoa um link que abre só o próprio eSIM. Não é preciso encaminhar este e-mail.
mail-each = Um eSIM para cada parte da sua viagem: adicione todos ao seu celular em casa e, na viagem, ative o do lugar onde você estiver.
mail-once = <b>Este eSIM só pode ser instalado uma vez. Não o apague do celular.</b> Adicione em casa, antes de voar, em um Wi-Fi estável.
# $number counts the eSIMs of one order, $plan is “Japan · 10 GB · 7 days”.
mail-numbered = eSIM { $number }: { $plan }
mail-start-by-day = Comece até <b>{ $day }</b>.
mail-qr-alt = Código QR que instala este eSIM
mail-scan = Escaneie com o celular que você vai levar. Está lendo isto nele? Abra seu pedido ou digite estes códigos:
mail-label-smdp = Endereço SM-DP+
mail-label-code = Código de ativação
mail-label-both = Código completo (LPA), se o celular tiver um só campo
mail-label-iccid = Número do eSIM (ICCID)
mail-label-apn = APN
mail-confirmation-code = O celular vai pedir um código de confirmação. Responda a este e-mail e enviamos.
mail-land = Ao pousar
mail-land-turn-on = Ative o eSIM.
mail-land-roaming = Ative o roaming de dados nele.
mail-land-data = Escolha-o como linha de dados celulares. Mantenha “Principal” para chamadas e mensagens, e desative “Permitir Alternância de Dados Celulares”.
mail-land-apn = Configure o APN se o plano precisar (por exemplo, data.esim).
mail-land-home-line = <b>Deixe o roaming de dados desativado na sua própria linha.</b> Senão, sua operadora pode cobrar por ele.
mail-sent-back = Reembolsado no seu cartão
mail-secret = Quem tiver o código deste e-mail pode usar seu eSIM: não o encaminhe.

## Paid, and the network takes its time

mail-received = { $n ->
    [one] Pago: seu eSIM está a caminho
   *[other] Pago: seus { $n } eSIMs estão a caminho
}
mail-received-topup = Pago: sua recarga está a caminho
mail-received-slow = Recebemos seu pagamento. A rede está demorando mais que o normal, e continuamos tentando.
# $until is a day and a time; $n is how many eSIMs are awaited.
mail-received-until = { $n ->
    [one] Se o seu eSIM não chegar até <b>{ $until }</b>, devolvemos o dinheiro automaticamente para o cartão ou a conta com que você pagou. Escrevemos em qualquer caso; você não precisa fazer nada.
   *[other] Se algum eSIM não chegar até <b>{ $until }</b>, devolvemos o dinheiro dele automaticamente para o cartão ou a conta com que você pagou. Escrevemos em qualquer caso; você não precisa fazer nada.
}
mail-received-until-topup = Se ela não chegar até <b>{ $until }</b>, devolvemos o dinheiro automaticamente para o cartão ou a conta com que você pagou. Escrevemos em qualquer caso; você não precisa fazer nada.
mail-received-see = Acompanhar o pedido

## Money goes back

# In the subject line.
mail-refunded = Seu reembolso de { $amount }
mail-refunded-headline = Estamos devolvendo { $amount }
# $why is a whole sentence, one of refund-… below.
mail-refund-line = <b>{ $amount }</b> por { $plan }. { $why }
mail-refund-kept = Foi descontada uma taxa de { $kept }, como mostrado antes da confirmação.
# $reference is the bank’s name for it: re_3Abc.
mail-refund-reference = Referência do reembolso: { $reference }
mail-refund-reference-at = Referência do reembolso: { $reference }, { $at }
mail-refund-when = O reembolso vai para o cartão ou a conta com que você pagou. Os bancos costumam mostrar em 5 a 10 dias; você não precisa fazer nada.

## Why money goes back: on the order’s page and in mails

refund-undeliverable = A rede não conseguiu entregar este eSIM.
refund-undeliverable-topup = A rede não conseguiu adicionar esta recarga.
refund-given-back = Você cancelou este plano antes de usar.
refund-given-back-topup = Você cancelou esta recarga antes de usar.
refund-fraud = O pagamento foi denunciado como feito sem o consentimento do titular do cartão.
refund-other = Reembolsamos este pagamento.
refund-test = Esta loja está em modo de teste, por isso nada foi comprado.

## The bank takes days over the payment

# A list of the plans follows.
mail-payment-delayed = Seu banco ainda está processando o pagamento do pedido { $order }, o que pode levar alguns dias:
mail-payment-delayed-then = Assim que o pagamento for confirmado, fazemos o pedido e enviamos um e-mail. Nada é pedido antes disso, e você não precisa fazer nada.

## The payment failed

mail-payment-failed = Seu pagamento não deu certo
# A list of the plans follows.
mail-payment-failed-nothing = O pagamento do pedido { $order } não foi concluído; nada foi comprado nem cobrado:
mail-payment-failed-again = Você pode pedir de novo quando quiser, com outra forma de pagamento.

## Top-up

mail-topped-up = Sua recarga está pronta
# $plan was added to the eSIM that was bought as $esim.
mail-topped-up-added = <b>{ $plan }</b> foi adicionado ao seu eSIM “{ $esim }”.

## Could not be given back

mail-not-given-back = Seu plano não foi cancelado
mail-not-given-back-started = Você pediu para cancelar <b>{ $plan }</b>. Ele já tinha começado, e um plano que começou não pode ser cancelado.
mail-not-given-back-refused = Você pediu para cancelar <b>{ $plan }</b>. A rede não o cancelou. Estamos verificando e vamos escrever para você.
mail-not-given-back-nothing = Nada foi cancelado nem reembolsado: seu eSIM fica como está.

## The address of an order was corrected: told to the old one

mail-address-changed = Os e-mails do seu pedido agora vão para outro endereço
mail-address-changed-what = A partir de agora, os e-mails sobre o pedido { $order } vão para outro endereço, e este não abre mais o pedido em Meus eSIMs. { $shop } fez essa mudança, como faz quando quem comprou pede.
mail-address-changed-unasked = Você não pediu isso? Responda a este e-mail o quanto antes.

## Start it soon

mail-start-by = Comece a usar seu eSIM até { $day }
# $days is 0 on the last day itself.
mail-start-by-left = { $days ->
    [0] <b>{ $plan }</b> ainda não começou. <b>Hoje é o último dia.</b> Depois, ele pode começar automaticamente e gastar os dias, ou não funcionar mais.
    [one] <b>{ $plan }</b> ainda não começou. <b>Resta um dia.</b> Depois, ele pode começar automaticamente e gastar os dias, ou não funcionar mais.
   *[other] <b>{ $plan }</b> ainda não começou. <b>Restam { $days } dias.</b> Depois, ele pode começar automaticamente e gastar os dias, ou não funcionar mais.
}
mail-start-by-install = Instale agora, em um Wi-Fi estável. Ao chegar ao destino, ative-o junto com o roaming de dados: é aí que o plano começa.
mail-start-by-installed = Ele já está no seu celular: deixe-o lá. Ao chegar ao destino, ative-o junto com o roaming de dados: é aí que o plano começa.
mail-start-by-button = Instale seu eSIM
mail-start-by-give-back = Não você vai levar? Enquanto o plano não começar, você pode <a>cancelar e receber o reembolso</a>.

## It has started

mail-live = Você está conectado
mail-live-started = <b>{ $plan }</b> começou.
mail-live-home-line = <b>Antes de tudo, veja se o roaming de dados está desativado na sua própria linha.</b> Senão, sua operadora pode cobrar por ele. No eSIM ele fica ativado.
mail-live-see = Ver saldo
mail-live-no-internet = Sem internet? <a>Veja o que fazer</a>.

## Data runs low

# $left and $total are “1.9 GB” and “10 GB”; in the subject line.
mail-low = Restam { $left } de { $total }
mail-low-headline = Restam { $left }
mail-low-used = <b>{ $plan }</b>: { $used } de { $total } usados.
mail-low-top-up = Uma recarga começa automaticamente quando isto se esgota. Não há nada para instalar.
mail-low-as-of = Atualizado: { $at }. O link é só seu: abre a página de recarga deste eSIM sem precisar fazer login.

## It has ended

mail-used-up = Seus dados acabaram
mail-time-over = Seu plano terminou
mail-used-up-plan = <b>{ $plan }</b> não tem mais dados.
mail-time-over-plan = <b>{ $plan }</b> venceu.
mail-ended-go-on = Ainda viajando? Recarregue o mesmo eSIM e continue. Não apague o eSIM do celular: ele não pode ser instalado de novo.
mail-ended-plans = Ou <a>veja todos os planos</a>.
mail-ended-link = O link de recarga é só seu: abre a página deste eSIM sem precisar fazer login.

## Signing in

mail-sign-in-to = Entrar em { $shop }
mail-sign-in = Entre para ver seus eSIMs
mail-sign-in-once = { $minutes ->
    [one] Este link funciona uma vez, por { $minutes } minuto.
   *[other] Este link funciona uma vez, por { $minutes } minutos.
}
mail-sign-in-button = Entrar
mail-sign-in-unasked = Não foi você? Ignore este e-mail: sem o link ninguém consegue entrar.
