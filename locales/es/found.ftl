## What search engines and shared links say of a page

# Read out for the picture of a shared link; the picture has no words.
social-alt-place = Una tarjeta de embarque con un mapamundi en el que destaca { $place }
social-alt-own = La imagen de { $shop }
social-alt-shop = Una tarjeta de embarque con un mapamundi y el logotipo de { $shop }
terms-description = Las condiciones con las que se venden aquí las eSIM de viaje: qué compras, qué prometemos y qué ley se aplica.
privacy-description = Qué datos guardamos cuando compras una eSIM, para qué y durante cuánto tiempo, y qué no sale nunca de la página de tu pedido.
refunds-description = Cuándo te reembolsamos automáticamente, cuándo puedes cancelar una eSIM y cuánto tarda el reembolso en llegar a tu tarjeta.
