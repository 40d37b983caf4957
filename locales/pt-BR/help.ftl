# Names of settings are those that phones of this language show.

## Phone settings, drawn: short words

draw-cellular = Celular
draw-cellular-data = Dados Celulares
draw-sims = Chips
draw-primary = Principal
draw-primary-on = Ativada · chamadas e mensagens
draw-esim-on = Ativada · dados de viagem
draw-add-esim = Adicionar eSIM
draw-turn-on = Ativar Esta Linha
draw-label = Etiqueta
draw-roaming = Roaming de Dados
draw-on-primary = Na sua linha Principal
draw-roaming-off = Continua desativado
draw-home = SIM 1 · casa
draw-home-for = Chamadas, mensagens
draw-travel = eSIM · viagem
draw-travel-for = Dados, roaming ativado
draw-add-sim = + Adicionar chip
draw-preferred = Preferido para
draw-calls-by = Voz: SIM 1
draw-data-by = Dados: eSIM

## On every guide

guide-once = <b>Este eSIM só pode ser instalado uma vez. Não o apague do celular.</b> Ao ser apagado, ele some de vez e não pode ser instalado de novo.
guide-home = Instale em casa, antes de voar, em um Wi-Fi estável. Alguns países bloqueiam as páginas das lojas de eSIM.
guide-phone = O celular precisa estar desbloqueado e aceitar eSIM: disque <code>*#06#</code>; se aparecer um EID, ele aceita.
guide-stuck = Ainda não deu certo?
guide-write = Escreva para <a>{ $email }</a> com o número do pedido e a mensagem exata do celular. Nunca envie o código QR nem o código de ativação: quem os tiver pode instalar seu eSIM.
guide-install = Instale seu eSIM
guide-start = Comece a usar seu eSIM
guide-at-destination = No destino:
abroad-title = Já está no exterior? Use o Wi-Fi do aeroporto
abroad-lead = O eSIM é baixado uma única vez, e isso exige conexão: cerca de dois minutos de Wi-Fi. Deixe o roaming de dados da sua linha desativado.
abroad-join = Conecte-se ao Wi-Fi do aeroporto, do hotel ou de um café. Se ele pedir login e nenhuma página aparecer, abra qualquer site no navegador.
abroad-install = Instale o eSIM por esta página e continue nesse Wi-Fi até o celular dizer que ele foi adicionado.
abroad-install-guide = Abra no celular a página do seu pedido, pelo nosso e-mail ou em <a>Meus eSIMs</a>, e instale o eSIM. Continue nesse Wi-Fi até o celular dizer que ele foi adicionado.
abroad-blocked = Não funciona? Desative a VPN e tente outra rede ou a internet compartilhada de quem viaja com você: algumas redes bloqueiam o download.
abroad-roaming = Nenhum Wi-Fi? O roaming de dados da sua linha também baixa o eSIM, ao preço da sua operadora. Desative-o assim que o eSIM estiver instalado.
abroad-start = Depois, comece a usar o eSIM: ative-o, ative o roaming de dados dele e use-o para os dados móveis. A partir daí, você não precisa de Wi-Fi.

## Help

