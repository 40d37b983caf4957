# Words of the phone’s own settings (Settings, Cellular, Add eSIM …) are to be those that the phone shows in your language.

## The order’s page

# $day is the day it was paid.
order-dated = Pedido { $order } · { $day }
order-check-again = Verificar de novo
order-continue-to-payment = Ainda não pagou? Continuar para o pagamento
# The name of a plan, before what became of its money.
order-returned-plan = { $plan }:
order-install = Instale seu eSIM
order-start = Comece a usar seu eSIM
order-sign-in = Entre para ver os códigos
order-sign-in-why = O código QR e o código de ativação só aparecem no navegador em que você comprou, ou depois de entrar. Enviamos um link ao e-mail usado para pagar; ele também mostra todos os seus outros eSIMs.
order-next = O que acontece depois
order-see-esim = Ver seu eSIM
order-see-plan = Ver o plano de novo
order-see-plans = Ver os planos de novo
order-bought = O que você pediu
order-topup-line = Recarga: { $plan }
order-total = Total
order-sent-back = Reembolsado
order-where = Um link para esta página está no seu e-mail, e todos os seus eSIMs ficam em <a>Meus eSIMs</a>.

## The order’s headline

order-awaiting-payment = Esperando seu pagamento
order-processing = Seu pagamento está a caminho
order-failed = Seu pagamento não deu certo
order-expired = Este pedido não foi pago
order-person = Estamos analisando seu pedido
order-held = Estamos verificando este pagamento
order-given-back-paid = Cancelado e reembolsado
order-given-back = Cancelado. Seu reembolso está a caminho
order-coming-topup = Preparando sua recarga
order-ready-topup = Sua recarga está no seu eSIM
order-coming = { $n ->
    [one] Preparando seu eSIM
   *[other] Preparando seus { $n } eSIMs
}
order-ready = { $n ->
    [one] Seu eSIM está pronto
   *[other] Seus { $n } eSIMs estão prontos
}
order-yours = { $n ->
    [one] Seu eSIM
   *[other] Seus { $n } eSIMs
}
# $here is a part of $n: 1 of 3.
order-some-ready = { $here ->
    [one] { $here } dos seus { $n } eSIMs está pronto
   *[other] { $here } dos seus { $n } eSIMs estão prontos
}
order-returning = Seu reembolso está a caminho
order-returned = Você foi reembolsado
order-test-ended = Este pedido de teste foi encerrado

## Below the headline

order-lead-awaiting-payment = Ainda não recebemos a confirmação do seu pagamento. Se você acabou de pagar, leva alguns segundos, e o eSIM vem em seguida.
order-lead-processing = Seu banco ainda está processando o pagamento, o que pode levar alguns dias. Assim que ele for confirmado, emitimos seu eSIM e o enviamos por e-mail; nada é comprado antes.
order-lead-failed = O pagamento não foi concluído. Nada foi pedido nem cobrado. Você pode pedir de novo com outra forma de pagamento.
order-lead-expired = A página de pagamento foi fechada ou expirou, então nada foi cobrado nem pedido. O plano continua à venda.
order-lead-person = Precisamos verificar algo neste pedido e nossa equipe já foi avisada. Você não precisa fazer nada; escreva se quiser saber mais.
order-lead-held = Seu banco ou a Stripe está analisando este pagamento. Até lá, nada é pedido.
order-lead-topup = Ela começa automaticamente quando o plano anterior se esgota ou termina.
order-lead-ready-several = Um para cada celular. Adicione em casa, antes de voar, em um Wi-Fi estável; cada um leva dois minutos.
order-lead-ready-each = Um para cada parte da sua viagem. Adicione todos em casa, antes de voar, em um Wi-Fi estável; cada um leva dois minutos.
order-lead-ready = Adicione em casa, antes de voar, em um Wi-Fi estável. Leva dois minutos.
order-lead-stranger = Os códigos só aparecem no navegador em que você comprou, ou depois de entrar com o e-mail usado para pagar.
order-lead-returning = Você não precisa fazer nada. Os bancos costumam mostrar um reembolso em 5 a 10 dias.
order-lead-returned = O reembolso foi para o cartão ou a conta com que você pagou. Os bancos costumam mostrar em 5 a 10 dias.
order-lead-test-ended = Ele foi feito quando a loja estava em modo de teste. Agora ela aceita pagamentos de verdade, então nada mais acontece aqui. Nenhum dinheiro de verdade foi movimentado.
order-lead-seconds = Costuma levar alguns segundos.
# $until is a time: 10:32 UTC.
order-lead-until = Costuma levar alguns segundos. Se a rede não entregar até { $until }, devolvemos o dinheiro automaticamente. Você pode fechar esta página: avisaremos por e-mail.
order-lead-until-unclear = Não recebemos uma resposta clara da rede e continuamos verificando. Se ela não entregar até { $until }, devolvemos o dinheiro automaticamente. Você pode fechar esta página: avisaremos por e-mail.

