# Names of settings are those that phones of this language show.

## The guides for each phone

help-samsung = Instalar no Samsung Galaxy
help-samsung-about = One UI, passo a passo
samsung-description = Instale e comece a usar um eSIM de viagem no Samsung Galaxy, passo a passo, com os nomes da One UI.
help-pixel = Instalar no Google Pixel
help-pixel-about = Android puro
pixel-description = Instale e comece a usar um eSIM de viagem no Google Pixel, passo a passo, com os nomes das configurações.
help-android = Instalar em outro celular Android
help-android-about = Xiaomi, Motorola, Oppo, Honor e outros
android-description = Instale e comece a usar um eSIM de viagem em Xiaomi, Motorola, Oppo, OnePlus, Honor, Sony e outros celulares Android.
guide-shield = <b>O roaming de dados continua desativado na sua linha.</b> Só o eSIM usa roaming: assim a sua operadora não tem dados para cobrar.
guide-another = Outro celular?

## Phone settings, drawn: as One UI and Pixel call them

draw-sim-manager = Gerenciador de chip
draw-calls = Chamadas
draw-messages = Mensagens
draw-mobile-data = Dados móveis
draw-mobile-networks = Redes móveis
draw-s-roaming = Roaming de dados
draw-apns = Nomes dos pontos de acesso
draw-use-sim = Usar chip
draw-p-roaming = Roaming

## Install on Samsung Galaxy

samsung-primary = <b>Mantenha o seu chip para chamadas e mensagens:</b> Configurações → Conexões → Gerenciador de chip → Chamadas e Mensagens.
samsung-drawn-sims = Desenho do Gerenciador de chip: as duas linhas estão ativadas; chamadas e mensagens ficam no seu chip, os dados móveis vão pelo eSIM
samsung-on = <b>Ative o eSIM:</b> Configurações → Conexões → Gerenciador de chip, no botão ao lado dele.
samsung-roaming = <b>Ative Roaming de dados</b> só no eSIM: Configurações → Conexões → Redes móveis → Roaming de dados.
samsung-data = <b>Escolha-o para os dados móveis:</b> Gerenciador de chip → Dados móveis → eSIM.
samsung-apn = <b>Configure o APN se o plano precisar,</b> por exemplo <code>data.esim</code>: Redes móveis → Nomes dos pontos de acesso → Adicionar. A página do pedido diz se precisa.
samsung-drawn-roaming = Desenho de Redes móveis: o roaming de dados está ativado no eSIM e desativado no seu chip

## Install on Google Pixel

pixel-primary = <b>Mantenha o seu chip para chamadas e SMS:</b> quando o celular perguntar qual chip usar, escolha o seu.
pixel-drawn-sims = Desenho da página Chips: o seu chip fica com chamadas e mensagens, o eSIM com os dados móveis
pixel-on = <b>Ative o eSIM:</b> Configurações → Rede e Internet → Chips → eSIM → Usar chip.
pixel-roaming = <b>Ative Roaming</b> na mesma página. Na do seu próprio chip, deixe desativado.
pixel-data = <b>Ative ali também Dados móveis,</b> para que passem pelo eSIM.
pixel-apn = <b>Configure o APN se o plano precisar,</b> por exemplo <code>data.esim</code>: eSIM → Nomes dos pontos de acesso → +. A página do pedido diz se precisa.
pixel-drawn-roaming = Desenho da página do eSIM em um Pixel: Usar chip, Dados móveis e Roaming estão ativados

## Install on another Android phone

android-switching = <b>Desative a troca automática de dados,</b> para que o celular não recorra à sua linha (no iPhone: “Permitir Alternância de Dados Celulares”).
android-like-pixel = Motorola, Sony, Nothing, Fairphone: quase como no <a>Pixel</a>.
android-xiaomi = Xiaomi: <b>Configurações → Cartões SIM e redes móveis → Gerenciar eSIM.</b>
android-oppo = Oppo, OnePlus: <b>Configurações → Rede móvel → SIM e eSIM → Adicionar eSIM.</b>
android-honor = Honor: <b>Configurações → Rede móvel → Gerenciamento de SIM → Adicionar eSIM.</b>

## What phones say

trouble-not-supported = “SIM Não Compatível” (“SIM Not Supported”) · “SIM Inválido” (“SIM Not Valid”) · “Network-locked SIM card inserted”
trouble-not-supported-text = O celular está bloqueado pela operadora que o vendeu. Peça a ela o desbloqueio; depois não é preciso instalar nada de novo.
trouble-full = “Não é possível adicionar mais eSIMs”, ou o celular está cheio
trouble-full-text = Os celulares guardam vários eSIMs, em geral de cinco a dez, com dois ativos ao mesmo tempo. Remova um antigo, de outra viagem, nunca um de que você ainda precisa.
trouble-registered = “Não registrado na rede” (“Not registered on network”) · “Rede móvel não disponível” (“Mobile network not available”)
trouble-registered-text = Ative o roaming de dados no eSIM e deixe o celular procurar de novo: <b>Operadoras de rede → Selecionar automaticamente,</b> e ligue e desligue o modo avião. Até dez minutos depois do pouso é normal.
trouble-subscribed = “Não foi possível ativar a rede de dados celulares” (“Could not activate cellular data network”)
trouble-subscribed-text = Falta o APN, ou os dados estão em outra linha. Escolha o eSIM para os dados e configure o APN como mostra a página do pedido, por exemplo <code>data.esim</code>.

## Which phones take an eSIM, and which of these do not

devices-apple = iPhone XS, XS Max, XR (2018) e todos os posteriores; SE a partir da segunda geração; os iPhones a partir do 14 comprados nos EUA só aceitam eSIM
devices-apple-not = comprados na China continental; em Hong Kong e Macau, alguns com dois chips físicos
devices-samsung = Galaxy S20, Note20 e posteriores; Z Flip e Z Fold; A35, A54, A55, A56; XCover7
devices-samsung-not = S20 FE; S20, Note20 e primeiros dobráveis vendidos nos EUA ou em Hong Kong; modelos para a China continental; modelos para a Coreia anteriores a 2022
devices-google-not = Pixel 3 vendidos na Austrália, no Japão ou em Taiwan; Pixel 3 e 3a de algumas operadoras
devices-xiaomi = 12T Pro, séries 13, 14 e 15 e seus modelos T
devices-xiaomi-not = modelos para a China continental; a maioria dos Redmi e Poco
devices-motorola = Razr 2019 e posteriores; Edge 40, Edge 50 e posteriores; alguns Moto G
devices-motorola-not = a maioria dos outros Moto G e E
devices-oppo = Oppo Find X3 Pro, X5, X8, Find N; OnePlus 11, 12, 13, Open
devices-oppo-not = modelos para a China continental
devices-honor = Magic4 Pro e Magic Pro posteriores; 90, 200, 400
devices-honor-not = modelos para a China continental
devices-sony = Xperia 1 IV, 5 IV, 10 III Lite, 10 IV e posteriores
devices-sony-not = modelos para Hong Kong, Taiwan e China continental
devices-huawei = P40, P40 Pro, Mate 40 Pro
devices-huawei-not = P40 Pro+; modelos para a China continental
devices-small = Fairphone 4 e posteriores; Nothing Phone (3)
devices-small-not = Nothing Phone (1) e (2)
devices-others-from = muitos celulares recentes
