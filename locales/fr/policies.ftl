# $seller is who answers for the shop; $email the address that travellers write to.

## Privacy

privacy-title = Confidentialité
privacy-lead = Nous gardons ce qu’il faut pour traiter votre commande, et rien qui serve à vous suivre.
privacy-keep = Ce que nous gardons
privacy-keep-email = Votre adresse e-mail, depuis la page de Stripe : pour envoyer l’eSIM et pour que vous puissiez vous connecter.
privacy-keep-orders = Vos commandes, leurs eSIM et ce qui s’est passé quand : pour livrer, rembourser et tenir les comptes.
privacy-keep-usage = Combien de chaque forfait est utilisé, quand il a commencé et quand il finit, selon les dernières informations du réseau : pour vous montrer ce qui reste et vous prévenir à temps. Pas à quoi il a servi, ni où.
privacy-keep-traveller = Le nom que vous donnez au voyageur d’une eSIM, si vous en donnez un : seulement pour que vous distinguiez vos eSIM. Vous pouvez le retirer à tout moment.
privacy-keep-country = Le pays de votre adresse de facturation, depuis la page de Stripe : pour que nos rappels n’arrivent pas la nuit, pour savoir si vous avez un droit de rétractation et pour calculer la taxe comprise dans le prix.
privacy-keep-consent = Ce que vous avez accepté au moment de payer, dans quelle langue et quand : pour pouvoir montrer ce qui a été convenu.
privacy-keep-partner = Si vous êtes venu par le lien d’un partenaire : le nom de ce partenaire avec votre commande, pour lui verser sa commission.
privacy-keep-counts = Pendant peu de temps, le nombre de requêtes par adresse : contre les abus.
privacy-not = Ce que nous ne conservons pas
privacy-not-text = Les données de votre carte, où vous êtes, ce que vous faites en ligne. Ni publicité ni script de tiers sur ces pages. Nous comptons combien de fois la page de chaque forfait est ouverte, sans cookie et sans rien savoir de vous.
privacy-cookies = Cookies
privacy-cookies-text = Aucun tant que vous regardez. Quand vous commandez, un cookie indique que ce navigateur a passé la commande, pour qu’il vous montre son code ; quand vous ouvrez votre commande depuis l’e-mail de livraison, un autre permet à ce navigateur de l’afficher ; quand vous demandez un lien de connexion, un autre, pour un jour, permet de vous dire si le lien est ouvert dans un autre navigateur ; quand vous vous connectez, un autre maintient la connexion. Tous sont nécessaires et aucun n’est partagé.
privacy-others = Qui d’autre intervient
privacy-stripe = Stripe encaisse le paiement, selon sa propre politique de confidentialité.
privacy-supplier = Notre fournisseur d’eSIM crée l’eSIM. Il ne reçoit ni votre nom, ni votre adresse, ni vos données de paiement.
privacy-mail = Un prestataire de messagerie vous achemine nos e-mails.
privacy-rights = Vos droits
privacy-rights-text = Demandez-nous ce que nous détenons sur vous, faites-le corriger ou, si la loi sur la comptabilité le permet, supprimer : <a>{ $email }</a>. Responsable : { $seller }.

## Refunds

