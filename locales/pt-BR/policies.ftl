# $seller is who answers for the shop; $email the address that travellers write to.

## Privacy

privacy-title = Privacidade
privacy-lead = Guardamos o que precisamos para o seu pedido e nada que sirva para rastrear você.
privacy-keep = O que guardamos
privacy-keep-email = Seu endereço de e-mail, da página da Stripe: para enviar o eSIM e para você entrar.
privacy-keep-orders = Seus pedidos, os eSIMs deles e o que aconteceu quando: para entregar, reembolsar e manter a contabilidade.
privacy-keep-usage = Quanto de cada plano foi usado, quando começou e quando termina, conforme a última informação da rede: para mostrar o que resta e avisar você a tempo. Não para que você usou, nem onde.
privacy-keep-traveller = O nome que você der a quem viaja com um eSIM, se der: só para você distinguir os seus eSIMs. Você pode apagá-lo quando quiser.
privacy-keep-country = O país do seu endereço de cobrança, da página da Stripe: para que nossos lembretes não cheguem à noite, para saber se você tem direito de desistência e para calcular o imposto incluído no preço.
privacy-keep-consent = O que você aceitou ao pagar, em que idioma e quando: para mostrar o que foi combinado.
privacy-keep-partner = Se você chegou pelo link de um parceiro: o nome dele junto ao seu pedido, para pagar a comissão.
privacy-keep-counts = Por pouco tempo, quantas solicitações vêm de cada endereço: contra abusos.
privacy-not = O que não guardamos
privacy-not-text = Os dados do seu cartão, onde você está, o que você faz na internet. Nestas páginas não há publicidade nem scripts de terceiros. Contamos quantas vezes a página de cada plano é aberta, sem cookies e sem nenhum dado sobre você.
privacy-cookies = Cookies
privacy-cookies-text = Nenhum enquanto você só olha. Quando você faz um pedido, um marca este navegador como o do comprador, para mostrar o código a você; quando você abre o pedido pelo e-mail de entrega, um permite que este navegador o mostre; quando você pede um link para entrar, um de um dia, para avisar você se o link for aberto em outro navegador; quando você entra, um mantém a sua sessão. Todos são necessários e nenhum é compartilhado.
privacy-others = Quem mais participa
privacy-stripe = A Stripe recebe o pagamento, com a própria política de privacidade.
privacy-supplier = Nosso fornecedor de eSIM cria o eSIM. Ele não recebe seu nome, endereço nem dados de pagamento.
privacy-mail = Um provedor de e-mail leva nossas mensagens até você.
privacy-rights = Seus direitos
privacy-rights-text = Pergunte o que temos sobre você, peça para corrigir ou, quando a lei de contabilidade permite, apagar: <a>{ $email }</a>. Responsável: { $seller }.

## Refunds

refunds-title = Reembolsos
refunds-lead = Entregue ou reembolsado, automaticamente. Você nunca precisa pedir o seu dinheiro.
refunds-undelivered = Quando seu eSIM não pode ser entregue
refunds-undelivered-text = Devolvemos o valor total automaticamente para o cartão ou a conta que você usou para pagar:
refunds-at-once = na hora, se o nosso fornecedor disser que ele não pode ser criado;
# $time is a length of time such as “30 minutes”.
refunds-after = depois de { $time }, se ele não tiver chegado até lá;
refunds-unclear = depois de { $time }, no máximo, se uma resposta se perdeu e ele pode ter sido criado.
refunds-several = Se você comprou vários e só alguns puderam ser criados, você fica com esses e recebe o reembolso dos outros. A página do pedido mostra cada etapa com o horário. Os bancos levam de cinco a dez dias para mostrar um reembolso.
refunds-mind = Se você mudar de ideia
refunds-mind-fee = Um plano que nunca foi usado pode ser cancelado em até { $days } dias da compra, mesmo instalado. De cada um é descontada uma taxa de { $fee }; o valor exato aparece antes de você confirmar. Você mesmo faz: abra o eSIM em <a>Meus eSIMs</a> e toque em “Cancelar e receber reembolso”. Depois, a mesma página mostra o andamento e a referência do reembolso. Uma recarga que não começou pode ser cancelada do mesmo jeito.
refunds-mind-full = Um plano que nunca foi usado pode ser cancelado em até { $days } dias da compra, mesmo instalado. Devolvemos o valor total. Você mesmo faz: abra o eSIM em <a>Meus eSIMs</a> e toque em “Cancelar e receber reembolso”. Depois, a mesma página mostra o andamento e a referência do reembolso. Uma recarga que não começou pode ser cancelada do mesmo jeito.
refunds-mind-never = Um plano entregue não pode ser cancelado. Os direitos que o seu país dá a você como consumidor continuam valendo.
refunds-broken = Se não funcionar
refunds-broken-text = Veja primeiro <a>o que o celular diz e o que fazer</a>: quase sempre é uma opção nos ajustes. Se ainda não funcionar, escreva durante a viagem e não depois: <a2>{ $email }</a2>.
refunds-not = O que não pode ser reembolsado
refunds-not-text = Um plano que já começou e dados já usados. Um eSIM apagado do celular não pode ser instalado de novo; o plano dele só pode ser cancelado se não tiver começado.

## Terms

terms-title = Termos
terms-seller = Você compra de <b>{ $seller }</b>. Escreva para <a>{ $email }</a>.
terms-buy = O que você compra
terms-buy-text = Um plano de dados pré-pago em um eSIM: uma quantidade fixa de dados, por um número fixo de dias, nos países indicados na página do plano. Sem número de telefone, sem chamadas, sem assinatura, sem renovação automática.
terms-pay = O que você paga
terms-pay-text = O preço da página do plano, em { $currency }, uma vez. Você paga na página da Stripe; nunca vemos seu cartão. Seu banco pode cobrar uma tarifa própria por pagamento em outra moeda.
terms-get = Quando você recebe
terms-get-text = O código QR é mostrado e enviado por e-mail assim que o nosso fornecedor o cria, normalmente segundos depois do pagamento. Se não tiver chegado depois de { $time }, o pagamento é devolvido por inteiro e automaticamente; se uma resposta se perdeu e o eSIM pode ter sido criado, depois de { $longest }, no máximo.
terms-use = Uso
terms-use-once = Um eSIM pode ser instalado uma vez, em um celular. Não o apague: não é possível instalá-lo de novo.
terms-use-phone = O celular precisa aceitar eSIM e não pode estar bloqueado por uma operadora.
terms-use-days = Os dias contam a partir da primeira conexão no destino. Comece em até 60 dias da compra; depois disso o plano pode começar automaticamente ou não funcionar mais.
terms-use-speed = A velocidade e a cobertura dependem das redes locais, que não operamos.
terms-use-code = Guarde o código de ativação para você: quem o tiver pode instalar seu eSIM.
terms-mind = Se mudar de ideia
terms-mind-text = Veja os <a>reembolsos</a>.
terms-law = Lei aplicável
terms-law-text = Lei aplicável: { $law }. Os direitos que o seu país dá a você como consumidor continuam valendo.