## The clock of what happened when: its stations, one or two words each

order-step-paid = Pago
order-step-ordered = Solicitado
order-step-not-ordered = Não solicitado
order-step-ready = Pronto
order-step-added = Adicionado
order-step-mailed = E-mail enviado
order-step-payment-failed = Falha no pagamento
order-step-not-paid = Não pago
order-step-not-added = Não adicionado
order-step-not-delivered = Não entregue
order-step-some-ready = { $here } de { $n } prontos
order-step-given-back = Cancelado
order-step-mail-refused = E-mail recusado
order-step-refund-came-back = Reembolso recusado
order-step-refunded = Reembolsado
order-step-refund-on-its-way = Reembolso a caminho

## Below a station that has no time yet

order-note-not-yet = ainda não
order-note-bank = a caminho, do seu banco
order-note-nothing-taken = nada foi cobrado
order-note-nothing-charged = nada foi cobrado
order-note-about-to-be = em breve
order-note-some = { $here } de { $n } até agora
order-note-esim-page = está tudo na página do seu eSIM
order-note-this-page = está tudo nesta página
order-note-on-its-way = a caminho
order-note-late = atrasado, continuamos tentando
order-note-person = estamos cuidando disso
order-mail-refused = O e-mail para <b>{ $address }</b> é recusado. Se o endereço estiver errado, escreva para <a>{ $email }</a> com o número { $order }: nós o corrigimos e enviamos o e-mail de novo.

## What became of the money of one plan. $why is a whole sentence.

order-refund-sent-on = { $amount } reembolsados em { $day }. { $why }
order-refund-sent = { $amount } reembolsados. { $why }
order-refund-on-its-way = Reembolso de { $amount } a caminho. { $why }
order-refund-came-back = O banco nos devolveu { $amount }; estamos cuidando disso. { $why }
order-refund-topup = A rede não conseguiu adicioná-la ao seu eSIM.

## An eSIM and how to install it

# One of several in an order. $number is 2, $all is 3.
card-number = eSIM { $number } de { $all }
card-first-phone = É este o celular que você vai levar na viagem? Instale aqui mesmo.
card-first-iphone-elsewhere = Abra esta página no Safari: só nele o iPhone instala com um toque. Ou digite os dois códigos abaixo.
card-first-android-elsewhere = Abra esta página no Chrome: de dentro de um app não é possível instalar. Ou digite os códigos abaixo.
card-first-iphone-old = Neste iPhone, abra Ajustes → Celular → Adicionar eSIM → Usar Código QR → Inserir Detalhes Manualmente, e copie os dois códigos abaixo.
card-first-other = Escaneie o código QR com a câmera do celular que você vai levar.
card-tap-iphone = Instalar neste iPhone
card-tap-iphone-hint = O iPhone abre o próprio instalador e pergunta antes de adicionar o eSIM.
card-tap-android = Tentar instalar com um toque
card-tap-android-hint = Funciona em celulares Pixel e Samsung no Chrome. Se nada acontecer, escaneie o código QR ou digite os códigos.
card-qr-iphone = No Safari, mantenha o dedo sobre o código e escolha “Adicionar eSIM”. Ou mostre esta página em outra tela e escaneie.
card-qr-phone = Mostre esta página em outra tela e escaneie o código com este celular.
card-qr-other = Abra a câmera do celular que você vai levar e aponte para este código.
card-qr-alt = Código QR que instala seu eSIM
# $esim is “eSIM 2 of 3”.
card-qr-alt-of = Código QR que instala o { $esim }
card-smdp = Endereço SM-DP+
card-code = Código de ativação
card-both = Código completo (LPA), para Android
# After “Copy the …”, for screen readers.
card-copy-smdp = endereço SM-DP+
card-copy-code = código de ativação
card-copy-both = código completo
card-confirmation-code = O celular vai pedir um código de confirmação. Escreva para nós e enviamos.
card-code-waits = Estamos pedindo de novo à rede o código deste eSIM. Recarregue esta página em um minuto. O eSIM em si está em ordem.

