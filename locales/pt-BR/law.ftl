privacy-how-long = Por quanto tempo guardamos
privacy-how-long-unpaid = Um pedido que nunca foi pago: { $time }.
privacy-how-long-mails = O endereço e o conteúdo dos e-mails que enviamos: { $time }.
privacy-how-long-events = O que a Stripe e nosso fornecedor de eSIM nos informam sobre um pagamento ou um eSIM: { $time }. Guardamos apenas o número, o tipo e o horário. O nome, o endereço e os dados do cartão que a Stripe envia nunca são guardados.
privacy-how-long-counts = A contagem de solicitações: { $time }.
privacy-how-long-orders = Pedidos pagos, com seus reembolsos e eSIMs: pelo tempo que a lei contábil exigir.