help-title = Ajuda
help-description = Como instalar e começar a usar seu eSIM, e o que fazer quando algo não funciona.
help-lead = Só duas coisas: instalar em casa e ativar ao pousar.
help-iphone = Instalar no iPhone
help-iphone-about = iOS, passo a passo
help-trouble = Solução de problemas
help-trouble-about = o que o celular diz, o que fazer
help-devices-about = uma verificação de dez segundos
help-data-about = pouco, dia a dia, muito, com fontes
help-mine-about = saldo, recarga, o código QR de novo
help-refunds-about = quando você recebe o dinheiro de volta
help-asked = Perguntas frequentes
help-paid = Paguei. Onde está meu eSIM?
help-paid-text = Na página para a qual você voltou depois de pagar e no seu e-mail. Os dois mostram o código QR assim que ele fica pronto. Fechou a página? Entre em <a>Meus eSIMs</a> com o e-mail que usou para pagar. Se não conseguirmos entregar, devolvemos o dinheiro automaticamente.
help-same-phone = O código QR está no celular que deveria escaneá-lo
help-same-phone-text = Abra a página do pedido nesse celular: ela oferece a instalação direta. Ou então digite o endereço SM-DP+ e o código de ativação; os dois ficam abaixo do código QR, com um botão para copiar.
help-days-text = Quando o eSIM se conecta pela primeira vez a uma rede no destino. Comece em até 60 dias da compra: depois disso ele pode começar automaticamente ou não funcionar mais.
help-not-travelled = Acabei não viajando
help-not-travelled-text = Você mesmo pode cancelar um plano não usado: abra o eSIM em <a>Meus eSIMs</a> e toque em “Cancelar e receber reembolso”. O valor aparece antes de você confirmar. <a2>Reembolsos</a2>
help-charged = Minha operadora vai me cobrar?
help-charged-text = Não, se o roaming de dados e “Permitir Alternância de Dados Celulares” estiverem desativados na sua própria linha. As chamadas que você atende e os SMS que envia pela sua linha são cobrados nas tarifas da sua operadora.
help-more = Preciso de mais dados
help-more-text = Entre em <a>Meus eSIMs</a>, abra o eSIM e toque em “Recarregar”: os dados entram no mesmo eSIM, sem instalar nada de novo. Se não houver recargas disponíveis, um plano novo vem com um eSIM próprio; o celular pode guardar os dois.
help-address = Digitei meu e-mail errado
help-address-text = O código QR continua na página do pedido, no navegador em que você comprou. Escreva para <a>{ $email }</a> com o número do pedido para mudar o endereço.

## Install on iPhone

iphone-description = Instale e comece a usar um eSIM de viagem no iPhone, passo a passo.
iphone-lead = Abra a página do pedido no Safari do iPhone e toque em <b>Instalar neste iPhone</b> (iOS 17.4 ou posterior). Ou:
iphone-add = <b>Ajustes → Celular → Adicionar eSIM</b> (em alguns países: Dados Móveis).
iphone-qr = <b>Usar Código QR,</b> e escaneie o código em outra tela. No mesmo celular: mantenha o dedo sobre o código QR, ou escolha <b>Inserir Detalhes Manualmente</b> e copie o endereço SM-DP+ e o código de ativação.
iphone-where = No iOS 26 ou posterior, o iPhone pode perguntar se você vai usar este eSIM no seu país ou no exterior: escolha o exterior.
iphone-rename = <b>Mude o nome da linha,</b> por exemplo para “eSIM”, para diferenciá-la da sua.
iphone-primary = <b>Mantenha “Principal” como linha padrão</b> para chamadas e mensagens.
iphone-switching = <b>Desative “Permitir Alternância de Dados Celulares”,</b> para que a sua própria linha não use dados no exterior.
iphone-drawn-lines = Desenho de Ajustes, Celular: a linha eSIM aparece abaixo de Principal, as duas ativadas
iphone-on = <b>Ative o eSIM.</b> Ajustes → Celular → eSIM → Ativar Esta Linha.
iphone-roaming = <b>Ative Roaming de Dados</b> nesta linha. Deixe desativado na sua própria linha.
iphone-data = <b>Escolha-o como linha de dados celulares.</b> Ajustes → Celular → Dados Celulares → eSIM.
iphone-apn = <b>Configure o APN se o plano precisar,</b> por exemplo <code>data.esim</code>: Ajustes → Celular → eSIM → Rede de Dados Celulares. A página do pedido diz se precisa.
iphone-drawn-roaming = Desenho dos ajustes da linha eSIM: Ativar Esta Linha e Roaming de Dados estão ativados; na linha Principal o roaming continua desativado

## Install on Android

android-lead = Abra a página do pedido no celular e toque em <b>Tentar instalar com um toque</b>: funciona pelo Chrome em muitos celulares Pixel e Samsung. Ou então:
android-pixel-add = <b>Configurações → Rede e Internet → Chips → Adicionar chip</b> (ou +).
android-pixel-set = <b>Configurar um eSIM,</b> e escaneie o código QR em outra tela. No mesmo celular, escolha <b>Precisa de ajuda? → Inserir manualmente</b> e cole o código.
android-samsung-add = <b>Configurações → Conexões → Gerenciador de chip → Adicionar eSIM.</b>
android-samsung-scan = <b>Ler código QR,</b> ou <b>Inserir código de ativação</b> no mesmo celular.
android-others = Outras marcas
android-others-text = Procure “SIM”, “Chip”, “Rede móvel” ou “eSIM” nas configurações, ou busque “eSIM” nelas.
android-drawn = Desenho das configurações de chip: o seu chip fica com as chamadas, o eSIM com os dados móveis e o roaming ativado
android-on = <b>Ative o eSIM</b> nas configurações de chip.
android-roaming = <b>Ative o roaming</b> nele. Deixe desativado no seu próprio chip.
android-data = <b>Escolha-o para os dados móveis.</b>
android-apn = <b>Configure o APN se o plano precisar,</b> por exemplo <code>data.esim</code>: eSIM → Nomes dos pontos de acesso → +. A página do pedido diz se precisa.