## A page that cannot be shown

fault-not-found = Página não encontrada
fault-not-found-text = O endereço pode estar errado, ou a página é de outra pessoa.
fault-origin = Não foi possível verificar esta solicitação
fault-origin-text = Abra a página aqui e tente de novo.
fault-look-up = Não conseguimos carregar isto agora
fault-show = Não foi possível mostrar esta página
fault-nothing-lost = Nada se perdeu: seus pedidos e pagamentos continuam em andamento. Tente de novo em um minuto.
fault-yours = É sua? Você não entrou neste navegador. Digite o e-mail usado para pagar e enviamos um link de acesso, sem senha.
fault-to-shop = Voltar para a loja

## Signing in

sign-in = Entrar
sign-in-lead = Digite o e-mail usado para pagar. Enviamos um link para os seus eSIMs, sem senha.
sign-in-just-bought = Acabou de comprar? Está tudo na página do pedido, no navegador em que você pagou.
sign-in-type-address = Digite seu e-mail, por exemplo ada@example.com.
sign-in-sent = Verifique seu e-mail
# $email is what was typed.
sign-in-sent-lead = { $minutes ->
    [one] Se <b>{ $email }</b> já comprou aqui, um link de acesso está a caminho. Funciona uma vez, por { $minutes } minuto.
   *[other] Se <b>{ $email }</b> já comprou aqui, um link de acesso está a caminho. Funciona uma vez, por { $minutes } minutos.
}
sign-in-sent-nothing = Nada depois de alguns minutos? Olhe a pasta de spam, confira a grafia acima ou use o e-mail que recebeu o recibo.
sign-in-another-address = Usar outro endereço
sign-in-one-press = { $days ->
    [one] Continue conectado neste navegador por { $days } dia.
   *[other] Continue conectado neste navegador por { $days } dias.
}
sign-in-elsewhere = Este link foi pedido em outro navegador. Entre somente se foi você.
sign-in-and-see = Entrar e ver meus eSIMs
sign-in-not-your-device = Este aparelho não é seu? Saia quando terminar.
sign-in-used-up = Este link não funciona mais
sign-in-used-up-lead = { $minutes ->
    [one] Um link de acesso funciona uma vez, por { $minutes } minuto. Peça um novo.
   *[other] Um link de acesso funciona uma vez, por { $minutes } minutos. Peça um novo.
}
sign-in-new-link = Enviar um novo link
card-other-ways = Outras formas de instalar
## Para onde um pedido é enviado

order-mailed-to = Nossos e-mails vão para <b>{ $address }</b>. <a>Alterar ou enviar de novo</a>
order-mail-slip = Seu endereço está certo? Você digitou <b>{ $typed }</b>. Quis dizer <b>{ $meant }</b>? <a>Corrigir</a>
mailed-title = Para onde enviamos seu pedido
mailed-title-error = Erro: { $title }
mailed-now = Nossos e-mails sobre este pedido vão para <b>{ $address }</b>.
mailed-again-button = Enviar de novo
mailed-again-done = Está a caminho de <b>{ $address }</b> outra vez. Espere um minuto e olhe também na pasta de spam.
mailed-nothing-yet = Ainda não foi entregue nada. Assim que seu eSIM estiver pronto, enviamos para <b>{ $address }</b>.
mailed-too-often = Você pode reenviar uma vez por minuto, até cinco vezes por dia.
mailed-change = Outro endereço
mailed-change-why = Enviamos seu pedido para o novo endereço e avisamos o antigo da mudança, sem nenhum código. Os links dos e-mails enviados ao endereço antigo deixam de funcionar.
mailed-change-button = Alterar e enviar
mailed-change-done = Alterado. Nossos e-mails sobre este pedido agora vão para <b>{ $address }</b>.
mailed-changed-too-often = O endereço foi alterado três vezes hoje. Se ainda estiver errado, escreva para nós.
mailed-same = Esse é o endereço que já temos.
mailed-installed = O eSIM já está instalado, por isso o e-mail não pode mais ser alterado aqui. Escreva para nós se precisar.
mailed-back = Voltar ao pedido
