privacy-how-long = Combien de temps nous les gardons
privacy-how-long-unpaid = Une commande jamais payée : { $time }.
privacy-how-long-mails = L’adresse et le contenu des e-mails que nous avons envoyés : { $time }.
privacy-how-long-events = Ce que Stripe et notre fournisseur d’eSIM nous signalent sur un paiement ou une eSIM : { $time }. Nous n’enregistrons que le numéro, le type et l’heure. Le nom, l’adresse et les données de carte que Stripe transmet ne sont jamais enregistrés.
privacy-how-long-counts = Le décompte des requêtes : { $time }.
privacy-how-long-orders = Les commandes payées, avec leurs remboursements et leurs eSIM : aussi longtemps que l’exige la loi comptable.