## When something does not work
# What phones say is quoted in this language, and in English too where travellers search for it.

trouble-title = Solução de problemas
trouble-description = As mensagens que o celular mostra quando um eSIM não funciona, o que significam e o que fazer.
trouble-lead = Procure a mensagem que o seu celular mostra.
trouble-mine = Comprou aqui? Abra o eSIM em <a>Meus eSIMs</a> e toque em “Sem internet?”: verificamos esse eSIM e mostramos o próximo passo.
trouble-installing = Ao instalar
trouble-locked = “Não é possível adicionar planos celulares desta operadora” (“Cellular plans from this carrier cannot be added”)
trouble-locked-text = O celular está bloqueado pela operadora que o vendeu. Peça a ela o desbloqueio e escaneie de novo. O código continua válido.
trouble-change = “Não foi possível concluir a mudança de plano celular” (“Cellular change could not be completed” · “Unable to complete cellular plan change”)
trouble-change-text = O código já foi usado, neste celular ou em outro, ou a conexão caiu. Veja primeiro em Ajustes → Celular se o eSIM está lá. Se não estiver, reinicie o celular, entre em outro Wi-Fi e escaneie mais uma vez.
trouble-activate = “Não é possível ativar o eSIM” (“Unable to activate eSIM”) · “Não é possível adicionar o eSIM” (“eSIM cannot be added”) · “Falha na ativação” (“Activation failed”)
trouble-activate-text = Quase sempre é a conexão: os eSIMs são baixados do servidor da operadora. Desative a VPN, entre em um Wi-Fi estável, reinicie o celular e tente de novo. Cabem vários eSIMs em um celular, mas há um limite: se estiver cheio, apague um antigo de que não precisa mais, nunca este.
trouble-invalid = “Este código não é mais válido” (“This code is no longer valid”) · “Código QR inválido” (“Invalid QR code”)
trouble-invalid-text = O código já foi usado ou não foi lido por inteiro. Escaneie em uma tela maior, ou digite o endereço SM-DP+ e o código de ativação. Maiúsculas e minúsculas fazem diferença: use os botões de copiar.
trouble-no-menu = Não há “Adicionar eSIM” nos meus ajustes
trouble-no-menu-text = Talvez o celular não aceite eSIM: disque <code>*#06#</code>. Se não aparecer um EID, ele não aceita. A maioria dos iPhones vendidos na China continental não aceita.
trouble-there = No destino
trouble-no-internet = Conectado, mas sem internet
trouble-is-on = O eSIM está ativado?
trouble-is-roaming = O <b>Roaming de Dados</b> está ativado nele? Precisa estar: o plano usa as redes locais em roaming.
trouble-is-data = Ele é a linha dos dados móveis?
trouble-is-apn = Configure o APN como diz a página do pedido, por exemplo <code>data.esim</code>.
trouble-airplane = Ative o modo avião por dez segundos e desative.
trouble-no-service = “Sem Serviço” (“No Service”) · “Somente SOS” (“SOS only”) · “Somente chamadas de emergência” (“Emergency calls only”)
trouble-no-service-text = Escolha a rede manualmente: Ajustes → Celular → eSIM → Seleção de Rede, desative Automática e escolha uma das redes que “Sem internet?” indica em <a>Meus eSIMs</a>. No Android: configurações de chip → Selecionar rede automaticamente.
trouble-slow = Está lento
trouble-slow-text = Tente manualmente outra rede do plano, como acima. Confira se o celular está em 4G ou 5G.
trouble-used-up = Meus dados acabaram
trouble-used-up-text = Abra o eSIM em <a>Meus eSIMs</a> e toque em “Recarregar”: os dados entram no mesmo eSIM.
trouble-removed = Apaguei o eSIM
trouble-removed-text = Um eSIM apagado não pode ser instalado de novo. Se o plano dele nunca foi usado, talvez você possa cancelá-lo em <a>Meus eSIMs</a> e receber o reembolso.
trouble-removed-again = Para continuar, <a>escolha um novo plano</a>: ele vem como um novo eSIM, com código próprio.
trouble-order = Pedidos
trouble-no-code = Paguei e não vejo nenhum código QR
trouble-no-code-text = A página do pedido mostra o que aconteceu, o que vem agora e quando você é reembolsado automaticamente. Toque em “Verificar de novo” ou entre em <a>Meus eSIMs</a>.
trouble-no-mail = O e-mail não chegou
trouble-no-mail-text = Veja na pasta de spam. Tudo o que está no e-mail também está na página do pedido.

