## Figures

# $amount is written as the language writes numbers; $symbol is $, €, £ … as CLDR has it in your language: US$ where $ is another money.
money-symbol = { $symbol } { $amount }
# $code is an ISO 4217 code, for currencies without a symbol of their own.
money-code = { $code } { $amount }
unit-gb = GB
unit-mb = MB
data-amount = { $figure } { $unit }
# Alone in large letters on a plan's card.
data-unlimited = Ilimitados
data-unlimited-long = Dados ilimitados
fair-use = Uso justo
fair-use-full = { $data } por dia em velocidade máxima; depois, { $speed }
fair-use-data = { $data } por dia em velocidade máxima; depois, mais devagar
fair-use-speed = Cai para { $speed } após uso intenso; a rede não informa a partir de quanto
fair-use-unknown = A rede não informa seu limite de uso justo
days = { $days ->
    [one] { $days } dia
   *[other] { $days } dias
}

## The frame of every page

skip-to-content = Ir para o conteúdo
demo-label = Demo
demo-banner = Isto é uma demonstração: nenhum dinheiro de verdade é movimentado e os eSIMs são fictícios.
test-label = Modo de teste
test-banner = Esta loja está em modo de teste: nenhum dinheiro de verdade é movimentado, e os eSIMs são só para quem a testa.
notice-label = Aviso
sales-paused-banner = As vendas estão pausadas por alguns instantes. Os pedidos já pagos não são afetados. Volte em breve.
nav-main = Principal
nav-destinations = Destinos
nav-help = Ajuda
nav-my-esims = Meus eSIMs
errors-title = Há um problema
need-a-person = Dúvidas? Escreva para:
foot-devices = Funciona no meu celular?
foot-refunds = Reembolsos
foot-privacy = Privacidade
foot-terms = Termos
languages = Idiomas
# Said in this language to somebody who reads the page in another one, as a link.
offer-this-language = Ver esta página em português
copied = Copiado
close = Fechar
copy-by-hand = Selecione e copie manualmente
you-are-here = Você está aqui

## What is not there

not-found-title = Página não encontrada
not-found-lead = O endereço está errado ou o plano não é mais vendido. Seus pedidos e eSIMs não são afetados.
all-destinations = Todos os destinos

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
hours-minutes = { $hours } e { $minutes }
ago-now = agora mesmo
ago-minutes = { $n ->
    [one] há { $n } minuto
   *[other] há { $n } minutos
}
ago-hours = { $n ->
    [one] há { $n } hora
   *[other] há { $n } horas
}
ago-days = { $n ->
    [one] há { $n } dia
   *[other] há { $n } dias
}
