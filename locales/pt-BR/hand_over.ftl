
hand-over-title = Compartilhar com outro viajante
hand-over-lead = Envie a quem viaja um link que abre só este eSIM: o código QR e como instalar. Sem preço e sem os seus outros eSIMs.
hand-over-name = Nome de quem viaja (opcional)
hand-over-name-hint = Para distinguir os seus eSIMs.
hand-over-no-name = Até 40 caracteres, em uma linha.
hand-over-too-quick = Muitos links em pouco tempo. Espere um pouco.
hand-over-over = Este eSIM está sendo cancelado ou não pode mais ser usado: não há nada para enviar.
hand-over-make = Criar um link
hand-over-only-name = Salvar só o nome
hand-over-open = Há um link ativo até { $day }. Um novo o substitui.
hand-over-end = Encerrar o link
hand-over-what = Quem tiver o link pode instalar este eSIM, uma única vez. Envie só para essa pessoa. Você pode encerrá-lo aqui quando quiser.
hand-over-made = O link está pronto
hand-over-made-lead = Envie a quem viaja com este eSIM.
hand-over-made-lead-name = Envie para { $name }.
hand-over-link = Link
hand-over-once = Ele aparece só desta vez: copie agora. Se ele se perder, crie outro.
hand-over-scan = Estão lado a lado? A pessoa pode escanear isto com a câmera: a página se abre.
hand-over-until = Funciona até { $day }.
hand-over-link-alt = Código QR que abre a página de quem viaja
hand-over-change = Mudar o nome ou encerrar o link
hand-over-somebody = É para outra pessoa? Diga o nome e envie um link
hand-over-link-for = Enviar um link para { $name }
hand-over-phone-button = Abrir isto no celular
hand-over-browser-button = Criar um link para o navegador
hand-over-phone-title = Abra no celular
hand-over-phone-lead = Escaneie isto com a câmera do celular que você vai levar. Abre uma página em que o eSIM é instalado com um toque.
hand-over-phone-until = Válido por 15 minutos, até { $time }.
hand-over-phone-link = Ou abra este endereço no navegador do celular
hand-over-not-the-code = Este código abre uma página. O que instala o eSIM é o outro.
hand-over-phone-alt = Código QR que abre uma página no celular
handed-for = Para { $name }
handed-title = O seu eSIM
handed-lead = { $plan }, comprado para você na { $shop }. Adicione em casa, com um Wi-Fi estável; leva dois minutos.
handed-start-by = <b>Comece até { $day }.</b> Depois, o plano pode começar automaticamente e gastar os dias, ou não funcionar mais.

## The eSIMs of one order for several people

family-title = Para quem são?
family-lead = Dê nome a eles uma vez. Cada pessoa recebe um link que abre só o próprio eSIM.
# A button, and what stands beside the eSIM that it was pressed for: on a phone, and on a computer.
family-this-phone = Este celular
family-mine = Para mim
family-not-mine = Na verdade, não é para mim
family-send = Enviar link
family-send-again = Enviar de novo
family-send-all = Enviar todos os links
# Beside a name: “link sent · not installed yet”.
family-sent = link enviado
family-not-installed = ainda não instalado
family-show = Ver
family-qr = Código QR e códigos
family-scan = Escaneie com a câmera do outro celular.
family-made = Os links estão prontos
family-once = Eles aparecem só desta vez: envie ou copie agora. Se um deles se perder, crie outro.
# Of a field with a line for each traveller: a name and a link.
family-links = Links, uma linha por viajante
family-share = Compartilhar
family-closed = Nada foi enviado ainda. Toque em “Compartilhar” de novo ou copie o texto acima.
family-save = Salvar os nomes
family-sign-in = Para vários viajantes? Entre para enviar links
family-sign-in-why = Os links só podem ser enviados do navegador em que você comprou, ou depois de entrar com o endereço usado no pagamento.
# $day is the last day on which the link works.
family-sent-page = Você enviou um link para este eSIM; ele funciona até { $day }. O eSIM ainda não foi instalado. Ele só pode ser instalado uma vez: deixe isso com quem recebeu o link ou encerre o link antes.
family-sent-page-seen = Um link para este eSIM foi enviado a alguém; ele funciona até { $day }. O eSIM ainda não foi instalado. Ele só pode ser instalado uma vez: deixe isso com quem recebeu o link, a menos que seja para este celular.