refunds-title = Remboursements
refunds-lead = Livrée ou remboursée, automatiquement. Vous n’avez jamais à réclamer votre argent.
refunds-undelivered = Si votre eSIM ne peut pas être livrée
refunds-undelivered-text = Nous remboursons automatiquement le prix entier sur la carte ou le compte utilisé pour payer :
refunds-at-once = aussitôt, si notre fournisseur dit qu’elle ne peut pas être créée ;
# $time is a length of time such as “30 minutes”.
refunds-after = après { $time }, si elle n’est pas arrivée d’ici là ;
refunds-unclear = après { $time } au plus, si une réponse s’est perdue et qu’elle a peut-être été créée.
refunds-several = Si vous en avez acheté plusieurs et que seules certaines ont pu être créées, vous les gardez et les autres sont remboursées. La page de votre commande montre chaque étape avec son heure. Un remboursement met cinq à dix jours à apparaître.
refunds-mind = Si vous changez d’avis
refunds-mind-fee = Un forfait jamais utilisé peut être annulé dans les { $days } jours suivant l’achat, même s’il est installé. Des frais de { $fee } sont déduits de chacun ; le montant exact s’affiche avant que vous ne confirmiez. Vous le faites vous-même : ouvrez l’eSIM dans <a>Mes eSIM</a> et touchez « Annuler et être remboursé ». La même page montre ensuite où en est le remboursement, avec sa référence. Une recharge qui n’a pas démarré peut être annulée de la même façon.
refunds-mind-full = Un forfait jamais utilisé peut être annulé dans les { $days } jours suivant l’achat, même s’il est installé. Nous remboursons le prix entier. Vous le faites vous-même : ouvrez l’eSIM dans <a>Mes eSIM</a> et touchez « Annuler et être remboursé ». La même page montre ensuite où en est le remboursement, avec sa référence. Une recharge qui n’a pas démarré peut être annulée de la même façon.
refunds-mind-never = Un forfait livré ne peut pas être annulé. Vous conservez les droits que votre pays vous donne en tant que consommateur.
refunds-broken = Si elle ne marche pas
refunds-broken-text = Voyez d’abord <a>ce que dit le téléphone et que faire</a> : le plus souvent, c’est une option dans les réglages. Si elle ne fonctionne toujours pas, écrivez-nous pendant le voyage et non après : <a2>{ $email }</a2>.
refunds-not = Ce qui ne peut pas être remboursé
refunds-not-text = Un forfait démarré, et les données utilisées. Une eSIM supprimée du téléphone ne peut pas être réinstallée ; son forfait ne peut être annulé que s’il n’a pas démarré.

## Terms

terms-title = Conditions
terms-seller = Vous achetez à <b>{ $seller }</b>. Écrivez à <a>{ $email }</a>.
terms-buy = Ce que vous achetez
terms-buy-text = Un forfait de données prépayé sur une eSIM : une quantité de données fixe, pour un nombre de jours fixe, dans les pays indiqués sur la page du forfait. Pas de numéro de téléphone, pas d’appels, pas d’abonnement, pas de renouvellement automatique.
terms-pay = Ce que vous payez
terms-pay-text = Le prix de la page du forfait, en { $currency }, une fois. Vous payez sur la page de Stripe ; nous ne voyons jamais votre carte. Votre banque peut ajouter ses propres frais pour un paiement dans une autre devise.
terms-get = Quand vous le recevez
terms-get-text = Le code QR est affiché et envoyé par e-mail dès que notre fournisseur l’a créé, en général quelques secondes après le paiement. S’il n’est pas arrivé après { $time }, le paiement est remboursé automatiquement en entier ; si une réponse s’est perdue et que l’eSIM a peut-être été créée, après { $longest } au plus.
terms-use = Utilisation
terms-use-once = Une eSIM peut être installée une fois, sur un téléphone. Elle ne doit pas être supprimée : elle ne peut pas être réinstallée.
terms-use-phone = Le téléphone doit être compatible eSIM et ne pas être bloqué par un opérateur.
terms-use-days = Les jours comptent à partir de la première connexion à destination. Commencez dans les 60 jours suivant l’achat ; ensuite, le forfait peut démarrer automatiquement ou ne plus fonctionner.
terms-use-speed = Le débit et la couverture dépendent des réseaux locaux, que nous n’exploitons pas.
terms-use-code = Gardez le code d’activation pour vous : quiconque le possède peut installer votre eSIM.
terms-mind = Si vous changez d’avis
terms-mind-text = Voyez les <a>remboursements</a>.
terms-law = Droit applicable
terms-law-text = Droit applicable : { $law }. Vous conservez les droits que votre pays vous donne en tant que consommateur.
