## What search engines and shared links say of a page

# Read out for the picture of a shared link; the picture has no words.
social-alt-place = Um cartão de embarque com um mapa-múndi em que { $place } aparece em destaque
social-alt-own = A imagem de { $shop }
social-alt-shop = Um cartão de embarque com um mapa-múndi e o símbolo de { $shop }
terms-description = As condições de venda dos eSIMs de viagem: o que você compra, o que prometemos e qual lei se aplica.
privacy-description = O que guardamos sobre você na compra de um eSIM, para quê e por quanto tempo, e o que nunca sai da página do pedido.
refunds-description = Quando você é reembolsado automaticamente, quando pode cancelar um eSIM e quanto tempo o reembolso leva para chegar ao cartão.
