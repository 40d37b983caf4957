privacy-how-long = Cuánto tiempo lo guardamos
privacy-how-long-unpaid = Un pedido que nunca se pagó: { $time }.
privacy-how-long-mails = La dirección y el contenido de los correos que enviamos: { $time }.
privacy-how-long-events = Lo que Stripe y nuestro proveedor de eSIM nos comunican sobre un pago o una eSIM: { $time }. Solo guardamos su número, su tipo y su hora. El nombre, la dirección y los datos de la tarjeta que Stripe envía no se guardan nunca.
privacy-how-long-counts = El recuento de solicitudes: { $time }.
privacy-how-long-orders = Los pedidos pagados, con sus reembolsos y sus eSIM: el tiempo que exija la ley contable.