## Will it work on my phone?

devices-title = Funciona no meu celular?
devices-description = Verifique em dez segundos se o seu celular aceita eSIM.
devices-lead = Uma verificação de dez segundos.
devices-model = Modelo do seu celular
devices-check = Verificar
devices-drawn = Desenho de um celular depois de discar *#06#: aparece um EID
devices-back = Voltar para { $plan }
devices-dial = <b>Disque <code>*#06#</code></b> como se fosse fazer uma chamada.
devices-eid = <b>Apareceu um EID?</b> Então o celular aceita eSIM. Sem EID, não aceita.
devices-unlocked = <b>Está desbloqueado?</b> iPhone: em Ajustes → Geral → Sobre → Bloqueio da Operadora aparece “Sem restrições de SIM”. Android: teste o chip de outra operadora ou pergunte na loja que o vendeu.
devices-which = Celulares que aceitam eSIM
devices-maker = Marca
devices-from = A partir de
devices-not = Exceto
devices-google = Pixel 4 e posteriores; a maioria dos Pixel 3a e 3
devices-others = Outros
devices-others-not = varia conforme o país de venda: disque <code>*#06#</code>
devices-decides = A lista ajuda, o EID decide.
devices-tablets = Tablets e notebooks
devices-tablets-text = Muitos iPads e alguns notebooks com Windows aceitam eSIM. O plano é de dados, então também funciona neles; procure um EID nos ajustes.

## How much data

data-title = De quantos dados preciso?
data-description = Quantos dados móveis uma viagem consome, conforme você usa o celular, e de onde vêm nossos números.
data-lead = O que mais pesa é o vídeo. Estes são os números que usamos nas páginas dos planos e no planejador de viagens.
data-a-day = Dados por dia
data-light = Mapas, mensagens, e-mail, algumas fotos
data-everyday = O mesmo, mais redes sociais, música e um pouco de vídeo sem Wi-Fi
data-heavy = Horas de vídeo ou de chamadas de vídeo todos os dias
data-rule = Como escolhemos um plano
data-rule-text = Multiplicamos o número pelos seus dias e pegamos o plano mais barato que dura esse tempo e tem esses dados em velocidade máxima. Se não houver nenhum, avisamos e mostramos o que vai mais longe.
data-sources = De onde vêm os números
data-source-average = Um smartphone usou em média 17 GB de dados móveis por mês em 2023, ou 0,6 GB por dia: <a>Ericsson Mobility Report, junho de 2025</a>. Em viagem há menos Wi-Fi, então para o dia a dia contamos 1 GB.
data-source-video = Uma hora de vídeo usa até 0,3 GB em qualidade baixa, 0,7 GB em média e 3 GB em alta: <a>Central de Ajuda da Netflix</a>. Quatro horas em qualidade média são os 3 GB de “Muito”.
data-source-measured = Cinco minutos de mapas usam 12 MB, postar uma foto 17 MB, uma hora de música 157 MB, uma hora de chamada de vídeo 300 MB: <a>medido pela Saily em 2025</a>. Uma hora de mapas, suas mensagens e algumas fotos são os 0,3 GB de “Pouco”.
data-less = Para durar mais
data-less-text = Baixe mapas e músicas no Wi-Fi antes de sair, deixe o vídeo em qualidade média e ative o Modo de Dados Reduzidos (iPhone) ou a Economia de dados (Android).
